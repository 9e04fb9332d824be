import type { EntityManager } from '@mikro-orm/postgresql';
import { RoundtripError } from '../platform/errors.ts';
import { OrderHandover } from '../shop/orderHandover.entity.ts';
import { orderTransitions, type OrderStatus } from '../shop/orderStatus.ts';
import { findOrder } from '../shop/orderQueries.ts';
import type { TakenOrder } from '../shop/port.ts';
import { decideOrder } from './decide.ts';
import { moveOrder } from './tellBuyer.ts';

/** Who did it, in timelines. */
const SHOP = 'shop';

/** `later`: a decision is on its way, after which it is to be looked at again. `refused`: why the order does not follow. */
export type FollowedStatus = 'done' | 'later' | { readonly refused: string };

/**
 * An order follows what the shop behind us says of it. To confirm and to reject are decisions, so that the buyer is told as the agreement
 * says; the rest are moves along the allowed transitions, several at once where the shop has gone on meanwhile.
 */
export async function followShopStatus(em: EntityManager, taken: TakenOrder, now: Date): Promise<FollowedStatus> {
  const { key: orderId, number, status, means } = taken;
  const known = await em.nativeUpdate(
    OrderHandover,
    { order: orderId },
    { shopNumber: number, shopStatus: status ?? null },
  );
  const order = known === 0 ? undefined : await findOrder(em, { id: orderId });
  if (!order) return { refused: 'there is no such order' };
  if (means === undefined || means === order.status) return 'done';
  if (order.status === 'New' && means !== 'Cancelled') {
    await decideOrder(em, {
      orderId,
      actor: SHOP,
      decision: { kind: means === 'Rejected' ? 'reject' : 'accept', lines: [] },
    });
    return means === 'Rejected' || means === 'Confirmed' ? 'done' : 'later';
  }
  const path = pathTo(order.status, means);
  if (!path) return { refused: `an order in status ${order.status} cannot become ${means}` };
  for (const to of path) await moveOrder(em.fork(), { orderId, actor: SHOP, now }, to);
  return 'done';
}

/** The statuses from one to another, the shortest way; undefined where none leads there. */
export function pathTo(from: OrderStatus, to: OrderStatus): OrderStatus[] | undefined {
  const ways: OrderStatus[][] = orderTransitions[from].map((next) => [next]);
  for (const way of ways) {
    const last = way.at(-1)!;
    if (last === to) return way;
    if (way.length < orderSteps) ways.push(...orderTransitions[last].map((next) => [...way, next]));
  }
  return undefined;
}

/** More than any order takes. */
const orderSteps = 5;

/** True for a decision that cannot be stored now because another one is being carried out. */
export function isDecisionUnderWay(error: unknown): boolean {
  return error instanceof RoundtripError && error.type === 'Conflict';
}
