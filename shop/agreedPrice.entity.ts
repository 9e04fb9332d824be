import { defineEntity, p } from '@mikro-orm/core';
import { Customer } from './customer.entity.ts';
import { Product } from './product.entity.ts';

const AgreedPriceSchema = defineEntity({
  name: 'AgreedPrice',
  tableName: 'agreed_price',
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    mode: p.enum(['production', 'test']),
    customer: () => p.manyToOne(Customer).mapToPk().deleteRule('cascade').index(),
    product: () => p.manyToOne(Product).mapToPk().deleteRule('cascade').index(),
    /** ISO 4217. */
    currency: p.text(),
    /** Of ours: prices between ours and the agreed one are accepted. */
    direction: p.enum(['above', 'below']),
    /** Shop unit of the article when it was agreed. */
    unit: p.text(),
    /** Price of one `unit`, as it was compared. */
    perShopUnit: p.decimal().precision(30).scale(12),
    /** Last day. */
    until: p.date(),
    /** Who decided, and about which order. */
    actor: p.text(),
    orderId: p.uuid(),
    madeAt: p.datetime(3),
  },
  uniques: [
    {
      name: 'agreed_price_key_unique',
      properties: ['partnerId', 'mode', 'customer', 'product', 'currency', 'direction'],
    },
  ],
});
/** A price that is not ours and that a person accepts until a day. */
export class AgreedPrice extends AgreedPriceSchema.class {}
AgreedPriceSchema.setClass(AgreedPrice);
