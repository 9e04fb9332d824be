import { defineEntity, p } from '@mikro-orm/core';

const waitingChange = defineEntity({
  name: 'WaitingChange',
  properties: {
    inboundDocumentId: p.uuid().primary(),
    partnerId: p.uuid(),
    /** The buyer's number of the order that is changed. */
    orderNumber: p.text(),
    /** When its order was looked at last. */
    checkedAt: p.datetime(3),
  },
});
/** A change that came before its order, or before the change before it. */
export class WaitingChange extends waitingChange.class {}
waitingChange.setClass(WaitingChange);
