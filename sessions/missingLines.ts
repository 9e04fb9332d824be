/** Lines of returned carts that nobody has ordered. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Mode } from '../partners/partner.entity.ts';
import { cartUse, useKey, type UsedLine } from './cartUse.ts';

/** Lines of carts that are looked at. */
const MOST = 1_000;

export interface CartsOfOrder {
  readonly partnerId: string;
  readonly mode: Mode;
  readonly orderId: string;
  readonly sessionIds: readonly string[];
  /** Lines that the order itself has something of, by `useKey`. */
  readonly ordered: ReadonlySet<string>;
}

/** Of the first lines of the carts; lines that the buyer took out again are not missed. Two SQL statements at most. */
export async function missingLines(
  em: EntityManager,
  { partnerId, mode, orderId, sessionIds, ordered }: CartsOfOrder,
): Promise<readonly Pick<UsedLine, 'cartCode' | 'articleNumber'>[]> {
  if (sessionIds.length === 0) return [];
  const { rows } = await sql<UsedLine>`
    select session.id as "sessionId", session.cart_code as "cartCode", line.number as line, product.id as "productId",
      product.article_number as "articleNumber"
    from punch_out_session session join session_cart_line line on line.session_id = session.id
      join product on product.id = line.product_id
    where session.id = any(${[...sessionIds]}::uuid[]) and line.removed_at is null
    order by session.id, line.number limit ${MOST}`.execute(em.getKysely());
  const open = rows.filter((row) => !ordered.has(useKey(row)));
  const use = await cartUse(em, { partnerId, mode, except: orderId, lines: open });
  return open.filter((row) => !use.has(useKey(row)));
}
