/** How far the data of the shop behind us were read, kind by kind. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { ConnectionSettings } from './input/connection.ts';
import type { ShopFault } from './port.ts';
import { pullKinds, ShopPull, type PullKind, type PullProblem } from './pull.entity.ts';

/** Refused rows that are kept of a run. */
const MOST_PROBLEMS = 100;
/** After a fault it is tried again so soon, unless the schedule comes first. Milliseconds. */
const AFTER_FAULT = 300_000;
const MINUTE = 60_000;

/** What is read of the shop, in the order in which one names the other. */
export function pulledKinds({ pull, orders, url }: ConnectionSettings): PullKind[] {
  return pullKinds.filter((kind) =>
    kind === 'statuses' ? orders !== 'kept' && url !== undefined : pull.includes(kind),
  );
}

/** The first kind that is due, or under way; a kind that was never read is due. */
export async function duePull(
  em: EntityManager,
  settings: ConnectionSettings,
  now: Date,
): Promise<ShopPull | undefined> {
  const kinds = pulledKinds(settings);
  if (kinds.length === 0) return undefined;
  await sql`insert into shop_pull (kind, due_at) select unnest(${kinds}::text[]), ${now} on conflict do nothing`.execute(
    em.getKysely(),
  );
  const where = { kind: { $in: kinds }, dueAt: { $lte: now } };
  const due = await em.find(ShopPull, where, { disableIdentityMap: true });
  return due.toSorted((one, other) => pullKinds.indexOf(one.kind) - pullKinds.indexOf(other.kind))[0];
}

/** A run begins; one that is under way goes on where it was. */
export async function beginPull(
  em: EntityManager,
  { kind, startedAt, finishedAt }: ShopPull,
  now: Date,
): Promise<void> {
  if (startedAt != null && finishedAt == null) return;
  const begun = { startedAt: now, finishedAt: null, rows: 0, refused: 0, problems: [] };
  await em.nativeUpdate(ShopPull, { kind }, begun);
}

/** A page is stored: in the same transaction, so that after a crash it is neither lost nor counted twice. */
export async function notePage(
  em: EntityManager,
  kind: PullKind,
  page: { readonly cursor: string | undefined; readonly rows: number; readonly problems: readonly PullProblem[] },
): Promise<void> {
  await sql`
    update shop_pull set cursor = ${page.cursor ?? null}, rows = rows + ${page.rows}, refused = refused + ${page.problems.length},
      problems = (select coalesce(jsonb_agg(one), '[]') from (
        select one from jsonb_array_elements(problems || ${JSON.stringify(page.problems.slice(0, MOST_PROBLEMS))}::jsonb) as one
        limit ${MOST_PROBLEMS}) kept)
    where kind = ${kind}`.execute(em.getKysely());
}

/**
 * The run is over, or broken off by a fault: the next one goes on from the last page that was stored. `isLater`: something of a page has to
 * wait for a moment.
 */
export async function endPull(
  em: EntityManager,
  kind: PullKind,
  {
    settings,
    fault,
    isLater = false,
    now,
  }: {
    readonly settings: ConnectionSettings;
    readonly fault?: ShopFault;
    readonly isLater?: boolean;
    readonly now: Date;
  },
): Promise<void> {
  const pause = settings.pullMinutes * MINUTE;
  const soonest = fault ? AFTER_FAULT : isLater ? MINUTE : pause;
  const dueAt = new Date(now.getTime() + Math.min(pause, soonest));
  await em.nativeUpdate(ShopPull, { kind }, { finishedAt: now, dueAt, fault: fault ?? null });
}

/** It is read now instead of when it is due. @param all from the beginning, not only what has changed */
export async function askForPull(em: EntityManager, kind: PullKind, all: boolean, now: Date): Promise<void> {
  await em.nativeUpdate(ShopPull, { kind }, { dueAt: now, ...(all && { cursor: null }) });
}

/** All kinds that were ever read. */
export async function listPulls(em: EntityManager): Promise<ShopPull[]> {
  return em.find(ShopPull, {}, { disableIdentityMap: true });
}
