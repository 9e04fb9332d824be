import { defineEntity, p } from '@mikro-orm/core';
import type { ConnectionSettings } from './input/connection.ts';
import type { ShopFault } from './port.ts';

/** The connection to the shop behind us: one row at most. Without it the embedded shop is all there is. */
const ShopConnectionSchema = defineEntity({
  name: 'ShopConnection',
  tableName: 'shop_connection',
  properties: {
    id: p.integer().primary().autoincrement(false).check('id = 1'),
    settings: p.json<ConnectionSettings>(),
    /** What we show the shop, sealed; absent: nothing. */
    keyId: p.text().nullable(),
    sealed: p.blob().nullable(),
    /** When the shop answered last, and what went wrong last. */
    lastAnswerAt: p.datetime(3).nullable(),
    lastFault: p.json<ShopFault>().nullable(),
    lastFaultAt: p.datetime(3).nullable(),
    updatedAt: p.datetime(3),
    updatedBy: p.text(),
  },
});
export class ShopConnection extends ShopConnectionSchema.class {}
ShopConnectionSchema.setClass(ShopConnection);
