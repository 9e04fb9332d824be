import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { idAt } from '../database/ids.ts';
import { measures, timeBounds } from './measures.ts';

const HOUR = 3_600_000;

/**
 * Counts hours anew: their figures are replaced. To be called in a transaction that nobody else counts in. Rows are found by the time in
 * their ids, an hour more to both sides, since a document has its id before or after it has come in.
 * @param hours first instants of hours
 */
export async function countHours(tx: EntityManager, hours: readonly Date[]): Promise<void> {
  if (hours.length === 0) return;
  const starts = sql`${hours.map((hour) => hour.toISOString())}::timestamptz[]`;
  await sql`delete from hourly_figure where measure = any(${[...measures]}::text[]) and hour = any(${starts})`.execute(
    tx.getKysely(),
  );
  await sql`
    with h as materialized (
      select * from unnest(${starts}, ${hours.map((hour) => idAt(hour.getTime() - HOUR))}::uuid[],
        ${hours.map((hour) => idAt(hour.getTime() + 2 * HOUR))}::uuid[]) as h(hour, from_id, to_id)
    ), document as materialized (
      select h.hour, d.id, d.partner_id, d.mode, d.state from h join inbound_document d
        on d.id >= h.from_id and d.id < h.to_id and d.received_at >= h.hour and d.received_at < h.hour + interval '1 hour'
    ), session as (
      select h.hour, s.partner_id, s.mode, s.state, s.operation, s.returns from h join punch_out_session s
        on s.id >= h.from_id and s.id < h.to_id and s.created_at >= h.hour and s.created_at < h.hour + interval '1 hour'
    ), written as materialized (
      select h.hour, o.* from h join outbound_document o
        on o.id >= h.from_id and o.id < h.to_id and o.created_at >= h.hour and o.created_at < h.hour + interval '1 hour'
    ), line as (${lines}), answer as (${answers})
    insert into hourly_figure (measure, hour, partner_id, mode, category, count)
    select 'document', hour, partner_id, mode, ${outcome}, count(*) from document group by 2, 3, 4, 5
    union all
    select 'session', hour, partner_id, mode, ${sessionOutcome}, count(*) from session group by 2, 3, 4, 5
    union all
    select 'cart', hour, partner_id, mode, 'returned', sum(returns) from session where returns > 0 group by 2, 3, 4
    union all
    select 'line', hour, partner_id, mode, standing, count(*) from line group by 2, 3, 4, 5
    union all
    select 'deviation.' || standing, hour, partner_id, mode, least(greatest(floor(percent), -21), 20)::int::text, count(*)
    from line where standing <> 'same' and percent is not null group by 1, 2, 3, 4, 5
    union all
    select 'delivery', hour, partner_id, mode, case state when 'ready' then 'open' else state end, count(*) from written group by 2, 3, 4, 5
    union all
    select 'answer.' || kind, hour, partner_id, mode, width_bucket(seconds, ${[...timeBounds]}::float8[])::text, count(*)
    from answer group by 1, 2, 3, 4, 5`.execute(tx.getKysely());
}

const outcome = sql`case
  when document.state = 'received' then 'inProgress'
  when document.state <> 'placed' then document.state
  when exists (select from timeline_entry entry where entry.inbound_document_id = document.id and entry.code = 'order.held') then 'decided'
  else 'clean' end`;

const sessionOutcome = sql`case
  when session.operation in ('validate', 'background_search') then 'answered'
  when session.state in ('authenticated', 'shopping') then 'open'
  else session.state end`;

/** Of orders and not of changes: a line that is changed would count twice. */
const lines = sql`
  select document.hour, document.partner_id, document.mode, (l.comparison->>'deviationPercent')::numeric as percent,
    case when coalesce((l.comparison->>'deviation')::numeric, 0) = 0 then 'same'
      when (l.comparison->>'withinTolerance')::boolean then 'within' else 'outside' end as standing
  from document join order_line l on l.order_id = document.id
  where document.state <> 'applied' and l.comparison ? 'askedPerShopUnit'`;

/** What was delivered, or is kept for the partner to fetch. */
const answers = sql`
  select written.hour, written.partner_id, written.mode, coalesce(message.kind, 'response') as kind,
    extract(epoch from case written.state when 'delivered' then written.finished_at else written.created_at end - came.received_at)::float8
      as seconds
  from written
  join inbound_document came on came.id = coalesce(written.inbound_document_id, written.order_id)
  left join order_message message on message.order_id = written.order_id and message.outbound_document_id = written.id
  where written.state in ('delivered', 'kept')
    and case when message.id is null then written.response_code in ('27', '29', '30') else message.kind in ('confirmation', 'delivery') end`;
