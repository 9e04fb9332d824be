import { mayAct } from '../../../accounts/roles.ts';
import {
  deliveryQueues,
  lastFaults,
  listUndelivered,
  undeliveredKinds,
  type DeliveryQueue,
  type UndeliveredFilter,
} from '../../../documents/deliveryQueues.ts';
import type { OutboundDocument } from '../../../documents/outbound.entity.ts';
import { listRetryRuns } from '../../../documents/retryRuns.ts';
import { faultSentence, formatName } from '../../../documents/sentences.ts';
import { partnerNames } from '../../../partners/partnerNames.ts';
import type { DeliveryFault } from '../../../platform/deliveryFault.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { outboundMark } from '../documents/marks.ts';
import { filtersView, filterValues, PAGE, pagesOf, partnerField } from '../lists/list.ts';
import { documentStyles } from '../documents/styles.ts';
import type { Cell, FilterField, ListView, TableView } from '../lists/views.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { newRunView, type TypedRun } from './runForm.ts';
import { runsTable } from './run.ts';

/** What is to be sent, partner by partner, and what did not arrive. */
export const deliveryList = adminPage({ path: '/deliveries', role: 'reader', show: (visit) => showDeliveries(visit) });

const RUNS = 5;

/** @param typed what was typed into the form for many, where it could not be used */
export async function showDeliveries(visit: AdminVisit, typed?: TypedRun): Promise<AdminAnswer> {
  const { em, tongue, account } = visit;
  const queues = await deliveryQueues(em);
  const runs = await listRetryRuns(em, RUNS);
  const view = {
    queues: await queuesTable(visit, queues),
    list: await undeliveredList(visit),
    runs: runs.length === 0 ? undefined : runsTable(visit, runs),
    newRun: mayAct(account.role, 'operator') ? await newRunView(visit, { typed }) : undefined,
  };
  const status = typed ? 422 : 200;
  return page('admin/deliveries/list', view, { title: tongue.t.adminDeliveries, status, styles: documentStyles });
}

async function queuesTable(visit: AdminVisit, queues: readonly DeliveryQueue[]): Promise<TableView> {
  const { em, tongue } = visit;
  const { t } = tongue;
  const failing = queues.flatMap(({ failingId }) => (failingId === null ? [] : [failingId]));
  const faults = await lastFaults(em, failing);
  return {
    caption: t.deliveriesQueues,
    columns: [
      { text: t.documentsPartner },
      { text: t.documentsState },
      { text: t.deliveriesWaiting, isNumber: true },
      { text: t.deliveriesFailing, isNumber: true },
      { text: t.deliveriesFailingSince },
      { text: t.deliveriesNextAttempt },
      { text: t.deliveriesWhy },
      { text: t.deliveriesUndelivered, isNumber: true },
    ],
    rows: queues.map((queue) => queueRow(visit, queue, faults.get(queue.failingId ?? ''))),
  };
}

function queueRow({ root, tongue }: AdminVisit, queue: DeliveryQueue, fault: DeliveryFault | undefined): Cell[] {
  const { t, w, language } = tongue;
  const { partnerId, partner, waiting, failing, failingSince, nextAttemptAt, lastError, undelivered } = queue;
  const { triedAt, pausedAt } = queue;
  const number = (value: number): Cell => ({ text: value === 0 ? '' : w.quantity(String(value)) });
  return [
    { text: partner, href: `${root}/admin/deliveries/partners/${partnerId}` },
    standing(t, queue),
    number(waiting),
    number(failing),
    instant(failingSince),
    instant(pausedAt ? null : (triedAt ?? nextAttemptAt)),
    { text: fault ? faultSentence(fault, language) : (lastError ?? '') },
    number(undelivered),
  ];
}

