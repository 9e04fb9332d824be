/**
 * Takes every path through the workflows on real servers and compares the shape of its history with the committed one. With
 * `UPDATE=1` the histories are recorded anew: do so when a workflow was meant to change, and only where no released version still
 * has workflows of the old shape under way.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { beforeAll, expect, test } from 'vitest';
import { BUYER } from '../../bench/articles.ts';
import { findAgreement } from '../../partners/partners.ts';
import { beginExport, decideExport, exportStart } from '../../documents/catalogueExports.ts';
import { openDeliveries, pauseDeliveries } from '../../documents/deliveryPauses.ts';
import { attemptsOf, findOutbound } from '../../documents/outbound.ts';
import { confirmOrder } from '../../documents/tellBuyer.ts';
import { testNotice } from '../../notices/collect.ts';
import { createSubscription, findSubscription } from '../../notices/subscriptions.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { findDueMessages } from '../../documents/orderMessages.ts';
import { tellDueMessages, tellOrderMessage } from '../../platform/tellOrderMessages.ts';
import { confirmationSchema } from '../../shop/confirmation.ts';
import { findOrder } from '../../shop/orderQueries.ts';
import type { SessionInHand } from '../../sessions/inHand.ts';
import { deliverDocumentId, exportCatalogueId, punchInOrderId, punchOutSessionId, sendNoticesId } from '../../workflows/ids.ts';
import { currentStage } from '../../workflows/messages.ts';
import { applicationResponse } from '../formats/ubl/applicationResponses.ts';
import { add, punchOut, shopping, smallRange } from '../sessions/kit.ts';
import { order3, orderChange } from '../workflows/changes.ts';
import { TestEngine, until, type Behaviour, type TestPartner } from '../workflows/engine.ts';
import { clean, withOtherPrice, withUnknownArticle, withWrongSum } from '../workflows/orders.ts';
import { shapeOf, type History } from './shape.ts';

let house: TestEngine;

beforeAll(async () => {
  house = await TestEngine.start();
  await smallRange(house.database.em());
  return house.close;
});

const LATER = { status: 503, headers: { 'retry-after': '600' } };
let serial = 0;

/** The workflow id that a path ends with. */
type Path = () => Promise<string>;

async function received(xml: (number: string) => string, settings: Parameters<TestEngine['partner']>[0] = {}) {
  const partner = await house.partner({ answers: { acceptance: 'whenClean', changesAllowed: true }, ...settings });
  const number = `R-${(serial += 1)}`;
  const id = await house.receive(partner, xml(number), { number });
  return { partner, id, number, workflowId: punchInOrderId(partner.code, id) };
}

async function held(decide: (partner: TestPartner, id: string) => Promise<void>): Promise<string> {
  const { partner, id, workflowId } = await received(withOtherPrice);
  await house.reached(id, 'waiting');
  await decide(partner, id);
  return workflowId;
}

async function delivery(behaviours: Behaviour[], meddle?: (partner: TestPartner, id: string) => Promise<void>) {
  house.receiver.willAnswer(...behaviours);
  const { partner, id } = await received(clean);
  const { outboundDocumentId } = await house.result(partner, id);
  if (meddle) {
    await until(async () => ((await attemptsOf(house.database.em(), outboundDocumentId!)).length > 0 ? true : undefined));
    await meddle(partner, outboundDocumentId!);
  }
  return deliverDocumentId(outboundDocumentId!);
}

/** Does not wait for the next attempt. */
async function sendNow(partner: TestPartner, outboundDocumentId: string): Promise<void> {
  const { settings: agreement } = await findAgreement(house.database.em(), partner.id, 'production');
  await house.engine.retryDelivery({
      outboundDocumentId,
      partnerId: partner.id,
      format: 'peppol-28a-order-response',
      agreement,
    });
}

/** A test message to a webhook that answers so. */
async function notice(behaviours: Behaviour[]): Promise<string> {
  house.receiver.willAnswer(...behaviours);
  const em = house.database.em();
  const { id } = await createSubscription(em, new KeyRing([Buffer.from(house.secretKeys, 'base64')]), {
    ...{ recipient: 'webhook', address: house.receiver.url, language: 'en', events: ['order.placed'] },
    ...{ partner: null, customer: null, digest: 'atOnce', digestMinutes: null, digestAt: null },
    ...{ hourlyLimit: 20, active: true, by: 'test' },
  });
  const made = await testNotice(em, (await findSubscription(em, id)).subscription, new Date());
  await house.engine.startNotice(made);
  return sendNoticesId(made);
}

interface Visit {
  readonly articles?: Readonly<Record<string, string>>;
  /** Milliseconds that the start link is good for: when the workflow first looks at the time. */
  readonly start?: number;
}

