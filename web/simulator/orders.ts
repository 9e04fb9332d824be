import { CHUNK_BYTES, readChunks } from '../../documents/chunks.ts';
import { formatName } from '../../documents/sentences.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { readInbox, sentDocuments, type InboxDocument } from '../../simulator/inbox.ts';
import { isCancellable, isChangeable, openFormats } from '../../simulator/orders.ts';
import { receiverModes, type SimulationStep } from '../../simulator/simulation.entity.ts';
import { setReceiver } from '../../simulator/simulations.ts';
import { findStep, listSteps, sendAgain, sendCancellation, sendChange } from '../../simulator/steps.ts';
import { outboundMark } from '../admin/documents/marks.ts';
import { showSimulatorPage } from './page.ts';
import { answerOf, keptLanguage, stepRow, stepText } from './rows.ts';
import type { SimulatorViews } from './views.ts';
import { goOn, idOf, type SimulatorVisit } from './visit.ts';

const SHOWN = 50;

const receiverKeys = {
  take: 'simulatorReceiverTake',
  refuse: 'simulatorReceiverRefuse',
  fail: 'simulatorReceiverFail',
  slow: 'simulatorReceiverSlow',
  silent: 'simulatorReceiverSilent',
} as const;

type OrdersView = SimulatorViews['simulator/orders'];

/** GET /simulator/:key/orders: what was sent, what came back, and how the receiver answers. */
export async function orders(visit: SimulatorVisit): Promise<void> {
  const { em, simulation, tongue, base } = visit;
  const { row, settings } = simulation;
  const steps = (await listSteps(em, row.id, { limit: SHOWN })).filter(({ order }) => order !== null);
  const documents = await sentDocuments(em, row.id);
  const inbox = await readInbox(em, row.id);
  showSimulatorPage(
    visit,
    'simulator/orders',
    {
      path: `${base}/orders${keptLanguage(visit)}`,
      steps: steps.map((step) => ({ ...stepRow(visit, step, documents), ...actionsOf(visit, step) })),
      inbox: inbox.map((each) => inboxRow(visit, each)),
      receiver: row.receiver,
      receiverTimes: row.receiverTimes ?? 0,
      receivers: receiverModes.map((value) => ({ value, key: receiverKeys[value] })),
      mayOrder: openFormats(settings).length > 0,
    },
    { title: tongue.t.simulatorOrders, here: '/orders' },
  );
}

function actionsOf({ simulation, isAdministrator, reader }: SimulatorVisit, step: SimulationStep) {
  const { settings } = simulation;
  const format = step.order!.format;
  const isOrder = step.kind !== 'cancellation';
  return {
    id: step.id,
    mayChange: isOrder && isChangeable(format, settings),
    mayCancel: isOrder && isCancellable(format, settings),
    ...(isAdministrator &&
      step.document !== null && { document: `${reader.root}/admin/documents/in/${step.document}` }),
  };
}

function inboxRow(visit: SimulatorVisit, { document, attempts }: InboxDocument): OrdersView['inbox'][number] {
  const { tongue, base } = visit;
  const { t, language } = tongue;
  const mark = outboundMark(document.state, { isHeld: document.heldAt !== null, attempts: document.attempts });
  return {
    text: `${formatName(document.format, language)} ${document.number}${document.responseCode ? ` (${document.responseCode})` : ''}`,
    href: `${base}/answers/${document.id}${keptLanguage(visit)}`,
    at: document.createdAt.toISOString(),
    state: { text: t[mark.key], tone: mark.tone },
    attempts: attempts.map(({ number, startedAt, outcome, httpStatus, error }) => ({
      number,
      at: startedAt.toISOString(),
      text: outcome === 'delivered' ? t.simulatorTaken({ status: httpStatus ?? 0 }) : (error ?? outcome),
    })),
    next: document.nextAttemptAt?.toISOString() ?? '',
  };
}

/** POST /simulator/:key/steps/:id/change */
export async function change(visit: SimulatorVisit): Promise<void> {
  const { order } = await orderStep(visit);
  if (!isChangeable(order!.format, visit.simulation.settings)) throw notOpen();
  await sendChange(visit.em, visit.buyer, order!, visit.now);
  goOn(visit, '/orders');
}

/** POST /simulator/:key/steps/:id/cancel */
export async function cancel(visit: SimulatorVisit): Promise<void> {
  const { order } = await orderStep(visit);
  if (!isCancellable(order!.format, visit.simulation.settings)) throw notOpen();
  await sendCancellation(visit.em, visit.buyer, order!, visit.now);
  goOn(visit, '/orders');
}

/** POST /simulator/:key/steps/:id/repeat: the same bytes once more. */
export async function repeat(visit: SimulatorVisit): Promise<void> {
  const step = await orderStep(visit);
  await sendAgain(visit.em, visit.buyer, step, visit.now);
  goOn(visit, '/orders');
}

async function orderStep(visit: SimulatorVisit): Promise<SimulationStep> {
  const step = await findStep(visit.em, visit.simulation.row.id, idOf(visit));
  if (!step.order) throw new RoundtripError('NotFound', 'This step sent no order.');
  return step;
}

function notOpen(): RoundtripError {
  return new RoundtripError('RequestInvalid', 'The agreement does not open this document.');
}

/** POST /simulator/:key/receiver: how it answers from now on. */
export async function receiver(visit: SimulatorVisit): Promise<void> {
  const { em, form, simulation } = visit;
  const mode = receiverModes.find((each) => each === form.get('receiver')) ?? 'take';
  const times = Number(form.get('times') ?? '0');
  await setReceiver(em, simulation.row.id, mode, Number.isInteger(times) && times > 0 && times < 1_000 ? times : null);
  goOn(visit, '/orders#receiver');
}

/** GET /simulator/:key/steps/:id: what was sent and what came back. */
export async function step(visit: SimulatorVisit): Promise<void> {
  const { em, simulation, isAdministrator, reader } = visit;
  const found = await findStep(em, simulation.row.id, idOf(visit));
  const document =
    isAdministrator && found.document ? `${reader.root}/admin/documents/in/${found.document}` : undefined;
  const text = stepText(visit, found);
  showSimulatorPage(
    visit,
    'simulator/step',
    {
      ...{ text, at: found.at.toISOString(), answered: answerOf(visit, found), milliseconds: found.milliseconds ?? 0 },
      ...{ sent: found.sent, came: found.answered ?? '' },
      ...(document !== undefined && { document }),
    },
    { title: text, here: found.order ? '/orders' : '' },
  );
}

/** GET /simulator/:key/answers/:id: a document that came back. */
export async function answer(visit: SimulatorVisit): Promise<void> {
  const { em, simulation, tongue, isAdministrator, reader } = visit;
  const id = idOf(visit);
  const found = (await readInbox(em, simulation.row.id)).find(({ document }) => document.id === id);
  if (!found) throw new RoundtripError('NotFound', 'There is no such answer to this simulation.');
  const { document } = found;
  const text = `${formatName(document.format, tongue.language)} ${document.number}`;
  showSimulatorPage(
    visit,
    'simulator/answer',
    {
      ...{ text, at: document.createdAt.toISOString(), content: await head(visit, id) },
      ...(isAdministrator && { document: `${reader.root}/admin/documents/out/${id}` }),
    },
    { title: text, here: '/orders' },
  );
}

/** The first piece of a document: enough to read, and little to hold. */
async function head({ em }: SimulatorVisit, id: string): Promise<string> {
  for await (const chunk of readChunks(em, id)) return chunk.subarray(0, CHUNK_BYTES).toString('utf8');
  return '';
}
