import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { findingSentence } from '../formats/document/finding.ts';
import { DocumentValidator } from '../formats/validate.ts';
import { ANY_LENGTH } from '../formats/xml/limits.ts';
import { findAgreement } from '../partners/partners.ts';
import { shopProfile } from '../shop/profile.ts';
import { catalogueSource } from './catalogue.ts';
import { catalogueAnswerDue } from './catalogueAnswersDue.ts';
import { lockExport, subjectOf } from './catalogueCollect.ts';
import { storeFirst } from './catalogueDelivery.ts';
import { CatalogueExport, CatalogueExportPart, type ExportState } from './catalogueExport.entity.ts';
import { readExport, refuseExport } from './catalogueExports.ts';
import { nextItems, partsOf, partUnderWay, planParts, type PlannedPart } from './catalogueParts.ts';
import { textOf, type Written } from './catalogueText.ts';
import { CHUNK_BYTES, readChunks } from './chunks.ts';
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
    const planned = run.parts === 0 ? await planParts(tx, { run, settings, source }) : run;
    if (!planned) return 'refused';
    return writeNext(tx, { run: planned, settings, source, part: await partUnderWay(tx, planned) });
  });
}

async function writeNext(
  tx: EntityManager,
  { part, ...written }: Omit<Written, 'part'> & { readonly part: PlannedPart },
): Promise<ExportState> {
  const { run } = written;
  const items = await nextItems(tx, run, { after: run.reached ?? '', until: part.last, limit: PAGE });
  const isLast = items.length < PAGE;
  const isFirst = run.chunks === 0 && run.rest == null;
  const { head, body, end } = await textOf({ ...written, part }, items);
  const { bytes, archive } = bytesOf(run, (isFirst ? head : '') + body + (isLast ? end : ''), isLast);
  const { chunks, rest } = await writeChunks(
    tx,
    { rest: run.rest, chunks: run.chunks, outboundDocumentId: part.outboundDocumentId },
    bytes,
    isLast,
  );
  const count = run.written + items.length;
  const isOver = isLast && part.part === run.parts;
  const next = isLast
    ? { part: Math.min(part.part + 1, run.parts), reached: part.last, chunks: 0, rest: null, archive: null }
    : { reached: items.at(-1)!.sellersId, chunks, rest, archive };
  const state = isOver ? 'checking' : 'writing';
  await tx.nativeUpdate(CatalogueExport, { id: run.id }, { ...next, written: count, state });
  return state;
}

/** The bytes of a piece of the text: as they are, or, of an Excel file, packed. */
function bytesOf({ format, archive }: CatalogueExport, text: string, isLast: boolean) {
  if (format !== 'xlsx') return { bytes: Buffer.from(text), archive: null };
  const { bytes, packed } = packSheet(archive ?? undefined, Buffer.from(text), isLast);
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
 * Reads what is written once more: the official rules of Peppol hold for it, or nothing of it stays. Then it is a document like any other,
 * to be delivered where the agreement has an address for catalogues.
 * @param alive called for each chunk
 */
export async function finishExport(em: EntityManager, id: string, alive: () => void): Promise<ExportState> {
  const run = await readExport(em, id);
  if (run.state !== 'checking') return run.state;
  for (const part of await partsOf(em, run.id)) {
    if (part.sha256 != null) continue;
    const { broken, ...measured } = await check(em, run, part, alive);
    if (broken.length > 0) {
      await refuseExport(em, id, { code: 'rules', broken: broken.slice(0, MOST_TOLD) });
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

async function check(
  em: EntityManager,
  { format }: CatalogueExport,
  { outboundDocumentId }: CatalogueExportPart,
  alive: () => void,
) {
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
