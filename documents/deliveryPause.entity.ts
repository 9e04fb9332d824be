import { defineEntity, p } from '@mikro-orm/core';
import { Partner } from '../partners/partner.entity.ts';

const deliveryPause = defineEntity({
  name: 'DeliveryPause',
  properties: {
    partner: () => p.manyToOne(Partner).mapToPk().primary(),
    pausedAt: p.datetime(3),
    /** Who paused it. */
    pausedBy: p.text(),
    reason: p.text().nullable(),
  },
});
/** As long as the row is there, nothing is sent to the partner: its documents wait without attempts. */
export class DeliveryPause extends deliveryPause.class {}
deliveryPause.setClass(DeliveryPause);
