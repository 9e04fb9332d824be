/** What the simulated system does: each step is kept with what was sent and what came back. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { storable } from '../database/text.ts';
import { InboundDocument } from '../documents/inbound.entity.ts';
import { withSharedSecret } from '../formats/cxml/sharedSecret.write.ts';
import type { CxmlItem } from '../formats/cxml/item.parse.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { Buyer } from './buyer.ts';
import { basicOf, post, type Exchange } from './exchange.ts';
import { changedOrder, changeText, nextVersion, orderText, type SentOrder } from './orders.ts';
import { callForm, formText, setUp, type PunchOutStart } from './punchOut.ts';
import { SimulationStep, type StepKind } from './simulation.entity.ts';

/** A link in many hands must not fill the database. */
const MOST_STEPS = 1_000;
/** Beyond it the text of a document is cut. */
const LONGEST_SENT = 2_000_000;
/** What is kept of the secret in a cXML document. */
const MASKED_SECRET = '<SharedSecret>***</SharedSecret>';

/** Begins a punch-out; in cXML the setup request is sent at once. @returns the step's id */
export async function beginPunchOut(
  em: EntityManager,
  buyer: Buyer,
  start: PunchOutStart,
  { items, wrongSecret = false }: { readonly items?: readonly CxmlItem[]; readonly wrongSecret?: boolean },
  now: Date,
): Promise<string> {
  await requireRoom(em, buyer);
  const id = v7();
  if (start.way !== 'cxml') {
    const sent = formText(callForm(buyer, id, start, wrongSecret), buyer);
    await insertStep(em, buyer, { id, kind: 'punchOut', start, sent }, now);
    return id;
  }
  const got = await setUp(buyer, id, start, { ...(items && { items }), wrongSecret });
  const { startPage } = got;
  const begun = { ...start, ...(startPage !== undefined && { startPage }) };
  await insertStep(em, buyer, { id, kind: 'punchOut', start: begun, sent: got.sent, exchange: got }, now);
  return id;
}

/** Sends an order. @returns the step's id */
export async function sendOrder(em: EntityManager, buyer: Buyer, order: SentOrder, now: Date): Promise<string> {
  return send(em, buyer, { kind: 'order', order, text: orderText(buyer, order) }, now);
}

/** Changes an order that was sent, as it stands by now: twice as much of its first line. */
export async function sendChange(em: EntityManager, buyer: Buyer, sent: SentOrder, now: Date): Promise<string> {
  const earlier = await latestVersion(em, buyer, sent);
  const order = changedOrder(earlier);
  return send(em, buyer, { kind: 'change', order, text: changeText(buyer, 'change', order, earlier) }, now);
}

/** Takes an order back that was sent, as it stands by now. */
export async function sendCancellation(em: EntityManager, buyer: Buyer, sent: SentOrder, now: Date): Promise<string> {
  const earlier = await latestVersion(em, buyer, sent);
  const order = nextVersion(earlier);
  return send(em, buyer, { kind: 'cancellation', order, text: changeText(buyer, 'cancellation', order, earlier) }, now);
}

/** What was last said of an order: a change follows the one before it. */
async function latestVersion(em: EntityManager, { simulationId }: Buyer, sent: SentOrder): Promise<SentOrder> {
  const steps = await em.find(
    SimulationStep,
    { simulation: simulationId, kind: { $in: ['order', 'change', 'cancellation'] } },
    { fields: ['order'], orderBy: { id: 'desc' }, disableIdentityMap: true },
  );
  const { number } = sent.order;
  return steps.flatMap(({ order }) => order ?? []).find(({ order }) => order.number === number) ?? sent;
}

/** Sends the same bytes again, as a system does that got no answer. */
export async function sendAgain(
  em: EntityManager,
  buyer: Buyer,
  { order, sent }: Pick<SimulationStep, 'order' | 'sent'>,
  now: Date,
): Promise<string> {
  if (!order) throw new RoundtripError('RequestInvalid', 'Only what follows an order can be sent again.');
  return send(em, buyer, { kind: 'repeat', order, text: sent.replace(MASKED_SECRET, '') }, now);
}

interface ToSend {
  readonly kind: StepKind;
  readonly order: SentOrder;
  readonly text: string;
}

async function send(em: EntityManager, buyer: Buyer, { kind, order, text }: ToSend, now: Date): Promise<string> {
  await requireRoom(em, buyer);
  const exchange = await postDocument(buyer, order, text);
  const id = v7();
  const document = await storedDocument(em, buyer, exchange);
  await insertStep(em, buyer, { id, kind, order, sent: exchange.sent, exchange, document }, now);
  return id;
}

async function postDocument(buyer: Buyer, { format }: SentOrder, text: string): Promise<Exchange> {
  if (format === 'cxml-order-request') {
    const body = withSharedSecret(text, buyer.secret);
    return post(buyer, buyer.punchInUrl, { body, contentType: 'text/xml; charset=utf-8' });
  }
  const headers = { authorization: basicOf(buyer) };
  return post(buyer, buyer.punchInUrl, { body: text, contentType: 'application/xml', headers });
}

/** The document that we keep of it: by the reference in the receipt, which of a repeat is the first one's. */
async function storedDocument(em: EntityManager, buyer: Buyer, exchange: Exchange): Promise<string | null> {
  const said = /"reference":"([0-9A-Z-]+)"|Reference: ([0-9A-Z-]+)/.exec(exchange.answered);
  const reference = said?.[1] ?? said?.[2] ?? exchange.reference;
  const found = await em.findOne(
    InboundDocument,
    { reference, partner: buyer.partnerId, mode: 'test' },
    { fields: ['id'], disableIdentityMap: true },
  );
  return found?.id ?? null;
}

interface NewStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly sent: string;
  readonly start?: PunchOutStart;
  readonly order?: SentOrder;
  readonly exchange?: Exchange;
  readonly document?: string | null;
}

async function insertStep(em: EntityManager, buyer: Buyer, step: NewStep, now: Date): Promise<void> {
  const { id, kind, sent, start, order, exchange, document } = step;
  await em.insert(SimulationStep, {
    ...{ id, simulation: buyer.simulationId, kind, at: now },
    sent: storable(sent.slice(0, LONGEST_SENT)),
    answered: exchange === undefined ? null : storable(exchange.answered),
    httpStatus: exchange?.httpStatus ?? null,
    milliseconds: exchange?.milliseconds ?? null,
    start: storable(start ?? null),
    order: storable(order ?? null),
    document: document ?? null,
  });
}

/** @throws RateLimited */
async function requireRoom(em: EntityManager, { simulationId }: Buyer): Promise<void> {
  const steps = await em.count(SimulationStep, { simulation: simulationId });
  if (steps >= MOST_STEPS) {
    throw new RoundtripError('RateLimited', `The simulation has done ${MOST_STEPS} steps; begin another one.`);
  }
}

/** @throws NotFound */
export async function findStep(em: EntityManager, simulation: string, id: string): Promise<SimulationStep> {
  const found = await em.findOne(SimulationStep, { id, simulation }, { disableIdentityMap: true });
  if (!found) throw new RoundtripError('NotFound', 'There is no such step of this simulation.');
  return found;
}

/** Newest first. @param before id of the last one of the page before */
export async function listSteps(
  em: EntityManager,
  simulation: string,
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
): Promise<SimulationStep[]> {
  const where = { simulation, ...(before !== undefined && { id: { $lt: before } }) };
  return em.find(SimulationStep, where, { orderBy: { id: 'desc' }, limit, disableIdentityMap: true });
}
