import { compact } from '../ubl/read.ts';
import type { XmlElement } from '../xml/element.ts';
import { parseComments } from './comments.parse.ts';
import { parseStatus, type CxmlDocument } from './envelope.parse.ts';
import { parseExtrinsics, parseMoney, type CxmlExtrinsic, type CxmlMoney } from './item.parse.ts';
import { CxmlProblem } from './problem.ts';
import { attribute, child, children, text } from './read.ts';
import { outcome, type CxmlStatus } from './status.ts';

/** How it stands with a document that was sent before (cXML DTD: StatusUpdateRequest). What was not sent is absent. */
export interface StatusUpdateRequest {
  /** payloadID of the document that it is about; only an invoice, or a document by its number, may be named otherwise (`detail`). */
  readonly documentPayloadId?: string;
  readonly status: CxmlStatus;
  readonly detail?: StatusDetail;
  readonly extrinsics: readonly CxmlExtrinsic[];
}

/** What the status is of. Card data of a payment are not read. */
export type StatusDetail = PaymentStatus | SourcingStatus | InvoiceStatus | DocumentStatus | IntegrationStatus;

export interface PaymentStatus {
  readonly kind: 'payment';
  /** `Authorization`, `Settlement`, `Sale`, `Credit`. */
  readonly type?: string;
  readonly orderId?: string;
  readonly failed: boolean;
  readonly total?: CxmlMoney;
}

export interface SourcingStatus {
  readonly kind: 'sourcing';
  /** `approve`, `cancel`, `deny`. */
  readonly action?: string;
  readonly text?: string;
}

export interface InvoiceStatus {
  readonly kind: 'invoice';
  /** `processing`, `canceled`, `reconciled`, `rejected`, `paying`, `paid`. */
  readonly type?: string;
  readonly invoiceId?: string;
  /** What was paid, where it is not all. */
  readonly partialAmount?: CxmlMoney;
  readonly comments?: string;
}

export interface DocumentStatus {
  readonly kind: 'document';
  /** No closed list: hubs have their own. */
  readonly type?: string;
  /** The document by its own number instead of its payloadID. */
  readonly documentId?: string;
  readonly documentType?: string;
  readonly items: readonly ItemStatus[];
  readonly comments?: string;
}

export interface ItemStatus {
  /** `accepted`, `rejected`. */
  readonly type?: string;
  /** Of the sender's own system. */
  readonly code?: string;
  readonly lineNumber?: string;
  readonly comments?: string;
}

export interface IntegrationStatus {
  readonly kind: 'integration';
  /** How far it got, for example `deliverySuccessful`, `deliveryFailed`, `customerConfirmed`, `customerFailed`. */
  readonly documentStatus?: string;
  readonly message?: string;
  readonly messageFailed: boolean;
}

/**
 * Reads a status update.
 * @throws CxmlProblem 450 for another kind of document; 400 without Status, or where nothing says which document it is about.
 */
export function parseStatusUpdateRequest(document: CxmlDocument): StatusUpdateRequest {
  const { kind, name, content } = document;
  if (kind !== 'request' || name !== 'StatusUpdateRequest' || !content) {
    throw new CxmlProblem(450, 'This is no StatusUpdateRequest.', { element: name, expected: 'StatusUpdateRequest' });
  }
  const status = child(content, 'Status');
  if (!status) {
    const place = { line: content.line, element: 'StatusUpdateRequest/Status', expected: 'a Status with a code' };
    throw new CxmlProblem(400, 'The status update has no Status.', place);
  }
  const documentPayloadId = attribute(child(content, 'DocumentReference'), 'payloadID');
  const detail = parseDetail(content);
  if (documentPayloadId === undefined && !namesDocument(detail)) {
    throw new CxmlProblem(400, 'The status update does not say which document it is about.', {
      line: content.line,
      element: 'StatusUpdateRequest/DocumentReference/@payloadID',
      expected: 'the payloadID of the document',
    });
  }
  return compact({
    documentPayloadId,
    status: parseStatus(status),
    detail,
    extrinsics: parseExtrinsics(document, content),
  });
}

/** What a status update says of the document. */
export type Standing = 'accepted' | 'underWay' | 'refused';

