import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { LocalText } from './product.entity.ts';

/** What an agreement lets a buyer see and buy. */
export interface Assortment {
  /** Categories that may be bought from. Empty: all. */
  readonly categories: readonly string[];
  /** Only articles with a price on a list of this customer or its group. */
  readonly contractOnly: boolean;
}

/** Who looks at products: decides what is there, at which price, and in which words. */
export interface Shopper {
  readonly customerId: string;
  /** Business day, `YYYY-MM-DD`. */
  readonly day: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly language: keyof LocalText;
  readonly assortment: Assortment;
}

/** Up to so many articles a contract is looked through article by article, whatever else is asked for; a longer one the other way round. */
const SHORT_CONTRACT = 5_000;

/**
 * The condition that a row of `product` belongs to the assortment; undefined where everything does. One SQL statement at most. A
 * withdrawn article can belong to it: whether an article is sold is another question.
 */
export async function inAssortment(em: EntityManager, shopper: Shopper): Promise<RawBuilder<boolean> | undefined> {
  const { categories, contractOnly } = shopper.assortment;
  const conditions: RawBuilder<boolean>[] = [];
  if (categories.length > 0) conditions.push(sql<boolean>`product.category = any(${[...categories]}::text[])`);
  if (contractOnly) conditions.push(await inContract(em, shopper));
  return conditions.length > 0 ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : undefined;
}

/** Ids of those of the products that belong to the assortment, withdrawn ones among them. Two SQL statements at most. */
export async function assortmentAllows(
  em: EntityManager,
  shopper: Shopper,
  productIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const condition = await inAssortment(em, shopper);
  if (!condition) return new Set(productIds);
  const { rows } = await sql<{ id: string }>`
    select id from product where id = any(${[...productIds]}::uuid[]) and ${condition}`.execute(em.getKysely());
  return new Set(rows.map(({ id }) => id));
}

async function inContract(em: EntityManager, shopper: Shopper): Promise<RawBuilder<boolean>> {
  const prices = contractPrices(shopper);
  const { rows } = await sql<{ short: boolean }>`
    select count(*) <= ${SHORT_CONTRACT}::int as short
    from (select distinct price.product_id ${prices} limit ${SHORT_CONTRACT + 1}) contract`.execute(em.getKysely());
  // Scalar on purpose: the planner must neither read all prices nor turn the question round.
  return rows[0]?.short
    ? sql<boolean>`product.id = any(array(select price.product_id ${prices}))`
    : sql<boolean>`(select true ${prices} and price.product_id = product.id limit 1)`;
}

/** The prices of today that only this customer or its group has. */
function contractPrices({ customerId, day, currency }: Shopper): RawBuilder<unknown> {
  return sql`from price where price.price_list_id = any(array(
      select id from price_list where kind = 'customer' and customer_id = ${customerId}::uuid
        and currency = ${currency} and ${day}::date between valid_from and valid_to
      union all
      select list.id from price_list list join customer on customer.customer_group = list.customer_group
        where list.kind = 'group' and customer.id = ${customerId}::uuid
        and currency = ${currency} and ${day}::date between valid_from and valid_to))
    and ${day}::date between price.valid_from and price.valid_to`;
}
