import { createHash } from 'node:crypto';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { jsonText } from '../database/text.ts';
import type { Agreement } from '../partners/agreement.ts';
import { findAgreement } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';
import { catalogueRows, type CatalogueRow } from '../shop/catalogueRows.ts';
import { catalogueSource, judgeItem, judgeRow, type JudgedItem } from './catalogue.ts';
import { holdsEntries, shopEntries } from './catalogueEntries.ts';
import { tellRefused, tellWaiting } from './catalogueCalls.ts';
import { CatalogueExport, type ExportState } from './catalogueExport.entity.ts';
import { leftOutItems } from './catalogueExports.ts';
import type { CatalogueRefusal } from './catalogueRefusals.ts';

/** Items of one transaction: what is lost when a worker dies. */
const PAGE = 500;

/**
 * Reads the next items of the assortment with their prices, and after the last one says how the catalogue goes on. A page is one
 * transaction: an export goes on after the last page, whatever happened.
 * @returns the state after it
 * @throws NotFound without a shop, PartnerDisabled without PunchOut in the agreement, AccessDenied without a customer
 */
export async function collectPage(em: EntityManager, id: string): Promise<ExportState> {
  return em.transactional(async (tx) => {
    const run = await lockExport(tx, id);
    if (run.state !== 'collecting') return run.state;
    const { settings } = await findAgreement(tx, run.partner, run.mode, run.agreementVersion);
    const { shop, shopper, country } = await catalogueSource(tx, subjectOf(run, settings), run.createdAt);
    const rows = await firstOf(catalogueRows(tx, shopper, run.reached ?? ''));
    const { format } = run;
    const punchOut = holdsEntries(format) ? settings.catalogue.punchOut : undefined;
    const judged = rows.map((row) => judgeRow(row, { format, country, punchOut }));
    const kept = await insertItems(tx, run, judged);
    if (rows.length < PAGE) {
      const entries = punchOut ? await shopEntries(tx, punchOut, { shopName: shop.name, shopper }) : [];
      await insertItems(
        tx,
        run,
        entries.map((item) => judgeItem(item, format)),
      );
      return weigh(tx, run, settings.catalogue);
    }
    const counted = { items: run.items + kept, leftOut: run.leftOut + rows.length - kept };
    await tx.nativeUpdate(CatalogueExport, { id }, { ...counted, reached: rows.at(-1)!.articleNumber });
    return 'collecting';
  });
}

/** @throws NotFound */
export async function lockExport(tx: EntityManager, id: string): Promise<CatalogueExport> {
  const run = await tx.findOne(
    CatalogueExport,
    { id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
  );
  if (!run) throw new RoundtripError('NotFound', 'There is no such catalogue.');
  return run;
}

export function subjectOf({ code, day }: CatalogueExport, agreement: Agreement) {
  return { code, day, agreement, language: agreement.catalogue.language };
}

async function firstOf(rows: AsyncGenerator<CatalogueRow>): Promise<CatalogueRow[]> {
  const page: CatalogueRow[] = [];
  for await (const row of rows) {
    page.push(row);
    if (page.length === PAGE) break;
  }
  return page;
}

/** @returns how many the format can hold */
async function insertItems(tx: EntityManager, { id }: CatalogueExport, judged: readonly JudgedItem[]): Promise<number> {
  if (judged.length === 0) return 0;
  const rows = judged.map((each) => ('item' in each ? { ...each, hash: hashOf(each.item) } : each));
  // An article may be called as an entry is: it goes before it.
  await sql`insert into catalogue_export_item (export_id, article_number, item, hash, problem)
    select ${id}, number, item, hash, problem
    from jsonb_to_recordset(${jsonText(rows)}::jsonb) as given(number text, item jsonb, hash text, problem jsonb)
    on conflict do nothing`.execute(tx.getKysely());
  return judged.filter((each) => 'item' in each).length;
}

/** Two items that are equal are written alike. */
function hashOf(item: object): string {
  return createHash('sha256').update(JSON.stringify(item)).digest('base64url');
}

/** Everything is collected: what has changed, and what follows from it. */
async function weigh(tx: EntityManager, run: CatalogueExport, agreed: Agreement['catalogue']): Promise<ExportState> {
  const counts = await count(tx, run);
  const why = await refusal(tx, run.id, counts, agreed.badItem);
  const isSame = run.changesOnly && counts.added + counts.changed + counts.removed === 0;
  const state =
    why === undefined ? (isSame ? 'unchanged' : agreed.approval === 'person' ? 'waiting' : 'writing') : 'refused';
  const isOver = state === 'refused' || state === 'unchanged';
  await tx.nativeUpdate(
    CatalogueExport,
    { id: run.id },
    { ...counts, state, reached: null, refusal: why ?? null, finishedAt: isOver ? new Date() : null },
  );
  if (why) await tellRefused(tx, run, why);
  else if (state === 'waiting') await tellWaiting(tx, run, counts);
  return state;
}

interface Counts {
  readonly items: number;
  readonly leftOut: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

async function count(tx: EntityManager, { id, previous }: CatalogueExport): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(one.item)::int as items, count(one.problem)::int as "leftOut",
      count(*) filter (where one.item is not null and old.item is null)::int as added,
      count(*) filter (where one.hash <> old.hash)::int as changed,
      (count(*) filter (where one.item is null and old.item is not null))::int as removed
    from (select * from catalogue_export_item where export_id = ${id}) one
    full join (select * from catalogue_export_item where export_id = ${previous ?? null}::uuid and item is not null) old
      using (article_number)`.execute(tx.getKysely());
  return rows[0]!;
}

async function refusal(
  tx: EntityManager,
  id: string,
  { items, leftOut }: Counts,
  badItem: Agreement['catalogue']['badItem'],
): Promise<CatalogueRefusal | undefined> {
  if (items === 0) return { code: 'noItem' };
  if (leftOut === 0 || badItem === 'leaveOut') return undefined;
  const [first] = await leftOutItems(tx, id, { limit: 1 });
  return { code: 'leftOut', count: leftOut, first: first! };
}
