import { defineEntity, p } from '@mikro-orm/core';
import { ownIdentityKinds } from './identity.ts';

export interface CustomerContact {
  name: string;
  role?: string;
  telephone?: string;
  electronicMail?: string;
}

const CustomerSchema = defineEntity({
  name: 'Customer',
  tableName: 'customer',
  properties: {
    id: p.uuid().primary(),
    /** The shop's customer number. */
    number: p.text().unique(),
    name: p.text(),
    /** Name of the group whose price lists apply. */
    customerGroup: p.text().nullable(),
    active: p.boolean(),
    contacts: p.json<CustomerContact[]>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  indexes: [
    {
      name: 'customer_name_key',
      expression: 'create index "customer_name_key" on "customer" (lower("name") text_pattern_ops)',
    },
  ],
});
export class Customer extends CustomerSchema.class {}
CustomerSchema.setClass(Customer);

export const identityKinds = [...ownIdentityKinds, 'other'] as const;

/**
 * Every identity of a customer, in one table so that one look-up finds the customer by any of them.
 * `scheme` and `value` are normalised by shop/identity.ts. Two customers may share one (departments of a municipality).
 */
const CustomerIdentitySchema = defineEntity({
  name: 'CustomerIdentity',
  tableName: 'customer_identity',
  properties: {
    scheme: p.text().primary(),
    value: p.text().primary(),
    customer: () => p.manyToOne(Customer).mapToPk().primary().deleteRule('cascade').index(),
    kind: p.enum(identityKinds).primary(),
  },
});
export class CustomerIdentity extends CustomerIdentitySchema.class {}
CustomerIdentitySchema.setClass(CustomerIdentity);

export const addressKinds = ['delivery', 'invoice'] as const;

const CustomerAddressSchema = defineEntity({
  name: 'CustomerAddress',
  tableName: 'customer_address',
  properties: {
    id: p.uuid().primary(),
    customer: () => p.manyToOne(Customer).mapToPk().deleteRule('cascade'),
    kind: p.enum(addressKinds),
    /** The buyer's own id of the place. */
    addressId: p.text().nullable(),
    gln: p.text().nullable(),
    name: p.text().nullable(),
    streetName: p.text().nullable(),
    additionalStreetName: p.text().nullable(),
    cityName: p.text().nullable(),
    postalZone: p.text().nullable(),
    countrySubentity: p.text().nullable(),
    country: p.text().nullable(),
    contact: p.json<CustomerContact>().nullable(),
    /** Street, postal code, city and country in one comparable text (shop/identity.ts). */
    matchKey: p.text(),
  },
  indexes: [
    { properties: ['customer', 'matchKey'] },
    { properties: ['customer', 'gln'] },
    { properties: ['addressId'] },
    { properties: ['gln'] },
  ],
});
export class CustomerAddress extends CustomerAddressSchema.class {}
CustomerAddressSchema.setClass(CustomerAddress);
