import { defineEntity, p } from '@mikro-orm/core';
import { Customer, CustomerAddress } from './customer.entity.ts';
import { Product } from './product.entity.ts';
import type { RememberedKey } from './rememberedKey.ts';

export const rememberedKinds = ['product', 'customer', 'place'] as const;
export type RememberedKind = (typeof rememberedKinds)[number];

const RememberedMatchSchema = defineEntity({
  name: 'RememberedMatch',
  tableName: 'remembered_match',
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    mode: p.enum(['production', 'test']),
    kind: p.enum(rememberedKinds),
    /** What the document said, for people. */
    key: p.json<RememberedKey>(),
    /** SHA-256 of it, and of the customer where it is only that customer's: what is looked up. */
    keyHash: p.character().length(64),
    /** The customer that is meant; of a product or a place, the only one that it holds for. */
    customer: () => p.manyToOne(Customer).mapToPk().nullable().deleteRule('cascade').index(),
    product: () => p.manyToOne(Product).mapToPk().nullable().deleteRule('cascade').index(),
    address: () => p.manyToOne(CustomerAddress).mapToPk().nullable().deleteRule('cascade').index(),
    /** Last day. */
    until: p.date().nullable(),
    /** Who decided, and about which order. */
    actor: p.text(),
    orderId: p.uuid(),
    madeAt: p.datetime(3),
  },
  uniques: [{ name: 'remembered_match_key_unique', properties: ['partnerId', 'mode', 'kind', 'keyHash'] }],
});
/** A person's answer to the question what a partner means by something: the next document that says the same is not asked about. */
export class RememberedMatch extends RememberedMatchSchema.class {}
RememberedMatchSchema.setClass(RememberedMatch);
