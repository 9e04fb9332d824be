import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { TimelineEntry } from '../documents/timeline.entity.ts';
import { addTimeline, timelineRow } from '../documents/timeline.ts';
import { collectNotices, writePlanned } from '../notices/collect.ts';
import { markNoticeStarted, overdueNotices, unstartedNotices } from '../notices/notices.ts';
import type { Engine } from '../platform/temporal.ts';

const DAY = 86_400_000;

interface Sweeping {
  readonly orm: MikroORM;
  readonly engine: Engine;
}

/** Makes messages of what is due to be told, and starts their sending. @param mail is there a mail server? */
export async function sweepNotices({ orm, engine }: Sweeping, mail: boolean): Promise<void> {
  const em = orm.em.fork();
  try {
    await collectNotices(em, { mail, now: new Date() });
    await writePlanned(em);
  } finally {
    for (const { id, attempts } of await unstartedNotices(em, mail)) {
      // One that was tried before has a workflow that ended: a person wants it sent again.
      await (attempts > 0 ? engine.retryNotice(id) : engine.startNotice(id));
      await markNoticeStarted(em, id);
    }
  }
}

/** Messages whose workflow was lost with Temporal's own data. */
export async function resumeNotices({ orm, engine }: Sweeping, before: Date): Promise<void> {
  for (const id of await overdueNotices(orm.em.fork(), before)) await engine.startNotice(id);
}

/** A line for those who subscribed to it, once a day for as long as it lasts. */
export async function tellOfBooks(em: EntityManager, problems: number): Promise<void> {
  const code = 'books.unbalanced';
  const since = new Date(Date.now() - DAY);
  if ((await em.count(TimelineEntry, { code, at: { $gt: since } })) > 0) return;
  await addTimeline(em, [timelineRow(code, { problems }, {})]);
}
