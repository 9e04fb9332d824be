import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { CatalogueFormat, CatalogueHeader, CatalogueItem } from '../formats/document/catalogue.ts';
import { findingSentence } from '../formats/document/finding.ts';
import { writeEnvelope } from '../formats/sbdh/sbdh.write.ts';
import { catalogue3Process } from '../formats/ubl/catalogue3.write.ts';
import { DocumentValidator } from '../formats/validate.ts';
import { ANY_LENGTH } from '../formats/xml/limits.ts';
import type { Agreement } from '../partners/agreement.ts';
import { templateOf } from '../partners/csvTemplate.ts';
import { messageAddress } from '../partners/messageAddress.ts';
import { findAgreement } from '../partners/partners.ts';
import { catalogueSource, writeAs, type CatalogueSource } from './catalogue.ts';
import { lockExport, subjectOf } from './catalogueCollect.ts';
import { CatalogueExport, type ExportState } from './catalogueExport.entity.ts';
import { catalogueDocuments, differences, readExport, refuseExport } from './catalogueExports.ts';
import { CHUNK_BYTES, readChunks } from './chunks.ts';
import { insertOutbound } from './outbound.ts';
import { addTimeline, timelineRow } from './timeline.ts';
import { packSheet } from './xlsxArchive.ts';

/** Items of one transaction. */
const PAGE = 500;
/** Broken rules that are told. */
const MOST_TOLD = 10;

/**
 * Writes the next items into chunks, all or nothing with the mark of how far it is: an export goes on after the last page that was written,
 * and never from the start.
 * @returns the state after it: `checking` after the last page
 */
export async function writePage(em: EntityManager, id: string): Promise<ExportState> {
  return em.transactional(async (tx) => {
    const run = await lockExport(tx, id);
    if (run.state !== 'writing') return run.state;
    const { settings } = await findAgreement(tx, run.partner, run.mode, run.agreementVersion);
    const source = await catalogueSource(tx, subjectOf(run, settings), run.createdAt);
    const items = await nextItems(tx, run);
    const isLast = items.length < PAGE;
    const { head, body, end } = await textOf(run, settings, source, items);
    const text = (run.reached == null ? head : '') + body + (isLast ? end : '');
    const { bytes, archive } = bytesOf(run, text, isLast);
    const { chunks, rest } = await writeChunks(tx, run, bytes, isLast);
    const state = isLast ? 'checking' : 'writing';
    const reached = items.at(-1)?.sellersId ?? null;
    const written = run.written + items.length;
    await tx.nativeUpdate(
      CatalogueExport,
      { id },
      { chunks, rest, archive, state, written, reached: isLast ? null : reached },
    );
    return state;
  });
}

async function nextItems(tx: EntityManager, run: CatalogueExport): Promise<CatalogueItem[]> {
  const after = run.reached ?? '';
  if (run.changesOnly) {
    return (await differences(tx, run, { after, limit: PAGE })).map(({ was, is }) => ({
      ...(is ?? was)!,
      change: is === null ? 'delete' : was === null ? 'add' : 'update',
    }));
  }
  const { rows } = await sql<{ item: CatalogueItem }>`
    select item from catalogue_export_item where export_id = ${run.id} and item is not null and article_number > ${after}
    order by article_number limit ${PAGE}`.execute(tx.getKysely());
  return rows.map(({ item }) => item);
}

/** The bytes of a piece of the text: as they are, or, of an Excel file, packed. */
function bytesOf({ format, archive }: CatalogueExport, text: string, isLast: boolean) {
  if (format !== 'xlsx') return { bytes: Buffer.from(text), archive: null };
  const { bytes, packed } = packSheet(archive ?? undefined, Buffer.from(text), isLast);
  return { bytes, archive: packed };
}

/** Where what stands after the items begins. */
const endsWith = {
  'peppol-3': '</Catalogue>',
  'peppol-1a': '</Catalogue>',
  'cxml-index': '</Index>',
  cif: 'ENDOFDATA',
  csv: undefined,
  xlsx: '</sheetData>',
} as const satisfies Record<CatalogueFormat, string | undefined>;

/** The text of a page of items, and what stands before the first and after the last: an item is written alike whatever its neighbours are. */
async function textOf(
  run: CatalogueExport,
  settings: Agreement,
  source: CatalogueSource,
  items: readonly CatalogueItem[],
): Promise<{ readonly head: string; readonly body: string; readonly end: string }> {
  const empty = await whole(run, settings, source, []);
  const mark = endsWith[run.format];
  const at = mark === undefined ? empty.length : empty.lastIndexOf(mark);
  const [head, end] = [empty.slice(0, at), empty.slice(at)];
  const text = await whole(run, settings, source, items);
  if (!text.startsWith(head) || !text.endsWith(end)) throw new Error(`the ${run.format} writer writes other ends`);
  return { head, end, body: text.slice(head.length, text.length - end.length) };
}

