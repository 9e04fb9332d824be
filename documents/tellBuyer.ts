import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { answerByMail } from '../notices/answerByMail.ts';
import type { Agreement } from '../partners/agreement.ts';
import { agreementFor } from '../partners/answers.ts';
import { messageFormat } from '../partners/messageFormats.ts';
import { momentFor, type TimedKind } from '../partners/messages.ts';
import { findAgreement } from '../partners/partners.ts';
import { maySendChanges } from '../partners/verdict.ts';
import { RoundtripError } from '../platform/errors.ts';
import { confirmLines } from '../shop/confirm.ts';
import type { Confirmation } from '../shop/confirmation.ts';
import { deliverLines } from '../shop/deliver.ts';
import type { Delivery } from '../shop/delivery.ts';
import { changeStatus, type StatusChange } from '../shop/orders.ts';
import { shopProfile } from '../shop/profile.ts';
import { dueAt, type ShopClock } from './dueTimes.ts';
import { lockOrder, type LockedOrder } from './lockedOrder.ts';
import type { OrderMessage } from './orderMessage.entity.ts';
import { findRepeat, messagesOf, releaseMessages, storeOrderMessage, type NewOrderMessage } from './orderMessages.ts';
import { addTimeline, timelineRow, type MessagePlan } from './timeline.ts';

/** Who tells of an order, and when. */
export interface Teller {
  readonly orderId: string;
  /** For example `operator: Anna`. */
  readonly actor: string;
  readonly now: Date;
  /** The caller's own key of the request: the same key and the same request again are the same message. */
  readonly idempotencyKey?: string | undefined;
}

interface InHand {
  readonly order: LockedOrder;
  readonly settings: Agreement;
  readonly shop: ShopClock | undefined;
  readonly teller: Teller;
}

/**
 * The shop says what becomes of the lines of an order that was accepted. The settings say when the buyer is told.
 * @throws NotFound, Conflict, RequestInvalid: see confirmLines
 */
export async function confirmOrder(
  em: EntityManager,
  teller: Teller,
  confirmation: Confirmation,
): Promise<OrderMessage> {
  return em.transactional(async (tx) => {
    const inHand = await take(tx, teller);
    const key = keyOf(teller, confirmation);
    const repeated = await findRepeat(tx, teller.orderId, 'confirmation', key);
    if (repeated) return repeated;
    const code = await confirmLines(tx, inHand.order, confirmation);
    if (code === '30' && !maySendChanges(agreementFor(inHand.settings, inHand.order.header))) {
      throw new RoundtripError('Conflict', "The partner's agreement takes no changes: confirm as ordered.");
    }
    const plan = planOf(inHand, 'confirmation');
    const told = timelineRow(
      'order.confirmed',
      { lines: confirmation.lines.length, ...planFacts(plan) },
      about(inHand),
    );
    await addTimeline(tx, [told]);
    const message = await storeOrderMessage(tx, {
      ...common(inHand),
      ...plan,
      kind: 'confirmation',
      content: confirmation,
      key,
    });
    await mailInstead(tx, inHand, message);
    return message;
  });
}

/**
 * Goods have left: they are counted, and the order moves on to Processing, or to Shipped when nothing is to come any more. The settings
 * say when the buyer is told. @throws NotFound, Conflict, RequestInvalid: see deliverLines
 */
export async function deliverOrder(em: EntityManager, teller: Teller, delivery: Delivery): Promise<OrderMessage> {
  return em.transactional(async (tx) => {
    const inHand = await take(tx, teller);
    const key = keyOf(teller, delivery);
    const repeated = await findRepeat(tx, teller.orderId, 'delivery', key);
    if (repeated) return repeated;
    const { moreThanAgreed } = inHand.settings.messages;
    const content = await deliverLines(tx, inHand.order, delivery, { moreThanAgreed });
    const { status } = inHand.order;
    const to = content.complete ? 'Shipped' : 'Processing';
    const isTest = status === 'Tested';
    const plan = planOf(inHand, 'delivery', isTest ? status : to);
    const facts = { lines: content.lines.length, complete: content.complete, ...planFacts(plan) };
    await addTimeline(tx, [timelineRow('order.delivered', facts, about(inHand))]);
    const message = await storeOrderMessage(tx, { ...common(inHand), ...plan, kind: 'delivery', content, key });
    if (!isTest && status !== to) await move(tx, inHand, to);
    await mailInstead(tx, inHand, message);
    return message;
  });
}

/** Where the order's process has no document for it, its customer may get a mail. */
async function mailInstead(tx: EntityManager, { settings, order }: InHand, message: OrderMessage): Promise<void> {
  const { id: noticeId, kind, state } = message;
  if (state !== 'kept' || (kind !== 'confirmation' && kind !== 'delivery')) return;
  await answerByMail(tx, settings, kind, { ...order, noticeId });
}

