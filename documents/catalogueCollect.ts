import { hash } from 'node:crypto';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Agreement } from '../partners/agreement.ts';
import { findAgreement } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';
import { catalogueRowsAfter, ROWS } from '../shop/catalogueRows.ts';
import { ahead } from './ahead.ts';
import { catalogueSource, judgeItem, judgeRow, type CatalogueSource, type JudgedItem } from './catalogue.ts';
import { holdsEntries, shopEntries } from './catalogueEntries.ts';
import { tellRefused, tellWaiting } from './catalogueCalls.ts';
import { CatalogueExport, type ExportState } from './catalogueExport.entity.ts';
import { leftOutItems, readExport } from './catalogueExports.ts';
import type { CatalogueRefusal } from './catalogueRefusals.ts';

/**
 * Reads the items of the assortment with their prices, and after the last one says how the catalogue goes on. A page is one transaction: an
 * export goes on after the last page, whatever happened. The next page is read while one is stored.
 * @param goesOn asked after each page, unless it was the last; absent: one page
 * @returns the state after it
 * @throws NotFound without a shop, PartnerDisabled without PunchOut in the agreement, AccessDenied without a customer
 */
export async function collectItems(
  em: EntityManager,
  id: string,
  goesOn: () => boolean = () => false,
): Promise<ExportState> {
  const run = await readExport(em, id);
  let { state } = run;
  if (state !== 'collecting') return state;
  const { settings } = await findAgreement(em, run.partner, run.mode, run.agreementVersion);
  const source = await catalogueSource(em, subjectOf(run, settings), run.createdAt);
  for await (const page of ahead(pagesOf(em.fork(), run, settings, source))) {
    state = await em.transactional((tx) => storePage(tx, id, settings.catalogue, page));
    if (state !== 'collecting' || !goesOn()) break;
  }
  return state;
}

/** What is stored in one transaction. */
interface Page {
  /** Article number that it comes after; null: the first. */
  readonly after: string | null;
  /** The articles, and after the last of all the places in the shop. */
  readonly judged: readonly JudgedItem[];
  /** Its last article; undefined: the page is the last. */
  readonly reached: string | undefined;
}

async function* pagesOf(
  em: EntityManager,
  { format, reached }: CatalogueExport,
  { catalogue }: Agreement,
  { shop, shopper, country }: CatalogueSource,
): AsyncGenerator<Page> {
  const punchOut = holdsEntries(format) ? catalogue.punchOut : undefined;
  for (let after: string | null | undefined = reached ?? null; after !== undefined;) {
    const rows = await catalogueRowsAfter(em, shopper, after ?? '');
    const judged = rows.map((row) => judgeRow(row, { format, country, punchOut }));
    const next = rows.length < ROWS ? undefined : rows.at(-1)!.articleNumber;
    if (next === undefined && punchOut) {
      const entries = await shopEntries(em, punchOut, { shopName: shop.name, shopper });
      judged.push(...entries.map((item) => judgeItem(item, format)));
    }
    yield { after, judged, reached: next };
    after = next;
  }
}

/** Nothing of it where another process has stored it meanwhile. */
async function storePage(
  tx: EntityManager,
  id: string,
  agreed: Agreement['catalogue'],
  { after, judged, reached }: Page,
): Promise<ExportState> {
  const run = await lockExport(tx, id);
  if (run.state !== 'collecting' || (run.reached ?? null) !== after) return run.state;
  await insertItems(tx, run, judged);
  if (reached === undefined) return weigh(tx, run, agreed);
  const kept = judged.filter((each) => 'item' in each).length;
  const counted = { items: run.items + kept, leftOut: run.leftOut + judged.length - kept };
  await tx.nativeUpdate(CatalogueExport, { id }, { ...counted, reached });
  return 'collecting';
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

async function insertItems(tx: EntityManager, { id }: CatalogueExport, judged: readonly JudgedItem[]): Promise<void> {
  if (judged.length === 0) return;
  // An article may be called as an entry is: it goes before it.
  await sql`insert into catalogue_export_item (export_id, article_number, item, hash, problem)
    select ${id}, number, item, hash, problem
    from jsonb_to_recordset(${`[${judged.map(recordOf).join()}]`}::jsonb) as given(number text, item jsonb, hash text, problem jsonb)
    on conflict do nothing`.execute(tx.getKysely());
}

/** JSON of what is stored; all of its texts come from PostgreSQL. The hash is over the item: two that are equal are written alike. */
function recordOf(judged: JudgedItem): string {
  if (!('item' in judged)) return JSON.stringify(judged);
  const item = JSON.stringify(judged.item);
  return `{"number":${JSON.stringify(judged.number)},"item":${item},"hash":"${hash('sha256', item, 'base64url')}"}`;
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
