/** Price deviations that came more than once: what the price lists of the shop and of the buyer disagree about. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { idAt } from '../database/ids.ts';
import type { Reason } from './evaluation.ts';

/** One article of a partner that was ordered at another price than ours, in one direction. */
export interface RepeatedDeviation {
  readonly partnerId: string;
  readonly articleNumber: string;
  readonly currency: string;
  readonly direction: 'above' | 'below';
  /** Lines, and orders with such lines. */
  readonly lines: number;
  readonly orders: number;
  /** Of the latest line: prices of one shop unit. */
  readonly ours: string;
  readonly theirs: string;
  readonly unit: string;
  /** Of all lines: asked minus ours, accepted or not. */
  readonly sum: string;
  /** The deviation of the latest line that was told, with what may be behind it; absent where all were accepted silently. */
  readonly latest?: Reason;
}

export interface DeviationPeriod {
  /** Business days in the time zone, both included, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** Absent: of all partners. */
  readonly partnerId?: string | undefined;
}

/** Articles in one answer. */
const MOST_ROWS = 1_000;
/** An order has the id of its document, which may have come some days before it was placed or held. */
const DAYS_BEFORE = 7;
const DAY = 86_400_000;

interface Row extends Omit<RepeatedDeviation, 'latest'> {
  latest: Reason | null;
}

/** Deviations in production orders of the period that came in two lines or more, the largest sum first. One SQL statement. */
export async function repeatedDeviations(
  em: EntityManager,
  { from, to, timeZone, partnerId }: DeviationPeriod,
): Promise<RepeatedDeviation[]> {
  const { rows } = await sql<Row>`
    select orders.partner_id as "partnerId", product.article_number as "articleNumber", orders.currency,
      line.comparison->'band'->>'direction' as direction, count(*)::int as lines, count(distinct orders.id)::int as orders,
      ${latest(sql`line.comparison->>'ourPerShopUnit'`)} as ours, ${latest(sql`line.comparison->>'askedPerShopUnit'`)} as theirs,
      ${latest(sql`line.match->>'shopUnit'`)} as unit, trim_scale(sum((line.comparison->>'sumDeviation')::numeric))::text as sum,
      (array_agg(told.reason order by orders.id desc, line.position desc) filter (where told.reason is not null))[1] as latest
    from orders
    join inbound_document document on document.id = orders.inbound_document_id and document.mode = 'production'
    join order_line line on line.order_id = orders.id and line.comparison->'band' is not null
    join product on product.id = line.product_id
    left join lateral (
      select reason from jsonb_array_elements(line.reasons) reason where reason->>'code' = 'PRICE_DEVIATION' limit 1
    ) told on true
    where (${partnerId ?? null}::uuid is null or orders.partner_id = ${partnerId ?? null}::uuid)
      and orders.id >= ${idAt(Date.parse(from) - DAYS_BEFORE * DAY)}::uuid and orders.id < ${idAt(Date.parse(to) + 2 * DAY)}::uuid
      and (orders.created_at at time zone ${timeZone})::date between ${from}::date and ${to}::date
    group by 1, 2, 3, 4
    having count(*) > 1
    order by abs(sum((line.comparison->>'sumDeviation')::numeric)) desc, 1, 2, 3, 4
    limit ${MOST_ROWS}`.execute(em.getKysely());
  return rows.map(({ latest: reason, ...row }) => ({ ...row, ...(reason && { latest: reason }) }));
}

function latest(value: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(array_agg(${value} order by orders.id desc, line.position desc))[1]`;
}
