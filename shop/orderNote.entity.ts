import { defineEntity, p } from '@mikro-orm/core';
import { Order } from './order.entity.ts';

const orderNote = defineEntity({
  name: 'OrderNote',
  properties: {
    id: p.uuid().primary(),
    order: () => p.manyToOne(Order).mapToPk().deleteRule('cascade'),
    text: p.text(),
    author: p.text(),
    madeAt: p.datetime(3),
    searchText: p
      .type('tsvector')
      .$type<string>()
      .columnType('tsvector')
      .generated(`(to_tsvector('simple', "text")) stored`)
      .nullable()
      .lazy(),
  },
  indexes: [{ properties: ['order', 'id'] }, { properties: ['searchText'], type: 'gin' }],
});
/** What people of the shop tell each other about an order. No partner ever gets it. */
export class OrderNote extends orderNote.class {}
orderNote.setClass(OrderNote);
