import { defineEntity, p } from '@mikro-orm/core';
import { Order } from './order.entity.ts';
import type { ShopFault } from './port.ts';

export const handoverStates = ['waiting', 'taken', 'refused', 'gaveUp'] as const;
export type HandoverState = (typeof handoverStates)[number];

/**
 * An order on its way to the shop behind us, and each change of it. Made by a trigger when an order lands in New, where the connection says
 * so; other triggers make it wait again when the order is changed, cancelled, rejected, or accepted with changes.
 */
const OrderHandoverSchema = defineEntity({
  name: 'OrderHandover',
  tableName: 'order_handover',
  properties: {
    order: () => p.manyToOne(Order).mapToPk().primary().deleteRule('cascade'),
    state: p.enum(handoverStates),
    /** The shop's number of it, once it was taken. */
    shopNumber: p.text().nullable().index(),
    /** The shop's own word for how it stands, as told last. */
    shopStatus: p.text().nullable(),
    /** What is to be told: 1 is the order as it landed, and each change counts one more. */
    version: p.integer().default(1),
    /** What the shop has; absent: nothing that we know of. */
    toldVersion: p.integer().nullable(),
    /** Attempts to tell the version. */
    attempts: p.integer().default(0),
    fault: p.json<ShopFault>().nullable(),
    nextAttemptAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    firstAttemptAt: p.datetime(3).nullable(),
    startedAt: p.datetime(3).nullable(),
    endedAt: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'order_handover_unstarted_index', properties: ['createdAt'], where: 'started_at is null' },
    { name: 'order_handover_open_index', properties: ['order'], where: "state <> 'taken'" },
  ],
});
export class OrderHandover extends OrderHandoverSchema.class {}
OrderHandoverSchema.setClass(OrderHandover);
