import { z } from 'zod';
import { priceListKinds } from '../price.entity.ts';
import { currency, date, decimal, number, positive, text, unitCode } from './common.ts';

/** A price list. */
export const priceListInput = z
  .strictObject({
    code: number,
    name: text(200).optional(),
    kind: z.enum(priceListKinds).default('base'),
    /** Customer number, for a customer list. */
    customer: number.optional(),
    /** Name of the group, for a group list. */
    group: number.optional(),
    currency,
    /** Number of the quotation or the contract that the list is of: it counts for an order that names it, and for nothing else. */
    quotation: number.optional(),
    contract: number.optional(),
    /** Among lists of the same kind the lowest number wins. */
    priority: z.number().int().min(0).max(1_000_000).default(100),
    validFrom: date.optional(),
    validTo: date.optional(),
  })
  .superRefine((list, context) => {
    const { kind, customer, group, quotation, contract } = list;
    if (quotation !== undefined && contract !== undefined) {
      context.addIssue({ code: 'custom', path: ['contract'], message: 'must not stand beside quotation' });
    }
    if ((kind === 'customer') !== (customer !== undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['customer'],
        message: 'must be there for a customer list, and only there',
      });
    }
    if ((kind === 'group') !== (group !== undefined)) {
      context.addIssue({ code: 'custom', path: ['group'], message: 'must be there for a group list, and only there' });
    }
  });
export type PriceListInput = z.output<typeof priceListInput>;

/** A price in a list. List, article, unit, minimum quantity and first day are its key: the same key again replaces the price. */
export const priceInput = z
  .strictObject({
    list: priceListInput,
    articleNumber: number,
    /** Net amount without VAT for the base quantity. */
    amount: decimal,
    unit: unitCode,
    baseQuantity: positive.default('1'),
    /** The quantity break, in the unit of the price. */
    minimumQuantity: decimal.default('0'),
    validFrom: date.optional(),
    validTo: date.optional(),
  })
  .refine(({ validFrom, validTo }) => validFrom === undefined || validTo === undefined || validFrom <= validTo, {
    path: ['validTo'],
    message: 'must not be before validFrom',
  });
export type PriceInput = z.output<typeof priceInput>;
