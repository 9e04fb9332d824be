import { z } from 'zod';
import { hasGs1CheckDigit } from '../identity.ts';
import { country, number, text } from './common.ts';

const gln = z
  .string()
  .regex(/^\d{13}$/, 'must have 13 digits')
  .refine(hasGs1CheckDigit, 'must have a right check digit');

export const contactInput = z.strictObject({
  name: text(200),
  role: text(200).optional(),
  telephone: text(50).optional(),
  electronicMail: z.email().max(320).optional(),
});

export const addressInput = z.strictObject({
  /** The buyer's own id of the place. */
  addressId: number.optional(),
  gln: gln.optional(),
  name: text(200).optional(),
  streetName: text(200).optional(),
  additionalStreetName: text(200).optional(),
  cityName: text(100).optional(),
  postalZone: text(20).optional(),
  countrySubentity: text(100).optional(),
  country: country.default('SE'),
  contact: contactInput.optional(),
});
export type AddressInput = z.output<typeof addressInput>;

/** A customer as it is imported or sent by REST: the row says all; what it leaves out is emptied. */
export const customerInput = z.strictObject({
  /** The shop's customer number. */
  number,
  name: text(200),
  /** Name of the group whose price lists apply. */
  group: number.optional(),
  active: z.boolean().default(true),
  organisationNumber: number.optional(),
  vatNumber: number.optional(),
  gln: gln.optional(),
  duns: z
    .string()
    .regex(/^\d{9}$/, 'must have 9 digits')
    .optional(),
  peppolId: z
    .string()
    .regex(/^\d{4}:.{1,50}$/, 'must be scheme and id such as 0007:5560001111')
    .optional(),
  /** Other identities that orders may carry. */
  identities: z
    .array(z.strictObject({ scheme: number, id: number }))
    .max(1_000)
    .default([]),
  contacts: z.array(contactInput).max(100).default([]),
  deliveryAddresses: z.array(addressInput).max(10_000).default([]),
  invoiceAddresses: z.array(addressInput).max(1_000).default([]),
});
export type CustomerInput = z.output<typeof customerInput>;