/** An order that a person has accepted. @returns its id */
async function confirmed(): Promise<string> {
  const { partner, id } = await received(clean);
  await house.result(partner, id);
  await house.decide(id, { kind: 'accept', lines: [] });
  const em = house.database.em();
  await until(async () => ((await findOrder(em, { id }))?.status === 'Confirmed' ? true : undefined));
  return id;
}

/** A partner whose orders may be changed, and one of its orders. */
async function changeable(change: 'automatic' | 'person' | 'refuse', comes: 'first' | 'never' = 'first') {
  const partner = await house.partner({
    formats: ['peppol-3-order', 'peppol-3-order-change'],
    answers: { acceptance: 'whenClean' },
    changes: { change },
  });
  const number = `R-${(serial += 1)}`;
  if (comes === 'first') {
    const id = await house.receive(partner, order3(number), { number, format: 'peppol-3-order' });
    await house.result(partner, id);
  }
  return { partner, number };
}

/** @returns the workflow id of the change */
async function changed(partner: TestPartner, order: string): Promise<string> {
  const id = `${order}-C`;
  const xml = orderChange({ id, order, sequence: 1, lines: { '1': { status: '3', quantity: 7 } } });
  return punchInOrderId(partner.code, await house.receive(partner, xml, { number: id, format: 'peppol-3-order-change' }));
}

const told = (orderId: string) => ({ orderId, actor: 'operator: Anna', now: new Date() });

/** A visit, and what its buyer does. Unless it is ended it ends by itself: by default at the first look at its time. */
async function visit(buyer: (session: SessionInHand) => Promise<unknown>, given: Visit = {}): Promise<string> {
  const { articles = { 'PEN-1': '3' }, start = 4_000 } = given;
  const em = house.database.em();
  const times = { start, idle: 3_000, life: 60_000 };
  const { session } = await shopping(em, await punchOut(em), { times }, new Date());
  for (const [article, quantity] of Object.entries(articles)) {
    await add(em, session, article, quantity, undefined, new Date());
  }
  await house.engine.startPunchOutSession(session);
  const workflowId = punchOutSessionId(session.row.partnerCode, session.row.id);
  // Answered after the first workflow task: whether the buyer comes before or after it is not what is recorded.
  await house.engine.client.workflow.getHandle(workflowId).query(currentStage);
  await buyer(session);
  return workflowId;
}

const returns = (session: SessionInHand, attempt: string, kind: 'return' | 'empty' = 'return') =>
  house.engine.returnCart(session, { attempt, kind });
const leaves = (session: SessionInHand) => house.engine.cancelSession(session, { attempt: 'leave' });

/** A catalogue that a person lets go. */
async function catalogue(): Promise<string> {
  const em = house.database.em();
  const partner = await house.partner({
    customers: [BUYER.customerNumber],
    punchOut: {},
    addresses: { catalogue: { url: house.receiver.url } },
    catalogue: { formats: ['csv'], approval: 'person' },
  });
  const run = await beginExport(em, { partnerId: partner.id, mode: 'production', by: 'Anna' }, new Date());
  await house.engine.startExport(await exportStart(em, run));
  const workflowId = exportCatalogueId(partner.code, run.id);
  const handle = house.engine.client.workflow.getHandle(workflowId);
  // The row says it sooner than the workflow: it must have begun to wait.
  await until(async () => (await handle.query(currentStage)) === 'waiting' || undefined);
  await decideExport(em, run.id, { send: true, by: 'Anna' });
  await house.engine.tellExportDecided(run);
  return workflowId;
}

