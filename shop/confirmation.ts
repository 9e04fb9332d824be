import { z } from 'zod';
import { isXmlText } from '../formats/xml/writer.ts';

/** A quantity in the unit of the order line. */
export const lineQuantity = z.string().regex(/^\d{1,15}(\.\d{1,8})?$/, 'must be a decimal such as 2 or 2.5');
export const positiveQuantity = lineQuantity.refine((text) => Number(text) > 0, 'must be more than 0');

/** A word to the buyer: it ends up in a document's XML. */
export const messageNote = z.string().min(1).max(1000).refine(isXmlText, 'must have no control characters');

/** `backordered`: it will come, nobody knows when yet. */
export const partStatuses = ['accepted', 'changed', 'backordered', 'rejected'] as const;

/** What becomes of a part of a line. Price per the base quantity of the order line. */
export const confirmedPartSchema = z
  .strictObject({
    status: z.enum(partStatuses),
    quantity: positiveQuantity,
    price: lineQuantity.optional(),
    promisedFrom: z.iso.date().optional(),
    promisedTo: z.iso.date().optional(),
    /** Article number of what will be delivered instead. */
    substitute: z.string().min(1).max(100).optional(),
    note: messageNote.optional(),
  })
  .refine(({ promisedFrom, promisedTo }) => !promisedFrom || !promisedTo || promisedFrom <= promisedTo, {
    path: ['promisedTo'],
    message: 'must not be before promisedFrom',
  })
  .refine(
    ({ status, price, substitute }) => status === 'changed' || (price === undefined && substitute === undefined),
    {
      path: ['status'],
      message: 'must be changed where the price or the article is another',
    },
  );
export type ConfirmedPart = z.output<typeof confirmedPartSchema>;

const MOST_PARTS = 50;

/**
 * How it stands with an order that was accepted: each named line in parts, one after the other. It takes the place of what was said about
 * these lines before; lines that are not named stay as they were last answered.
 */
export const confirmationSchema = z.strictObject({
  note: messageNote.optional(),
  lines: z
    .array(
      z.strictObject({
        /** 1-based position of the line in the order. */
        position: z.number().int().min(1),
        parts: z.array(confirmedPartSchema).min(1).max(MOST_PARTS),
      }),
    )
    .max(50_000)
    .default([]),
});
export type Confirmation = z.output<typeof confirmationSchema>;
