/** What the sweeper looks after: sessions without workflow, sessions that nobody ended, and data about people that is too old. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { takeInHand, type SessionInHand } from './inHand.ts';
import { PunchOutSession, SessionDocument } from './session.entity.ts';

/** Says that the session's workflow exists. Not worth a wait for the disk: started again, it has no effect. */
export async function markSessionStarted(em: EntityManager, id: string): Promise<void> {
  await sql`with unhurried as (select set_config('synchronous_commit', 'off', true))
    update punch_out_session set workflow_started_at = now() from unhurried
    where id = ${id} and workflow_started_at is null`.execute(em.getKysely());
}

/** Sessions without a workflow that were made before `olderThan`, oldest first. */
export async function findUnstartedSessions(em: EntityManager, olderThan: Date, limit = 500): Promise<SessionInHand[]> {
  const where = { workflowStartedAt: null, finishedAt: null, createdAt: { $lt: olderThan } };
  const rows = await em.find(PunchOutSession, where, {
    orderBy: { createdAt: 'asc' },
    limit,
    disableIdentityMap: true,
  });
  return Promise.all(rows.map((row) => takeInHand(em, row)));
}

/** Ids of sessions whose time was up before `olderThan` and that no workflow has ended: theirs may have been lost. */
export async function findOverdueSessions(em: EntityManager, olderThan: Date, limit = 500): Promise<string[]> {
  const where = { finishedAt: null, expiresAt: { $lt: olderThan } };
  const rows = await em.find(PunchOutSession, where, {
    fields: ['id'],
    orderBy: { expiresAt: 'asc' },
    limit,
    disableIdentityMap: true,
  });
  return rows.map(({ id }) => id);
}

/**
 * Forgets who shopped, and the calls that say so, of sessions that ended long ago.
 * @param kept milliseconds after the end; 0: for ever
 * @returns how many sessions
 */
export async function purgePeople(em: EntityManager, kept: number, now: Date): Promise<number> {
  if (kept === 0) return 0;
  const before = new Date(now.getTime() - kept);
  return em.transactional(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update punch_out_session set user_key = null, user_name = null, user_mail = null, parameters = '{}'
      where finished_at < ${before} and (user_key is not null or user_name is not null or user_mail is not null or parameters <> '{}')
      returning id`.execute(tx.getKysely());
    const sessions = rows.map(({ id }) => id);
    await sql`delete from document_chunk where document_id in (
      select id from session_document where session_id = any(${sessions}::uuid[]) and kind = 'call')`.execute(
      tx.getKysely(),
    );
    await tx.nativeDelete(SessionDocument, { session: { $in: sessions }, kind: 'call' });
    return sessions.length;
  });
}
