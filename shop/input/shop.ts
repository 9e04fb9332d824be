import { z } from 'zod';
import { addressInput, contactInput, customerInput } from './customer.ts';
import { number, text, webAddress } from './common.ts';

const { organisationNumber, vatNumber, gln, duns, peppolId } = customerInput.shape;

/** The shop itself. */
export const shopInput = z.strictObject({
  name: text(200),
  organisationNumber,
  vatNumber,
  gln,
  peppolId,
  duns,
  /** Ariba Network id. */
  anid: number.optional(),
  address: addressInput
    .pick({
      streetName: true,
      additionalStreetName: true,
      cityName: true,
      postalZone: true,
      countrySubentity: true,
      country: true,
    })
    .prefault({}),
  contacts: z.array(contactInput).max(100).default([]),
  logo: webAddress.optional(),
  timeZone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'must be a time zone such as Europe/Stockholm')
    .default('Europe/Stockholm'),
  /** ISO weekdays, 1 is Monday. */
  workingDays: z.array(z.number().int().min(1).max(7)).max(7).default([1, 2, 3, 4, 5]),
});
export type ShopInput = z.output<typeof shopInput>;
