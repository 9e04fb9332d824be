import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { PriceListInput } from './input/price.ts';

/** A stored price list in the shape in which it was sent, with the number of its prices. */
export interface PriceListRecord extends PriceListInput {
  readonly prices: number;
}

const bound = (column: string, none: string): RawBuilder<string> => sql`nullif(${sql.ref(column)}, ${none}::date)`;
const record = sql`json_strip_nulls(json_build_object('code', list.code, 'name', list.name, 'kind', list.kind,
  'customer', customer.number, 'group', list.customer_group, 'currency', list.currency, 'quotation', list.quotation, 'contract', list.contract, 'priority', list.priority,
  'validFrom', ${bound('list.valid_from', '-infinity')}, 'validTo', ${bound('list.valid_to', 'infinity')},
  'prices', (select count(*) from price where price_list_id = list.id)))`;

export async function findPriceList(em: EntityManager, code: string): Promise<PriceListRecord | undefined> {
  const { rows } = await sql<{ record: PriceListRecord }>`
    select ${record} as record from price_list list left join customer on customer.id = list.customer_id
    where list.code = ${code}`.execute(em.getKysely());
  return rows[0]?.record;
}

export interface PriceListFilter {
  readonly kind?: PriceListInput['kind'] | undefined;
  /** Customer number. */
  readonly customer?: string | undefined;
  /** Code of the last list of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Price lists by code. */
export async function listPriceLists(
  em: EntityManager,
  { kind, customer, after, limit }: PriceListFilter,
): Promise<PriceListRecord[]> {
  const where: RawBuilder<unknown>[] = [sql`true`];
  if (kind !== undefined) where.push(sql`list.kind = ${kind}`);
  if (customer !== undefined) where.push(sql`customer.number = ${customer}`);
  if (after !== undefined) where.push(sql`list.code > ${after}`);
  const { rows } = await sql<{ record: PriceListRecord }>`
    select ${record} as record from price_list list left join customer on customer.id = list.customer_id
    where ${sql.join(where, sql` and `)} order by list.code limit ${limit}`.execute(em.getKysely());
  return rows.map((row) => row.record);
}

/** Removes a list with its prices. Orders keep the prices that they were compared with. @returns false when there is none */
export async function removePriceList(em: EntityManager, code: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from price_list where code = ${code}`.execute(em.getKysely());
  return numAffectedRows === 1n;
}

/** What tells a price among those of a list. */
export interface PriceKey {
  readonly list: string;
  readonly articleNumber: string;
  readonly unit: string;
  readonly minimumQuantity: string;
  readonly validFrom?: string | undefined;
}

/** @returns false when there is no such price */
export async function removePrice(em: EntityManager, key: PriceKey): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from price using price_list list, product
    where list.id = price.price_list_id and product.id = price.product_id and list.code = ${key.list}
      and product.article_number = ${key.articleNumber} and price.unit = ${key.unit}
      and price.minimum_quantity = ${key.minimumQuantity}::numeric
      and price.valid_from = coalesce(${key.validFrom ?? null}::date, '-infinity')`.execute(em.getKysely());
  return numAffectedRows === 1n;
}
