import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v5 } from 'uuid';
import { countBooks } from '../documents/books.ts';
import { endOfDay, startOfDay, type ShopClock } from '../documents/dueTimes.ts';
import { addTimeline, timelineRow, type TimelineFacts, type TimelineRow } from '../documents/timeline.ts';
import { businessDay, shopProfile } from '../shop/profile.ts';
import { statisticsOf } from './partnerStatistics.ts';
import { readTotals } from './series.ts';

/** The names of the entries are in it (RFC 9562, version 5), so that each is written once. */
const NAMESPACE = '0f5c5a2e-6f0b-4c1d-8a53-6a2b1c9d7e42';

/**
 * Tells, once the day is over in the shop's time zone, what came in on it and what has become of that, as of now. Done twice, by several
 * workers at once too, it is told once.
 * @returns the entry that was written; undefined where it was told before, or there is no shop yet
 */
export async function tellDailyFigures(em: EntityManager, now: Date): Promise<TimelineRow | undefined> {
  const shop = await shopProfile(em);
  if (!shop) return undefined;
  const day = businessDay(shop, new Date(startOfDay(shop, businessDay(shop, now)).getTime() - 1));
  const id = v5(day, NAMESPACE);
  return em.transactional(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('figures.daily'))`.execute(tx.getKysely());
    const { rows } = await sql`select from timeline_entry where id = ${id}`.execute(tx.getKysely());
    if (rows.length > 0) return undefined;
    const row = { ...timelineRow('figures.daily', await dailyFigures(tx, shop, day), { at: now }), id };
    await addTimeline(tx, [row]);
    return row;
  });
}

/** What came in on a day of the shop. Documents are counted as the books count them, the rest in production alone. @param day `YYYY-MM-DD` */
async function dailyFigures(em: EntityManager, shop: ShopClock, day: string): Promise<TimelineFacts['figures.daily']> {
  const period = { from: startOfDay(shop, day), before: new Date(endOfDay(shop, day).getTime() + 1) };
  const { received, ...parts } = await countBooks(em, period);
  const measures = ['session', 'cart', 'line', 'delivery'] as const;
  const totals = await readTotals(em, { ...period, measures, mode: 'production' });
  const { sessions, cartsReturned, lines, deliveries } = statisticsOf(totals);
  const { answered: _, ...visits } = sessions;
  return {
    ...{ day, received, parts, cartsReturned },
    balanced: received === sum(parts),
    sessions: sum(visits),
    linesOutside: lines.outside,
    undelivered: deliveries.open + deliveries.gaveUp + deliveries.refusedByReceiver,
  };
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
