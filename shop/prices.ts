import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { v7 } from 'uuid';
import { RoundtripError } from '../platform/errors.ts';
import type { PriceInput, PriceListInput } from './input/price.ts';
import { lastOfEach, type RowProblem } from './saved.ts';

/**
 * Stores prices and their lists, in the transaction of the caller: new ones are added, known keys replaced. Returns the rows that were
 * refused: unknown customer or article, unit without conversion, a list told in two ways. A constant number of SQL statements.
 */
export async function savePrices(em: EntityManager, prices: readonly PriceInput[]): Promise<RowProblem[]> {
  const latest = lastOfEach(prices, priceKey);
  const { ids, problems } = await saveLists(em, latest);
  const listed = latest.flatMap(({ row, index }) => {
    const listId = ids.get(row.list.code);
    return listId === undefined || problems.has(index) ? [] : [{ ...row, index, listId }];
  });
  const { rows } = await sql<{ index: number; article_known: boolean; unit_known: boolean }>`
    with input as materialized (
      select row.*, product.id as product_id,
        product.unit = row.unit or exists (select from product_unit where product_id = product.id and unit = row.unit) as unit_known
      from jsonb_to_recordset(${JSON.stringify(listed)}::jsonb) as row(index int, "listId" uuid, "articleNumber" text, amount numeric,
        unit text, "baseQuantity" numeric, "minimumQuantity" numeric, "validFrom" date, "validTo" date)
      left join product on product.article_number = row."articleNumber"
    ), stored as (
      insert into price (price_list_id, product_id, unit, minimum_quantity, valid_from, valid_to, amount, base_quantity)
      select "listId", product_id, unit, "minimumQuantity", coalesce("validFrom", '-infinity'), coalesce("validTo", 'infinity'),
        amount, "baseQuantity" from input where unit_known
      on conflict (price_list_id, product_id, unit, minimum_quantity, valid_from)
        do update set (valid_to, amount, base_quantity) = (excluded.valid_to, excluded.amount, excluded.base_quantity)
    )
    select index, product_id is not null as article_known, coalesce(unit_known, false) as unit_known
    from input where unit_known is not true`.execute(em.getKysely());
  for (const { index, article_known: articleKnown } of rows) {
    const price = prices[index];
    if (!price) continue;
    problems.set(
      index,
      articleKnown
        ? { index, column: 'unit', value: price.unit, reason: 'the product has no conversion for this unit' }
        : { index, column: 'articleNumber', value: price.articleNumber, reason: 'there is no such product' },
    );
  }
  return [...problems.values()];
}

function priceKey({ list, articleNumber, unit, minimumQuantity, validFrom }: PriceInput): string {
  return JSON.stringify([list.code, articleNumber, unit, Number(minimumQuantity), validFrom ?? '']);
}

type ListedRow = { readonly row: PriceInput; readonly index: number };

/** Stores each list once. A row that tells its list otherwise than the first row of it, or than it is stored, is refused. */
async function saveLists(
  em: EntityManager,
  prices: readonly ListedRow[],
): Promise<{ readonly ids: ReadonlyMap<string, string>; readonly problems: Map<number, RowProblem> }> {
  const problems = new Map<number, RowProblem>();
  const lists = new Map<string, PriceListInput>();
  for (const { row } of prices.toSorted((one, other) => one.index - other.index)) {
    lists.set(row.list.code, lists.get(row.list.code) ?? row.list);
  }
  const others = await otherLists(em, [...lists.values()]);
  const ids = await savePriceLists(
    em,
    [...lists.values()].filter(({ code }) => !others.has(code)),
  );
  for (const { row, index } of prices) {
    const { code, customer = '' } = row.list;
    const other = others.get(code);
    const toldTwice = JSON.stringify(row.list) !== JSON.stringify(lists.get(code));
    if (other !== undefined) problems.set(index, { index, column: 'list', value: code, reason: other });
    else if (toldTwice)
      problems.set(index, { index, column: 'list', value: code, reason: 'the list is told in two ways' });
    else if (!ids.has(code)) {
      problems.set(index, { index, column: 'list.customer', value: customer, reason: 'there is no such customer' });
    }
  }
  return { ids, problems };
}

/**
 * Codes that are given to another list already, with the sentence that says so: a row of prices must not turn a customer's list into
 * the base list, or its kronor into euro, or the prices of a quotation into everybody's.
 */
async function otherLists(em: EntityManager, lists: readonly PriceListInput[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; kind: string; owner: string; currency: string; named: string }>`
    select list.code, list.kind, coalesce(customer.number, list.customer_group, '') as owner, list.currency,
      coalesce('quotation ' || list.quotation, 'contract ' || list.contract, '') as named
    from price_list list left join customer on customer.id = list.customer_id
    where list.code = any(${lists.map(({ code }) => code)}::text[])`.execute(em.getKysely());
  const stored = new Map(rows.map((row) => [row.code, row]));
  return new Map(
    lists.flatMap(({ code, kind, customer, group, currency, quotation, contract }): [string, string][] => {
      const list = stored.get(code);
      if (!list) return [];
      const named = quotation ? `quotation ${quotation}` : contract ? `contract ${contract}` : '';
      const isSame = list.kind === kind && list.owner === (customer ?? group ?? '') && list.currency === currency;
      if (isSame && list.named === named) return [];
      const words = [
        'the list is there as',
        list.kind,
        'list',
        list.owner,
        'in',
        list.currency,
        list.named && `of ${list.named}`,
      ];
      return [[code, words.filter(Boolean).join(' ')]];
    }),
  );
}

