import { defineEntity, p } from '@mikro-orm/core';
import type { ShopFault } from './port.ts';

export const pullKinds = ['customers', 'products', 'prices', 'statuses'] as const;
export type PullKind = (typeof pullKinds)[number];

/** Why a row that the shop sent was not taken. */
export interface PullProblem {
  /** What the row calls itself, where it does. */
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** How far the shop's data of one kind were read; numbers are of the run that began last. */
const ShopPullSchema = defineEntity({
  name: 'ShopPull',
  tableName: 'shop_pull',
  properties: {
    kind: p.enum(pullKinds).primary(),
    /** What the shop gave with the last page that was stored; absent: nothing was read yet. */
    cursor: p.text().nullable(),
    dueAt: p.datetime(3),
    startedAt: p.datetime(3).nullable(),
    /** Absent while a run is under way. */
    finishedAt: p.datetime(3).nullable(),
    rows: p.integer().default(0),
    refused: p.integer().default(0),
    /** The first of them. */
    problems: p.json<PullProblem[]>().default([]),
    fault: p.json<ShopFault>().nullable(),
  },
});
export class ShopPull extends ShopPullSchema.class {}
ShopPullSchema.setClass(ShopPull);