const paths: Readonly<Record<string, Path>> = {
  catalogue,
  noticeSent: () => notice([{ status: 503 }]),
  noticeRefused: () => notice([{ status: 410 }]),
  clean: async () => (await received(clean)).workflowId,
  heldAccepted: () => held((_partner, id) => house.decide(id, { kind: 'accept', lines: [] })),
  heldRejected: () => held((_partner, id) => house.decide(id, { kind: 'reject', lines: [] })),
  runAgain: () =>
    held(async (partner, id) => {
      const settings = { answers: { acceptance: 'whenClean' }, price: { tolerancePercent: '99' } } as const;
      await house.agree(partner, settings);
      await house.decide(id, { kind: 'runAgain' });
    }),
  reminded: async () => {
    const hold = { remindAfterHours: 0.1 / 3_600, deadlineHours: 0.2 / 3_600 };
    const { id, workflowId } = await received(withUnknownArticle, { hold });
    await until(async () => ((await house.told(id)).includes('order.deadlinePassed') ? true : undefined));
    await house.decide(id, { kind: 'reject', lines: [] });
    return workflowId;
  },
  refused: async () => (await received(withWrongSum)).workflowId,
  refusedTechnically: async () => (await received(withWrongSum, { mlr: { negative: true } })).workflowId,
  status: async () => {
    const partner = await house.partner();
    const xml = applicationResponse({ about: 'R-0', code: 'RE' });
    return punchInOrderId(partner.code, await house.receive(partner, xml, { format: 'peppol-3-mlr' }));
  },
  unreadable: async () => (await received(() => 'no order')).workflowId,
  duplicate: async () => {
    const { partner, id, number } = await received(clean);
    await house.result(partner, id);
    return punchInOrderId(partner.code, await house.receive(partner, `${clean(number)} `, { number }));
  },
  orderAnswer: async () => {
    const { partner, id } = await received(clean, { answers: { acceptance: 'afterPerson' } });
    await house.result(partner, id);
    await house.decide(id, { kind: 'accept', lines: [] });
    return `answer:${id}:1`;
  },
  orderMessage: async () => {
    const id = await confirmed();
    await confirmOrder(house.database.em(), told(id), confirmationSchema.parse({ note: 'Tack' }));
    await tellDueMessages(house.database.em(), house.engine, id);
    return `answer:${id}:2`;
  },
  orderMessageReplaced: async () => {
    const id = await confirmed();
    const em = house.database.em();
    await confirmOrder(em, told(id), confirmationSchema.parse({ note: 'Tack' }));
    const [due] = await findDueMessages(em, { before: new Date(Date.now() + 1_000), orderId: id });
    await confirmOrder(em, told(id), confirmationSchema.parse({ note: 'Tack igen' }));
    await tellOrderMessage(em, house.engine, due!);
    return `answer:${id}:2`;
  },
  changeApplied: async () => {
    const { partner, number } = await changeable('automatic');
    return changed(partner, number);
  },
  changeRefused: async () => {
    const { partner, number } = await changeable('refuse');
    return changed(partner, number);
  },
  changeAccepted: async () => {
    const { partner, number } = await changeable('person');
    const workflowId = await changed(partner, number);
    const id = workflowId.split(':')[2]!;
    await house.reached(id, 'waiting');
    await house.decide(id, { kind: 'accept', lines: [] });
    return workflowId;
  },
  changeWaited: async () => {
    const { partner, number } = await changeable('automatic', 'never');
    const workflowId = await changed(partner, number);
    const inboundDocumentId = workflowId.split(':')[2]!;
    await until(async () => ((await house.told(inboundDocumentId)).includes('change.putOff') ? true : undefined));
    const id = await house.receive(partner, order3(number), { number, format: 'peppol-3-order' });
    await house.result(partner, id);
    await house.engine.tellOrderMoved({ partnerCode: partner.code, inboundDocumentId });
    return workflowId;
  },
  deliveryRetried: () => delivery([{ status: 500 }, 'closeHalfWay']),
  deliveryRefused: () => delivery([{ status: 404 }]),
  deliveryCancelled: () => delivery([LATER], (_partner, id) => house.engine.cancelDelivery(id, 'operator: Anna')),
  visitReturnedTwice: () => visit(async (session) => [await returns(session, 'a'), await returns(session, 'b')]),
  visitReturnedEmpty: () => visit((session) => returns(session, 'a', 'empty')),
  visitKeptBack: () =>
    visit(async (session) => [await returns(session, 'a'), await leaves(session)], {
      articles: { 'PEN-1': '1', 'SKR-1': '3' },
    }),
  visitCancelled: () => visit(leaves),
  visitExpired: () => visit(async () => {}, { start: 500 }),
  visitExtended: () => visit(async (session) => [await house.engine.extendSession(session), await leaves(session)]),
  deliveryRetriedNow: () => delivery([LATER], sendNow),
  deliveryHeld: () =>
    delivery([LATER], async (partner, id) => {
      const paused = { partner: { id: partner.id, name: partner.code }, by: 'operator: Anna' };
      const em = house.database.em();
      await pauseDeliveries(em, paused);
      await sendNow(partner, id);
      await until(async () => (await findOutbound(em.fork(), id))?.heldAt ?? undefined);
      await openDeliveries(em, paused);
      await sendNow(partner, id);
    }),
};

test.each(Object.entries(paths))('%s', async (name, path) => {
  const handle = house.engine.client.workflow.getHandle(await path());
  await handle.result();
  const recorded = scrubbed(historyToJSON(await handle.fetchHistory()));
  const file = join(import.meta.dirname, `${name}.json`);
  if (process.env['UPDATE']) writeFileSync(file, `${JSON.stringify(recorded)}\n`);
  const committed = JSON.parse(readFileSync(file, 'utf8')) as History;
  expect(shapeOf(recorded)).toEqual(shapeOf(committed));
});

/** Without the machine that it was recorded on: its name and process, and where the repository lies. */
function scrubbed(json: string): History {
  const root = `${join(import.meta.dirname, '../..')}/`;
  const anywhere = json.replaceAll(root, '').replaceAll(`@${hostname()}`, '@worker');
  return JSON.parse(anywhere, (name, value: unknown) => (name === 'identity' ? 'worker' : value)) as History;
}
