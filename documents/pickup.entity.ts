import { defineEntity, p } from '@mikro-orm/core';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { modes, Partner } from '../partners/partner.entity.ts';

const pickupState = defineEntity({
  name: 'PickupState',
  tableName: 'pickup',
  properties: {
    partner: () => p.manyToOne(Partner).mapToPk().primary(),
    mode: p.enum(modes).primary(),
    /** partners/pickups.ts, placeName. */
    name: p.text().primary(),
    /** Until then one worker looks, and no other does. */
    claimedUntil: p.datetime(3).nullable(),
    nextLookAt: p.datetime(3),
    /** When somebody looked last. */
    lookedAt: p.datetime(3).nullable(),
    /** Files that may still be written: name, and size with age as last seen. */
    seen: p.json<Record<string, string>>(),
    lastFile: p.text().nullable(),
    lastFileAt: p.datetime(3).nullable(),
    /** Looks in a row that failed, and why the last one did. */
    failures: p.integer(),
    fault: p.json<DeliveryFault>().nullable(),
  },
});
/** How fetching a partner's documents from one of its folders goes. */
export class PickupState extends pickupState.class {}
pickupState.setClass(PickupState);
