import { mayAct } from '../../../accounts/roles.ts';
import { readSession } from '../../../api/v1/sessions/readSession.ts';
import { unitName } from '../../../documents/unitNames.ts';
import { maskLines } from '../../../documents/refusedRequests.ts';
import { readCart, type CartView } from '../../../sessions/cartView.ts';
import { documentsOf, latestCartMessage } from '../../../sessions/documents.ts';
import type { SessionInHand } from '../../../sessions/inHand.ts';
import { ordersOfCart } from '../../../sessions/ordersOfCart.ts';
import type { SessionDocument } from '../../../sessions/session.entity.ts';
import { punchOutSessionId } from '../../../workflows/ids.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { fact, instantFact } from '../documents/fact.ts';
import { storyOf } from '../documents/story.ts';
import type { Cell, TableView } from '../lists/views.ts';
import { statusMarks } from '../orders/status.ts';
import { adminPage } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';
import { documentKeys, operationKeys, protocolNames, sessionMarks } from './marks.ts';
import type { FormView, SessionView } from './views.ts';

/** One PunchOut visit: its story, its cart, what came in and went out, and the orders that came of it. */
export const sessionPage = adminPage({ path: '/sessions/:id', role: 'reader', show });

/** Fields of a form that are shown. */
const MOST_FIELDS = 300;

async function show(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, root, account, tongue, now } = visit;
  const { t, w } = tongue;
  const session = await readSession(em, idParam(visit));
  const { row } = session;
  const expiresAt = row.expiresAt.toISOString();
  const next = row.finishedAt ? ({ kind: 'nothing' } as const) : ({ kind: 'visit', at: expiresAt } as const);
  const cart = await readCart(em, session, now);
  const view: SessionView = {
    heading: t.sessionsHeading({ code: row.cartCode }),
    state: sessionMarks[row.state],
    ...factsOf(visit, session),
    story: await storyOf(visit, { sessionId: row.id }, next),
    live: row.finishedAt ? '' : `${root}/admin/sessions/${row.id}`,
    cancelAction: !row.finishedAt && mayAct(account.role, 'operator') ? `${root}/admin/sessions/${row.id}/cancel` : '',
    cart: cart.lines.length === 0 ? undefined : cartTable(visit, cart),
    total: w.money(cart.total, cart.currency),
    isReturned: row.returns > 0,
    orders: await ordersTable(visit, session),
    documents: documentsTable(visit, await documentsOf(em, row.id)),
    form: formView((await latestCartMessage(em, row.id)) ?? undefined),
  };
  return page('admin/sessions/session', view, { title: `${row.cartCode} – ${t.adminSessions}` });
}

function factsOf({ root, tongue }: AdminVisit, { row, customer, partnerName }: SessionInHand) {
  const { t, w } = tongue;
  const user = [row.userName, row.userMail, row.userKey].filter((text) => text != null).join(', ');
  const facts = [
    fact(t.documentsPartner, partnerName, `${root}/admin/partners/${row.partner}`),
    fact(t.sessionsCustomer, `${customer.name} (${customer.number})`),
    fact(t.sessionsUser, user === '' ? t.sessionsUserShared : user),
    fact(t.sessionsProtocol, `${protocolNames[row.protocol]}, ${t[operationKeys[row.operation]]}`),
    fact(t.documentsMode, row.mode === 'test' ? t.documentsTest : t.documentsProduction),
    ...instantFact(t.sessionsBegun, row.createdAt),
    ...instantFact(t.sessionsSeen, row.lastSeenAt),
    ...instantFact(t.sessionsReturnedAt, row.returnedAt),
    ...(row.finishedAt ? instantFact(t.sessionsEnded, row.finishedAt) : instantFact(t.sessionsEnds, row.expiresAt)),
    fact(t.sessionsReturns, w.quantity(String(row.returns))),
  ];
  const { url } = row.returnSpec;
  const details = [
    fact(t.documentsAgreement, String(row.agreementVersion)),
    ...(url === undefined ? [] : [fact(t.sessionsReturnUrl, masked('url', url))]),
    ...Object.entries(row.parameters).map(([name, value]) => fact(name, masked(name, value))),
    fact(t.documentsWorkflow, punchOutSessionId(row.partnerCode, row.id)),
  ];
  return { facts, details };
}

