import { defineEntity, p } from '@mikro-orm/core';
import { languages } from '../documents/words.ts';
import { Partner } from '../partners/partner.entity.ts';
import { Customer } from '../shop/customer.entity.ts';

export const recipients = ['administrator', 'customer', 'webhook'] as const;
export const digests = ['atOnce', 'minutes', 'daily'] as const;

const subscription = defineEntity({
  name: 'Subscription',
  properties: {
    id: p.uuid().primary(),
    recipient: p.enum(recipients),
    /** A mail address, or the URL of a webhook. */
    address: p.text(),
    language: p.enum(languages),
    /** Codes of notices/events.ts. */
    events: p.array(),
    /** Only what is about this partner, or about orders of this customer. */
    partner: () => p.manyToOne(Partner).mapToPk().nullable().deleteRule('cascade'),
    customer: () => p.manyToOne(Customer).mapToPk().nullable().deleteRule('cascade'),
    digest: p.enum(digests),
    /** Of `minutes`: what has happened is collected for so long. */
    digestMinutes: p.integer().nullable(),
    /** Of `daily`: `HH:MM` in the shop. */
    digestAt: p.text().nullable(),
    /** Messages within an hour; beyond, what happens is collected. */
    hourlyLimit: p.integer(),
    active: p.boolean(),
    /** Why we stopped it: what the receiver said. */
    stoppedBecause: p.text().nullable(),
    createdAt: p.datetime(3),
    createdBy: p.text(),
  },
});
/** Who is told of what, and how often. */
export class Subscription extends subscription.class {}
subscription.setClass(Subscription);

const secret = defineEntity({
  name: 'SubscriptionSecret',
  properties: {
    id: p.uuid().primary(),
    subscription: () => p.manyToOne(Subscription).mapToPk().deleteRule('cascade').index(),
    keyId: p.text(),
    sealed: p.blob(),
    createdAt: p.datetime(3),
    createdBy: p.text(),
    revokedAt: p.datetime(3).nullable(),
  },
});
/** What a webhook's messages are signed with: one secret, or two while it is being rotated. */
export class SubscriptionSecret extends secret.class {}
secret.setClass(SubscriptionSecret);
