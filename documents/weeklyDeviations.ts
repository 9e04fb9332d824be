import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v5 } from 'uuid';
import { businessDay, shopProfile } from '../shop/profile.ts';
import { repeatedDeviations, type RepeatedDeviation } from '../shop/repeatedDeviations.ts';
import { addTimeline, timelineRow, type TimelineRow } from './timeline.ts';

/** Articles that an entry names. */
const MOST_ARTICLES = 20;
/** The names of the entries are in it (RFC 9562, version 5), so that each is written once. */
const NAMESPACE = '5f0c0f5e-52a7-4d0f-9a6e-0d6f3b8f2a11';
const DAY = 86_400_000;

/**
 * Tells, once the week is over in the shop's time zone, of each partner what price deviations came more than once in it. Done twice, by
 * several workers at once too, it is told once.
 * @returns the entries that were written
 */
export async function tellWeeklyDeviations(em: EntityManager, now: Date): Promise<readonly TimelineRow[]> {
  const shop = await shopProfile(em);
  if (!shop) return [];
  const week = lastWeek(businessDay(shop, now));
  return em.transactional(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('deviations.weekly'))`.execute(tx.getKysely());
    const deviations = await repeatedDeviations(tx, { ...week, timeZone: shop.timeZone });
    const byPartner = Map.groupBy(deviations, ({ partnerId }) => partnerId);
    const names = await untold(tx, [...byPartner.keys()], week.from);
    const rows = [...names].map(([partnerId, partner]) => ({
      ...timelineRow('deviations.weekly', facts(byPartner.get(partnerId) ?? [], { partnerId, partner, ...week }), {
        at: now,
      }),
      id: entryId(partnerId, week.from),
    }));
    await addTimeline(tx, rows);
    return rows;
  });
}

/** Monday to Sunday before the week that the day is in. */
function lastWeek(day: string): { readonly from: string; readonly to: string } {
  const today = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (today.getUTCDay() + 6) % 7;
  const monday = today.getTime() - sinceMonday * DAY;
  return { from: plainDay(monday - 7 * DAY), to: plainDay(monday - DAY) };
}

function plainDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function entryId(partnerId: string, from: string): string {
  return v5(`${partnerId} ${from}`, NAMESPACE);
}

/** Names of the partners, by id, whose entry of the week is not there yet. */
async function untold(
  em: EntityManager,
  partnerIds: readonly string[],
  from: string,
): Promise<ReadonlyMap<string, string>> {
  if (partnerIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select partner.id, partner.name
    from unnest(${[...partnerIds]}::uuid[], ${partnerIds.map((id) => entryId(id, from))}::uuid[]) as week(partner_id, entry_id)
    join partner on partner.id = week.partner_id
    where not exists (select from timeline_entry where id = week.entry_id) order by partner.name, partner.id`.execute(
    em.getKysely(),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function facts(
  deviations: readonly RepeatedDeviation[],
  about: { readonly partnerId: string; readonly partner: string; readonly from: string; readonly to: string },
) {
  const articles = deviations
    .slice(0, MOST_ARTICLES)
    .map(({ articleNumber, lines, sum, currency }) => ({ articleNumber, lines, sum, currency }));
  return { ...about, count: deviations.length, articles };
}
