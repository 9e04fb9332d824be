import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { inAssortment, type Shopper } from './assortment.ts';
import { listedRow, priced, type ListedProduct, type ListedRow } from './productList.ts';

/** A category with the number of its active products, as far as is counted. */
export interface Category {
  readonly name: string;
  readonly count: number;
  /** There are more than `count`. */
  readonly more: boolean;
}

const MOST_CATEGORIES = 1_000;
/** Products of a category are counted up to here, so that a page costs the same however large the shop is. */
const MOST_COUNTED = 1_000;

/** The categories that the shopper may buy from, by name. Two SQL statements at most. */
export async function categoriesOf(em: EntityManager, shopper: Shopper): Promise<Category[]> {
  const { categories, contractOnly } = shopper.assortment;
  const counted = contractOnly
    ? sql`select category as name, count(*)::int as count from product
        where status = 'active' and category is not null and ${await inAssortment(em, shopper)} group by category`
    : sql`select known.category as name, (select count(*)::int from (select from product where status = 'active' and category = known.category
          limit ${MOST_COUNTED + 1}) counted) as count
        from ${categories.length > 0 ? sql`unnest(${[...categories]}::text[]) known(category)` : every}`;
  const { rows } = await sql<{ name: string; count: number }>`
    select * from (${counted}) category where count > 0 order by name limit ${MOST_CATEGORIES}`.execute(em.getKysely());
  return rows.map(({ name, count }) => ({ name, count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED }));
}

/** Every category that has an active product: the index is entered once for each, its products are not read. */
const every: RawBuilder<unknown> = sql`(
  with recursive next as (
    (select category from product where status = 'active' and category is not null order by category limit 1)
    union all
    select (select category from product where status = 'active' and category > next.category order by category limit 1)
    from next where next.category is not null
  ) select category from next where category is not null limit ${MOST_CATEGORIES}) known`;

/** Names of all categories that have an active product. */
export async function categoryNames(em: EntityManager): Promise<string[]> {
  const { rows } = await sql<{ category: string }>`select category from ${every} order by category`.execute(
    em.getKysely(),
  );
  return rows.map(({ category }) => category);
}

export interface CategoryQuestion {
  readonly shopper: Shopper;
  readonly category: string;
  /** Article number of the last product of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Active products of a category by article number. `next` is the `after` of the following page; absent on the last one. */
export async function productsInCategory(
  em: EntityManager,
  { shopper, category, after, limit }: CategoryQuestion,
): Promise<{ readonly products: readonly ListedProduct[]; readonly next?: string }> {
  const conditions = [sql<boolean>`status = 'active' and category = ${category}`];
  const assorted = await inAssortment(em, shopper);
  if (assorted) conditions.push(assorted);
  if (after !== undefined) conditions.push(sql<boolean>`article_number > ${after}`);
  const { rows } = await sql<{ row: ListedRow }>`
    select ${listedRow(shopper)} as row from product where ${sql.join(conditions, sql` and `)}
    order by article_number limit ${limit + 1}`.execute(em.getKysely());
  const page = rows.slice(0, limit).map(({ row }) => row);
  const last = page.at(-1);
  const products = await priced(em, shopper, page);
  return rows.length > limit && last ? { products, next: last.articleNumber } : { products };
}
