import { z } from 'zod';
import { hasGs1CheckDigit, normaliseGtin } from '../identity.ts';
import { productStatuses } from '../product.entity.ts';
import { country, decimal, number, positive, text, unitCode, webAddress } from './common.ts';

const localName = z
  .strictObject({ sv: text(500).optional(), en: text(500).optional() })
  .refine(({ sv, en }) => sv !== undefined || en !== undefined, 'must have a text in Swedish or English');
const localDescription = z.strictObject({ sv: text(10_000).optional(), en: text(10_000).optional() });

/** GTIN-8, -12, -13 or -14 with its check digit; kept with 14 digits. */
const gtin = z.string().transform((value, context) => {
  const digits = normaliseGtin(value);
  if (digits !== undefined && hasGs1CheckDigit(digits)) return digits;
  context.addIssue({ code: 'custom', message: 'must be a GTIN with 8, 12, 13 or 14 digits and a right check digit' });
  return z.NEVER;
});
/** Fits numeric(24,12). */
const factor = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,12})?$/, 'must be a decimal with at most 12 decimals')
  .refine((value) => /[1-9]/.test(value), 'must be more than 0');

/** A product as it is imported or sent by REST: the row says all; what it leaves out is emptied. */
export const productInput = z.strictObject({
  /** The seller's id of the item. */
  articleNumber: number,
  status: z.enum(productStatuses).default('active'),
  /** Article number of the product that takes this one's place. */
  replacedBy: number.optional(),
  name: localName,
  description: localDescription.default({}),
  /** The shop unit. */
  unit: unitCode,
  /** Other units, with the number of shop units in one of them. */
  units: z
    .array(z.strictObject({ unit: unitCode, factor }))
    .max(50)
    .default([]),
  gtins: z.array(gtin).max(100).default([]),
  aliases: z.array(number).max(100).default([]),
  /** Customers' own numbers of the product. */
  buyersNumbers: z
    .array(z.strictObject({ customer: number, number }))
    .max(10_000)
    .default([]),
  /** In shop units, like stock. */
  minimumQuantity: positive.optional(),
  maximumQuantity: positive.optional(),
  multipleQuantity: positive.optional(),
  stock: decimal.optional(),
  leadTimeDays: z.number().int().min(0).max(10_000).optional(),
  classifications: z
    .array(z.strictObject({ scheme: number, version: number.optional(), code: number }))
    .max(100)
    .default([]),
  labels: z.array(number).max(100).default([]),
  vat: z
    .array(
      z.strictObject({
        country,
        category: z.string().regex(/^[A-Z]{1,2}$/, 'must be a VAT category of UNCL5305 such as S'),
        rate: z.string().regex(/^\d{1,3}(\.\d{1,4})?$/, 'must be a percentage such as 25'),
      }),
    )
    .max(100)
    .default([]),
  manufacturer: text(200).optional(),
  manufacturerNumber: number.optional(),
  pictures: z.array(webAddress).max(100).default([]),
  category: text(200).optional(),
  keywords: z.array(number).max(100).default([]),
  contractNumber: number.optional(),
  materialGroup: number.optional(),
});
export type ProductInput = z.output<typeof productInput>;
