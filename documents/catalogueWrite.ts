import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Agreement } from '../partners/agreement.ts';
import { findAgreement } from '../partners/partners.ts';
import { shopProfile } from '../shop/profile.ts';
import { ahead } from './ahead.ts';
import { catalogueSource, type CatalogueSource } from './catalogue.ts';
import { catalogueAnswerDue } from './catalogueAnswersDue.ts';
import { CatalogueCheck, checkAlong, foundAlong, type Judged } from './catalogueCheck.ts';
import { lockExport, subjectOf } from './catalogueCollect.ts';
import { storeFirst } from './catalogueDelivery.ts';
import { CatalogueExport, CatalogueExportPart, type ExportState } from './catalogueExport.entity.ts';
import { readExport, refuseExport } from './catalogueExports.ts';
import { nextItems, partsOf, planParts } from './catalogueParts.ts';
import { bodyOf, frameOf, type Written } from './catalogueText.ts';
import { CHUNK_BYTES, readChunks } from './chunks.ts';
import { packSheet } from './xlsxArchive.ts';

/** Items of one transaction. */
const PAGE = 500;

/**
 * Writes the items into chunks, a page all or nothing with the mark of how far it is: an export goes on after the last page that was written,
 * and never from the start. The next page is read and written out while one is stored.
 * @param goesOn asked after each page, unless it was the last; absent: one page
 * @returns the state after it: `checking` after the last page
 */
export async function writeItems(
  em: EntityManager,
  id: string,
  goesOn: () => boolean = () => false,
): Promise<ExportState> {
  const found = await readExport(em, id);
  let { state } = found;
  if (state !== 'writing') return state;
  const { settings } = await findAgreement(em, found.partner, found.mode, found.agreementVersion);
  const source = await catalogueSource(em, subjectOf(found, settings), found.createdAt);
  const run = found.parts > 0 ? found : await plan(em, id, settings, source);
  if (run.state !== 'writing') return run.state;
  for await (const page of ahead(pagesOf(em.fork(), { run, settings, source }))) {
    const stored = await em.transactional((tx) => storePage(tx, id, page));
    if (!stored) return (await readExport(em, id)).state;
    const { part, isLast } = page;
    const check = checkAlong(part.outboundDocumentId, run.format, stored.before);
    await check?.write(stored.bytes);
    if (isLast) check?.end();
    state = stored.state;
    if (state !== 'writing' || !goesOn()) break;
  }
  return state;
}

/** @returns the export as it is afterwards; it may be refused */
async function plan(em: EntityManager, id: string, settings: Agreement, source: CatalogueSource) {
  return em.transactional(async (tx) => {
    const run = await lockExport(tx, id);
    if (run.state === 'writing' && run.parts === 0) await planParts(tx, { run, settings, source });
    return lockExport(tx, id);
  });
}

/** What is stored in one transaction. */
interface Page {
  readonly part: CatalogueExportPart;
  /** Article number that it comes after; null: the first. */
  readonly after: string | null;
  readonly bytes: Buffer;
  readonly items: number;
  /** Its last article; of the last page of a part, up to where the part goes. */
  readonly reached: string | null;
  /** The last of its part. */
  readonly isLast: boolean;
}

async function* pagesOf(em: EntityManager, written: Omit<Written, 'part'>): AsyncGenerator<Page> {
  const { run } = written;
  const parts = await partsOf(em, run.id);
  let after = run.reached ?? null;
  for (const part of parts.slice(run.part - 1)) {
    const { last = null, outboundDocumentId } = part;
    const ofPart = { ...written, part: { part: part.part, parts: parts.length, outboundDocumentId } };
    const frame = await frameOf(ofPart);
    const before = parts[part.part - 2]?.last ?? null;
    for (let isLast = false; !isLast;) {
      const items = await nextItems(em, run, { after: after ?? '', until: last, limit: PAGE });
      const body = await bodyOf(ofPart, frame, items);
      isLast = items.length < PAGE;
      const bytes = Buffer.concat([...(after === before ? [frame.head] : []), body, ...(isLast ? [frame.end] : [])]);
      const reached: string | null = isLast ? last : items.at(-1)!.sellersId;
      yield { part, after, bytes, items: items.length, reached, isLast };
      after = reached;
    }
  }
}

