import { defineEntity, p } from '@mikro-orm/core';
import { Customer } from './customer.entity.ts';
import type { LiveFault } from './liveFault.ts';
import { Product } from './product.entity.ts';

/** When the shop was last asked for a customer's price of an article, and why its answer could not be used. */
const LiveAnswerSchema = defineEntity({
  name: 'LiveAnswer',
  tableName: 'live_answer',
  properties: {
    customer: () => p.manyToOne(Customer).mapToPk().primary().deleteRule('cascade'),
    product: () => p.manyToOne(Product).mapToPk().primary().deleteRule('cascade').index(),
    currency: p.text().primary(),
    askedAt: p.datetime(3),
    fault: p.json<LiveFault>().nullable(),
  },
});
export class LiveAnswer extends LiveAnswerSchema.class {}
LiveAnswerSchema.setClass(LiveAnswer);
