import { defineEntity, p } from '@mikro-orm/core';
import type { Confirmation } from '../shop/confirmation.ts';
import type { StoredDelivery } from '../shop/delivery.ts';

/** `receipt`: the order was received and is being looked at. `status`: where the order stands. */
export const messageKinds = ['confirmation', 'delivery', 'status', 'receipt'] as const;
export type MessageKind = (typeof messageKinds)[number];

/**
 * `planned`: to be written when it is due. `kept`: the settings, or the process of the order, have no document for it. `replaced`: a later
 * message says it all.
 */
export const messageStates = ['planned', 'written', 'kept', 'replaced'] as const;
export type MessageState = (typeof messageStates)[number];

const orderMessage = defineEntity({
  name: 'OrderMessage',
  properties: {
    id: p.uuid().primary(),
    orderId: p.uuid(),
    /** From the same series as the decisions about the order: the number in the workflow id of orderAnswer. */
    answerNumber: p.integer(),
    kind: p.enum(messageKinds),
    /** What was told, as far as it is not the order itself. */
    content: p.json<Confirmation | StoredDelivery>().nullable(),
    state: p.enum(messageStates),
    /** When its document is to be written; null: when the order reaches a status of the settings. */
    dueAt: p.datetime(3).nullable(),
    outboundDocumentId: p.uuid().nullable(),
    actor: p.text(),
    /** Key of the caller's request: asked again, the message is the same. */
    idempotencyKey: p.text().nullable(),
    /** SHA-256 of what the caller asked for. */
    requestHash: p.character().length(64).nullable(),
    createdAt: p.datetime(3),
  },
  uniques: [
    { name: 'order_message_answer_unique', properties: ['orderId', 'answerNumber'] },
    { name: 'order_message_key_unique', properties: ['orderId', 'kind', 'idempotencyKey'] },
  ],
  indexes: [{ name: 'order_message_planned_index', properties: ['dueAt'], where: "state = 'planned'" }],
});
/** A later message about an order: the row comes first, and the workflow that writes its document when it is due. */
export class OrderMessage extends orderMessage.class {}
orderMessage.setClass(OrderMessage);
