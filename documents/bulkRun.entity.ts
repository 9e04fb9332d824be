import { defineEntity, p } from '@mikro-orm/core';
import { Order } from '../shop/order.entity.ts';

export const bulkActions = ['runAgain', 'accept', 'retry', 'assign'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** `nothing`: there was nothing to do. `left`: it could not be done; the error says why. */
export const bulkOutcomes = ['done', 'nothing', 'left'] as const;
export type BulkOutcome = (typeof bulkOutcomes)[number];

const bulkRun = defineEntity({
  name: 'BulkRun',
  properties: {
    id: p.uuid().primary(),
    action: p.enum(bulkActions),
    /** What the action needs beside the orders: of `assign` the id of the account. */
    argument: p.text().nullable(),
    actor: p.text(),
    createdAt: p.datetime(3),
    /** When a process last worked on it: another may go on when that is long ago. */
    workedAt: p.datetime(3).nullable(),
    stoppedAt: p.datetime(3).nullable(),
    finishedAt: p.datetime(3).nullable(),
  },
});
/** One action on many orders, each for itself. */
export class BulkRun extends bulkRun.class {}
bulkRun.setClass(BulkRun);

const bulkItem = defineEntity({
  name: 'BulkItem',
  properties: {
    run: () => p.manyToOne(BulkRun).mapToPk().primary().deleteRule('cascade'),
    /** 1, 2, 3 ... in the order of the work. */
    position: p.integer().primary(),
    order: () => p.manyToOne(Order).mapToPk().deleteRule('cascade').index(),
    /** Absent: it waits. */
    outcome: p.enum(bulkOutcomes).nullable(),
    /** Type of the error (platform/errors.ts) and its sentence, of one that was left. */
    error: p.text().nullable(),
    message: p.text().nullable(),
    finishedAt: p.datetime(3).nullable(),
  },
});
/** What becomes of one order in it. */
export class BulkItem extends bulkItem.class {}
bulkItem.setClass(BulkItem);
