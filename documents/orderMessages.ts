import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { OrderHeader } from '../formats/document/order.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { Confirmation } from '../shop/confirmation.ts';
import type { StoredDelivery } from '../shop/delivery.ts';
import { OrderMessage, type MessageKind, type MessageState } from './orderMessage.entity.ts';

export interface NewOrderMessage {
  readonly orderId: string;
  readonly kind: MessageKind;
  readonly content?: Confirmation | StoredDelivery;
  readonly state: Extract<MessageState, 'planned' | 'kept'>;
  readonly dueAt?: Date | undefined;
  readonly actor: string;
  readonly key?: { readonly idempotency: string; readonly request: string } | undefined;
}

/** Stores a message about an order that the caller has locked; a confirmation or status that still waits is taken up in the new one. */
export async function storeOrderMessage(em: EntityManager, given: NewOrderMessage): Promise<OrderMessage> {
  const { orderId, kind } = given;
  if (kind === 'confirmation' || kind === 'status') {
    await sql`update order_message set state = 'replaced', due_at = null
      where order_id = ${orderId} and kind = ${kind} and state = 'planned'`.execute(em.getKysely());
  }
  const id = v7();
  const content = given.content === undefined ? null : JSON.stringify(given.content);
  await sql`insert into order_message
      (id, order_id, answer_number, kind, content, state, due_at, actor, idempotency_key, request_hash, created_at)
    select ${id}::uuid, ${orderId}::uuid, ${nextAnswerNumber(orderId)}, ${kind}, ${content}::jsonb, ${given.state},
      ${given.dueAt ?? null}::timestamptz, ${given.actor}, ${given.key?.idempotency ?? null}, ${given.key?.request ?? null}, now()`.execute(
    em.getKysely(),
  );
  return (await em.findOne(OrderMessage, { id }, { disableIdentityMap: true }))!;
}

/** Decisions and messages about an order share one series of numbers: no two answers have the same. */
export function nextAnswerNumber(orderId: string | null) {
  return sql`greatest(
    (select coalesce(max(answer_number), 0) from decision where order_id = ${orderId}::uuid),
    (select coalesce(max(answer_number), 0) from order_message where order_id = ${orderId}::uuid)) + 1`;
}

/** The message of an earlier, equal request. @throws Conflict where the key was used for another one */
export async function findRepeat(
  em: EntityManager,
  orderId: string,
  kind: MessageKind,
  key: NewOrderMessage['key'],
): Promise<OrderMessage | undefined> {
  if (!key) return undefined;
  const where = { orderId, kind, idempotencyKey: key.idempotency };
  const found = await em.findOne(OrderMessage, where, { disableIdentityMap: true });
  if (!found) return undefined;
  if (found.requestHash === key.request) return found;
  throw new RoundtripError('Conflict', 'The Idempotency-Key was used for another request about this order.');
}

/** Messages that wait for a status become due. @param kinds that are sent when the order has it */
export async function releaseMessages(
  em: EntityManager,
  orderId: string,
  kinds: readonly MessageKind[],
): Promise<void> {
  await sql`update order_message set due_at = now() where order_id = ${orderId} and state = 'planned' and due_at is null
    and kind = any(${[...kinds]}::text[])`.execute(em.getKysely());
}

export async function findOrderMessage(
  em: EntityManager,
  orderId: string,
  answerNumber: number,
): Promise<OrderMessage | null> {
  return em.findOne(OrderMessage, { orderId, answerNumber }, { disableIdentityMap: true });
}

/** Messages of a kind about an order, oldest first. */
export async function messagesOf(em: EntityManager, orderId: string, kind: MessageKind): Promise<OrderMessage[]> {
  return em.find(OrderMessage, { orderId, kind }, { orderBy: { answerNumber: 'asc' }, disableIdentityMap: true });
}

/** Numbers of the messages about an order whose workflows have begun, in order. */
export async function begunMessages(em: EntityManager, orderId: string): Promise<number[]> {
  const { rows } = await sql<{ answerNumber: number }>`
    select answer_number as "answerNumber" from order_message
    where order_id = ${orderId} and state = 'written' order by answer_number`.execute(em.getKysely());
  return rows.map(({ answerNumber }) => answerNumber);
}

/** In the transaction that writes the document. @returns false when the message was written or replaced already */
export async function endMessage(
  em: EntityManager,
  id: string,
  to: Exclude<MessageState, 'planned'>,
  outboundDocumentId?: string,
): Promise<boolean> {
  const result =
    await sql`update order_message set state = ${to}, due_at = null, outbound_document_id = ${outboundDocumentId ?? null}::uuid
    where id = ${id} and state = 'planned'`.execute(em.getKysely());
  return result.numAffectedRows === 1n;
}

/** What starting the workflow of a message takes. */
export interface DueMessage {
  readonly orderId: string;
  readonly answerNumber: number;
  readonly kind: MessageKind;
  /** The buyer's order number. */
  readonly number: string;
  /** What says in which format the order is answered. */
  readonly header: Pick<OrderHeader, 'format' | 'profileId' | 'controlKeys'>;
  readonly partnerId: string;
  readonly partnerCode: string;
  readonly mode: Mode;
}

/** Messages whose document is to be written, those of one order or all. */
export async function findDueMessages(
  em: EntityManager,
  { before, orderId, limit = 500 }: { readonly before: Date; readonly orderId?: string; readonly limit?: number },
): Promise<DueMessage[]> {
  const { rows } = await sql<DueMessage>`
    select message.order_id as "orderId", answer_number as "answerNumber", kind, external_number as number,
      jsonb_build_object('format', header -> 'format', 'profileId', header -> 'profileId', 'controlKeys', header -> 'controlKeys') as header,
      orders.partner_id as "partnerId", document.partner_code as "partnerCode", document.mode
    from order_message message join orders on orders.id = message.order_id
    join inbound_document document on document.id = orders.inbound_document_id
    where message.state = 'planned' and message.due_at <= ${before}
      and (${orderId ?? null}::uuid is null or message.order_id = ${orderId ?? null}::uuid)
    order by message.due_at limit ${limit}`.execute(em.getKysely());
  return rows;
}
