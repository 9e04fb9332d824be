import { Account, ConsoleSession } from '../accounts/account.entity.ts';
import { KnownBrowser, LoginAttempt, SetupLink } from '../accounts/login.entity.ts';
import { SavedView } from '../accounts/savedView.entity.ts';
import { AuditEntry } from '../documents/audit.entity.ts';
import { BulkItem, BulkRun } from '../documents/bulkRun.entity.ts';
import { CatalogueExport, CatalogueExportItem, CatalogueExportPart } from '../documents/catalogueExport.entity.ts';
import { CatalogueTurn } from '../documents/catalogueSchedule.entity.ts';
import { DocumentChunk } from '../documents/chunk.entity.ts';
import { Decision } from '../documents/decision.entity.ts';
import { DeliveryBreaker } from '../documents/deliveryBreaker.entity.ts';
import { DeliveryPause } from '../documents/deliveryPause.entity.ts';
import { DryRun, DryRunDocument } from '../documents/dryRun.entity.ts';
import { InboundDocument } from '../documents/inbound.entity.ts';
import { DocumentKey } from '../documents/key.entity.ts';
import { OrderMessage } from '../documents/orderMessage.entity.ts';
import { DeliveryAttempt, OutboundDocument } from '../documents/outbound.entity.ts';
import { MailboxState } from '../documents/mailbox.entity.ts';
import { PickupState } from '../documents/pickup.entity.ts';
import { QuarantinedDocument } from '../documents/quarantined.entity.ts';
import { RefusedRequest } from '../documents/refusedRequest.entity.ts';
import { RetryRun, RetryRunItem } from '../documents/retryRun.entity.ts';
import { PurgedDocument, RetentionLeft, RetentionMark } from '../documents/retention.entity.ts';
import { TimelineEntry } from '../documents/timeline.entity.ts';
import { WaitingChange } from '../documents/waitingChange.entity.ts';
import { Notice, NoticeAttempt, NoticeEvent } from '../notices/notice.entity.ts';
import { Subscription, SubscriptionSecret } from '../notices/subscription.entity.ts';
import { AgreementDraft } from '../partners/draft.entity.ts';
import { Partner, PartnerAddress, PartnerAgreement, PartnerCredential } from '../partners/partner.entity.ts';
import { ApiKey } from '../platform/access.entity.ts';
import { Maintenance } from '../platform/maintenance.entity.ts';
import { WorkerReport } from '../platform/workerReport.entity.ts';
import { PunchOutSession, SessionCartLine, SessionDocument, SessionForm } from '../sessions/session.entity.ts';
import { Customer, CustomerAddress, CustomerIdentity } from '../shop/customer.entity.ts';
import { AgreedPrice } from '../shop/agreedPrice.entity.ts';
import { ExchangeRate } from '../shop/exchangeRate.entity.ts';
import { Order, StoredOrderLine } from '../shop/order.entity.ts';
import { OrderNote } from '../shop/orderNote.entity.ts';
import { OrderVersion, OrderVersionLine } from '../shop/orderVersion.entity.ts';
import { PartnerLink } from '../partners/partnerLink.entity.ts';
import { Price, PriceList } from '../shop/price.entity.ts';
import { BuyersNumber, Product, ProductIdentifier, ProductUnit, ProductWord } from '../shop/product.entity.ts';
import { RememberedMatch } from '../shop/remembered.entity.ts';
import { Shop } from '../shop/shop.entity.ts';
import { ShopConnection } from '../shop/connection.entity.ts';
import { LiveAnswer } from '../shop/liveAnswer.entity.ts';
import { OrderHandover } from '../shop/orderHandover.entity.ts';
import { ShopPull } from '../shop/pull.entity.ts';
import { ConformanceRun } from '../conformance/run.entity.ts';
import { Simulation, SimulationCart, SimulationStep } from '../simulator/simulation.entity.ts';
import { HourlyFigure } from '../statistics/figure.entity.ts';

/** Every entity. A change of one needs a migration in database/migrations. */
export const entities = [
  Account,
  AuditEntry,
  ConsoleSession,
  AgreedPrice,
  AgreementDraft,
  ApiKey,
  BulkItem,
  BulkRun,
  BuyersNumber,
  CatalogueExport,
  CatalogueExportItem,
  CatalogueExportPart,
  CatalogueTurn,
  ConformanceRun,
  Customer,
  CustomerAddress,
  CustomerIdentity,
  Decision,
  DeliveryAttempt,
  DeliveryBreaker,
  DeliveryPause,
  DocumentChunk,
  DocumentKey,
  DryRun,
  DryRunDocument,
  ExchangeRate,
  HourlyFigure,
  InboundDocument,
  LiveAnswer,
  Maintenance,
  KnownBrowser,
  LoginAttempt,
  Notice,
  NoticeAttempt,
  NoticeEvent,
  Order,
  OrderHandover,
  OrderNote,
  OrderVersion,
  OrderVersionLine,
  OutboundDocument,
  Partner,
  PartnerAddress,
  PartnerAgreement,
  PartnerCredential,
  PartnerLink,
  Price,
  MailboxState,
  PickupState,
  PriceList,
  Product,
  ProductIdentifier,
  ProductUnit,
  ProductWord,
  PunchOutSession,
  QuarantinedDocument,
  RefusedRequest,
  RememberedMatch,
  RetryRun,
  RetryRunItem,
  SavedView,
  PurgedDocument,
  RetentionLeft,
  RetentionMark,
  SessionCartLine,
  SessionDocument,
  SessionForm,
  SetupLink,
  Shop,
  ShopConnection,
  ShopPull,
  Simulation,
  SimulationCart,
  SimulationStep,
  StoredOrderLine,
  Subscription,
  SubscriptionSecret,
  WaitingChange,
  WorkerReport,
  OrderMessage,
  TimelineEntry,
];
