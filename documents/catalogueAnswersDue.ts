import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { instant } from '../database/text.ts';
import { catalogueResponseFormats } from '../formats/document/documentStatus.ts';
import type { Agreement } from '../partners/agreement.ts';
import { findAgreement } from '../partners/partners.ts';
import type { Logger } from '../platform/logging.ts';
import { afterWorkingDays } from '../sessions/days.ts';
import { businessDay, shopProfile } from '../shop/profile.ts';
import { tellUnanswered } from './catalogueCalls.ts';
import { CatalogueExport } from './catalogueExport.entity.ts';
import { readExport } from './catalogueExports.ts';
import { endOfDay, type ShopClock } from './dueTimes.ts';

const AT_ONCE = 100;
/** Milliseconds in which a partner that never answers is pointed out once, however often it gets a catalogue. */
const WEEK = 604_800_000;

/**
 * When the partner should have said whether it takes a catalogue: at the end of the working day that the agreement gives it. Undefined
 * where none is answered.
 * @param since when the catalogue arrived, or was written
 */
export function catalogueAnswerDue(
  shop: ShopClock,
  { catalogue }: Pick<Agreement, 'catalogue'>,
  { format }: Pick<CatalogueExport, 'format'>,
  since: Date,
): Date | undefined {
  if (catalogue.response !== 'expected' || !format.startsWith('peppol')) return undefined;
  const days = catalogue.responseWithinDays;
  return endOfDay(shop, afterWorkingDays(businessDay(shop, since), days, shop.workingDays));
}

/** Condition on `run`: the partner has said of all its documents that it takes them, or of one that it does not. */
const answered = sql<boolean>`(exists (${said(['refused'])}) or not exists (
  select from catalogue_export_part part where part.export_id = run.id and not exists (${said(['accepted', 'refused'])}
    and other.part = part.part)))`;

function said(standings: readonly string[]) {
  return sql`select from catalogue_export_part other
    join timeline_entry entry on entry.outbound_document_id = other.outbound_document_id and entry.code = 'status.received'
    where other.export_id = run.id and entry.facts->>'standing' = any (${standings})
      and entry.facts->>'format' = any (${catalogueResponseFormats})`;
}

/** Condition on `run`: the reminder still holds; it came since the given instant. */
export function unansweredSince(since: Date) {
  return sql<boolean>`run.answer_reminded_at > ${since} and not ${answered}`;
}

interface Due {
  readonly id: string;
  readonly answered: boolean;
  /** Does a document still have to arrive, or to be written? */
  readonly underWay: boolean;
  /** When the last one arrived, or was kept to be fetched; ISO 8601. Null: one did not, and will not. */
  readonly arrived: string | null;
}

/**
 * Points out once that a partner has not said in time whether it takes a catalogue: a line in the timeline, which subscribers are told, and
 * the log for whoever watches it. The time runs from when all of it has arrived.
 */
export async function remindOfCatalogues(em: EntityManager, log: Logger, now: Date): Promise<void> {
  const told = await em.transactional(async (tx) => {
    const due = await findDue(tx, now);
    const shop = due.length > 0 ? await shopProfile(tx) : undefined;
    const overdue: { readonly exportId: string; readonly due: string }[] = [];
    for (const one of due) {
      const run = await readExport(tx, one.id);
      const next = await nextLook(tx, shop!, { run, one, now });
      const isDue = next !== undefined && next <= now;
      const isTold = isDue && !(await isToldOf(tx, run, now));
      const stands = isTold || !isDue ? (next ?? null) : null;
      await tx.nativeUpdate(
        CatalogueExport,
        { id: run.id },
        { answerDue: stands, answerRemindedAt: isTold ? now : null },
      );
      if (!isTold) continue;
      await tellUnanswered(tx, run, next);
      overdue.push({ exportId: run.id, due: next.toISOString() });
    }
    return overdue;
  });
  for (const facts of told) log.warn({ alert: 'catalogueAnswer', ...facts }, 'A catalogue was not answered in time');
}

async function findDue(tx: EntityManager, now: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select run.id, ${answered} as answered, parts.under_way as "underWay", ${instant('parts.arrived')} as arrived
    from catalogue_export run, lateral (
      select bool_or(part.stored_at is null or document.state = 'ready') as under_way,
        case when bool_and(document.state in ('delivered', 'kept')) then max(coalesce(document.finished_at, document.created_at)) end as arrived
      from catalogue_export_part part left join outbound_document document on document.id = part.outbound_document_id
      where part.export_id = run.id) parts
    where run.answer_due < ${now} and run.answer_reminded_at is null
    order by run.answer_due limit ${AT_ONCE} for update of run skip locked`.execute(tx.getKysely());
  return rows;
}

/** When the answer is due, by what has arrived since and is agreed now. Undefined: nothing is expected any more. */
async function nextLook(
  tx: EntityManager,
  shop: ShopClock,
  { run, one, now }: { readonly run: CatalogueExport; readonly one: Due; readonly now: Date },
): Promise<Date | undefined> {
  if (one.answered || (!one.underWay && one.arrived === null)) return undefined;
  const { settings } = await findAgreement(tx, run.partner, run.mode);
  return catalogueAnswerDue(shop, settings, run, one.underWay ? now : new Date(one.arrived!));
}

/** A partner that gets a catalogue every day and answers none is pointed out once a week, not every day. */
async function isToldOf(tx: EntityManager, run: CatalogueExport, now: Date): Promise<boolean> {
  const { partner, mode, format } = run;
  const since = { $gt: new Date(now.getTime() - WEEK) };
  return (await tx.count(CatalogueExport, { partner, mode, format, answerRemindedAt: since })) > 0;
}
