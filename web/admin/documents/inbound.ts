import { readInbound } from '../../../api/v1/documents/readDocument.ts';
import { attachmentsOf, readAttachment } from '../../../documents/attachments.ts';
import type { DocumentError } from '../../../documents/inbound.ts';
import type { InboundDocument } from '../../../documents/inbound.entity.ts';
import { nextOf } from '../../../documents/next.ts';
import { answersTo } from '../../../documents/outbound.ts';
import type { OutboundDocument } from '../../../documents/outbound.entity.ts';
import { isInQuarantine } from '../../../documents/quarantine.ts';
import { lastEntry } from '../../../documents/timeline.ts';
import { detailSentence, errorSentence, formatName, refusalSentence } from '../../../documents/sentences.ts';
import { findPartner } from '../../../partners/partners.ts';
import { findOrder } from '../../../shop/orderQueries.ts';
import { mayAct } from '../../../accounts/roles.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { punchInOrderId } from '../../../workflows/ids.ts';
import { file, page, type AdminAnswer } from '../answer.ts';
import { documentStyles } from './styles.ts';
import type { TableView } from '../lists/views.ts';
import { adminPage } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';
import { fact, instantFact } from './fact.ts';
import { inboundMarks, outboundMark } from './marks.ts';
import { storyOf } from './story.ts';
import { arrivalFact } from './way.ts';
import { excerptOf, fileOf, textPage, type ShownText } from './text.ts';
import type { DocumentsViews, Fact } from './views.ts';

/** A document that came in. */
export const inboundPage = adminPage({ path: '/documents/in/:id', role: 'reader', show });

export const inboundText = adminPage({
  path: '/documents/in/:id/text',
  role: 'reader',
  show: async (visit) => {
    const document = await readInbound(visit.em, idParam(visit));
    return textPage(visit, shownInbound(visit, document));
  },
});

export const inboundFile = adminPage({
  path: '/documents/in/:id/file',
  role: 'reader',
  show: async ({ em, params }) => {
    const document = await readInbound(em, idParam({ params }));
    return fileOf(em, document, `${document.number ?? 'document'}-${document.id.slice(-12)}.xml`);
  },
});

export const inboundAttachment = adminPage({
  path: '/documents/in/:id/attachments/:number',
  role: 'reader',
  show: async ({ em, params }) => {
    const document = await readInbound(em, idParam({ params }));
    const { number, filename, bytes } = await readAttachment(em, document, Number(params['number']));
    return file('application/octet-stream', bytes, (filename ?? `attachment-${number}`).replaceAll(/[^\w.-]+/g, '_'));
  },
});

/** What a document that came in is called: `28A 4711`. */
export function inboundName({ tongue }: Pick<AdminVisit, 'tongue'>, { format, number }: InboundDocument): string {
  const { t, language } = tongue;
  const name = format ? formatName(format, language) : t.documentsUnknownFormat;
  return number == null ? name : `${name} ${number}`;
}

export function shownInbound(visit: AdminVisit, document: InboundDocument): ShownText {
  const name = inboundName(visit, document);
  const { id, contentType } = document;
  const heading = `${name} – ${visit.tongue.t.documentsText}`;
  return { id, contentType, heading, name, path: `/documents/in/${id}` };
}

async function show(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, root, account, tongue } = visit;
  const document = await readInbound(em, idParam(visit));
  const { id, state, orderId, error } = document;
  const name = inboundName(visit, document);
  const base = `${root}/admin/documents/in/${id}`;
  const quarantined = await isInQuarantine(em, id);
  const mayRun = state === 'refused' && document.complete && !quarantined;
  const answers = await answersTo(em, id);
  const view: DocumentsViews['admin/documents/in'] = {
    heading: name,
    state: inboundMarks[state],
    ...(await factsOf(visit, document)),
    story: await storyOf(
      visit,
      { inboundDocumentId: id, ...(orderId != null && { orderId }) },
      await nextOf(em, document),
    ),
    live: document.finishedAt ? '' : base,
    problems: error ? await problemsOf(visit, id, error) : [],
    text: await excerptOf(visit, shownInbound(visit, document)),
    checkHref: `${base}/check`,
    mayAct: mayAct(account.role, 'operator'),
    answers: answers.length === 0 ? undefined : answersTable(visit, answers),
    attachments: await attachments(visit, document),
    runAgain: mayRun ? { action: `${base}/run-again` } : undefined,
    quarantine: quarantined ? `${root}/admin/quarantine/${id}` : '',
  };
  return page('admin/documents/in', view, { title: `${name} – ${tongue.t.adminDocuments}`, styles: documentStyles });
}

