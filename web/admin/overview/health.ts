import { statfs } from 'node:fs/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { checkReadiness, type Dependency } from '../../../api/system/ready.ts';
import { mailboxState } from '../../../documents/mailbox.ts';
import { faultSentence } from '../../../documents/sentences.ts';
import { lastReport, type Reported } from '../../../platform/workerReports.ts';
import type { Tongue } from '../../words/words.ts';
import type { AdminVisit } from '../visit.ts';
import type { PartView } from './views.ts';

/** Less is too little for PostgreSQL to go on: bytes. */
const TOO_LITTLE = 500_000_000;
const LITTLE = 5_000_000_000;
/** A sweep that is so much later than it should be does not come: milliseconds. */
const SWEEP_LATE = 60_000;

/** How each part of the installation is, in words. */
export async function healthOf({ deps, em, now, tongue }: AdminVisit): Promise<PartView[]> {
  const { config } = deps;
  const { t } = tongue;
  const [readiness, disk] = await Promise.all([checkReadiness(deps), diskOf(config.dataDirectory, tongue)]);
  return [
    dependency(readiness.postgresql, {
      name: t.overviewDatabase,
      good: t.overviewDatabaseOk,
      away: t.overviewDatabaseAway,
    }),
    dependency(readiness.temporal, { name: t.overviewEngine, good: t.overviewEngineOk, away: t.overviewEngineAway }),
    dependency(readiness.worker, { name: t.overviewWorker, good: t.overviewWorkerOk, away: t.overviewWorkerAway }),
    sweep(await lastReport(em, 'sweep'), config.sweepInterval, now, tongue),
    books(await lastReport(em, 'books'), tongue),
    await mail(em, config.smtpUrl !== undefined, tongue),
    ...(config.imapUrl === undefined ? [] : [await mailbox(em, tongue)]),
    disk,
  ];
}

function dependency(
  { state }: Dependency,
  words: { readonly name: string; readonly good: string; readonly away: string },
): PartView {
  return state === 'ok'
    ? { name: words.name, tone: 'good', text: words.good }
    : { name: words.name, tone: 'bad', text: words.away };
}

function sweep(last: Reported<'sweep'> | undefined, interval: number, now: Date, { t }: Tongue): PartView {
  if (last === undefined) return { name: t.overviewSweep, tone: 'warn', text: t.overviewSweepNever };
  const at = last.at.toISOString();
  const isLate = now.getTime() - last.at.getTime() > 3 * interval + SWEEP_LATE;
  return isLate
    ? { name: t.overviewSweep, tone: 'bad', text: t.overviewSweepLate({ at }) }
    : { name: t.overviewSweep, tone: 'good', text: t.overviewSweepOk({ at }) };
}

function books(last: Reported<'books'> | undefined, { t }: Tongue): PartView {
  if (last === undefined) return { name: t.overviewBooks, tone: 'warn', text: t.overviewBooksNever };
  const at = last.at.toISOString();
  return last.facts.balanced
    ? { name: t.overviewBooks, tone: 'good', text: t.overviewBooksOk({ at }) }
    : { name: t.overviewBooks, tone: 'bad', text: t.overviewUnbalanced({ count: last.facts.problems, at }) };
}

/** Mail that failed so far is tried again; one says how the mail server is. */
async function mail(em: EntityManager, isSetUp: boolean, { t }: Tongue): Promise<PartView> {
  const name = t.overviewMail;
  if (!isSetUp) return { name, tone: 'warn', text: t.overviewMailNone };
  const { rows } = await sql<{ failing: number; error: string | null }>`
    select count(*)::int as failing, max(last_error) as error from (
      select last_error from notice where state = 'ready' and channel = 'mail' and attempts > 0 limit 500) one`.execute(
    em.getKysely(),
  );
  const { failing, error } = rows[0]!;
  return failing === 0
    ? { name, tone: 'good', text: t.overviewMailOk }
    : { name, tone: 'bad', text: t.overviewMailFails({ count: failing, text: error ?? '' }) };
}

async function mailbox(em: EntityManager, { t, language }: Tongue): Promise<PartView> {
  const name = t.overviewMailbox;
  const state = await mailboxState(em);
  if (!state?.lookedAt) return { name, tone: 'warn', text: t.overviewMailboxNever };
  const at = state.lookedAt.toISOString();
  return state.fault
    ? { name, tone: 'bad', text: t.overviewMailboxFails({ at, text: faultSentence(state.fault, language) }) }
    : { name, tone: 'good', text: t.overviewMailboxOk({ at }) };
}

async function diskOf(folder: string, { t, w }: Tongue): Promise<PartView> {
  const name = t.overviewDisk;
  try {
    const { bavail, bsize, blocks } = await statfs(folder);
    const [free, whole] = [bavail * bsize, blocks * bsize];
    const tone = free < TOO_LITTLE ? 'bad' : free < LITTLE ? 'warn' : 'good';
    return { name, tone, text: t.overviewDiskFree({ free: w.size(free), whole: w.size(whole) }) };
  } catch {
    return { name, tone: 'bad', text: t.overviewDiskUnreadable };
  }
}
