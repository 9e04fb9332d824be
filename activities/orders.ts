import type { EntityManager } from '@mikro-orm/postgresql';
import { answerDue } from '../documents/answersDue.ts';
import {
  addTimeline,
  timelineRow,
  type TimelineAbout,
  type TimelineFacts,
  type TimelineRow,
} from '../documents/timeline.ts';
import { answerByMail } from '../notices/answerByMail.ts';
import { acknowledge } from '../documents/tellBuyer.ts';
import { answerFormat } from '../partners/answers.ts';
import { maySendChanges } from '../partners/verdict.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import type { Reason } from '../shop/evaluation.ts';
import { insertOrder, type OrderBatchLine, type OrderHead } from '../shop/orders.ts';
import { isQuestion } from '../shop/reason.ts';
import { holdChange, waitsUntil } from './changes.ts';
import type { ActivityDeps } from './deps.ts';
import { LineTally } from './lineTally.ts';
import { findingRow } from './findings.ts';
import { OrderInHand, type Identification } from './orderInHand.ts';
import { claim, factsChanged, moveDocument, settle } from './settle.ts';
import type { Ended, Held, Hold, Reminder, Run } from './steps.ts';

/** Reasons and notices that get a line of their own in the timeline. */
const MOST_ROWS = 20;

/** The order in the shop: placed in status New, or held for a person. */
export function createOrderActivities({ orm, reader, log, clock }: ActivityDeps) {
  const holdOne = (tx: EntityManager, order: OrderInHand, deadline: string): Promise<boolean> => {
    if (order.header.operation === undefined) return hold(tx, order, deadline);
    return holdChange(tx, order, { deadline, isPatient: clock() < waitsUntil(order) });
  };
  return {
    /** Order, lines, keys, state and timeline in one transaction. */
    async placeOrder(run: Run): Promise<Ended> {
      const em = orm.em.fork();
      const order = await reader.read(em, run);
      const placed = order instanceof OrderInHand ? await settle(em, (tx) => place(tx, order)) : undefined;
      if (placed) return placed;
      reader.forget(run);
      return { outcome: 'again' };
    },

    /** The order waits for a person, with its reasons; it is not in status New yet. */
    async holdOrder({ deadline, ...run }: Hold): Promise<Held> {
      const em = orm.em.fork();
      const order = await reader.read(em, run);
      const held = order instanceof OrderInHand ? await settle(em, (tx) => holdOne(tx, order, deadline)) : undefined;
      if (!held) reader.forget(run);
      return { held: held === true };
    },

    /** Nobody has decided yet: the timeline says so, and the log for whoever watches it. */
    async remindOfHold({ inboundDocumentId, kind, deadline }: Reminder): Promise<void> {
      const code = kind === 'reminder' ? 'order.reminder' : 'order.deadlinePassed';
      const about = { inboundDocumentId, orderId: inboundDocumentId };
      await addTimeline(orm.em.fork(), [timelineRow(code, { deadline }, about)]);
      log.warn({ alert: 'hold', inboundDocumentId, kind, deadline }, 'An order waits for a decision');
    },
  };
}

async function place(tx: EntityManager, order: OrderInHand): Promise<Ended> {
  const { document, agreement, lineCount, contentHash } = order.read;
  const { customer } = await order.identification(tx);
  const tally = await order.tally(tx);
  if (!customer || !tally.isClean) return factsChanged();
  await claimKeys(tx, order);
  const status = document.mode === 'test' ? 'Tested' : 'New';
  const answer = agreement.settings.answers.acceptance === 'whenClean';
  const responseCode = answer ? cleanCode(order, tally) : undefined;
  const written = new LineTally(agreement.settings, order.header);
  const head = { ...(await orderHead(tx, order)), status, responseCode } as const;
  const stored = await insertOrder(tx, head, counted(order.evaluated(tx), written));
  // The lines of a long order were evaluated anew: a price may have changed since.
  const isSame = written.rejected === tally.rejected && written.changed === tally.changed;
  if (!written.isClean || !isSame) return factsChanged();
  const outcome = document.mode === 'test' ? 'tested' : 'placed';
  const change = { contentHash, lineCount, orderId: stored.id };
  await moveDocument(tx, document.id, outcome, change);
  const about = { inboundDocumentId: document.id, orderId: stored.id };
  await addTimeline(tx, [
    ...checkedRows(order, tally, await order.identification(tx)),
    ...orderRows(head.reasons, about),
    ...(tally.rejected + tally.changed + tally.noted > 0 ? await lineRows(tx, order, about) : []),
    outcome === 'tested'
      ? timelineRow('document.tested', {}, about)
      : timelineRow('order.placed', { number: stored.number, status }, about),
  ]);
  if (!answer) await acknowledge(tx, agreement.settings, head);
  if (agreement.settings.mail.confirmations === 'whenClean')
    await answerByMail(tx, agreement.settings, 'confirmation', { ...head, mode: document.mode });
  return { outcome, orderId: stored.id, orderNumber: stored.number, answer };
}

