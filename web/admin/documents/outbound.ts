import { readOutbound } from '../../../api/v1/documents/readDocument.ts';
import { findDeliveryPause } from '../../../documents/deliveryPauses.ts';
import { nextOfAnswer } from '../../../documents/next.ts';
import { attemptsOf } from '../../../documents/outbound.ts';
import type { DeliveryAttempt, OutboundDocument } from '../../../documents/outbound.entity.ts';
import { lastFaults } from '../../../documents/deliveryQueues.ts';
import { faultSentence, formatName } from '../../../documents/sentences.ts';
import { findPartner } from '../../../partners/partners.ts';
import { findOrder } from '../../../shop/orderQueries.ts';
import { mayAct } from '../../../accounts/roles.ts';
import { deliverDocumentId } from '../../../workflows/ids.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { documentStyles } from './styles.ts';
import { adminPage } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';
import { fact, instantFact } from './fact.ts';
import { outboundMark } from './marks.ts';
import { storyOf } from './story.ts';
import { excerptOf, fileOf, textPage, type ShownText } from './text.ts';
import { departureFact } from './way.ts';
import type { AttemptView, DocumentsViews, Fact } from './views.ts';

/** A document of ours. */
export const outboundPage = adminPage({ path: '/documents/out/:id', role: 'reader', show });

export const outboundText = adminPage({
  path: '/documents/out/:id/text',
  role: 'reader',
  show: async (visit) => textPage(visit, shownOutbound(visit, await readOutbound(visit.em, idParam(visit)))),
});

export const outboundFile = adminPage({
  path: '/documents/out/:id/file',
  role: 'reader',
  show: async ({ em, params }) => {
    const document = await readOutbound(em, idParam({ params }));
    return fileOf(em, document, `${document.number}.${endings[document.contentType.split(';')[0]!] ?? 'xml'}`);
  },
});

/** What files are called whose content is no XML. */
const endings: Readonly<Record<string, string>> = {
  'text/csv': 'csv',
  'text/plain': 'cif',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

export function shownOutbound(
  { tongue }: AdminVisit,
  { id, contentType, format, number }: OutboundDocument,
): ShownText {
  const name = `${formatName(format, tongue.language)} ${number}`;
  return { id, contentType, heading: `${name} – ${tongue.t.documentsText}`, name, path: `/documents/out/${id}` };
}

async function show(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, root, account, tongue } = visit;
  const document = await readOutbound(em, idParam(visit));
  const { id, state, heldAt, attempts } = document;
  const base = `${root}/admin/documents/out/${id}`;
  const isUnderWay = state === 'ready';
  const shown = shownOutbound(visit, document);
  const pause = await findDeliveryPause(em, document.partner);
  const view: DocumentsViews['admin/documents/out'] = {
    heading: shown.name,
    state: outboundMark(state, { isHeld: heldAt != null, attempts }),
    ...(await factsOf(visit, document)),
    story: await storyOf(visit, { outboundDocumentId: id }, nextOfAnswer(document)),
    live: isUnderWay ? base : '',
    problems: state === 'delivered' ? [] : await whyNot(visit, document),
    text: await excerptOf(visit, shown),
    checkHref: `${base}/check`,
    mayAct: mayAct(account.role, 'operator'),
    attempts: (await attemptsOf(em, id)).map((attempt) => attemptView(visit, attempt)),
    send: state === 'delivered' || pause ? undefined : { action: `${base}/send`, isAgain: !isUnderWay },
    cancel: isUnderWay ? `${base}/cancel` : '',
    paused: pause?.pausedBy ?? '',
  };
  return page('admin/documents/out', view, {
    title: `${shown.name} – ${tongue.t.adminDocuments}`,
    styles: documentStyles,
  });
}

/** Why the last attempt did not arrive, in the reader's language where that can be said. */
async function whyNot({ em, tongue }: AdminVisit, { id, lastError }: OutboundDocument): Promise<string[]> {
  if (lastError == null) return [];
  const fault = (await lastFaults(em, [id])).get(id);
  return [fault ? faultSentence(fault, tongue.language) : lastError];
}

async function factsOf(visit: AdminVisit, document: OutboundDocument): Promise<{ facts: Fact[]; details: Fact[] }> {
  const { em, root, tongue } = visit;
  const { t, w } = tongue;
  const { partner, mode, createdAt, size, orderId, inboundDocument, messageId } = document;
  const receiver = await findPartner(em, partner);
  const order = orderId == null ? null : await findOrder(em, { id: orderId });
  const facts = [
    fact(t.documentsPartner, receiver?.name ?? '', `${root}/admin/partners/${partner}`),
    ...instantFact(t.documentsWritten, createdAt),
    ...(await departureFact(visit, document)),
    fact(t.documentsMode, mode === 'test' ? t.documentsTest : t.documentsProduction),
    fact(t.documentsSize, w.size(size)),
    fact(t.documentsAttempts, String(document.attempts)),
    ...(order ? [fact(t.documentsOrder, order.number, `${root}/admin/orders/${order.id}`)] : []),
    ...(inboundDocument == null
      ? []
      : [fact(t.documentsAnswerTo, t.documentsAnswerToLink, `${root}/admin/documents/in/${inboundDocument}`)]),
  ];
  const details = [
    fact(t.documentsAgreement, String(document.agreementVersion)),
    fact(t.documentsMessageId, messageId),
    fact(t.documentsContentType, document.contentType),
    ...(document.responseCode == null ? [] : [fact(t.documentsResponseCode, document.responseCode)]),
    fact('SHA-256', document.sha256),
    fact(t.documentsWorkflow, deliverDocumentId(document.id)),
  ];
  return { facts, details };
}

function attemptView({ tongue }: AdminVisit, attempt: DeliveryAttempt): AttemptView {
  const { t, w } = tongue;
  const { number, startedAt, milliseconds, outcome, httpStatus, error, answer } = attempt;
  const marks = {
    delivered: { tone: 'good', key: 'documentsDelivered' },
    failed: { tone: 'warn', key: 'documentsAttemptFailed' },
    refused: { tone: 'bad', key: 'documentsRefusedByReceiver' },
  } as const;
  return {
    number,
    at: startedAt.toISOString(),
    duration: w.duration(milliseconds / 1_000, 'short'),
    mark: marks[outcome],
    text: error ?? (httpStatus == null ? '' : t.documentsAnswered({ status: httpStatus })),
    answer: answer ?? '',
  };
}
