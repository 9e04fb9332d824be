import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { withCustomPlans } from '../database/customPlans.ts';
import { instant } from '../database/text.ts';
import { idAt } from '../database/ids.ts';
import { lastReport, report } from '../platform/workerReports.ts';
import { countHour } from './hours.ts';

const HOUR = 3_600_000;
/** Timeline that is looked through at once: a day of a large house. */
const STEP = 24 * HOUR;
/** An entry has its time before its transaction ends: what was looked through so recently is looked through again. */
const OVERLAP = 300_000;

/**
 * Brings the figures up to date: whatever has happened to a document or a session since the last time stands in the timeline, and its hour
 * is counted anew. Done twice it gives the same; while another worker is at it, nothing is done.
 * @returns are the figures up to date? If not, call it again: it goes on where it ended.
 */
export async function refreshFigures(em: EntityManager, now: Date): Promise<boolean> {
  return withCustomPlans(em.fork(), async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('statistics.refresh')) as mine`.execute(tx.getKysely());
    if (!rows[0]!.mine) return true;
    const last = await lastReport(tx, 'figures');
    const from = await firstEntry(tx, last ? new Date(Date.parse(last.facts.until) - OVERLAP) : new Date(0));
    const until = new Date(from === undefined ? now : Math.min(from.getTime() + STEP, now.getTime()));
    const hours = from === undefined ? [] : await changedHours(tx, from, until);
    for (const hour of hours) await countHour(tx, hour);
    await report(tx, 'figures', { until: until.toISOString() }, now);
    return until >= now;
  });
}

/** When the first entry since then was written: quiet months are stepped over. */
async function firstEntry(em: EntityManager, since: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ at: string }>`
    select ${instant('at')} as at from timeline_entry where id >= ${idAt(since)}::uuid order by id limit 1`.execute(
    em.getKysely(),
  );
  return rows[0] && new Date(rows[0].at);
}

/** Hours of what the entries of a time are about. */
async function changedHours(em: EntityManager, from: Date, until: Date): Promise<Date[]> {
  const { rows } = await sql<{ hour: string }>`
    with entry as materialized (
      select distinct inbound_document_id, outbound_document_id, session_id from timeline_entry
      where id >= ${idAt(from)}::uuid and id < ${idAt(until.getTime() + 1)}::uuid
    )
    select distinct ${instant('hour')} as hour from (
      select date_trunc('hour', received_at, 'UTC') as hour from entry join inbound_document d on d.id = entry.inbound_document_id
      union
      select date_trunc('hour', created_at, 'UTC') from entry join outbound_document d on d.id = entry.outbound_document_id
      union
      select date_trunc('hour', created_at, 'UTC') from entry join punch_out_session s on s.id = entry.session_id
    ) changed order by hour`.execute(em.getKysely());
  return rows.map(({ hour }) => new Date(hour));
}
