import type { EntityManager } from '@mikro-orm/postgresql';
import { findDueMessages, type DueMessage } from '../documents/orderMessages.ts';
import { messageFormat } from '../partners/messageFormats.ts';
import { findAgreement } from '../partners/partners.ts';
import type { Engine } from './temporal.ts';

/** Starts the workflow of a message that is due; without effect when it was started before. */
export async function tellOrderMessage(em: EntityManager, engine: Engine, message: DueMessage): Promise<void> {
  const { orderId, answerNumber, partnerCode, number, kind, header } = message;
  const { settings: agreement } = await findAgreement(em, message.partnerId, message.mode);
  // Where the order has no such document, the workflow says so.
  const format = messageFormat(kind, header) ?? 'peppol-28a-order-response';
  await engine.startOrderAnswer({ orderId, answerNumber, partnerCode, number, agreement, message: { format } });
}

/** What is due about an order just now. */
export async function tellDueMessages(em: EntityManager, engine: Engine, orderId: string): Promise<void> {
  for (const message of await findDueMessages(em, { before: new Date(), orderId })) {
    await tellOrderMessage(em, engine, message);
  }
}