/** Ids by code. A list for a customer that is not known is left out. */
export async function savePriceLists(
  em: EntityManager,
  lists: readonly PriceListInput[],
): Promise<ReadonlyMap<string, string>> {
  const input = JSON.stringify(lists.map((list) => ({ id: v7(), ...list })));
  const { rows } = await sql<{ id: string; code: string }>`
    insert into price_list (id, code, name, kind, customer_id, customer_group, currency, quotation, contract, priority,
      valid_from, valid_to)
    select row.id, code, coalesce(row.name, code), kind, customer.id, "group", currency, quotation, contract, priority,
      coalesce("validFrom", '-infinity'), coalesce("validTo", 'infinity')
    from jsonb_to_recordset(${input}::jsonb) as row(id uuid, code text, name text, kind text, customer text, "group" text,
      currency text, quotation text, contract text, priority int, "validFrom" date, "validTo" date)
    left join customer on customer.number = row.customer
    where row.customer is null or customer.id is not null
    on conflict (code) do update set (name, kind, customer_id, customer_group, currency, quotation, contract, priority, valid_from,
      valid_to) = (excluded.name, excluded.kind, excluded.customer_id, excluded.customer_group, excluded.currency, excluded.quotation,
        excluded.contract, excluded.priority, excluded.valid_from, excluded.valid_to)
    returning id, code`.execute(em.getKysely());
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** A stored price in the shape in which it was sent. */
export interface PriceRecord extends PriceInput {
  /** Tells the price among all; the `after` of the next page. */
  readonly cursor: string;
}

export interface PriceFilter {
  readonly list?: string | undefined;
  readonly articleNumber?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

const bound = (column: string, none: string): RawBuilder<string> => sql`nullif(${sql.ref(column)}, ${none}::date)`;
/** Text that sorts like the key of a price. */
const cursor = sql`concat_ws(' ', list.id, price.product_id, price.unit, price.minimum_quantity, price.valid_from)`;

/** Prices by list and product. Throws RequestInvalid for a cursor that was not given out. `next` is the `after` of the following page; absent on the last one. */
export async function listPrices(
  em: EntityManager,
  { list, articleNumber, after, limit }: PriceFilter,
): Promise<{ readonly prices: PriceRecord[]; readonly next?: string }> {
  const where: RawBuilder<unknown>[] = [sql`true`];
  if (list !== undefined) where.push(sql`list.code = ${list}`);
  if (articleNumber !== undefined) where.push(sql`product.article_number = ${articleNumber}`);
  if (after !== undefined) where.push(sql`${key} > ${keyOf(after)}`);
  const { rows } = await sql<{ record: PriceRecord }>`
    select json_strip_nulls(json_build_object('cursor', ${cursor}, 'list', json_build_object('code', list.code, 'name', list.name,
      'kind', list.kind, 'customer', customer.number, 'group', list.customer_group, 'currency', list.currency,
      'quotation', list.quotation, 'contract', list.contract, 'priority', list.priority, 'validFrom', ${bound('list.valid_from', '-infinity')}, 'validTo', ${bound('list.valid_to', 'infinity')}),
      'articleNumber', product.article_number, 'amount', trim_scale(price.amount)::text, 'unit', price.unit,
      'baseQuantity', trim_scale(price.base_quantity)::text, 'minimumQuantity', trim_scale(price.minimum_quantity)::text,
      'validFrom', ${bound('price.valid_from', '-infinity')}, 'validTo', ${bound('price.valid_to', 'infinity')})) as record
    from price join price_list list on list.id = price.price_list_id join product on product.id = price.product_id
    left join customer on customer.id = list.customer_id
    where ${sql.join(where, sql` and `)} order by ${key} limit ${limit + 1}`.execute(em.getKysely());
  const prices = rows.slice(0, limit).map((row) => row.record);
  const last = prices.at(-1);
  return rows.length > limit && last ? { prices, next: last.cursor } : { prices };
}

const key = sql`(price.price_list_id, price.product_id, price.unit, price.minimum_quantity, price.valid_from)`;

const CURSOR = /^([0-9a-f-]{36}) ([0-9a-f-]{36}) ([A-Z0-9]{2,3}) (\d+\.\d+) (-infinity|\d{4}-\d\d-\d\d)$/;

function keyOf(after: string): RawBuilder<unknown> {
  const [, list, product, unit, minimum, from] = CURSOR.exec(after) ?? [];
  if (from === undefined) throw new RoundtripError('RequestInvalid', 'The cursor is not one that was given out.');
  return sql`(${list}::uuid, ${product}::uuid, ${unit}::text, ${minimum}::numeric, ${from}::date)`;
}
