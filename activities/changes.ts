import type { EntityManager } from '@mikro-orm/postgresql';
import { versionRows } from '../documents/carryOut.ts';
import { timelineRow, addTimeline, type TimelineRow } from '../documents/timeline.ts';
import { endPutOff, putOff } from '../documents/waitingChanges.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import { maySendChanges } from '../partners/verdict.ts';
import { changedNumber, lockChangedOrder } from '../shop/changedOrder.ts';
import { sql } from 'kysely';
import { addVersion, carryOutChange } from '../shop/orderVersions.ts';
import { insertOrder, type OrderBatchLine } from '../shop/orders.ts';
import { shortened, isQuestion } from '../shop/reason.ts';
import { weighChange, type WeighedChange } from './changeInHand.ts';
import type { ActivityDeps } from './deps.ts';
import { OrderInHand } from './orderInHand.ts';
import { claim, factsChanged, moveDocument, settle } from './settle.ts';
import type { Ended, PriceRun, Run, Weighed } from './steps.ts';

const HOUR = 3_600_000;
const MOST_ROWS = 20;

/** Changes and cancellations of orders. */
export function createChangeActivities({ orm, reader, clock }: ActivityDeps) {
  return {
    /** Says what becomes of a change. One that waits is remembered, so that it is told when its order moves. */
    async weighChange({ pricesTold, ...run }: PriceRun): Promise<Weighed> {
      const em = orm.em.fork();
      const order = await reader.read(em, run);
      if (!(order instanceof OrderInHand)) throw new Error('a change was read before');
      const until = waitsUntil(order);
      const weighed = await weighChange(em, order, clock() < until);
      if (weighed.verdict !== 'wait') return await verdictOf(em, weighed, pricesTold);
      const { id: inboundDocumentId, read, header } = order;
      const orderNumber = shortened(changedNumber(header));
      await putOff(em, {
        inboundDocumentId,
        partnerId: read.document.partner,
        orderNumber,
        until: until.toISOString(),
      });
      // The order may have come while this was written down.
      const again = await weighChange(em, order, clock() < until);
      const next = new Date(Math.max(until.valueOf(), clock().valueOf() + HOUR));
      if (again.verdict === 'wait') return { verdict: 'wait', until: next.toISOString() };
      return await verdictOf(em, again, pricesTold);
    },

    /** The change is carried out: the order has a new version. All in one transaction. */
    async applyChange(run: Run): Promise<Ended> {
      const em = orm.em.fork();
      const order = await reader.read(em, run);
      const isPatient = order instanceof OrderInHand && clock() < waitsUntil(order);
      const applied = order instanceof OrderInHand ? await settle(em, (tx) => apply(tx, order, isPatient)) : undefined;
      if (applied) return applied;
      reader.forget(run);
      return { outcome: 'again' };
    },
  };
}

/** What it adds or changes has prices that the shop behind us is asked for, once; what was found before counts for nothing then. */
async function verdictOf(
  em: EntityManager,
  { verdict, affected }: WeighedChange,
  pricesTold = false,
): Promise<Exclude<Weighed, { verdict: 'wait' }>> {
  if (verdict === 'wait') throw new Error('a change that waits has no verdict yet');
  const isAsked = !pricesTold && affected?.read.live !== undefined && affected.read.lineCount > 0;
  const asksShop = isAsked && (await affected.identification(em)).customer !== undefined;
  return asksShop ? { verdict, asksShop } : { verdict };
}

/** How long a change waits for what it builds on. */
export function waitsUntil({ read: { document, agreement } }: OrderInHand): Date {
  return new Date(document.receivedAt.valueOf() + agreement.settings.changes.waitHours * HOUR);
}

async function apply(tx: EntityManager, order: OrderInHand, isPatient: boolean): Promise<Ended> {
  const weighed = await weighInTransaction(tx, order, isPatient, 'apply');
  const { target } = weighed;
  if (!target) factsChanged();
  const answer = order.read.agreement.settings.answers.acceptance === 'whenClean' || isAnswered(order, weighed);
  await claimKeys(tx, order);
  const code = answer ? await codeOf(tx, order, weighed) : undefined;
  await draft(tx, order, weighed, { status: 'Applied', code });
  const done = await carryOutChange(tx, order.id, 'roundtrip');
  const { contentHash, lineCount } = order.read;
  await moveDocument(tx, order.id, 'applied', { contentHash, lineCount, orderId: done.orderId });
  await endPutOff(tx, order.id);
  const about = { inboundDocumentId: order.id, orderId: done.orderId };
  await addTimeline(tx, [
    timelineRow('document.read', { lines: lineCount, warnings: order.read.judged.notices.length }, about),
    ...versionRows(done, { inboundDocumentId: order.id }),
  ]);
  return { outcome: 'applied', orderId: done.orderId, orderNumber: done.number, answer };
}

/** An order that was accepted is answered again; one that waits for its acceptance is answered with that. */
function isAnswered({ read }: OrderInHand, { target }: WeighedChange): boolean {
  return target?.responseCode != null && read.agreement.settings.answers.acceptance !== 'none';
}

