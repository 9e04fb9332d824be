import { pipeline } from 'node:stream/promises';
import { readChunks } from '../../documents/chunks.ts';
import type { OutboundDocument } from '../../documents/outbound.entity.ts';
import { answersTo } from '../../documents/outbound.ts';
import { formatName } from '../../documents/sentences.ts';
import { readTextPage } from '../../documents/text/pages.ts';
import { openText, type StoredBytes } from '../../documents/text/source.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { queryOf } from '../public/frame.ts';
import { nameOf } from './list.ts';
import { linkTo, ownDocument, showPartnerPage, type PartnerVisit } from './visit.ts';

/** Lines before one that was asked for. */
const AROUND = 10;

/** GET /partner/:token/documents/:id/text: the document as it came, by lines, without secrets. */
export async function showOwnText(visit: PartnerVisit): Promise<void> {
  const document = await ownDocument(visit);
  await showText(visit, document, nameOf(visit, document), `/documents/${document.id}`);
}

/** GET /partner/:token/documents/:id/answers/:answer/text: what was answered, by lines. */
export async function showAnswerText(visit: PartnerVisit): Promise<void> {
  const { answer, path } = await ownAnswer(visit);
  await showText(visit, answer, answerName(visit, answer), path);
}

/** GET /partner/:token/documents/:id/file: the bytes of the document. */
export async function sendOwnFile(visit: PartnerVisit): Promise<void> {
  const document = await ownDocument(visit);
  await sendFile(visit, document.id, `${document.number ?? 'document'}-${document.id.slice(-12)}.xml`);
}

/** GET /partner/:token/documents/:id/answers/:answer/file: the bytes of an answer. */
export async function sendAnswerFile(visit: PartnerVisit): Promise<void> {
  const { answer } = await ownAnswer(visit);
  await sendFile(visit, answer.id, `${answer.number}-${answer.id.slice(-12)}.xml`);
}

/** An answer to a document of one's own; that to a repeat is the answer to the first. */
async function ownAnswer(visit: PartnerVisit): Promise<{ readonly answer: OutboundDocument; readonly path: string }> {
  const document = await ownDocument(visit);
  const answers = await answersTo(visit.em, document.duplicateOf ?? document.id);
  const answer = answers.find(({ id }) => id === visit.req.params['answer']);
  if (!answer) throw new RoundtripError('NotFound', 'There is no such answer to this document.');
  return { answer, path: `/documents/${document.id}/answers/${answer.id}` };
}

function answerName({ tongue }: PartnerVisit, { format, number }: OutboundDocument): string {
  return `${formatName(format, tongue.language)} ${number}`;
}

async function showText(visit: PartnerVisit, stored: StoredBytes, name: string, path: string): Promise<void> {
  const { em, req, tongue } = visit;
  const query = queryOf(req);
  const line = positive(query.get('line'));
  const from = line > 0 ? Math.max(1, line - AROUND) : positive(query.get('from')) || 1;
  const source = await openText(em, stored, 'received');
  const found = source && (await readTextPage(source, 'received', from));
  const at = (first: number | undefined): string =>
    first === undefined ? '' : linkTo(visit, `${path}/text?from=${first}`);
  showPartnerPage(visit, 'partner/text', `${tongue.t.partnerText} – ${name}`, {
    ...{ name, line, lines: found?.lines ?? [], previous: at(found?.previous), next: at(found?.next) },
    back: linkTo(visit, path.replace(/\/answers\/.*$/, '')),
    fileHref: linkTo(visit, `${path}/file`),
  });
}

function positive(text: string | null): number {
  return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0;
}

/** To be kept, and run nowhere. */
async function sendFile({ em, res }: PartnerVisit, id: string, name: string): Promise<void> {
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  res.attachment(name.replaceAll(/[^\w.-]+/g, '_').slice(0, 100)).type('application/octet-stream');
  await pipeline(readChunks(em, id), res);
}
