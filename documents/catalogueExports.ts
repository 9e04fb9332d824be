import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { violatedConstraint } from '../database/errors.ts';
import type { CatalogueFormat, CatalogueItem } from '../formats/document/catalogue.ts';
import type { FormatId } from '../formats/document/order.ts';
import type { Agreement } from '../partners/agreement.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { addressesOf, findAgreement } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';
import { jsonText } from '../database/text.ts';
import { businessDay, shopProfile } from '../shop/profile.ts';
import { tellRefused } from './catalogueCalls.ts';
import { CatalogueExport } from './catalogueExport.entity.ts';
import type { CatalogueRefusal, LeftOutItem } from './catalogueRefusals.ts';

/** The document that a catalogue becomes. */
export const catalogueDocuments = {
  'peppol-3': 'peppol-3-catalogue',
  'peppol-1a': 'peppol-1a-catalogue',
  cif: 'catalogue-cif',
  'cxml-index': 'catalogue-cxml-index',
  csv: 'catalogue-csv',
  xlsx: 'catalogue-xlsx',
} as const satisfies Record<CatalogueFormat, FormatId>;

export interface NewExport {
  readonly partnerId: string;
  readonly mode: Mode;
  /** Absent: the first of the agreement. */
  readonly format?: CatalogueFormat | undefined;
  /** Everything, or what differs from the one before; absent: as agreed. */
  readonly content?: 'full' | 'changes' | undefined;
  /** Who wants it. */
  readonly by: string;
}

/**
 * Stores that a catalogue is wanted, by the agreement in force and at the prices of today. Items of exports that nothing is compared with any
 * more are forgotten.
 * @throws NotFound without a shop, an agreement or an address; Conflict while one in the same format is under way
 */
export async function beginExport(em: EntityManager, given: NewExport, now: Date): Promise<CatalogueExport> {
  const { partnerId, mode, by } = given;
  const agreement = await findAgreement(em, partnerId, mode);
  const { catalogue } = agreement.settings;
  const code = (await addressesOf(em, partnerId)).find((address) => address.mode === mode)?.code;
  if (code === undefined)
    throw new RoundtripError('NotFound', 'The partner has no address, which a catalogue is numbered by.', {
      details: [{ element: 'address' }],
    });
  const shop = await shopProfile(em);
  if (!shop) throw new RoundtripError('NotFound', 'The shop is not set up yet.');
  const format = given.format ?? catalogue.formats[0]!;
  const previous = await lastSent(em, { partnerId, mode, format });
  const row = {
    ...{ id: v7(), partner: partnerId, mode, code, format, agreementVersion: agreement.version },
    day: businessDay(shop, now),
    state: 'collecting' as const,
    changesOnly: (given.content ?? catalogue.content) === 'changes' && previous !== null && !isTable(format),
    previous,
    ...{ items: 0, leftOut: 0, added: 0, changed: 0, removed: 0, written: 0, part: 1, parts: 0, chunks: 0 },
    outboundDocumentId: v7(),
    ...{ createdBy: by, createdAt: now },
  };
  try {
    await em.insert(CatalogueExport, row);
  } catch (error) {
    if (violatedConstraint(error) !== 'catalogue_export_under_way_unique') throw error;
    throw new RoundtripError('Conflict', 'A catalogue in this format is under way to the partner already.', {
      cause: error,
    });
  }
  await forgetItems(em, { ...row, partnerId });
  return readExport(em, row.id);
}

/** A table has no way to say what was taken out: it is everything each time. */
export function isTable(format: CatalogueFormat): boolean {
  return format === 'csv' || format === 'xlsx';
}

interface Line {
  readonly partnerId: string;
  readonly mode: Mode;
  readonly format: CatalogueFormat;
}

