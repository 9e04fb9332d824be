import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { OrderHeader } from '../formats/document/order.ts';
import { RoundtripError } from '../platform/errors.ts';
import { isSameBuyer, ordersByNumber } from './changedOrder.ts';
import type { OrderDecision } from './decision.ts';
import type { Reason } from './evaluation.ts';
import { changeStatus, type StatusChange } from './orders.ts';
import { isEnded } from './orderStatus.ts';
import { shortened } from './reason.ts';

/** A new order that names one which lives as its forerunner (UBL, OrderDocumentReference): a person says whether it takes its place. */
export async function replacesLiveOrder(
  em: EntityManager,
  {
    partnerId,
    mode,
    header,
  }: { readonly partnerId: string; readonly mode: 'production' | 'test'; readonly header: OrderHeader },
): Promise<Reason | undefined> {
  const named = header.replacesOrder;
  if (named === undefined || named === header.number || header.operation !== undefined) return undefined;
  const found = await ordersByNumber(em, { partnerId, mode, number: named });
  const order = found.find((one) => !isEnded(one.status) && isSameBuyer(one.header, header));
  if (!order) return undefined;
  return {
    code: 'ORDER_REPLACES',
    field: 'OrderDocumentReference/ID',
    found: shortened(named),
    expected: 'an order that was rejected or cancelled',
    facts: { orderId: order.id, number: order.number, status: order.status },
  };
}

/**
 * Carries out what a person decided about the order that an accepted one names: it is cancelled, or both are kept.
 * @returns the cancelled order
 * @throws RequestInvalid where the decision does not say, or there is no such order; Conflict where that can no longer be cancelled
 */
export async function decideReplaced(
  em: EntityManager,
  orderId: string,
  { kind, replacedOrder }: OrderDecision,
): Promise<StatusChange | undefined> {
  if (kind === 'reject') return undefined;
  const { rows } = await sql<{ reasons: Reason[] }>`select reasons from orders where id = ${orderId}`.execute(
    em.getKysely(),
  );
  const reason = rows[0]?.reasons.find(({ code }) => code === 'ORDER_REPLACES');
  if (reason?.code !== 'ORDER_REPLACES') {
    if (replacedOrder === undefined) return undefined;
    throw new RoundtripError('RequestInvalid', 'The order names no other one that it could replace.');
  }
  if (replacedOrder === undefined) {
    throw new RoundtripError(
      'RequestInvalid',
      `The order names ${reason.facts.number}: the decision must say whether that is cancelled or kept (replacedOrder).`,
    );
  }
  return replacedOrder === 'cancel' ? await changeStatus(em, reason.facts.orderId, 'Cancelled') : undefined;
}
