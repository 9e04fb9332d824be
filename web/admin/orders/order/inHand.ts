import type { EntityManager } from '@mikro-orm/postgresql';
import { decisionsOf } from '../../../../documents/decide.ts';
import type { Decision } from '../../../../documents/decision.entity.ts';
import { findHandover } from '../../../../documents/handovers.ts';
import type { InboundDocument } from '../../../../documents/inbound.entity.ts';
import { findInbound } from '../../../../documents/inbound.ts';
import type { Agreement } from '../../../../partners/agreement.ts';
import { agreementFor } from '../../../../partners/answers.ts';
import { findAgreement, findPartner } from '../../../../partners/partners.ts';
import { maySendChanges } from '../../../../partners/verdict.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import type { OrderHandover } from '../../../../shop/orderHandover.entity.ts';
import { findOrder, type OrderDetail } from '../../../../shop/orderQueries.ts';
import { findVersionOf } from '../../../../shop/orderVersions.ts';

/** An order with what its pages need to know around it. */
export interface OrderInHand {
  readonly order: OrderDetail;
  /** The document that it came in. */
  readonly document: InboundDocument;
  readonly partner: string;
  /** Of the version that the order was handled with, as it holds for the order. */
  readonly settings: Agreement;
  /** Does the buyer take other quantities, prices and rejected lines in an answer? */
  readonly takesChanges: boolean;
  /** Of a document that changes or takes back an order: that order's id, where it is known. */
  readonly changes: string | undefined;
  /** How its handing over to another shop stands, where there is one. */
  readonly handover: OrderHandover | undefined;
  /** Oldest first. */
  readonly decisions: readonly Decision[];
}

/** @throws NotFound */
export async function orderInHand(em: EntityManager, id: string): Promise<OrderInHand> {
  const order = await findOrder(em, { id });
  const document = order && (await findInbound(em, order.inboundDocumentId));
  if (!order || !document) throw new RoundtripError('NotFound', 'There is no such order.');
  const { settings } = await findAgreement(em, order.partnerId, document.mode, order.agreementVersion);
  const agreed = agreementFor(settings, order.header);
  const partner = await findPartner(em, order.partnerId);
  return {
    ...{ order, document, settings: agreed },
    partner: partner?.name ?? '',
    takesChanges: maySendChanges(agreed),
    changes: order.header.operation && (await findVersionOf(em, order.inboundDocumentId))?.orderId,
    handover: await findHandover(em, id),
    decisions: await decisionsOf(em, id),
  };
}

/** A decision that its workflow has not carried out yet. */
export function decisionUnderWay({ decisions }: OrderInHand): Decision | undefined {
  const latest = decisions.at(-1);
  return latest?.appliedAt == null ? latest : undefined;
}

/** Can a person decide about it now? */
export function isDecidable(inHand: OrderInHand): boolean {
  const { status } = inHand.order;
  return (status === 'Waiting' || status === 'New') && decisionUnderWay(inHand) === undefined;
}