/** Moves an order on, and plans what its buyer is told about that. @throws NotFound, Conflict: see changeStatus */
export async function moveOrder(em: EntityManager, teller: Teller, to: StatusChange['to']): Promise<StatusChange> {
  return em.transactional(async (tx) => move(tx, await take(tx, teller), to));
}

async function move(tx: EntityManager, inHand: InHand, to: StatusChange['to']): Promise<StatusChange> {
  const moved = await changeStatus(tx, inHand.order.id, to);
  await addTimeline(tx, [timelineRow('order.status', { from: moved.from, to }, about(inHand))]);
  const follows = (kind: TimedKind): boolean => {
    const { when, statuses } = momentOf(inHand, kind);
    return when === 'onStatus' && statuses.some((status) => status === to);
  };
  await releaseMessages(tx, inHand.order.id, (['confirmation', 'delivery'] as const).filter(follows));
  if (follows('confirmation') && !(await isPlanned(tx, inHand.order.id)))
    await planBare(tx, inHand, 'confirmation', to);
  const updates = momentOf(inHand, 'status').when;
  if (updates !== 'never' && (updates !== 'onStatus' || follows('status'))) await planBare(tx, inHand, 'status', to);
  return moved;
}

async function isPlanned(tx: EntityManager, orderId: string): Promise<boolean> {
  return (await messagesOf(tx, orderId, 'confirmation')).some(({ state }) => state === 'planned');
}

/** A message that says how the order stands, without further words; nothing where there is no document for it. */
async function planBare(tx: EntityManager, inHand: InHand, kind: TimedKind, status: string): Promise<void> {
  const plan = planOf(inHand, kind, status);
  if (plan.state === 'planned') await storeOrderMessage(tx, { ...common(inHand), ...plan, kind });
}

async function take(tx: EntityManager, teller: Teller): Promise<InHand> {
  const order = await lockOrder(tx, teller.orderId);
  const { settings } = await findAgreement(tx, order.partnerId, order.mode);
  return { order, settings, shop: await shopProfile(tx), teller };
}

function momentOf({ settings, order }: InHand, kind: TimedKind) {
  return momentFor(settings.messages, kind, order.customer ?? undefined);
}

/** When the document is written, if there is one. @param status that the order has then */
function planOf(
  inHand: InHand,
  kind: TimedKind,
  status: string = inHand.order.status,
): Pick<NewOrderMessage, 'state' | 'dueAt'> {
  const { settings, order, shop, teller } = inHand;
  const isAnswered = kind !== 'confirmation' || settings.answers.acceptance !== 'none';
  const moment = momentOf(inHand, kind);
  const hasDocument = isAnswered && messageFormat(kind, order.header) !== undefined && moment.when !== 'never';
  if (!hasDocument) return { state: 'kept' };
  if (!shop) throw new RoundtripError('StoreUnavailable', 'The shop is not set up: it has no profile.');
  return { state: 'planned', dueAt: dueAt(shop, teller.now, moment, status) };
}

function planFacts({ state, dueAt: at }: Pick<NewOrderMessage, 'state' | 'dueAt'>): MessagePlan {
  if (state === 'kept') return { sent: 'never' };
  return at === undefined ? { sent: 'onStatus' } : { sent: 'at', at: at.toISOString() };
}

function common({ order, teller }: InHand): Pick<NewOrderMessage, 'orderId' | 'actor'> {
  return { orderId: order.id, actor: teller.actor };
}

function about({ order, teller }: InHand) {
  return { actor: teller.actor, orderId: order.id, inboundDocumentId: order.inboundDocumentId };
}

/** Requests are compared as the schema made them, with its order of fields. */
function keyOf({ idempotencyKey: idempotency }: Teller, request: Confirmation | Delivery): NewOrderMessage['key'] {
  if (idempotency === undefined) return undefined;
  return { idempotency, request: createHash('sha256').update(JSON.stringify(request)).digest('hex') };
}

/** An order that nobody answers at once is acknowledged, once, where the agreement says so and its format has a word for it. */
export async function acknowledge(
  tx: EntityManager,
  { messages, answers }: Agreement,
  order: { readonly id: string; readonly header: LockedOrder['header'] },
): Promise<void> {
  if (!messages.receipt || answers.acceptance === 'none' || messageFormat('receipt', order.header) === undefined)
    return;
  if ((await messagesOf(tx, order.id, 'receipt')).length > 0) return;
  const message = { orderId: order.id, kind: 'receipt', actor: 'roundtrip' } as const;
  await storeOrderMessage(tx, { ...message, state: 'planned', dueAt: new Date() });
}
