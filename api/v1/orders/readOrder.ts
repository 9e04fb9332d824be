import type { EntityManager } from '@mikro-orm/postgresql';
import { RoundtripError } from '../../../platform/errors.ts';
import { findOrder, linesAfter, type OrderDetail } from '../../../shop/orderQueries.ts';
import type { Language } from '../../../documents/words.ts';
import { toPage } from '../../schemas/common.ts';
import { showLine } from '../../schemas/order.ts';

/** @throws NotFound */
export async function readOrder(em: EntityManager, id: string): Promise<OrderDetail> {
  const order = await findOrder(em, { id });
  if (!order) throw new RoundtripError('NotFound', 'There is no such order.');
  return order;
}

/** A page of an order's lines after a position. */
export async function readLines(em: EntityManager, orderId: string, after: number, limit: number, lang: Language) {
  const rows = await linesAfter(em, orderId, after, limit + 1);
  return toPage(
    rows,
    limit,
    ({ position }) => String(position),
    (line) => showLine(line, lang),
  );
}