async function whole(
  run: CatalogueExport,
  settings: Agreement,
  { header, shop }: CatalogueSource,
  items: readonly CatalogueItem[],
): Promise<string> {
  const catalogue = {
    header: { ...header, number: numberOf(run), ...(run.changesOnly && { changesOnly: true as const }) },
    items,
  };
  const layout = { agreement: settings, format: run.format, template: templateOf(settings.catalogue) };
  let text = '';
  for await (const piece of enveloped(run, settings, header, writeAs(catalogue, layout, shop))) text += piece;
  return text;
}

/** In an envelope where the agreement wants one for documents in UBL. */
function enveloped(
  run: CatalogueExport,
  { envelope }: Agreement,
  header: CatalogueHeader,
  payload: AsyncIterable<string>,
): AsyncIterable<string> {
  const format = catalogueDocuments[run.format];
  if (envelope.kind === 'none' || (format !== 'peppol-3-catalogue' && format !== 'peppol-1a-catalogue')) return payload;
  const fields = {
    sender: envelope.shop,
    receiver: envelope.partner,
    format,
    // As the document itself says.
    ...(format === 'peppol-3-catalogue' && { profile: catalogue3Process(header) }),
    instanceIdentifier: run.outboundDocumentId,
    creationDateAndTime: run.createdAt.toISOString(),
    countryC1: envelope.country,
  };
  return writeEnvelope(fields, payload);
}

/** Of its own for every export: a receiver's answer names it. */
export function numberOf({ code, day, id }: Pick<CatalogueExport, 'code' | 'day' | 'id'>): string {
  return `${code}-${day}-${id.slice(-6)}`;
}

/** Whole chunks are stored; after the last page also what does not fill one. */
async function writeChunks(tx: EntityManager, run: CatalogueExport, text: Buffer, isLast: boolean) {
  const bytes = Buffer.concat([run.rest ?? Buffer.alloc(0), text]);
  let { chunks } = run;
  let at = 0;
  const least = isLast ? 1 : CHUNK_BYTES;
  for (; bytes.length - at >= least; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    await sql`insert into document_chunk (document_id, seq, bytes) values (${run.outboundDocumentId}, ${chunks}, ${chunk})`.execute(
      tx.getKysely(),
    );
    chunks += 1;
  }
  return { chunks, rest: at < bytes.length ? bytes.subarray(at) : null };
}

/**
 * Reads what is written once more: the official rules of Peppol hold for it, or nothing of it stays. Then it is a document like any other,
 * to be delivered where the agreement has an address for catalogues.
 * @param alive called for each chunk
 */
export async function finishExport(em: EntityManager, id: string, alive: () => void): Promise<ExportState> {
  const run = await readExport(em, id);
  if (run.state !== 'checking') return run.state;
  const { broken, ...measured } = await check(em, run, alive);
  if (broken.length > 0) {
    await refuseExport(em, id, { code: 'rules', broken: broken.slice(0, MOST_TOLD) });
    return 'refused';
  }
  return em.transactional(async (tx) => {
    const { state } = await lockExport(tx, id);
    if (state !== 'checking') return state;
    await store(tx, run, measured);
    await tx.nativeUpdate(CatalogueExport, { id }, { state: 'done', finishedAt: new Date() });
    return 'done';
  });
}

async function check(em: EntityManager, { format, outboundDocumentId }: CatalogueExport, alive: () => void) {
  const validator = format.startsWith('peppol')
    ? new DocumentValidator({ core: false, limits: ANY_LENGTH })
    : undefined;
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of readChunks(em, outboundDocumentId)) {
    alive();
    validator?.write(chunk);
    hash.update(chunk);
    size += chunk.length;
  }
  const findings = validator?.finish().findings.filter(({ severity }) => severity === 'fatal') ?? [];
  const broken = findings.map((finding) => ({ id: finding.id, path: finding.path, text: findingSentence(finding) }));
  return { size, sha256: hash.digest('hex'), broken };
}

async function store(
  tx: EntityManager,
  run: CatalogueExport,
  measured: { readonly size: number; readonly sha256: string },
): Promise<void> {
  const format = catalogueDocuments[run.format];
  const { settings } = await findAgreement(tx, run.partner, run.mode);
  const document = {
    ...{ id: run.outboundDocumentId, partnerId: run.partner, mode: run.mode, agreementVersion: run.agreementVersion },
    ...{ format, number: numberOf(run), contentType: contentTypes[run.format] },
    state: messageAddress(settings, format) ? ('ready' as const) : ('kept' as const),
  };
  await insertOutbound(tx, document, measured);
  const { items, leftOut } = run;
  const about = { outboundDocumentId: document.id, actor: run.decidedBy ?? run.createdBy };
  await addTimeline(tx, [timelineRow('catalogue.written', { number: document.number, items, leftOut }, about)]);
}

const contentTypes = {
  'peppol-3': 'application/xml; charset=utf-8',
  'peppol-1a': 'application/xml; charset=utf-8',
  'cxml-index': 'text/xml; charset=UTF-8',
  cif: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<CatalogueFormat, string>;
