/** Orders: taken, recognised when they come again, changed, judged by their prices, and answered. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readChunks } from '../../documents/chunks.ts';
import { responseFormat } from '../../formats/ubl/profiles.ts';
import { readInbox, type InboxDocument } from '../../simulator/inbox.ts';
import { isCancellable, isChangeable, makeOrder, type SimulatedFormat } from '../../simulator/orders.ts';
import type { Deviation } from '../../simulator/deviations.ts';
import { basicOf } from '../../simulator/exchange.ts';
import { setReceiver } from '../../simulator/simulations.ts';
import type { SimulationStep } from '../../simulator/simulation.entity.ts';
import { findStep, sendAgain, sendCancellation, sendChange, sendOrder } from '../../simulator/steps.ts';
import { fail, notApplicable, pass, type CheckContext, type Evidence, type Verdict } from './check.ts';

const PAUSE = 300;

/** How a document stands, as its sender is told. */
interface State {
  readonly state: string;
  readonly text: string;
  readonly order: { readonly status: string } | null;
  readonly error: { readonly message: string } | null;
  readonly problems: readonly { readonly text: string }[];
  readonly answers: readonly { readonly code: string | null; readonly state: string }[];
}

/** A clean order is taken, and nobody has to look at it. */
export async function checkOrder(context: CheckContext, format: SimulatedFormat): Promise<Verdict> {
  const sent = await order(context, format);
  if ('outcome' in sent) return sent;
  context.sent.set(format, sent.step.id);
  const { state, evidence } = sent;
  if (state.state === 'refused') return fail('orderRefused', reasonOf(state), ...evidence);
  return state.state === 'waiting' ? fail('orderWaits', reasonOf(state), ...evidence) : pass(...evidence);
}

/** The same bytes get the receipt of the first. */
export async function checkDuplicate(context: CheckContext, format: SimulatedFormat): Promise<Verdict> {
  const first = await sentStep(context, format);
  if (!first) return notApplicable('nothingToOrder');
  const { em, buyer } = context;
  const again = await findStep(em(), buyer.simulationId, await sendAgain(em(), buyer, first, new Date()));
  const evidence = exchangeOf(again);
  return again.document === first.document ? pass(...evidence) : fail('takenTwice', '', ...evidence);
}

/** A change, or a cancellation, is taken. */
export async function checkChange(
  context: CheckContext,
  format: SimulatedFormat,
  kind: 'change' | 'cancellation',
): Promise<Verdict> {
  const { em, buyer } = context;
  const isOpen = kind === 'change' ? isChangeable : isCancellable;
  if (!isOpen(format, buyer.settings)) return notApplicable('notChangeable');
  const first = await sentStep(context, format);
  if (!first?.order) return notApplicable('nothingToOrder');
  const send = kind === 'change' ? sendChange : sendCancellation;
  const step = await findStep(em(), buyer.simulationId, await send(em(), buyer, first.order, new Date()));
  const settled = await settle(context, step);
  if ('outcome' in settled) return settled;
  const { state, evidence } = settled;
  return state.state === 'refused' ? fail('changeRefused', reasonOf(state), ...evidence) : pass(...evidence);
}

/** A price that is too high by a tenth is not accepted as it is. */
export async function checkPrice(context: CheckContext, format: SimulatedFormat): Promise<Verdict> {
  const sent = await order(context, format, 'price');
  if ('outcome' in sent) return sent;
  const { state, evidence } = sent;
  const isAccepted = state.state === 'tested' && state.order?.status !== 'Rejected' && state.problems.length === 0;
  const code = state.answers[0]?.code ?? '';
  const isChanged = ['30', 'CA', 'except', '27', 'RE', 'reject'].includes(code);
  return isAccepted && !isChanged ? fail('priceAccepted', state.text, ...evidence) : pass(...evidence);
}

/** The answer that the agreement promises comes. */
export async function checkAnswer(context: CheckContext, format: SimulatedFormat): Promise<Verdict> {
  const without = unanswered(context, format);
  if (without) return without;
  const first = await sentStep(context, format);
  if (!first?.document) return notApplicable('nothingToOrder');
  const found = await inboxOf(context, first.document, ({ document }) => document.state !== 'ready');
  return judgeAnswer(context, found);
}