/** The last catalogue that the partner was sent in the format, as far as is known: one of which a document did not arrive, or was refused, counts for nothing. */
async function lastSent(em: EntityManager, { partnerId, mode, format }: Line): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select run.id from catalogue_export run
    where run.partner_id = ${partnerId} and run.mode = ${mode} and run.format = ${format} and run.state = 'done'
      and not exists (select from catalogue_export_part part
        left join outbound_document document on document.id = part.outbound_document_id
        where part.export_id = run.id
          and (part.stored_at is null or document.state in ('refusedByReceiver', 'gaveUp', 'cancelled')))
    order by run.id desc limit 1`.execute(em.getKysely());
  return rows[0]?.id ?? null;
}

/** Condition on `run`: every document of it was delivered, or is kept to be fetched. */
export const arrived = sql<boolean>`not exists (select from catalogue_export_part part
  left join outbound_document document on document.id = part.outbound_document_id
  where part.export_id = run.id and (part.stored_at is null or document.state not in ('delivered', 'kept')))`;

/** Items stay of what the next ones are compared with, and of the last that has arrived, whose prices count for orders. */
async function forgetItems(
  em: EntityManager,
  { id, previous, partnerId, mode, format }: Line & { readonly id: string; readonly previous: string | null },
): Promise<void> {
  await sql`delete from catalogue_export_item item using catalogue_export one
    where item.export_id = one.id and one.partner_id = ${partnerId} and one.mode = ${mode} and one.format = ${format}
      and one.id <> ${id} and one.id is distinct from ${previous}::uuid and one.id is distinct from (
        select run.id from catalogue_export run
        where run.partner_id = ${partnerId} and run.mode = ${mode} and run.format = ${format} and run.state = 'done' and ${arrived}
        order by run.id desc limit 1)`.execute(em.getKysely());
}

/** @throws NotFound */
export async function readExport(em: EntityManager, id: string, partnerId?: string): Promise<CatalogueExport> {
  const where = { id, ...(partnerId !== undefined && { partner: partnerId }) };
  const found = await em.findOne(CatalogueExport, where, { disableIdentityMap: true });
  if (!found) throw new RoundtripError('NotFound', 'There is no such catalogue.');
  return found;
}

/** The partner's catalogues, newest first. @param asked `after`: id of the last one of the page before */
export async function listExports(
  em: EntityManager,
  {
    partnerId,
    after,
    limit,
  }: { readonly partnerId: string; readonly after?: string | undefined; readonly limit: number },
): Promise<CatalogueExport[]> {
  const where = { partner: partnerId, ...(after !== undefined && { id: { $lt: after } }) };
  return em.find(CatalogueExport, where, { orderBy: { id: 'desc' }, limit, disableIdentityMap: true });
}

/**
 * A person has looked at what has changed: it goes out, or is discarded.
 * @throws Conflict where it does not wait for a person
 */
export async function decideExport(
  em: EntityManager,
  id: string,
  { send, by }: { readonly send: boolean; readonly by: string },
): Promise<void> {
  const decided = send
    ? { state: 'writing' as const, decidedBy: by }
    : { state: 'discarded' as const, decidedBy: by, finishedAt: new Date() };
  const changed = await em.nativeUpdate(CatalogueExport, { id, state: 'waiting' }, decided);
  if (changed === 0) throw new RoundtripError('Conflict', 'The catalogue does not wait for anybody.');
}

/** Ends it without a document, and tells subscribers. Chunks that were written are removed. */
export async function refuseExport(em: EntityManager, id: string, refusal: CatalogueRefusal): Promise<void> {
  await em.transactional(async (tx) => {
    const run = await readExport(tx, id);
    await sql`delete from document_chunk where document_id = (select outbound_document_id from catalogue_export
      where id = ${id} and state not in ('done', 'discarded', 'unchanged'))
      or document_id in (select part.outbound_document_id from catalogue_export_part part join catalogue_export one on one.id = part.export_id
        where one.id = ${id} and one.state not in ('done', 'discarded', 'unchanged'))`.execute(tx.getKysely());
    const { numAffectedRows } =
      await sql`update catalogue_export set state = 'refused', refusal = ${jsonText(refusal)}, rest = null, finished_at = now()
      where id = ${id} and state not in ('done', 'discarded', 'unchanged', 'refused')`.execute(tx.getKysely());
    if (numAffectedRows === 1n) await tellRefused(tx, run, refusal);
  });
}

/** What starting the workflow of an export takes. */
export interface ExportStart {
  readonly exportId: string;
  readonly partnerCode: string;
  readonly format: FormatId;
  readonly agreement: Agreement;
}

export async function exportStart(em: EntityManager, run: CatalogueExport): Promise<ExportStart> {
  const { settings } = await findAgreement(em, run.partner, run.mode, run.agreementVersion);
  return { exportId: run.id, partnerCode: run.code, format: catalogueDocuments[run.format], agreement: settings };
}

/** Exports whose workflow nobody has started, the oldest first. */
export async function findUnstartedExports(em: EntityManager, before: Date, limit = 100): Promise<CatalogueExport[]> {
  const where = { startedAt: null, createdAt: { $lt: before } };
  return em.find(CatalogueExport, where, { orderBy: { createdAt: 'asc' }, limit, disableIdentityMap: true });
}

export async function markExportStarted(em: EntityManager, id: string): Promise<void> {
  await em.nativeUpdate(CatalogueExport, { id, startedAt: null }, { startedAt: new Date() });
}

/** Items that stay out, by article number. */
export async function leftOutItems(
  em: EntityManager,
  exportId: string,
  { after = '', limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<LeftOutItem[]> {
  const { rows } = await sql<LeftOutItem>`
    select article_number as "articleNumber", problem from catalogue_export_item
    where export_id = ${exportId} and problem is not null and article_number > ${after}
    order by article_number limit ${limit}`.execute(em.getKysely());
  return rows;
}

export interface ItemDifference {
  readonly articleNumber: string;
  /** As in the catalogue before; null: added. */
  readonly was: CatalogueItem | null;
  /** As it is now; null: removed. */
  readonly is: CatalogueItem | null;
}

/** Items that differ from the catalogue before, by article number. */
export async function differences(
  em: EntityManager,
  { id, previous }: Pick<CatalogueExport, 'id' | 'previous'>,
  {
    after = '',
    until = null,
    limit,
  }: { readonly after?: string | undefined; readonly until?: string | null; readonly limit: number },
): Promise<ItemDifference[]> {
  const before = previous ?? null;
  const { rows } = await sql<ItemDifference>`
    select "articleNumber", was, "is" from (
      (select one.article_number as "articleNumber", old.item as was, one.item as "is" from catalogue_export_item one
        left join catalogue_export_item old
          on old.export_id = ${before}::uuid and old.article_number = one.article_number and old.item is not null
        where one.export_id = ${id} and one.item is not null and one.article_number > ${after}
          and (${until}::text is null or one.article_number <= ${until}) and one.hash is distinct from old.hash
        order by one.article_number limit ${limit})
      union all
      (select old.article_number, old.item, null from catalogue_export_item old
        where old.export_id = ${before}::uuid and old.item is not null and old.article_number > ${after}
          and (${until}::text is null or old.article_number <= ${until})
          and not exists (select from catalogue_export_item one
            where one.export_id = ${id} and one.article_number = old.article_number and one.item is not null)
        order by old.article_number limit ${limit})) differing
    order by "articleNumber" limit ${limit}`.execute(em.getKysely());
  return rows;
}
