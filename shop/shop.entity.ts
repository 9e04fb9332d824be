import { defineEntity, p } from '@mikro-orm/core';
import type { Address } from '../formats/document/order.ts';
import type { CustomerContact } from './customer.entity.ts';

/** The shop itself: one row. */
const ShopSchema = defineEntity({
  name: 'Shop',
  tableName: 'shop',
  properties: {
    id: p.integer().primary().autoincrement(false).check('id = 1'),
    name: p.text(),
    organisationNumber: p.text().nullable(),
    vatNumber: p.text().nullable(),
    gln: p.text().nullable(),
    /** Participant id with its scheme, for example `0007:5560001111`. */
    peppolId: p.text().nullable(),
    duns: p.text().nullable(),
    /** Ariba Network id. */
    anid: p.text().nullable(),
    address: p.json<Address>(),
    contacts: p.json<CustomerContact[]>(),
    /** Address of the logo. */
    logo: p.text().nullable(),
    /** IANA name, for example `Europe/Stockholm`: business dates are days there. */
    timeZone: p.text(),
    /** ISO weekdays, 1 is Monday. */
    workingDays: p.array<number>(Number).columnType('int[]'),
    updatedAt: p.datetime(),
  },
});
export class Shop extends ShopSchema.class {}
ShopSchema.setClass(Shop);