interface Stored {
  readonly state: ExportState;
  /** Bytes of the document that stood there already. */
  readonly before: number;
  readonly bytes: Buffer;
}

/** @returns undefined where another process has stored it meanwhile */
async function storePage(tx: EntityManager, id: string, page: Page): Promise<Stored | undefined> {
  const { part, after, items, reached, isLast } = page;
  const run = await lockExport(tx, id);
  const isNext = run.part === part.part && (run.reached ?? null) === after;
  if (run.state !== 'writing' || !isNext) return undefined;
  const { bytes, archive } = bytesOf(run, page.bytes, isLast);
  const { outboundDocumentId } = part;
  const stored = await writeChunks(tx, { rest: run.rest, chunks: run.chunks, outboundDocumentId }, bytes, isLast);
  const next = isLast
    ? { part: Math.min(part.part + 1, run.parts), chunks: 0, rest: null, archive: null }
    : { ...stored, archive };
  const state = isLast && part.part === run.parts ? 'checking' : 'writing';
  await tx.nativeUpdate(CatalogueExport, { id }, { ...next, reached, written: run.written + items, state });
  return { state, before: run.chunks * CHUNK_BYTES + (run.rest?.length ?? 0), bytes };
}

/** As they are, or, of an Excel file, packed. */
function bytesOf({ format, archive }: CatalogueExport, written: Buffer, isLast: boolean) {
  if (format !== 'xlsx') return { bytes: written, archive: null };
  const { bytes, packed } = packSheet(archive ?? undefined, written, isLast);
  return { bytes, archive: packed };
}

/** Whole chunks are stored; after the last page also what does not fill one. */
async function writeChunks(
  tx: EntityManager,
  run: Pick<CatalogueExport, 'rest' | 'chunks' | 'outboundDocumentId'>,
  text: Buffer,
  isLast: boolean,
) {
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
 * The official rules of Peppol hold for what is written, or nothing of it stays. Then it is a document like any other, to be delivered where
 * the agreement has an address for catalogues. What this process has not written from the first byte on is read once more.
 * @param alive called for each chunk
 */
export async function finishExport(em: EntityManager, id: string, alive: () => void): Promise<ExportState> {
  const run = await readExport(em, id);
  if (run.state !== 'checking') return run.state;
  for (const part of await partsOf(em, run.id)) {
    if (part.sha256 != null) continue;
    const found = (await foundAlong(part.outboundDocumentId)) ?? (await checkAgain(em, run, part, alive));
    const { broken, ...measured } = found;
    if (broken.length > 0) {
      await refuseExport(em, id, { code: 'rules', broken });
      return 'refused';
    }
    await em.nativeUpdate(CatalogueExportPart, { export: id, part: part.part }, measured);
  }
  return em.transactional(async (tx) => {
    const { state } = await lockExport(tx, id);
    if (state !== 'checking') return state;
    await storeFirst(tx, run);
    const finishedAt = new Date();
    const { settings } = await findAgreement(tx, run.partner, run.mode, run.agreementVersion);
    const answerDue = catalogueAnswerDue((await shopProfile(tx))!, settings, run, finishedAt);
    await tx.nativeUpdate(CatalogueExport, { id }, { state: 'done', finishedAt, answerDue: answerDue ?? null });
    return 'done';
  });
}

async function checkAgain(
  em: EntityManager,
  { format }: CatalogueExport,
  { outboundDocumentId }: CatalogueExportPart,
  alive: () => void,
): Promise<Judged> {
  const check = new CatalogueCheck(format);
  try {
    for await (const chunk of ahead(readChunks(em, outboundDocumentId))) {
      alive();
      await check.write(chunk);
    }
  } catch (error) {
    check.drop();
    throw error;
  }
  check.end();
  return (await check.judged())!;
}
