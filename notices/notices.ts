import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { RoundtripError } from '../platform/errors.ts';
import { Notice, NoticeAttempt, type NoticeKind, type NoticeState } from './notice.entity.ts';

export interface NoticeFilter {
  readonly state?: readonly NoticeState[] | undefined;
  readonly kind?: readonly NoticeKind[] | undefined;
  readonly subscription?: string | undefined;
  readonly order?: string | undefined;
  /** Id of the last one of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Messages, newest first, one more than asked for when there are more. */
export async function listNotices(em: EntityManager, filter: NoticeFilter): Promise<Notice[]> {
  const { state, kind, subscription, order, after, limit } = filter;
  const where = {
    ...(state && { state: { $in: [...state] } }),
    ...(kind && { kind: { $in: [...kind] } }),
    ...(subscription !== undefined && { subscription }),
    ...(order !== undefined && { order }),
    ...(after !== undefined && { id: { $lt: after } }),
  };
  return em.find(Notice, where, { orderBy: { id: 'desc' }, limit: limit + 1, disableIdentityMap: true });
}

/** @throws NotFound */
export async function findNotice(em: EntityManager, id: string): Promise<Notice> {
  const notice = await em.findOne(Notice, { id }, { disableIdentityMap: true });
  if (!notice) throw new RoundtripError('NotFound', 'There is no such notice.');
  return notice;
}

/** Attempts to send a message, oldest first. */
export async function noticeAttempts(em: EntityManager, notice: string): Promise<NoticeAttempt[]> {
  return em.find(NoticeAttempt, { notice }, { orderBy: { number: 'asc' }, disableIdentityMap: true });
}

/** Written messages whose workflow was not started. @param mail false: mail waits for a mail server */
export async function unstartedNotices(em: EntityManager, mail: boolean): Promise<Pick<Notice, 'id' | 'attempts'>[]> {
  const { rows } = await sql<Pick<Notice, 'id' | 'attempts'>>`
    select id, attempts from notice where started_at is null and state = 'ready' and (${mail} or channel = 'webhook')
    order by created_at limit 200`.execute(em.getKysely());
  return rows;
}

/** Messages that should have been sent before: their workflow may be lost. */
export async function overdueNotices(em: EntityManager, before: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from notice where state = 'ready' and started_at < ${before} and coalesce(next_attempt_at, started_at) < ${before}
    limit 200`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

export async function markNoticeStarted(em: EntityManager, id: string): Promise<void> {
  await em.nativeUpdate(Notice, { id }, { startedAt: new Date() });
}

/** Is to be sent again, whatever became of it. @throws Conflict for a letter without an address */
export async function reopenNotice(em: EntityManager, notice: Notice): Promise<void> {
  if (notice.content === null) throw new RoundtripError('Conflict', 'The notice has nothing to send.');
  await em.nativeUpdate(
    Notice,
    { id: notice.id },
    { state: 'ready', startedAt: null, finishedAt: null, nextAttemptAt: null },
  );
}

export interface NoticeAttemptToRecord {
  readonly startedAt: Date;
  readonly milliseconds: number;
  readonly outcome: NoticeAttempt['outcome'];
  readonly error: string | null;
  readonly nextAttemptAt: Date | null;
}

/** The attempt and what it makes of the message. */
export async function recordNoticeAttempt(
  em: EntityManager,
  { id, attempts }: Pick<Notice, 'id' | 'attempts'>,
  { nextAttemptAt, ...attempt }: NoticeAttemptToRecord,
): Promise<void> {
  const state = ({ delivered: 'sent', refused: 'refused', failed: 'ready' } as const)[attempt.outcome];
  const number = attempts + 1;
  await em.transactional(async (tx) => {
    await tx.insert(NoticeAttempt, { notice: id, number, ...attempt });
    const finishedAt = state === 'ready' ? null : new Date();
    await tx.nativeUpdate(
      Notice,
      { id },
      { state, attempts: number, lastError: attempt.error, nextAttemptAt, finishedAt },
    );
  });
}

/** No attempt follows. */
export async function endNotice(em: EntityManager, id: string, state: 'gaveUp' | 'cancelled'): Promise<void> {
  await em.nativeUpdate(Notice, { id, state: 'ready' }, { state, nextAttemptAt: null, finishedAt: new Date() });
}
