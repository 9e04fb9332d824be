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
  const articles = contractArticles(shopper);
  const { rows } = await sql<{ short: boolean }>`
    select count(distinct product_id) <= ${SHORT_CONTRACT}::int as short from (${articles}) contract`.execute(
    em.getKysely(),
  );
  // Scalar on purpose: the planner must neither read all prices nor turn the question round.
  return rows[0]?.short
    ? sql<boolean>`product.id = any(array(${articles}))`
    : sql<boolean>`(select true from price where price.product_id = product.id and price.price_list_id = any(array(${contractLists(shopper)}))
        and ${shopper.day}::date between price.valid_from and price.valid_to limit 1)`;
}

/** Lists of today that only this customer or its group has. */
function contractLists({ customerId, day, currency }: Shopper): RawBuilder<unknown> {
  return sql`
    select id from price_list where kind = 'customer' and not live and customer_id = ${customerId}::uuid and quotation is null and contract is null
      and currency = ${currency} and ${day}::date between valid_from and valid_to
    union all
    select list.id from price_list list join customer on customer.customer_group = list.customer_group
      where list.kind = 'group' and customer.id = ${customerId}::uuid and quotation is null and contract is null
      and currency = ${currency} and ${day}::date between valid_from and valid_to`;
}

/** Ids of the products on them, of each no more than make a long contract. In the order of the key, so that it is what is read. */
function contractArticles(shopper: Shopper): RawBuilder<unknown> {
  return sql`
    select priced.product_id from (${contractLists(shopper)}) contract cross join lateral (
      select product_id from price where price_list_id = contract.id and ${shopper.day}::date between valid_from and valid_to
      order by product_id limit ${SHORT_CONTRACT + 1}) priced`;
}
