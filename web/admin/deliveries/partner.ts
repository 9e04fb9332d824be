import { mayAct } from '../../../accounts/roles.ts';
import { breakersAtWork, tryNow } from '../../../documents/deliveryBreakers.ts';
import { openDeliveries, pauseDeliveries } from '../../../documents/deliveryPauses.ts';
import type { DeliveryBreaker } from '../../../documents/deliveryBreaker.entity.ts';
import { deliveryQueues, lastFaults } from '../../../documents/deliveryQueues.ts';
import { faultSentence } from '../../../documents/sentences.ts';
import type { Partner } from '../../../partners/partner.entity.ts';
import { findPartner } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import { fact, instantFact } from '../documents/fact.ts';
import type { Fact } from '../documents/views.ts';
import { documentStyles } from '../documents/styles.ts';
import { adminForm, adminPage } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';
import { newRunView } from './runForm.ts';
import type { OutageView } from './views.ts';

const LONGEST_REASON = 500;

/** Deliveries to one partner: how they stand, and pausing them. */
export const partnerDeliveries = adminPage({
  path: '/deliveries/partners/:id',
  role: 'reader',
  show: async (visit) => show(visit, await partnerOf(visit)),
});

export const pausePartner = adminForm({
  path: '/deliveries/partners/:id/pause',
  role: 'operator',
  act: async (visit) => {
    const { em, root, account, form, tongue } = visit;
    const { id, name } = await partnerOf(visit);
    const reason = (form.get('reason') ?? '').trim().slice(0, LONGEST_REASON);
    await pauseDeliveries(em, { partner: { id, name }, by: account.name, ...(reason !== '' && { reason }) });
    const undo = { action: `${root}/admin/deliveries/partners/${id}/open`, fields: [], button: tongue.t.undo };
    const text = tongue.t.deliveriesPausedNow({ partner: name });
    return goTo(`/deliveries/partners/${id}`, { tone: 'good', text, form: undo });
  },
});

export const openPartner = adminForm({
  path: '/deliveries/partners/:id/open',
  role: 'operator',
  act: async (visit) => {
    const { em, account, tongue } = visit;
    const { id, name } = await partnerOf(visit);
    await openDeliveries(em, { partner: { id, name }, by: account.name });
    return goTo(`/deliveries/partners/${id}`, { tone: 'good', text: tongue.t.deliveriesOpenedNow({ partner: name }) });
  },
});

/** An address that does not answer is tried at once. */
export const tryPartner = adminForm({
  path: '/deliveries/partners/:id/try',
  role: 'operator',
  act: async (visit) => {
    const { em, account, tongue } = visit;
    const { id, name } = await partnerOf(visit);
    const isTried = await tryNow(em, { partner: { id, name }, by: account.name });
    const text = isTried ? tongue.t.deliveriesTried : tongue.t.deliveriesNothingToTry;
    return goTo(`/deliveries/partners/${id}`, { tone: 'good', text });
  },
});

/** @throws NotFound */
async function partnerOf(visit: AdminVisit): Promise<Partner> {
  const partner = await findPartner(visit.em, idParam(visit));
  if (!partner) throw new RoundtripError('NotFound', 'There is no such partner.');
  return partner;
}

async function show(visit: AdminVisit, { id, name }: Partner): Promise<AdminAnswer> {
  const { em, root, account, tongue } = visit;
  const [queue] = await deliveryQueues(em, id);
  const isOperator = mayAct(account.role, 'operator');
  const base = `${root}/admin/deliveries`;
  const heading = tongue.t.deliveriesTo({ partner: name });
  const view = {
    heading,
    facts: await factsOf(visit, queue),
    documentsHref: `${base}?partner=${id}`,
    partnerHref: `${root}/admin/partners/${id}`,
    pause: queue?.pausedAt
      ? { by: queue.pausedBy ?? '', at: queue.pausedAt.toISOString(), reason: queue.reason ?? '' }
      : undefined,
    outages: queue?.pausedAt ? [] : (await breakersAtWork(em, id)).map((breaker) => outageView(visit, breaker)),
    tryAction: `${base}/partners/${id}/try`,
    pauseAction: `${base}/partners/${id}/pause`,
    openAction: `${base}/partners/${id}/open`,
    held: queue?.held ?? 0,
    reason: '',
    mayAct: isOperator,
    newRun: isOperator && !queue?.pausedAt ? await newRunView(visit, { partner: id }) : undefined,
  };
  return page('admin/deliveries/partner', view, { title: heading, styles: documentStyles });
}

function outageView({ tongue }: AdminVisit, breaker: DeliveryBreaker): OutageView {
  const { address, mode, state, since, probes, nextAt, fault } = breaker;
  const what = tongue.t[addressKeys[address]];
  return {
    isOpen: state === 'open',
    what: mode === 'test' ? tongue.t.deliveriesOfTest({ what }) : what,
    since: since.toISOString(),
    probes,
    nextAt: nextAt?.toISOString() ?? '',
    why: fault ? faultSentence(fault, tongue.language) : '',
  };
}

/** What goes to each address. */
const addressKeys = {
  orderResponses: 'deliveriesOfAnswers',
  delivery: 'deliveriesOfDespatch',
  status: 'deliveriesOfStatus',
  mlr: 'deliveriesOfMlr',
  catalogue: 'deliveriesOfCatalogues',
} as const;

async function factsOf(
  { em, tongue }: AdminVisit,
  queue: Awaited<ReturnType<typeof deliveryQueues>>[number] | undefined,
): Promise<Fact[]> {
  const { t, w, language } = tongue;
  const number = (value = 0): string => w.quantity(String(value));
  const fault = queue?.failingId ? (await lastFaults(em, [queue.failingId])).get(queue.failingId) : undefined;
  const why = fault ? faultSentence(fault, language) : queue?.lastError;
  return [
    fact(t.deliveriesWaiting, number(queue?.waiting)),
    fact(t.deliveriesFailing, number(queue?.failing)),
    fact(t.deliveriesUndelivered, number(queue?.undelivered)),
    ...instantFact(t.deliveriesFailingSince, queue?.failingSince),
    ...instantFact(t.deliveriesNextAttempt, queue?.triedAt ?? queue?.nextAttemptAt),
    ...(why ? [fact(t.deliveriesWhy, why)] : []),
  ];
}
