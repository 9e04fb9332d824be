import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { estimatedRows, withCustomPlans } from '../database/customPlans.ts';
import { instant } from '../database/text.ts';
import type { OrderOperation } from '../formats/document/order.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { OrderStatus } from '../shop/orderStatus.ts';
import { findingBranches } from './orderFinding.ts';

/** An order as the console lists it. Absent values are null. */
export interface ListedOrder {
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatus;
  /** Of a document that changes or takes back an order, and waits or was carried out. */
  readonly operation: OrderOperation | null;
  /** The buyer's order number. */
  readonly externalNumber: string;
  readonly partner: string;
  readonly mode: Mode;
  readonly customer: { readonly number: string; readonly name: string } | null;
  readonly currency: string;
  readonly amount: string | null;
  readonly lineCount: number;
  readonly openLines: number;
  /** A price is not ours, be it within what is agreed. */
  readonly deviates: boolean;
  /** Name of the account. */
  readonly assignedTo: string | null;
  /** UTC instant, ISO 8601. */
  readonly receivedAt: string;
}

/** What an order is looked for by; all that are given must hold. */
export interface OrderListFilter {
  /** Words: our number, the buyer's number and references, partner, customer, article number, notes. */
  readonly text?: string | undefined;
  readonly status?: readonly OrderStatus[] | undefined;
  readonly partnerId?: string | undefined;
  readonly mode?: Mode | undefined;
  /** Customer number. */
  readonly customer?: string | undefined;
  /** Our article number, on a line that it was recognised on. */
  readonly article?: string | undefined;
  /** Received from (inclusive) and before (exclusive). */
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
  readonly deviating?: boolean | undefined;
  /** Id of an account; null: nobody. */
  readonly assignedTo?: string | null | undefined;
}

export const orderSorts = ['received', 'externalNumber', 'sum'] as const;
export type OrderSort = (typeof orderSorts)[number];

export interface OrderListPage {
  /** Orders found by words are always newest first. */
  readonly sort: OrderSort;
  readonly ascending: boolean;
  /** Where the page before ended. */
  readonly after?: { readonly value: string; readonly id: string } | undefined;
  readonly limit: number;
}

export interface OrderList {
  readonly orders: readonly ListedOrder[];
  /** The `after` of the following page; absent on the last one. */
  readonly next?: { readonly value: string; readonly id: string };
  /** About how many there are on all pages; undefined where words are looked for. */
  readonly about: number | undefined;
}

/** What each order of the list is sorted by, before its id. */
const sortKeys: Readonly<Record<OrderSort, RawBuilder<unknown> | undefined>> = {
  // An id is made at receipt, and sorts by it.
  received: undefined,
  externalNumber: sql`orders.external_number`,
  sum: sql`coalesce(orders.amount, 0)`,
};

/** A page of orders. As quick with a million orders as with a thousand: each question enters an index and stops at the end of the page. */
export async function listOrdersFor(
  em: EntityManager,
  filter: OrderListFilter,
  page: OrderListPage,
): Promise<OrderList> {
  return withCustomPlans(em, async (tx) => {
    const found = await findIds(tx, filter, page);
    const rows = await readRows(tx, found);
    const isLast = found.length <= page.limit;
    const orders = found.slice(0, page.limit).flatMap(({ id }) => rows.get(id) ?? []);
    const end = found[page.limit - 1];
    return {
      orders,
      ...(!isLast && end && { next: end }),
      about: await aboutHowMany(tx, filter, isLast && !page.after ? orders.length : undefined),
    };
  });
}

interface Found {
  readonly id: string;
  readonly value: string;
}

/** So long after its document an order may come to be counted as new: its checks may have waited for a service that was away. */
const LATEST = 3_600_000;

