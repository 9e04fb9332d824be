/** The documents of a catalogue on their way: the first at once, each other one when the receiver has the one before it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { CatalogueFormat } from '../formats/document/catalogue.ts';
import { messageAddress } from '../partners/messageAddress.ts';
import { findAgreement } from '../partners/partners.ts';
import type { CatalogueExport, CatalogueExportPart } from './catalogueExport.entity.ts';
import { catalogueDocuments, readExport } from './catalogueExports.ts';
import { partsOf } from './catalogueParts.ts';
import { partNumber } from './catalogueText.ts';
import { insertOutbound, type OverdueDocument } from './outbound.ts';
import { addTimeline, timelineRow } from './timeline.ts';

/** Stores what can go: the first of several, or all where the agreement has no address and they are kept. */
export async function storeFirst(tx: EntityManager, run: CatalogueExport): Promise<void> {
  const [first, ...others] = await partsOf(tx, run.id);
  if ((await store(tx, run, first!)) === 'ready') return;
  for (const part of others) await store(tx, run, part);
}

/** A part whose turn it is. */
export interface DuePart {
  readonly exportId: string;
  readonly part: number;
}

/** Parts that the one before has arrived of, while no newer catalogue has taken the place of theirs. */
export async function findDueParts(em: EntityManager, limit = 100): Promise<DuePart[]> {
  const { rows } = await sql<DuePart>`
    select one.export_id as "exportId", one.part from catalogue_export_part one
    join catalogue_export_part before on before.export_id = one.export_id and before.part = one.part - 1
    join outbound_document document on document.id = before.outbound_document_id and document.state = 'delivered'
    join catalogue_export run on run.id = one.export_id
    where one.stored_at is null and one.sha256 is not null and not exists (select from catalogue_export later
      where later.partner_id = run.partner_id and later.mode = run.mode and later.format = run.format and later.state = 'done'
        and later.id > run.id)
    limit ${limit}`.execute(em.getKysely());
  return rows;
}

/** Stores a part whose turn it is. @returns what is to be delivered; undefined where it is kept, or another worker has stored it */
export async function storePart(
  em: EntityManager,
  { exportId, part: number }: DuePart,
): Promise<OverdueDocument | undefined> {
  return em.transactional(async (tx) => {
    const run = await readExport(tx, exportId);
    const part = (await partsOf(tx, exportId)).find((each) => each.part === number)!;
    if ((await store(tx, run, part)) !== 'ready') return undefined;
    const { partner: partnerId, mode, format } = run;
    return { id: part.outboundDocumentId, format: catalogueDocuments[format], partnerId, mode };
  });
}

/** Makes a written part a document like any other. @returns its state; undefined where it is one already */
async function store(
  tx: EntityManager,
  run: CatalogueExport,
  part: CatalogueExportPart,
): Promise<'ready' | 'kept' | undefined> {
  const { numAffectedRows } = await sql`update catalogue_export_part set stored_at = now()
    where export_id = ${run.id} and part = ${part.part} and stored_at is null`.execute(tx.getKysely());
  if (numAffectedRows !== 1n) return undefined;
  const { settings } = await findAgreement(tx, run.partner, run.mode);
  const format = catalogueDocuments[run.format];
  const state = messageAddress(settings, format) ? ('ready' as const) : ('kept' as const);
  const number = partNumber(run, { part: part.part, parts: run.parts });
  const id = part.outboundDocumentId;
  const of = { partnerId: run.partner, mode: run.mode, agreementVersion: run.agreementVersion };
  const document = { ...of, ...{ id, format, number, state }, contentType: contentTypes[run.format] };
  await insertOutbound(tx, document, { size: part.size!, sha256: part.sha256! });
  const { items, leftOut, decidedBy, createdBy } = run;
  const about = { outboundDocumentId: id, actor: decidedBy ?? createdBy };
  await addTimeline(tx, [timelineRow('catalogue.written', { number, items, leftOut }, about)]);
  return state;
}

const contentTypes = {
  'peppol-3': 'application/xml; charset=utf-8',
  'peppol-1a': 'application/xml; charset=utf-8',
  'cxml-index': 'text/xml; charset=UTF-8',
  cif: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<CatalogueFormat, string>;