async function hold(tx: EntityManager, order: OrderInHand, deadline: string): Promise<boolean> {
  const { document, agreement, lineCount, contentHash } = order.read;
  const reused = order.reusedFrom(await order.owners(tx));
  if (reused) await claimMessageKey(tx, order);
  else await claimKeys(tx, order);
  const tally = await order.tally(tx);
  const head = { ...(await orderHead(tx, order)), status: 'Waiting' } as const;
  const stored = await insertOrder(tx, head, order.evaluated(tx));
  const change = { contentHash, lineCount, orderId: stored.id };
  await moveDocument(tx, document.id, 'waiting', change);
  const about = { inboundDocumentId: document.id, orderId: stored.id };
  await addTimeline(tx, [
    ...checkedRows(order, tally, await order.identification(tx)),
    timelineRow('order.held', { reasons: head.reasons.filter(isQuestion).length + tally.questions, deadline }, about),
    ...head.reasons
      .filter(isQuestion)
      .slice(0, MOST_ROWS)
      .map((reason) => timelineRow('order.reason', { reason }, about)),
    ...orderRows(head.reasons, about),
    ...(await lineRows(tx, order, about)),
  ]);
  await acknowledge(tx, agreement.settings, head);
  return true;
}

/** What the agreement accepts of an order as a whole, though it deviates. */
function orderRows(reasons: readonly Reason[], about: TimelineAbout): TimelineRow[] {
  return reasons
    .filter(({ action }) => action === 'notify')
    .map((reason) => timelineRow('order.deviationAccepted', { reason }, about));
}

/** The first reasons of lines: questions, and what the agreement makes of the others. */
async function lineRows(tx: EntityManager, order: OrderInHand, about: TimelineAbout): Promise<TimelineRow[]> {
  const rows: TimelineRow[] = [];
  for await (const batch of order.evaluated(tx)) {
    for (const { evaluated, responseStatus } of batch) {
      rows.push(...evaluated.reasons.map((reason) => timelineRow(toldAs(reason, responseStatus), { reason }, about)));
    }
    if (rows.length >= MOST_ROWS) break;
  }
  return rows.slice(0, MOST_ROWS);
}

function toldAs({ action }: Reason, status: ResponseCode | undefined) {
  if (status === '27') return 'order.lineRejected';
  if (action === 'notify') return 'order.deviationAccepted';
  return status === '30' ? 'order.lineAtOurPrice' : 'order.reason';
}

/** 30 where the agreement has a line rejected or changed and the buyer takes changes, else 29. */
function cleanCode({ read }: OrderInHand, tally: LineTally): ResponseCode {
  return tally.rejected + tally.changed > 0 && maySendChanges(read.agreement.settings) ? '30' : '29';
}

/** An order made from a document has the document's id: an attempt again, or another round, finds it. */
async function orderHead(tx: EntityManager, order: OrderInHand): Promise<Omit<OrderHead, 'status'>> {
  const { document, agreement, shop } = order.read;
  const { customer, deliveryAddressId } = await order.identification(tx);
  return {
    id: document.id,
    partnerId: document.partner,
    inboundDocumentId: document.id,
    agreementVersion: agreement.version,
    customerId: customer?.id,
    deliveryAddressId,
    header: order.header,
    reasons: await order.orderReasons(tx),
    answerDue: answerDue(shop, agreement.settings, order.header, document.receivedAt),
  };
}

async function claimKeys(tx: EntityManager, order: OrderInHand): Promise<void> {
  await claimMessageKey(tx, order);
  await claim(tx, order.keys.order);
}

async function claimMessageKey(tx: EntityManager, { keys: { message } }: OrderInHand): Promise<void> {
  if (message) await claim(tx, message);
}

async function* counted(batches: AsyncIterable<readonly OrderBatchLine[]>, tally: LineTally) {
  for await (const batch of batches) {
    tally.add(batch);
    yield batch;
  }
}

/** What the reading steps found, in words; written by the step that writes anyway. */
function checkedRows(order: OrderInHand, tally: LineTally, identified: Identification): TimelineRow[] {
  const { customer, by, also, rememberedPlace } = identified;
  const { id, read } = order;
  const about = { inboundDocumentId: id, orderId: id };
  const { notices } = read.judged;
  return [
    timelineRow('document.read', { lines: read.lineCount, warnings: notices.length }, about),
    ...notices.slice(0, MOST_ROWS).map((finding) => findingRow(finding, about)),
    ...(customer
      ? [
          timelineRow(
            'customer.found',
            { customer: customer.number, name: customer.name, by, ...(also.length > 0 && { also }) },
            about,
          ),
        ]
      : []),
    ...(rememberedPlace === undefined ? [] : [timelineRow('place.remembered', { name: rememberedPlace }, about)]),
    timelineRow('lines.matched', { counts: tally.matchedBy }, about),
    ...(answerFormat(read.header) === undefined ? [timelineRow('answer.none', {}, about)] : []),
    ...tally.agreed.map((facts) => timelineRow('price.agreed', facts, about)),
    ...(tally.compared > 0 ? [timelineRow('prices.checked', comparedPrices(tally, order), about)] : []),
  ];
}

function comparedPrices(tally: LineTally, { header, read }: OrderInHand): TimelineFacts['prices.checked'] {
  const { sums, compared: lines, priceDay } = tally;
  return { lines, day: priceDay ?? read.day, ...(sums && { sums: { ...sums, currency: header.currency } }) };
}