/** Weighed again where nobody else changes the order any more. */
async function weighInTransaction(
  tx: EntityManager,
  order: OrderInHand,
  isPatient: boolean,
  expected: WeighedChange['verdict'],
): Promise<WeighedChange> {
  const before = await weighChange(tx, order, isPatient);
  if (before.target) await lockChangedOrder(tx, before.target.id);
  const weighed = before.target ? await weighChange(tx, order, isPatient) : before;
  if (weighed.verdict !== expected || weighed.target?.id !== before.target?.id) factsChanged();
  return weighed;
}

async function claimKeys(tx: EntityManager, { keys: { message, order } }: OrderInHand): Promise<void> {
  if (message) await claim(tx, message);
  await claim(tx, order);
}

/** 30 where the agreement has a line rejected or changed and the buyer takes changes, else 29. */
async function codeOf(tx: EntityManager, { read }: OrderInHand, { affected }: WeighedChange): Promise<ResponseCode> {
  const tally = await affected?.tally(tx);
  const isChanged = tally !== undefined && tally.rejected + tally.changed > 0;
  return isChanged && maySendChanges(read.agreement.settings) ? '30' : '29';
}

/** The change as a row beside the orders: its added and changed lines, and why it waits. */
async function draft(
  tx: EntityManager,
  { id, read, header }: OrderInHand,
  { target, plan, affected, reasons, deliveryAddressId }: WeighedChange,
  { status, code }: { readonly status: 'Applied' | 'Waiting'; readonly code?: ResponseCode | undefined },
): Promise<{ readonly questions: number }> {
  const { document, agreement } = read;
  const head = {
    ...{ id, status, partnerId: document.partner, inboundDocumentId: id, agreementVersion: agreement.version },
    customerId: target?.customer?.id,
    deliveryAddressId,
    ...{ header, reasons, responseCode: code },
  };
  const batches = affected ? affected.evaluated(tx) : none();
  const { openLines } = await insertOrder(tx, head, code === undefined ? batches : accepted(batches));
  if (target) {
    const version = { inboundDocumentId: id, header, removed: plan?.removed ?? [], state: 'waiting' as const };
    await addVersion(tx, target, version);
  }
  return { questions: reasons.filter(isQuestion).length + openLines };
}

async function* none(): AsyncGenerator<readonly OrderBatchLine[]> {}

async function* accepted(batches: AsyncIterable<readonly OrderBatchLine[]>) {
  for await (const batch of batches) {
    yield batch.map((line): OrderBatchLine => ({ ...line, responseStatus: line.responseStatus ?? '29' }));
  }
}

/** A change waits for a person, as an order would. */
export async function holdChange(
  tx: EntityManager,
  order: OrderInHand,
  { deadline, isPatient }: { readonly deadline: string; readonly isPatient: boolean },
): Promise<boolean> {
  const weighed = await weighInTransaction(tx, order, isPatient, 'hold');
  const reused = order.reusedFrom(await order.owners(tx));
  if (!reused) await claimKeys(tx, order);
  else if (order.keys.message) await claim(tx, order.keys.message);
  const { questions } = await draft(tx, order, weighed, { status: 'Waiting' });
  const { contentHash, lineCount, judged } = order.read;
  await moveDocument(tx, order.id, 'waiting', { contentHash, lineCount, orderId: order.id });
  await endPutOff(tx, order.id);
  const about = { inboundDocumentId: order.id, orderId: order.id };
  await addTimeline(tx, [
    timelineRow('document.read', { lines: lineCount, warnings: judged.notices.length }, about),
    timelineRow('order.held', { reasons: questions, deadline }, about),
    ...weighed.reasons.slice(0, MOST_ROWS).map((reason) => timelineRow('order.reason', { reason }, about)),
    ...(await lineRows(tx, weighed, about)),
  ]);
  return true;
}

async function lineRows(
  tx: EntityManager,
  { affected }: WeighedChange,
  about: { readonly inboundDocumentId: string; readonly orderId: string },
): Promise<TimelineRow[]> {
  const rows: TimelineRow[] = [];
  if (!affected) return rows;
  for await (const batch of affected.evaluated(tx)) {
    for (const { evaluated } of batch) {
      rows.push(...evaluated.reasons.map((reason) => timelineRow('order.reason', { reason }, about)));
    }
    if (rows.length >= MOST_ROWS) break;
  }
  return rows.slice(0, MOST_ROWS);
}

/** In the transaction that refuses a change: its order remembers it. @returns rows for the order's timeline */
export async function noteRefusedChange(
  tx: EntityManager,
  order: OrderInHand,
  weighed: WeighedChange | undefined,
): Promise<TimelineRow[]> {
  const { id, header } = order;
  await endPutOff(tx, id);
  if (!weighed?.target) return [];
  const { target } = weighed;
  await lockChangedOrder(tx, target.id);
  await addVersion(tx, target, { inboundDocumentId: id, header, removed: [], state: 'refused' });
  await sql`update orders set updated_at = now() where id = ${target.id}`.execute(tx.getKysely());
  return [timelineRow('change.refused', { operation: header.operation! }, { orderId: target.id })];
}