/** Why it was refused, in the reader's language where that can be said, and what was found where. */
async function problemsOf({ em, tongue }: AdminVisit, id: string, error: DocumentError): Promise<string[]> {
  const { language } = tongue;
  const told = await lastEntry(em, 'document.refused', { inboundDocumentId: id });
  const why = told?.because ? refusalSentence(told.because, language) : errorSentence(error.message, language);
  return [why, ...error.details.map((detail) => placed(detail, language))];
}

/** A detail with the element that it is about. */
function placed(detail: Parameters<typeof detailSentence>[0], language: 'en' | 'sv'): string {
  const text = detailSentence(detail, language);
  return detail.element === undefined ? text : `${detail.element}: ${text}`;
}

async function factsOf(visit: AdminVisit, document: InboundDocument): Promise<{ facts: Fact[]; details: Fact[] }> {
  const { em, root, tongue } = visit;
  const { t, w } = tongue;
  const { reference, receivedAt, size, partner, mode, orderId, duplicateOf, envelope, lineCount } = document;
  const sender = await findPartner(em, partner);
  const order = orderId == null ? null : await findOrder(em, { id: orderId });
  const facts = [
    fact(t.documentsPartner, sender?.name ?? '', `${root}/admin/partners/${partner}`),
    ...instantFact(t.documentsTime, receivedAt),
    await arrivalFact(visit, document),
    fact(t.documentsReference, reference),
    fact(t.documentsMode, mode === 'test' ? t.documentsTest : t.documentsProduction),
    fact(t.documentsSize, w.size(size)),
    ...(lineCount == null ? [] : [fact(t.documentsLines, w.quantity(String(lineCount)))]),
    ...(order ? [fact(t.documentsOrder, order.number, `${root}/admin/orders/${order.id}`)] : []),
    ...(duplicateOf == null
      ? []
      : [fact(t.documentsFirst, t.documentsFirstLink, `${root}/admin/documents/in/${duplicateOf}`)]),
  ];
  const details = [
    fact(t.documentsAgreement, `${document.agreementVersion}`),
    ...(envelope ? [fact(t.documentsMessageId, envelope.instanceIdentifier)] : []),
    ...(envelope ? [fact(t.documentsSender, identifierText(envelope.sender))] : []),
    ...(envelope ? [fact(t.documentsReceiver, identifierText(envelope.receiver))] : []),
    ...(document.customizationId == null ? [] : [fact('CustomizationID', document.customizationId)]),
    fact(t.documentsContentType, document.contentType),
    fact(t.documentsRemoteAddress, document.remoteAddress),
    fact('SHA-256', document.sha256),
    fact(t.documentsWorkflow, punchInOrderId(document.partnerCode, document.id)),
    ...Object.entries(document.headers).map(([header, value]) => fact(header, value)),
  ];
  return { facts, details };
}

function identifierText({ id, scheme }: { readonly id: string; readonly scheme?: string }): string {
  return scheme === undefined ? id : `${scheme}:${id}`;
}

/** Documents of ours about one that came in. */
function answersTable({ root, tongue }: AdminVisit, answers: readonly OutboundDocument[]): TableView {
  const { t, language } = tongue;
  return {
    caption: t.documentsAnswers,
    columns: [
      { text: t.documentsNumber },
      { text: t.documentsFormat },
      { text: t.documentsState },
      { text: t.documentsTime },
    ],
    rows: answers.map(({ id, number, format, state, heldAt, attempts, createdAt }) => {
      const mark = outboundMark(state, { isHeld: heldAt != null, attempts });
      return [
        { text: number, href: `${root}/admin/documents/out/${id}` },
        { text: formatName(format, language) },
        { text: t[mark.key], tone: mark.tone },
        { text: '', at: createdAt.toISOString() },
      ];
    }),
  };
}

async function attachments({ em, root, tongue }: AdminVisit, document: InboundDocument) {
  try {
    const found = await attachmentsOf(em, document);
    return found.map(({ number, filename, contentId, contentType, bytes }) => ({
      href: `${root}/admin/documents/in/${document.id}/attachments/${number}`,
      name: filename ?? contentId ?? String(number),
      about: `${contentType}, ${tongue.w.size(bytes.length)}`,
    }));
  } catch (error) {
    // A message that cannot be taken apart is refused, and shown as it came.
    if (error instanceof RoundtripError) return [];
    throw error;
  }
}
