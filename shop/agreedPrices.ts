/** Prices that are not ours and that a person has accepted until a day. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { instant } from '../database/text.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { AgreedPrice } from './evaluation.ts';
import type { Memory } from './matchPolicy.ts';

export interface PriceToRemember {
  /** 1-based position of the line in the document. */
  readonly position: number;
  /** Last day. */
  readonly until: string;
}

/** Who agreed, to which order of which partner. */
export interface AgreedBy {
  readonly partnerId: string;
  readonly mode: 'production' | 'test';
  readonly orderId: string;
  readonly actor: string;
}

/**
 * Keeps the prices of ordered lines as agreed until a day, in the transaction of the caller; one of the same article and direction takes
 * the place of the earlier one.
 * @throws RequestInvalid for a line whose price does not deviate from ours
 */
export async function rememberPrices(
  em: EntityManager,
  lines: readonly PriceToRemember[],
  { partnerId, mode, orderId, actor }: AgreedBy,
): Promise<void> {
  if (lines.length === 0) return;
  const named = lines.map((line) => ({ id: v7(), ...line }));
  const { rows } = await sql<{ position: number }>`
    with named as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as row(id uuid, position int, until date)
    ), deviating as materialized (
      select named.*, orders.customer_id, line.product_id, orders.currency, line.match->>'shopUnit' as unit,
        line.comparison->'band'->>'direction' as direction, (line.comparison->>'askedPerShopUnit')::numeric as per_shop_unit
      from named join order_line line on line.order_id = ${orderId} and line.position = named.position
      join orders on orders.id = line.order_id
      where line.comparison->'band' is not null and line.product_id is not null and orders.customer_id is not null
    ), latest as (
      select distinct on (product_id, direction) * from deviating order by product_id, direction, position desc
    ), stored as (
      insert into agreed_price (id, partner_id, mode, customer_id, product_id, currency, direction, unit, per_shop_unit, until, actor,
        order_id, made_at)
      select id, ${partnerId}, ${mode}, customer_id, product_id, currency, direction, unit, per_shop_unit, until, ${actor}, ${orderId}, now()
      from latest
      on conflict (partner_id, mode, customer_id, product_id, currency, direction) do update
        set (id, unit, per_shop_unit, until, actor, order_id, made_at) = (excluded.id, excluded.unit, excluded.per_shop_unit,
          excluded.until, excluded.actor, excluded.order_id, excluded.made_at)
    )
    select position from named where position not in (select position from deviating)`.execute(em.getKysely());
  if (rows.length === 0) return;
  const details = rows.map(({ position }) => ({ found: `position ${position}`, expected: 'a price that deviates' }));
  throw new RoundtripError('RequestInvalid', 'Only a price that deviates from ours can be remembered.', { details });
}

interface AgreedRow {
  readonly productId: string;
  readonly agreed: AgreedPrice[];
}

/** What is agreed about products of a customer on a day, by product id. One SQL statement. */
export async function agreedPrices(
  em: EntityManager,
  {
    memory: { partnerId, mode, day },
    customerId,
    currency,
    productIds,
  }: {
    readonly memory: Memory;
    readonly customerId: string;
    readonly currency: string;
    readonly productIds: readonly string[];
  },
): Promise<ReadonlyMap<string, readonly AgreedPrice[]>> {
  const { rows } = await sql<AgreedRow>`
    select product_id as "productId", json_agg(json_build_object('direction', direction, 'unit', unit,
      'perShopUnit', trim_scale(per_shop_unit)::text, 'until', until::text, 'by', actor, 'madeAt', ${instant('made_at')})) as agreed
    from agreed_price where partner_id = ${partnerId} and mode = ${mode} and customer_id = ${customerId}
      and product_id = any(${[...productIds]}::uuid[]) and currency = ${currency} and until >= ${day}::date
    group by product_id`.execute(em.getKysely());
  return new Map(rows.map(({ productId, agreed }) => [productId, agreed]));
}

/** An agreed price as it is shown. */
export interface AgreedPriceRecord extends AgreedPrice {
  readonly id: string;
  readonly mode: 'production' | 'test';
  /** Customer number. */
  readonly customer: string;
  readonly articleNumber: string;
  readonly currency: string;
  readonly orderId: string;
}

/** Newest first, also those whose last day has passed. */
export async function listAgreedPrices(
  em: EntityManager,
  {
    partnerId,
    after,
    limit,
  }: { readonly partnerId: string; readonly after?: string | undefined; readonly limit: number },
): Promise<AgreedPriceRecord[]> {
  const { rows } = await sql<AgreedPriceRecord>`
    select agreed.id, mode, customer.number as customer, product.article_number as "articleNumber", currency,
      direction, agreed.unit, trim_scale(per_shop_unit)::text as "perShopUnit", until::text as until, actor as by,
      order_id as "orderId", ${instant('made_at')} as "madeAt"
    from agreed_price agreed
    join customer on customer.id = agreed.customer_id
    join product on product.id = agreed.product_id
    where partner_id = ${partnerId}
      and (${after ?? null}::uuid is null or agreed.id < ${after ?? null}::uuid)
    order by agreed.id desc limit ${limit}`.execute(em.getKysely());
  return rows;
}

/** From now on the price is a deviation again. @returns false when there is no such price */
export async function removeAgreedPrice(em: EntityManager, partnerId: string, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`delete from agreed_price where partner_id = ${partnerId} and id = ${id}`.execute(em.getKysely());
  return numAffectedRows === 1n;
}