/** A value without what its name calls a secret. */
function masked(name: string, value: string): string {
  return maskLines([`${name}=${value}`])
    .join('')
    .slice(name.length + 1);
}

function cartTable({ tongue }: AdminVisit, { lines, currency }: CartView): TableView {
  const { t, w, language } = tongue;
  return {
    caption: t.sessionsCart,
    columns: [
      { text: t.sessionsArticle },
      { text: t.sessionsName },
      { text: t.sessionsQuantity, isNumber: true },
      { text: t.sessionsPrice, isNumber: true },
      { text: t.sessionsSum, isNumber: true },
      { text: t.sessionsProblems },
    ],
    rows: lines.map(({ articleNumber, name, quantity, unit, unitPrice, amount, problems }): Cell[] => [
      { text: articleNumber },
      { text: name },
      { text: `${w.quantity(quantity)} ${unitName(unit, language)}` },
      { text: unitPrice === undefined ? '' : w.money(unitPrice, currency) },
      { text: amount === undefined ? '' : w.money(amount, currency) },
      problems.length === 0
        ? { text: '' }
        : { text: problems.map(({ code }) => t[problemKeys[code]]).join('; '), tone: 'warn' },
    ]),
  };
}

const problemKeys = {
  priceChanged: 'sessionsPriceChanged',
  priceMissing: 'sessionsPriceMissing',
  withdrawn: 'sessionsWithdrawn',
  unitGone: 'sessionsUnitGone',
  notAllowed: 'sessionsNotAllowed',
  quantity: 'sessionsQuantityWrong',
} as const;

async function ordersTable({ em, root, tongue }: AdminVisit, { row }: SessionInHand): Promise<TableView | undefined> {
  const { t } = tongue;
  const orders = row.returns === 0 ? [] : await ordersOfCart(em, row);
  if (orders.length === 0) return undefined;
  return {
    caption: t.sessionsOrders,
    columns: [t.documentsOrder, t.sessionsExternal, t.documentsState, t.documentsTime].map((text) => ({ text })),
    rows: orders.map(({ id, number, externalNumber, status, createdAt }): Cell[] => [
      { text: number, href: `${root}/admin/orders/${id}` },
      { text: externalNumber },
      { text: t[statusMarks[status].key], tone: statusMarks[status].tone },
      { text: '', at: createdAt.toISOString() },
    ]),
  };
}

function documentsTable({ root, tongue }: AdminVisit, documents: readonly SessionDocument[]): TableView {
  const { t, w } = tongue;
  return {
    caption: t.sessionsDocuments,
    columns: [
      ...[t.sessionsDocument, t.sessionsCartNumber].map((text) => ({ text })),
      { text: t.documentsLines, isNumber: true },
      { text: t.sessionsSum, isNumber: true },
      { text: t.documentsSize, isNumber: true },
      { text: t.documentsTime },
    ],
    rows: documents.map(({ id, session, kind, number, lineCount, total, currency, size, createdAt }): Cell[] => [
      { text: t[documentKeys[kind]], href: `${root}/admin/sessions/${session}/documents/${id}/text` },
      { text: number ?? '' },
      { text: lineCount == null ? '' : w.quantity(String(lineCount)) },
      { text: total == null ? '' : w.money(total, currency ?? '') },
      { text: w.size(size) },
      { text: '', at: createdAt.toISOString() },
    ]),
  };
}

function formView(message: SessionDocument | undefined): FormView | undefined {
  const form = message?.form;
  if (!form) return undefined;
  const shown = form.fields.slice(0, MOST_FIELDS);
  return {
    action: masked('url', form.action),
    method: form.method.toUpperCase(),
    fields: shown.map(([name, value]) => ({ name, value: masked(name, value).slice(0, 4_000) })),
    more: form.fields.length - shown.length,
  };
}
