import { defineEntity, p } from '@mikro-orm/core';
import { languages } from '../documents/words.ts';
import { Order } from '../shop/order.entity.ts';
import { Subscription } from './subscription.entity.ts';

export const channels = ['mail', 'webhook'] as const;
export const noticeKinds = ['events', 'test', 'confirmation', 'delivery', 'reply', 'receipt'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** `planned`: to be written. `ready`: to be sent; the others are final, until it is sent again. */
export const noticeStates = ['planned', 'ready', 'sent', 'refused', 'gaveUp', 'cancelled'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** What is sent: a mail, or the JSON body of a webhook. */
export type NoticeContent =
  { readonly subject: string; readonly text: string; readonly html: string } | { readonly body: string };

const notice = defineEntity({
  name: 'Notice',
  properties: {
    id: p.uuid().primary(),
    /** Absent: a letter to a customer about its order. */
    subscription: () => p.manyToOne(Subscription).mapToPk().nullable().deleteRule('set null'),
    kind: p.enum(noticeKinds),
    channel: p.enum(channels),
    recipient: p.text(),
    language: p.enum(languages),
    order: () => p.manyToOne(Order).mapToPk().nullable().deleteRule('cascade').index(),
    /** How many events it tells of. */
    events: p.integer(),
    content: p.json<NoticeContent>().nullable(),
    /** The same on every attempt. */
    messageId: p.text(),
    state: p.enum(noticeStates),
    attempts: p.integer(),
    lastError: p.text().nullable(),
    nextAttemptAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    /** When its workflow was started. */
    startedAt: p.datetime(3).nullable(),
    finishedAt: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'notice_subscription_index', properties: ['subscription', 'createdAt'] },
    {
      name: 'notice_unstarted_index',
      properties: ['createdAt'],
      where: "started_at is null and state in ('planned', 'ready')",
    },
  ],
});
/** One message to a person or a system. */
export class Notice extends notice.class {}
notice.setClass(Notice);

const noticeEvent = defineEntity({
  name: 'NoticeEvent',
  properties: {
    subscription: () => p.manyToOne(Subscription).mapToPk().primary().deleteRule('cascade'),
    /** A row of the timeline. */
    entryId: p.uuid().primary(),
    at: p.datetime(3),
    /** The message that tells of it; absent while it waits. */
    notice: () => p.manyToOne(Notice).mapToPk().nullable().deleteRule('cascade').index(),
  },
  indexes: [{ name: 'notice_event_waiting_index', properties: ['subscription', 'at'], where: 'notice_id is null' }],
});
/** Something happened that somebody subscribed to. Rows are made by a trigger on the timeline. */
export class NoticeEvent extends noticeEvent.class {}
noticeEvent.setClass(NoticeEvent);

const attempt = defineEntity({
  name: 'NoticeAttempt',
  properties: {
    notice: () => p.manyToOne(Notice).mapToPk().primary().deleteRule('cascade'),
    number: p.integer().primary(),
    startedAt: p.datetime(3),
    milliseconds: p.integer(),
    outcome: p.enum(['delivered', 'failed', 'refused'] as const),
    error: p.text().nullable(),
  },
});
/** One attempt to send a message. */
export class NoticeAttempt extends attempt.class {}
attempt.setClass(NoticeAttempt);
