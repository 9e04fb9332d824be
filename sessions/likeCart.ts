/** The returned cart that an order looks like which names none: a suggestion for a person. It decides nothing, and sets no price. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { instant } from '../database/text.ts';
import { linesAfter } from '../shop/orderQueries.ts';
import { compareCarts, type ComparedCart, type OrderToCompare } from './cartOfOrder.ts';
import type { OrderedCartLine } from './orderedCart.ts';
import { ordersOfCart } from './ordersOfCart.ts';

/** Days before the order within which the visit began. */
export const LIKE_DAYS = 30;
/** Visits of the customer that are looked at, the newest, and carts with the same articles and quantities. */
const MOST_VISITS = 100;
const MOST_ALIKE = 5;
/** Longer orders are not looked for. */
const MOST_LINES = 500;

export interface LikeCart extends ComparedCart {
  /** UTC instant, ISO 8601. */
  readonly returnedAt: string;
}

/**
 * The newest cart that went back to this partner and customer before the order came, with exactly its articles and quantities, and that no
 * order names. Undefined where there is none, the order is a change, or a line of it has no article. A handful of SQL statements.
 */
export async function likeCart(em: EntityManager, given: OrderToCompare): Promise<LikeCart | undefined> {
  const { order, mode } = given;
  if (order.header.operation !== undefined || order.lineCount > MOST_LINES) return undefined;
  for (const { returnedAt, sessionId, cartCode } of await alike(em, given)) {
    const naming = await ordersOfCart(em, { partner: order.partnerId, mode, cartCode });
    if (naming.some(({ status }) => status !== 'Rejected' && status !== 'Cancelled')) continue;
    const lines = await linesAfter(em, order.id, 0, MOST_LINES);
    const named = new Map<number, OrderedCartLine>();
    const ofCart = await linesByProduct(em, sessionId);
    for (const { position, match } of lines) {
      const found = ofCart.get(match?.productId ?? '');
      if (found) named.set(position, { sessionId, cartCode, ...found });
    }
    const [cart] = (await compareCarts(em, given, { lines, named, sessionIds: [sessionId] })).carts;
    if (cart) return { ...cart, returnedAt };
  }
  return undefined;
}

interface Alike {
  sessionId: string;
  cartCode: string;
  returnedAt: string;
}

async function alike(em: EntityManager, { order, mode, receivedAt }: OrderToCompare): Promise<Alike[]> {
  const since = new Date(receivedAt.getTime() - LIKE_DAYS * 86_400_000);
  const { rows } = await sql<Alike>`
    with ordered as materialized (
      select product_id, sum(shop_quantity) as quantity from order_line where order_id = ${order.id} group by product_id),
    visit as materialized (
      select session.* from punch_out_session session join orders on orders.id = ${order.id} and session.customer_id = orders.customer_id
      where session.created_at between ${since} and ${receivedAt} and session.partner_id = ${order.partnerId} and session.mode = ${mode}
        and session.returned_at <= ${receivedAt}
      order by session.created_at desc limit ${MOST_VISITS})
    select visit.id as "sessionId", visit.cart_code as "cartCode", ${instant('visit.returned_at')} as "returnedAt"
    from visit cross join lateral (
      select count(*) as lines, count(ordered.product_id) filter (where times = 1) as same
      from (
        select line.product_id, count(*) as times, sum(line.quantity * case when line.unit = product.unit then 1 else (
          select factor from product_unit where product_unit.product_id = product.id and product_unit.unit = line.unit) end) as quantity
        from session_cart_line line join product on product.id = line.product_id
        where line.session_id = visit.id and line.removed_at is null group by line.product_id) cart
      left join ordered on ordered.product_id = cart.product_id and ordered.quantity = cart.quantity) compared
    where compared.lines = compared.same and compared.lines = (select count(*) from ordered)
    order by visit.returned_at desc limit ${MOST_ALIKE}`.execute(em.getKysely());
  return rows;
}

/** Its lines by product: each stands once in a cart that an order looks like. */
async function linesByProduct(
  em: EntityManager,
  sessionId: string,
): Promise<ReadonlyMap<string, Pick<OrderedCartLine, 'productId' | 'line' | 'articleNumber'>>> {
  const { rows } = await sql<{ productId: string; line: number; articleNumber: string }>`
    select product.id as "productId", line.number as line, product.article_number as "articleNumber"
    from session_cart_line line join product on product.id = line.product_id
    where line.session_id = ${sessionId} and line.removed_at is null`.execute(em.getKysely());
  return new Map(rows.map((row) => [row.productId, row]));
}
