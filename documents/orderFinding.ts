import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';

/** Customers, partners or articles that the words may mean; who means another one says more. */
const MOST = 20;

interface Asked {
  /** What must hold of an order beside the words. */
  readonly where: RawBuilder<unknown>;
  /** As many orders as a page takes, `limit 51`: of each way to find them the newest are enough. */
  readonly limit: RawBuilder<unknown>;
}

/**
 * The ways in which words find orders, each a select of ids that enters an index of its own and stops at the limit: by our number, by the
 * buyer's number, references and delivery place, by customer, partner, article and notes. One condition with `or` would read all orders.
 */
export async function findingBranches(em: EntityManager, text: string, asked: Asked): Promise<RawBuilder<unknown>[]> {
  const { customers, partners, products } = await meant(em, text);
  const { where, limit } = asked;
  const newest = (from: RawBuilder<unknown>, match: RawBuilder<unknown>) =>
    sql`(select orders.id from ${from} where ${match} and ${where} order by orders.id desc ${limit})`;
  const ofEach = (
    ids: readonly string[],
    from: RawBuilder<unknown>,
    match: RawBuilder<unknown>,
    newestFirst: RawBuilder<unknown>,
  ) =>
    sql`(select found.id from unnest(${[...ids]}::uuid[]) as one, lateral (select orders.id from ${from}
      where ${match} and ${where} order by ${newestFirst} desc ${limit}) found)`;
  const orders = sql`orders`;
  const lines = sql`order_line line join orders on orders.id = line.order_id`;
  return [
    newest(orders, sql`orders.number = upper(${text})`),
    newest(orders, sql`orders.search_text @@ ${wordsOf(text)}`),
    newest(sql`order_note note join orders on orders.id = note.order_id`, sql`note.search_text @@ ${wordsOf(text)}`),
    ...(customers.length > 0 ? [ofEach(customers, orders, sql`orders.customer_id = one`, sql`orders.id`)] : []),
    ...(partners.length > 0 ? [ofEach(partners, orders, sql`orders.partner_id = one`, sql`orders.id`)] : []),
    ...(products.length > 0 ? [ofEach(products, lines, sql`line.product_id = one`, sql`line.order_id`)] : []),
  ];
}

/** All of the words, the last one perhaps not yet typed to its end. */
function wordsOf(text: string): RawBuilder<unknown> {
  const words = sql`plainto_tsquery('simple', ${text})`;
  return sql`(case when numnode(${words}) = 0 then ''::tsquery else (${words}::text || ':*')::tsquery end)`;
}

interface Meant {
  readonly customers: string[];
  readonly partners: string[];
  readonly products: string[];
}

/** Whom and what the words name: numbers exactly, names by a part of them. */
async function meant(em: EntityManager, text: string): Promise<Meant> {
  const part = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const { rows } = await sql<Meant>`
    select array(select id from customer where number = ${text} or name ilike ${part} limit ${MOST}) as customers,
      array(select id from partner where name ilike ${part} limit ${MOST}) as partners,
      array(select id from product where article_number = any(array[${text}, upper(${text})]) limit ${MOST}) as products`.execute(
    em.getKysely(),
  );
  return rows[0]!;
}