/** A receiver that is down gets the answer once it is up again. */
export async function checkOutage(context: CheckContext, format: SimulatedFormat): Promise<Verdict> {
  const without = unanswered(context, format);
  if (without) return without;
  const { em, buyer } = context;
  await setReceiver(em(), buyer.simulationId, 'fail', 1);
  try {
    const sent = await order(context, format);
    if ('outcome' in sent) return sent;
    const found = await inboxOf(context, sent.step.document!, ({ document }) => document.state !== 'ready');
    const verdict = await judgeAnswer(context, found);
    if (verdict.outcome !== 'pass' || (found?.attempts.length ?? 0) > 1) return verdict;
    return fail('notRepeated', '', ...verdict.evidence);
  } finally {
    await setReceiver(em(), buyer.simulationId, 'take', null);
  }
}

/** Why no answer is to be expected, if none is. */
function unanswered({ buyer }: CheckContext, format: SimulatedFormat): Verdict | undefined {
  const { acceptance } = buyer.settings.answers;
  if (acceptance === 'none') return notApplicable('answersNever');
  if (acceptance === 'afterPerson') return notApplicable('answersLater');
  if (format === 'cxml-order-request') return undefined;
  const profileId = 'urn:fdc:peppol.eu:poacc:bis:ordering:3';
  return responseFormat({ format, profileId }) === undefined ? notApplicable('noAnswerInFormat') : undefined;
}

async function judgeAnswer({ em }: CheckContext, found: InboxDocument | undefined): Promise<Verdict> {
  if (!found) return fail('noAnswer');
  const { document, attempts } = found;
  let text = '';
  for await (const chunk of readChunks(em(), document.id)) text += chunk.toString('utf8');
  const tries = attempts.map(({ number, outcome, error, httpStatus }) =>
    [number, outcome, httpStatus ?? '', error ?? ''].join(' ').trim(),
  );
  const evidence: Evidence[] = [
    { name: 'document', text },
    { name: 'state', text: tries.join('\n') },
  ];
  if (document.state === 'kept') return fail('answerKept', '', ...evidence);
  return document.state === 'delivered' ? pass(...evidence) : fail('noAnswer', document.lastError ?? '', ...evidence);
}

async function inboxOf(
  { em, buyer, patience }: CheckContext,
  inbound: string,
  isDone: (found: InboxDocument) => boolean,
): Promise<InboxDocument | undefined> {
  let found: InboxDocument | undefined;
  for (let waited = 0; waited < patience; waited += PAUSE) {
    const inbox = await readInbox(em(), buyer.simulationId);
    found = inbox.find(({ document }) => document.inboundDocument === inbound);
    if (found && isDone(found)) return found;
    await sleep(PAUSE);
  }
  return found;
}

interface Settled {
  readonly step: SimulationStep;
  readonly state: State;
  readonly evidence: readonly Evidence[];
}

async function order(
  context: CheckContext,
  format: SimulatedFormat,
  deviation: Deviation = 'none',
): Promise<Settled | Verdict> {
  const { em, buyer, goods } = context;
  if (!goods) return notApplicable('nothingToOrder');
  const made = await makeOrder(em(), buyer, { ...goods, format, deviation }, new Date());
  const step = await findStep(em(), buyer.simulationId, await sendOrder(em(), buyer, made, new Date()));
  return settle(context, step);
}

async function sentStep(
  { em, buyer, sent }: CheckContext,
  format: SimulatedFormat,
): Promise<SimulationStep | undefined> {
  const id = sent.get(format);
  return id === undefined ? undefined : findStep(em(), buyer.simulationId, id);
}

/** Waits until the document is no longer being read. */
async function settle({ buyer, patience }: CheckContext, step: SimulationStep): Promise<Settled | Verdict> {
  const evidence = exchangeOf(step);
  if (!step.document) return fail('orderNotTaken', step.answered ?? '', ...evidence);
  const url = `${buyer.punchInUrl}/documents/${step.document}`;
  let state: State | undefined;
  for (let waited = 0; waited < patience; waited += PAUSE) {
    const answer = await fetch(url, { headers: { authorization: basicOf(buyer), 'accept-language': 'en' } });
    state = (await answer.json()) as State;
    if (answer.ok && state.state !== 'received') break;
    await sleep(PAUSE);
  }
  const told: Evidence = { name: 'state', text: JSON.stringify(state, null, 2) };
  if (state === undefined || state.state === 'received')
    return fail('orderNotTaken', state?.text ?? '', ...evidence, told);
  return { step, state, evidence: [...evidence, told] };
}

function exchangeOf({ sent, answered }: SimulationStep): Evidence[] {
  return [
    { name: 'sent', text: sent },
    { name: 'answered', text: answered ?? '' },
  ];
}

function reasonOf({ error, problems, text }: State): string {
  return error?.message ?? (problems.length > 0 ? problems.map((problem) => problem.text).join(' ') : text);
}
