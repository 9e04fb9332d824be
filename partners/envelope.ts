import { z } from 'zod';

/** A Peppol participant identifier: ISO 6523 code and value (Policy for use of Identifiers). */
const participant = z.strictObject({
  scheme: z.string().regex(/^\d{4}$/, 'must be an ISO 6523 code such as 0007'),
  id: z.string().regex(/^[^\s:]{1,130}$/, 'must be an identifier without spaces and colons'),
});

/** Are documents in UBL sent as they are, or in a Standard Business Document as access points take them (SBDH)? */
export const envelopeSettings = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('sbdh'),
    /** Who the shop and the partner are in Peppol; an answer to an enveloped document goes by the names of that envelope. */
    shop: participant,
    partner: participant,
    /** ISO 3166-1 alpha-2 of the shop (COUNTRY_C1). */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be a country code such as SE')
      .default('SE'),
  }),
]);