const STANDINGS: Readonly<Record<string, Standing>> = {
  approve: 'accepted',
  cancel: 'refused',
  deny: 'refused',
  processing: 'underWay',
  canceled: 'refused',
  cancelled: 'refused',
  reconciled: 'accepted',
  paying: 'accepted',
  paid: 'accepted',
  accepted: 'accepted',
  rejected: 'refused',
  failed: 'refused',
  deliverysuccessful: 'underWay',
  deliverydelayed: 'underWay',
  deliveryready: 'underWay',
  deliveryfailed: 'refused',
  customerreceived: 'underWay',
  customerconfirmed: 'accepted',
  customerfailed: 'refused',
};

/**
 * Is the document refused, taken, or on its way? A Status of 4xx or 5xx refuses it, and so does a detail that says so whatever the Status is:
 * hubs report a failure of the receiver with 200. 201, 280 and 281 promise another update.
 */
export function standing({ status, detail }: Pick<StatusUpdateRequest, 'status' | 'detail'>): Standing {
  const told = detail && STANDINGS[wordOf(detail)?.toLowerCase() ?? ''];
  if (outcome(status.code) !== 'done' || told === 'refused' || hasFailed(detail)) return 'refused';
  return told ?? ([201, 280, 281].includes(status.code) ? 'underWay' : 'accepted');
}

function wordOf(detail: StatusDetail): string | undefined {
  if (detail.kind === 'sourcing') return detail.action;
  if (detail.kind === 'integration') return detail.documentStatus;
  return detail.kind === 'payment' ? undefined : detail.type;
}

function hasFailed(detail: StatusDetail | undefined): boolean {
  if (detail?.kind === 'payment') return detail.failed;
  if (detail?.kind === 'integration') return detail.messageFailed;
  return detail?.kind === 'document' && detail.items.some(({ type }) => type?.toLowerCase() === 'rejected');
}

function namesDocument(detail: StatusDetail | undefined): boolean {
  if (detail?.kind === 'invoice') return detail.invoiceId !== undefined;
  return detail?.kind === 'document' && detail.documentId !== undefined;
}

const details: Readonly<Record<string, (element: XmlElement) => StatusDetail>> = {
  PaymentStatus: parsePayment,
  SourcingStatus: parseSourcing,
  InvoiceStatus: parseInvoice,
  DocumentStatus: parseDocument,
  IntegrationStatus: parseIntegration,
};

function parseDetail(update: XmlElement): StatusDetail | undefined {
  const element = update.children.find(({ name }) => Object.hasOwn(details, name));
  return element && details[element.name]!(element);
}

function parsePayment(element: XmlElement): PaymentStatus {
  return compact({
    kind: 'payment' as const,
    type: attribute(element, 'type'),
    orderId: attribute(element, 'orderID'),
    failed: attribute(element, 'isFailed') === 'yes',
    total: parseMoney(child(element, 'Total')),
  });
}

function parseSourcing(element: XmlElement): SourcingStatus {
  const action = attribute(element, 'action');
  return compact({ kind: 'sourcing' as const, action, text: element.text.trim() || undefined });
}

function parseInvoice(element: XmlElement): InvoiceStatus {
  return compact({
    kind: 'invoice' as const,
    type: attribute(element, 'type'),
    invoiceId: attribute(child(element, 'InvoiceIDInfo'), 'invoiceID'),
    partialAmount: parseMoney(child(element, 'PartialAmount')),
    comments: parseComments(element),
  });
}

function parseDocument(element: XmlElement): DocumentStatus {
  const info = child(element, 'DocumentInfo');
  return compact({
    kind: 'document' as const,
    type: attribute(element, 'type'),
    documentId: attribute(info, 'documentID'),
    documentType: attribute(info, 'documentType'),
    items: children(element, 'ItemStatus').map(parseItemStatus),
    comments: parseComments(element),
  });
}

function parseItemStatus(element: XmlElement): ItemStatus {
  return compact({
    type: attribute(element, 'type'),
    code: attribute(element, 'code'),
    lineNumber: attribute(child(element, 'ReferenceDocumentInfo'), 'lineNumber'),
    comments: parseComments(element),
  });
}

function parseIntegration(element: XmlElement): IntegrationStatus {
  const message = child(element, 'IntegrationMessage');
  return compact({
    kind: 'integration' as const,
    documentStatus: attribute(element, 'documentStatus'),
    message: text(element, 'IntegrationMessage'),
    messageFailed: attribute(message, 'isSuccessful') === 'no',
  });
}
