/** What became of the carts that went back. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Mode } from '../partners/partner.entity.ts';
import { cartDifferences, type CartDifference } from '../shop/cartDifferences.ts';
import { agreedQuantity } from '../shop/lineQuantities.ts';

/** Carts by what became of them: each is in one of `inFull`, `inPart`, `expired` and `open`. */
export interface CartStatistics {
  readonly partner: { readonly id: string; readonly name: string };
  /** Carts that went back in the time; one that went back several times is one, of the last time. */
  readonly returned: number;
  /** Orders have everything of them, or something. Orders that wait, are rejected or cancelled have nothing. */
  readonly inFull: number;
  readonly inPart: number;
  /** Nothing was ordered, and the last day of the promise has passed; the others may still be ordered, as those that promised nothing. */
  readonly expired: number;
  readonly open: number;
  /** Seconds from the return to the first order, on average over carts that were ordered; absent where there is none. */
  readonly secondsToOrder?: number;
  /** `missing`: lines that nobody ordered of carts that were ordered in part. The others: lines of orders, as they came in. */
  readonly differences: Readonly<Record<CartDifference, number>>;
}

export interface CartStatisticsQuestion {
  /** Instants between which the carts went back. */
  readonly from: Date;
  readonly before: Date;
  /** Absent: all partners. */
  readonly partnerId?: string | undefined;
  readonly mode: Mode;
  /** Business day that promises are held against. */
  readonly day: string;
}

type CartRow = Omit<CartStatistics, 'partner' | 'secondsToOrder' | 'differences'> & {
  id: string;
  name: string;
  seconds: number | null;
  missing: number;
};

/**
 * Of each partner that got a cart back, by name. Two SQL statements, which look up each cart of the time by itself: what they cost grows with
 * those, not with all orders there are.
 */
export async function readCartStatistics(
  em: EntityManager,
  question: CartStatisticsQuestion,
): Promise<readonly CartStatistics[]> {
  const { day } = question;
  const { rows } = await sql<CartRow>`
    with cart as materialized (${returnedCarts(question)}),
    ordered as materialized (
      select cart.id, one.* from cart, lateral (
        select (ol.cart ->> 'line')::int as number, min(orders.created_at) as first,
          sum(${agreedQuantity} * coalesce((ol.match ->> 'unitFactor')::numeric, 0)) as quantity
        from order_line ol join orders on orders.id = ol.order_id
        where ol.cart is not null and (ol.cart ->> 'sessionId')::uuid = cart.id
          and orders.status not in ('Waiting', 'Rejected', 'Cancelled', 'Applied') group by 1) one),
    line as (
      select cart.id, (line.promise ->> 'until')::date as until, coalesce(ordered.quantity, 0) as quantity, ordered.first,
        line.quantity * case when line.unit = product.unit then 1 else coalesce((
          select factor from product_unit where product_unit.product_id = product.id and product_unit.unit = line.unit), 1) end as wanted
      from cart cross join lateral (
          select * from session_cart_line where session_id = cart.id and removed_at is null offset 0) line
        join product on product.id = line.product_id
        left join ordered on ordered.id = cart.id and ordered.number = line.number),
    became as (
      select cart.partner_id, cart.returned_at, min(line.first) as first, bool_and(line.quantity >= line.wanted) as is_full,
        bool_or(line.quantity > 0) as is_used, max(line.until) < ${day}::date as is_over,
        count(*) filter (where line.quantity = 0)::int as missing
      from cart join line on line.id = cart.id group by cart.id, cart.partner_id, cart.returned_at)
    select partner.id, partner.name, count(*)::int as returned, count(*) filter (where is_full)::int as "inFull",
      count(*) filter (where is_used and not is_full)::int as "inPart",
      count(*) filter (where not is_used and coalesce(is_over, false))::int as expired,
      count(*) filter (where not is_used and not coalesce(is_over, false))::int as open,
      (avg(greatest(extract(epoch from first - returned_at), 0)) filter (where is_used))::float8 as seconds,
      coalesce(sum(missing) filter (where is_used), 0)::int as missing
    from became join partner on partner.id = became.partner_id
    group by partner.id, partner.name order by partner.name, partner.id`.execute(em.getKysely());
  const differing = await differences(em, question);
  return rows.map(({ id, name, seconds, missing, ...counts }) => ({
    partner: { id, name },
    ...counts,
    ...(seconds !== null && { secondsToOrder: Math.round(seconds) }),
    differences: { ...none, ...differing.get(id), missing },
  }));
}

const none = Object.fromEntries(cartDifferences.map((difference) => [difference, 0])) as Record<CartDifference, number>;

/** Partner by partner, so that the index of each is used. */
function returnedCarts({ from, before, partnerId, mode }: CartStatisticsQuestion) {
  const ofPartner = partnerId === undefined ? sql`true` : sql`partner.id = ${partnerId}`;
  return sql`select session.id, session.partner_id, session.returned_at from partner join punch_out_session session
    on session.partner_id = partner.id and session.returned_at >= ${from} and session.returned_at < ${before} and session.mode = ${mode}
    where ${ofPartner}`;
}

async function differences(
  em: EntityManager,
  question: CartStatisticsQuestion,
): Promise<ReadonlyMap<string, Partial<Record<CartDifference, number>>>> {
  const { rows } = await sql<{ partnerId: string; difference: CartDifference; count: number }>`
    with cart as materialized (${returnedCarts(question)})
    select cart.partner_id as "partnerId", difference, count(*)::int as count
    from cart, lateral (
        select ol.cart from order_line ol join orders on orders.id = ol.order_id
        where ol.cart is not null and (ol.cart ->> 'sessionId')::uuid = cart.id and orders.status <> 'Applied' offset 0) ol,
      jsonb_array_elements_text(ol.cart -> 'differences') as difference
    group by 1, 2`.execute(em.getKysely());
  const byPartner = Map.groupBy(rows, ({ partnerId }) => partnerId);
  return new Map(
    [...byPartner].map(([id, ofPartner]) => [
      id,
      Object.fromEntries(ofPartner.map(({ difference, count }) => [difference, count])),
    ]),
  );
}
