import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import type { OrderHeader } from '../formats/document/order.ts';
import type { Agreement } from '../partners/agreement.ts';
import { answerFormat } from '../partners/answers.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { Customer } from '../shop/customer.entity.ts';
import { Order } from '../shop/order.entity.ts';
import { isMailAddress } from './address.ts';
import { messageIdOf } from './messageId.ts';
import { Notice } from './notice.entity.ts';

/** The order that a customer is written about. */
export interface MailedOrder {
  readonly id: string;
  readonly header: OrderHeader;
  readonly mode: Mode;
  /** Id of the notice: that of the delivery's message, so that a letter finds what it tells. */
  readonly noticeId?: string;
}

/** What a person decided is told, unless the customer was told so before. @param isPlain nothing was said beside yes or no */
export async function decisionByMail(
  tx: EntityManager,
  settings: Pick<Agreement, 'mail'>,
  { isPlain, ...of }: { readonly id: string; readonly mode: Mode; readonly isPlain: boolean },
): Promise<void> {
  if (settings.mail.confirmations === 'never') return;
  const { id } = of;
  if (isPlain && (await tx.count(Notice, { order: id, kind: 'confirmation' })) > 0) return;
  const order = await tx.findOne(Order, { id }, { fields: ['header'], disableIdentityMap: true });
  if (order) await answerByMail(tx, settings, 'confirmation', { ...of, header: order.header });
}

/**
 * Plans a mail to the customer where the order's process has no document for it and the agreement wants mail; the worker writes and sends
 * it. An order without any address gets a notice that says so, and a person looks.
 */
export async function answerByMail(
  tx: EntityManager,
  { mail }: Pick<Agreement, 'mail'>,
  kind: 'confirmation' | 'delivery',
  order: MailedOrder,
): Promise<void> {
  const { confirmations, deliveries, to, language } = mail;
  const isWanted = kind === 'confirmation' ? confirmations !== 'never' : deliveries;
  if (!isWanted || answerFormat(order.header) !== undefined) return;
  if (order.mode === 'test' && to === undefined) return;
  const recipient = to ?? (await customersAddress(tx, order));
  const id = order.noticeId ?? v7();
  const now = new Date();
  const isLost = recipient === undefined;
  await tx.insert(Notice, {
    id,
    subscription: null,
    kind,
    channel: 'mail',
    recipient: recipient ?? '',
    language,
    order: order.id,
    events: 0,
    content: null,
    messageId: messageIdOf(id),
    state: isLost ? 'refused' : 'planned',
    attempts: 0,
    lastError: isLost ? 'Neither agreement, order nor customer has a mail address.' : null,
    createdAt: now,
    finishedAt: isLost ? now : null,
  });
}

/** Where a customer is written to about an order: the buyer's contact in it, else the first of the customer's. */
export async function customersAddress(
  tx: EntityManager,
  { id, header }: Pick<MailedOrder, 'id' | 'header'>,
): Promise<string | undefined> {
  const buyers = header.buyer.contact?.electronicMail;
  if (buyers !== undefined && isMailAddress(buyers)) return buyers;
  const order = await tx.findOne(Order, { id }, { fields: ['customer'], disableIdentityMap: true });
  if (order?.customer == null) return undefined;
  const customer = await tx.findOne(Customer, { id: order.customer }, { disableIdentityMap: true });
  const found = customer?.contacts.map(({ electronicMail }) => electronicMail);
  return found?.find((address) => address !== undefined && isMailAddress(address));
}