function standing(t: AdminVisit['tongue']['t'], { pausedAt, breaker, failing }: DeliveryQueue): Cell {
  if (pausedAt) return { text: t.deliveriesPaused, tone: 'warn' };
  if (breaker === 'open') return { text: t.deliveriesAway, tone: 'bad' };
  if (breaker === 'draining') return { text: t.deliveriesCatchingUp, tone: 'warn' };
  return failing > 0 ? { text: t.deliveriesInTrouble, tone: 'bad' } : { text: t.deliveriesFlowing, tone: 'good' };
}

function instant(at: Date | null): Cell {
  return { text: '', ...(at && { at: at.toISOString() }) };
}

async function undeliveredList(visit: AdminVisit): Promise<ListView> {
  const { em, tongue } = visit;
  const { t } = tongue;
  const fields: FilterField[] = [
    {
      ...{ name: 'kind', label: t.deliveriesKind, kind: 'choice' },
      choices: undeliveredKinds.map((kind) => ({ value: kind, text: t[kindKeys[kind]] })),
    },
    await partnerField(visit),
  ];
  const values = filterValues(visit, fields);
  const { kind = '', partner = '' } = values;
  const documents = await listUndelivered(em, {
    partnerId: partner === '' ? undefined : partner,
    kind: undeliveredKinds.find((one) => one === kind),
    after: readCursor(visit.query.get('after')),
    limit: PAGE + 1,
  });
  const last = documents.length > PAGE ? documents[PAGE - 1] : undefined;
  const cursor = last && `${last.createdAt.toISOString()}_${last.id}`;
  return {
    filters: filtersView(visit, '/deliveries', fields, values),
    table: await undeliveredTable(visit, documents.slice(0, PAGE)),
    empty: { text: t.deliveriesNone, advice: t.deliveriesNoneAdvice },
    ...pagesOf(visit, '/deliveries', values, cursor),
  };
}

/** What each kind is called. */
const kindKeys = {
  failing: 'documentsFailing',
  waiting: 'documentsReady',
  held: 'documentsHeld',
  gaveUp: 'documentsGaveUp',
  refusedByReceiver: 'documentsRefusedByReceiver',
} as const;

/** Documents with how they stand and why. */
export async function undeliveredTable(visit: AdminVisit, documents: readonly OutboundDocument[]): Promise<TableView> {
  const { em, root, tongue } = visit;
  const { t, language } = tongue;
  const ids = documents.map(({ id }) => id);
  const faults = await lastFaults(em, ids);
  const names = await partnerNames(
    em,
    documents.map(({ partner }) => partner),
  );
  return {
    caption: t.deliveriesDocuments,
    columns: [
      { text: t.documentsNumber },
      { text: t.documentsPartner },
      { text: t.documentsState },
      { text: t.documentsAttempts, isNumber: true },
      { text: t.deliveriesWhy },
      { text: t.deliveriesNextAttempt },
      { text: t.documentsWritten },
    ],
    rows: documents.map((document) => {
      const { id, number, format, state, heldAt, attempts, nextAttemptAt, lastError, createdAt } = document;
      const mark = outboundMark(state, { isHeld: heldAt != null, attempts });
      const fault = faults.get(id);
      return [
        { text: number, small: formatName(format, language), href: `${root}/admin/documents/out/${id}` },
        { text: names.get(document.partner) ?? '' },
        { text: t[mark.key], tone: mark.tone },
        { text: String(attempts) },
        { text: fault ? faultSentence(fault, language) : (lastError ?? '') },
        { text: '', ...(nextAttemptAt && { at: nextAttemptAt.toISOString() }) },
        { text: '', at: createdAt.toISOString() },
      ];
    }),
  };
}

/** One that we did not make begins at the first page. */
function readCursor(text: string | null): UndeliveredFilter['after'] {
  const found = /^(\d{4}-\d\d-\d\dT[\d:.]{12}Z)_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(text ?? '');
  const createdAt = new Date(found?.[1] ?? '');
  return found && !Number.isNaN(createdAt.getTime()) ? { createdAt, id: found[2]! } : undefined;
}
