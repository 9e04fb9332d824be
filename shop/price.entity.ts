import { defineEntity, p } from '@mikro-orm/core';
import { Customer } from './customer.entity.ts';
import { Product } from './product.entity.ts';

export const priceListKinds = ['customer', 'group', 'base'] as const;
export type PriceListKind = (typeof priceListKinds)[number];

/** Dates without bound are `-infinity` and `infinity`, so that "valid on a day" is one comparison and keys have no nulls. */
const PriceListSchema = defineEntity({
  name: 'PriceList',
  tableName: 'price_list',
  properties: {
    id: p.uuid().primary(),
    code: p.text().unique(),
    name: p.text(),
    kind: p.enum(priceListKinds),
    /** The customer of a customer list. */
    customer: () => p.manyToOne(Customer).mapToPk().nullable().deleteRule('cascade').index(),
    /** The group of a group list. */
    customerGroup: p.text().nullable().index(),
    /** ISO 4217. */
    currency: p.text(),
    /** The quotation or contract that the list is of: it counts for what names that number alone. */
    quotation: p.text().nullable(),
    contract: p.text().nullable(),
    /** Among lists of the same kind the lowest number wins. */
    priority: p.integer(),
    validFrom: p.date(),
    validTo: p.date(),
    /** Filled by what the shop behind us tells of its customer at the moment (shop/livePrices.ts). */
    live: p.boolean().default(false),
  },
  indexes: [
    { properties: ['kind', 'currency'] },
    {
      name: 'price_list_live_unique',
      expression: 'create unique index "price_list_live_unique" on "price_list" ("customer_id", "currency") where live',
    },
  ],
});
export class PriceList extends PriceListSchema.class {}
PriceListSchema.setClass(PriceList);

const PriceSchema = defineEntity({
  name: 'Price',
  tableName: 'price',
  properties: {
    priceList: () => p.manyToOne(PriceList).mapToPk().primary().deleteRule('cascade'),
    product: () => p.manyToOne(Product).mapToPk().primary().deleteRule('cascade').index(),
    /** The unit that quantity break and base quantity count in. */
    unit: p.text().primary(),
    /** The price holds from this quantity on. */
    minimumQuantity: p.decimal().precision(24).scale(8).primary(),
    validFrom: p.date().primary(),
    validTo: p.date(),
    /** Net amount without VAT per base quantity. */
    amount: p.decimal().precision(24).scale(8),
    baseQuantity: p.decimal().precision(24).scale(8),
  },
});
export class Price extends PriceSchema.class {}
PriceSchema.setClass(Price);