/** How many orders that a list would show have come since an instant, up to `most`. Enters the index of ids, which sort by receipt. */
export async function countNewOrders(
  em: EntityManager,
  filter: OrderListFilter,
  { since, most }: { readonly since: Date; readonly most: number },
): Promise<number> {
  const begin = firstId(new Date(since.getTime() - LATEST));
  const where = allOf([...conditions(filter), sql`orders.id >= ${begin}::uuid`, sql`orders.created_at > ${since}`]);
  const limit = sql`limit ${most}`;
  return withCustomPlans(em, async (tx) => {
    const found =
      filter.text === undefined
        ? sql`select from orders where ${where} ${limit}`
        : sql`select id from (${sql.join(await findingBranches(tx, filter.text, { where, limit }), sql` union `)}) any_of ${limit}`;
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${found}) found`.execute(
      tx.getKysely(),
    );
    return rows[0]!.count;
  });
}

/** Ids of the page and of one order more, in order. */
async function findIds(em: EntityManager, filter: OrderListFilter, page: OrderListPage): Promise<Found[]> {
  const limit = sql`limit ${page.limit + 1}`;
  const where = conditions(filter);
  if (filter.text !== undefined) {
    if (page.after) where.push(sql`orders.id < ${page.after.id}`);
    const branches = await findingBranches(em, filter.text, { where: allOf(where), limit });
    const { rows } = await sql<Found>`select id, '' as value from (${sql.join(branches, sql` union `)}) found
      order by id desc ${limit}`.execute(em.getKysely());
    return rows;
  }
  const key = sortKeys[page.sort];
  const direction = page.ascending ? sql`asc` : sql`desc`;
  if (page.after) where.push(beyond(key, page.after, page.ascending));
  const { rows } = await sql<Found>`select orders.id, ${key ? sql`${key}::text` : sql`''`} as value from orders
    where ${allOf(where)}
    order by ${key ? sql`${key} ${direction}, ` : sql``}orders.id ${direction} ${limit}`.execute(em.getKysely());
  return rows;
}

function beyond(key: RawBuilder<unknown> | undefined, { value, id }: Found, ascending: boolean): RawBuilder<unknown> {
  const than = ascending ? sql`>` : sql`<`;
  return key ? sql`(${key}, orders.id) ${than} (${value}, ${id}::uuid)` : sql`orders.id ${than} ${id}::uuid`;
}

function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

function conditions(filter: OrderListFilter): RawBuilder<unknown>[] {
  const { status, partnerId, mode, customer, article, from, before, deviating, assignedTo } = filter;
  const found: RawBuilder<unknown>[] = [];
  if (status) found.push(sql`orders.status = any(${[...status]}::text[])`);
  if (partnerId !== undefined) found.push(sql`orders.partner_id = ${partnerId}`);
  // Of tests there is an index, and production is the rest. An order has the id of its document, so that both are read in one order.
  const tests = sql`orders.id in (select id from inbound_document where mode = 'test')`;
  if (mode !== undefined) found.push(mode === 'test' ? tests : sql`not ${tests}`);
  if (customer !== undefined) {
    found.push(sql`orders.customer_id = (select id from customer where number = ${customer})`);
  }
  if (article !== undefined) {
    found.push(sql`orders.id in (select order_id from order_line
      where product_id = (select id from product where article_number = ${article}))`);
  }
  if (from) found.push(sql`orders.id >= ${firstId(from)}::uuid`);
  if (before) found.push(sql`orders.id < ${firstId(before)}::uuid`);
  if (deviating) found.push(sql`orders.id in (select order_id from order_line where comparison -> 'band' is not null)`);
  if (assignedTo === null) found.push(sql`orders.assigned_to_id is null`);
  else if (assignedTo !== undefined) found.push(sql`orders.assigned_to_id = ${assignedTo}`);
  return found;
}

/** The first id that is made at an instant: one of version 7 begins with its milliseconds (RFC 9562, 5.7), and an order has that of its document. */
function firstId(at: Date): string {
  const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

async function readRows(em: EntityManager, found: readonly Found[]): Promise<ReadonlyMap<string, ListedOrder>> {
  const { rows } = await sql<ListedOrder>`
    select orders.id, orders.number, orders.status, header ->> 'operation' as operation, external_number as "externalNumber",
      partner.name as partner, document.mode, case when customer.id is not null
        then json_build_object('number', customer.number, 'name', customer.name) end as customer,
      currency, trim_scale(amount)::text as amount, orders.line_count as "lineCount", open_lines as "openLines",
      exists (select from order_line where order_id = orders.id and comparison -> 'band' is not null) as deviates,
      account.name as "assignedTo", ${instant('document.received_at')} as "receivedAt"
    from orders join inbound_document document on document.id = orders.inbound_document_id
    join partner on partner.id = orders.partner_id left join customer on customer.id = orders.customer_id
    left join account on account.id = orders.assigned_to_id
    where orders.id = any(${found.map(({ id }) => id)}::uuid[])`.execute(em.getKysely());
  return new Map(rows.map((row) => [row.id, row]));
}

/** @param counted where all of them stand on the page */
async function aboutHowMany(
  em: EntityManager,
  filter: OrderListFilter,
  counted: number | undefined,
): Promise<number | undefined> {
  if (counted !== undefined) return counted;
  if (filter.text !== undefined) return undefined;
  return estimatedRows(em, sql`select from orders where ${allOf(conditions(filter))}`);
}
