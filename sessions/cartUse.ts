/** How much of the lines of a cart orders have taken. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Mode } from '../partners/partner.entity.ts';
import { agreedQuantity } from '../shop/lineQuantities.ts';
import { auxiliaryId, type LineKey } from './auxiliaryId.ts';

export interface UsedLine extends LineKey {
  readonly productId: string;
}

export interface UseQuestion {
  readonly partnerId: string;
  readonly mode: Mode;
  /** An order that does not count. */
  readonly except: string;
  readonly lines: readonly UsedLine[];
}

/** Orders that name one cart as their quotation which are counted. */
const MOST_ORDERS = 100;

/** Of one cart line, by `useKey`. */
export type CartUse = ReadonlyMap<string, string>;

export function useKey({ sessionId, line }: Pick<LineKey, 'sessionId' | 'line'>): string {
  return `${sessionId} ${line}`;
}

/**
 * What orders have of each cart line, in shop units: what is agreed of their lines of the same product, as the latest change and the answer
 * left them. Orders that wait have nothing yet, and rejected or cancelled ones nothing any more: so the use is never out of step with
 * them. One SQL statement.
 */
export async function cartUse(em: EntityManager, { partnerId, mode, except, lines }: UseQuestion): Promise<CartUse> {
  if (lines.length === 0) return new Map();
  const codes = [...new Set(lines.map(({ cartCode }) => cartCode))];
  const { rows } = await sql<{ sessionId: string; line: number; used: string }>`
    with wanted as (
      select * from unnest(${lines.map(({ sessionId }) => sessionId)}::uuid[], ${lines.map((line) => line.line)}::int[],
        ${lines.map(({ cartCode }) => cartCode)}::text[], ${lines.map((line) => auxiliaryId(line))}::text[],
        ${lines.map(({ productId }) => productId)}::uuid[]) as row(session_id, number, code, key, product)),
    named as (
      select wanted.*, ol.order_id, ol.position from wanted
        join order_line ol on ol.line -> 'item' ->> 'sellersExtendedId' is not null
          and (ol.line -> 'item' ->> 'sellersExtendedId') collate "C" = wanted.key
      union
      select wanted.*, ol.order_id, ol.position from unnest(${codes}::text[]) as cart(code)
        cross join lateral (select id from orders where header ->> 'quotation' is not null and partner_id = ${partnerId}
          and (header ->> 'quotation') collate "C" >= cart.code and (header ->> 'quotation') collate "C" < cart.code || '~'
          limit ${MOST_ORDERS}) quoting
        join order_line ol on ol.order_id = quoting.id
        join wanted on wanted.code = cart.code and (ol.line ->> 'quotationLine' = wanted.number::text
          or (ol.line ->> 'quotationLine' is null and ol.product_id = wanted.product))
        where coalesce(ol.line -> 'item' ->> 'sellersExtendedId', '') !~ '^[0-9A-Z]{8}[.][1-9][0-9]{0,5}[.][0-9a-f]{8}$')
    select named.session_id as "sessionId", named.number as line,
      trim_scale(sum(${agreedQuantity} * coalesce((match ->> 'unitFactor')::numeric, 0)))::text as used
    from named join order_line on order_line.order_id = named.order_id and order_line.position = named.position
      join orders on orders.id = named.order_id join inbound_document on inbound_document.id = inbound_document_id
    where order_line.product_id = named.product and orders.partner_id = ${partnerId} and inbound_document.mode = ${mode}
      and orders.id <> ${except} and orders.status not in ('Waiting', 'Rejected', 'Cancelled', 'Applied')
    group by named.session_id, named.number`.execute(em.getKysely());
  return new Map(rows.map((row) => [useKey(row), row.used]));
}
