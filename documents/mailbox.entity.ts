import { defineEntity, p } from '@mikro-orm/core';
import type { DeliveryFault } from '../platform/deliveryFault.ts';

const mailboxState = defineEntity({
  name: 'MailboxState',
  tableName: 'mailbox',
  properties: {
    /** Always 1: an installation has one mailbox. */
    id: p.integer().primary().autoincrement(false).check('id = 1'),
    /** Until then one worker looks, and no other does. */
    claimedUntil: p.datetime(3).nullable(),
    nextLookAt: p.datetime(3),
    /** When somebody looked last. */
    lookedAt: p.datetime(3).nullable(),
    lastMailAt: p.datetime(3).nullable(),
    /** Looks in a row that failed, and why the last one did. */
    failures: p.integer(),
    fault: p.json<DeliveryFault>().nullable(),
  },
});
/** How fetching documents from the mailbox goes. */
export class MailboxState extends mailboxState.class {}
mailboxState.setClass(MailboxState);
