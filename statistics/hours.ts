import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { idAt } from '../database/ids.ts';
import { measures, timeBounds } from './measures.ts';

const HOUR = 3_600_000;

/**
 * Counts an hour anew: its figures are replaced. To be called in a transaction that nobody else counts in, and that plans with the values
 * (database/customPlans.ts): rows are found by the time in their ids, an hour more to both sides, since a document has its id before or
 * after it has come in.
 * @param hour its first instant
 */
export async function countHour(tx: EntityManager, hour: Date): Promise<void> {
  const end = new Date(hour.getTime() + HOUR);
  const [fromId, toId] = [idAt(hour.getTime() - HOUR), idAt(end.getTime() + HOUR)];
  await sql`delete from hourly_figure where measure = any(${[...measures]}::text[]) and hour = ${hour}`.execute(
    tx.getKysely(),
  );
  await sql`
    with document as materialized (
      select id, partner_id, mode, state from inbound_document
      where id >= ${fromId}::uuid and id < ${toId}::uuid and received_at >= ${hour} and received_at < ${end}
    ), session as (
      select partner_id, mode, state, operation, returns from punch_out_session
      where id >= ${fromId}::uuid and id < ${toId}::uuid and created_at >= ${hour} and created_at < ${end}
    ), written as materialized (
      select * from outbound_document
      where id >= ${fromId}::uuid and id < ${toId}::uuid and created_at >= ${hour} and created_at < ${end}
    ), line as (${lines}), answer as (${answers}), figure as (
      select 'document' as measure, partner_id, mode, ${outcome} as category, count(*) as count from document group by 2, 3, 4
      union all
      select 'session', partner_id, mode, ${sessionOutcome}, count(*) from session group by 2, 3, 4
      union all
      select 'cart', partner_id, mode, 'returned', sum(returns) from session where returns > 0 group by 2, 3
      union all
      select 'line', partner_id, mode, standing, count(*) from line group by 2, 3, 4
      union all
      select 'deviation.' || standing, partner_id, mode, least(greatest(floor(percent), -21), 20)::int::text, count(*)
      from line where standing <> 'same' and percent is not null group by 1, 2, 3, 4
      union all
      select 'delivery', partner_id, mode, case state when 'ready' then 'open' else state end, count(*) from written group by 2, 3, 4
      union all
      select 'answer.' || kind, partner_id, mode, width_bucket(seconds, ${[...timeBounds]}::float8[])::text, count(*)
      from answer group by 1, 2, 3, 4
    )
    insert into hourly_figure (measure, hour, partner_id, mode, category, count)
    select measure, ${hour}, partner_id, mode, category, count from figure`.execute(tx.getKysely());
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
  select document.partner_id, document.mode, (l.comparison->>'deviationPercent')::numeric as percent,
    case when coalesce((l.comparison->>'deviation')::numeric, 0) = 0 then 'same'
      when (l.comparison->>'withinTolerance')::boolean then 'within' else 'outside' end as standing
  from document join order_line l on l.order_id = document.id
  where document.state <> 'applied' and l.comparison ? 'askedPerShopUnit'`;

/** What was delivered, or is kept for the partner to fetch. */
const answers = sql`
  select written.partner_id, written.mode, coalesce(message.kind, 'response') as kind,
    extract(epoch from case written.state when 'delivered' then written.finished_at else written.created_at end - came.received_at)::float8
      as seconds
  from written
  join inbound_document came on came.id = coalesce(written.inbound_document_id, written.order_id)
  left join order_message message on message.order_id = written.order_id and message.outbound_document_id = written.id
  where written.state in ('delivered', 'kept')
    and case when message.id is null then written.response_code in ('27', '29', '30') else message.kind in ('confirmation', 'delivery') end`;
