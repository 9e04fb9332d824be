import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { jsonText } from '../database/text.ts';
import type { CatalogueFormat } from '../formats/document/catalogue.ts';
import { catalogueSettings, weekdayNumber, type CatalogueSchedule } from '../partners/catalogue.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { RoundtripError } from '../platform/errors.ts';
import { businessDay, shopProfile } from '../shop/profile.ts';
import { beginExport } from './catalogueExports.ts';
import { refusalOf } from './catalogueRefusals.ts';
import { CatalogueTurn } from './catalogueSchedule.entity.ts';
import { instantOn, isWorkingDay, type ShopClock } from './dueTimes.ts';

const DAY = 86_400_000;
/** A turn comes at least as often: a week, and a day for the clocks. */
const DAYS = 8;

/** The last moment up to `now` at which a schedule was due. */
export function lastDue(shop: ShopClock, schedule: CatalogueSchedule, now: Date): Date | undefined {
  return turns(shop, schedule, now, -1).find((due) => due <= now);
}

/** The next moment after `now`. */
export function nextDue(shop: ShopClock, schedule: CatalogueSchedule, now: Date): Date | undefined {
  return turns(shop, schedule, now, 1).find((due) => due > now);
}

/** The turns around `now`, into the past or into the future. */
function turns(shop: ShopClock, { every, weekday, at }: CatalogueSchedule, now: Date, step: 1 | -1): Date[] {
  const today = Date.parse(businessDay(shop, now));
  const days = Array.from({ length: DAYS }, (_, i) => new Date(today + step * i * DAY));
  return days
    .filter((day) => every !== 'week' || (day.getUTCDay() || 7) === weekdayNumber(weekday))
    .map((day) => day.toISOString().slice(0, 10))
    .filter((day) => every !== 'workingDay' || isWorkingDay(shop, day))
    .map((day) => instantOn(shop, day, at));
}

interface Scheduled {
  readonly partnerId: string;
  readonly mode: Mode;
  /** Since when the agreement in force holds: what was due before is none of its turns. */
  readonly since: string;
  readonly catalogue: unknown;
  /** When each format had its last turn. */
  readonly taken: Readonly<Record<string, string>>;
}

interface Turn {
  readonly partnerId: string;
  readonly mode: Mode;
  readonly format: CatalogueFormat;
  readonly due: Date;
}

/**
 * Begins the catalogues whose turn has come: each turn once, whoever else looks at the same time, and one turn for all that were missed
 * while nothing ran. Where one cannot begin, the turn says why.
 * @returns how many turns were taken
 */
export async function takeTurns(em: EntityManager, now: Date): Promise<number> {
  const shop = await shopProfile(em);
  if (!shop) return 0;
  let taken = 0;
  for (const scheduled of await agreementsWithSchedule(em)) {
    for (const turn of dueTurns(shop, scheduled, now)) if (await takeTurn(em.fork(), turn, now)) taken += 1;
  }
  return taken;
}

async function agreementsWithSchedule(em: EntityManager): Promise<Scheduled[]> {
  const { rows } = await sql<Scheduled>`
    select one.partner_id as "partnerId", one.mode, one.created_at as since, one.settings -> 'catalogue' as catalogue,
      (select coalesce(jsonb_object_agg(turn.format, turn.due_at), '{}') from catalogue_turn turn
        where turn.partner_id = one.partner_id and turn.mode = one.mode) as taken
    from partner_agreement one join partner on partner.id = one.partner_id and partner.enabled
    where one.settings #> '{catalogue,schedule}' is not null
      and not exists (select from partner_agreement newer
        where newer.partner_id = one.partner_id and newer.mode = one.mode and newer.version > one.version)`.execute(
    em.getKysely(),
  );
  return rows;
}

function dueTurns(shop: ShopClock, { partnerId, mode, since, catalogue, taken }: Scheduled, now: Date): Turn[] {
  const { schedule, formats } = catalogueSettings.parse(catalogue);
  const due = schedule && lastDue(shop, schedule, now);
  if (!due || due < new Date(since)) return [];
  const open = formats.filter((format) => taken[format] === undefined || new Date(taken[format]) < due);
  return open.map((format) => ({ partnerId, mode, format, due }));
}

/** @returns false where another worker has taken it */
async function takeTurn(em: EntityManager, { partnerId, mode, format, due }: Turn, now: Date): Promise<boolean> {
  return em.transactional(async (tx) => {
    const { numAffectedRows } = await sql`insert into catalogue_turn (partner_id, mode, format, due_at)
      values (${partnerId}, ${mode}, ${format}, ${due})
      on conflict (partner_id, mode, format) do update set due_at = excluded.due_at, export_id = null, refusal = null
      where catalogue_turn.due_at < excluded.due_at`.execute(tx.getKysely());
    if (numAffectedRows !== 1n) return false;
    const outcome = await begin(tx, { partnerId, mode, format }, now);
    await sql`update catalogue_turn set export_id = ${outcome.exportId ?? null}::uuid,
      refusal = ${outcome.refusal === undefined ? null : jsonText(outcome.refusal)}::jsonb
      where partner_id = ${partnerId} and mode = ${mode} and format = ${format}`.execute(tx.getKysely());
    return true;
  });
}

async function begin(tx: EntityManager, given: Omit<Turn, 'due'>, now: Date) {
  try {
    // in a savepoint: the turn is taken, whatever becomes of it
    const { id } = await tx.transactional((inner) => beginExport(inner, { ...given, by: 'roundtrip' }, now));
    return { exportId: id };
  } catch (error) {
    if (!(error instanceof RoundtripError) || error.type === 'StoreUnavailable') throw error;
    return { refusal: refusalOf(error) };
  }
}

/** The last turns of a partner's schedules. */
export async function lastTurns(em: EntityManager, partnerId: string): Promise<CatalogueTurn[]> {
  return em.find(CatalogueTurn, { partner: partnerId }, { disableIdentityMap: true });
}
