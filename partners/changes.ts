import { z } from 'zod';
import type { FormatId } from '../formats/document/order.ts';
import { changeableStatuses, changePolicies } from '../shop/changeRules.ts';

/** Formats of documents that change or take back an order. In cXML an order does it itself. */
export const changeFormats = [
  'peppol-3-order-change',
  'peppol-3-order-cancellation',
] as const satisfies readonly FormatId[];

/** What becomes of changes and cancellations of orders (docs/changes.md). The default asks a person. */
export const changeSettings = z.strictObject({
  change: z.enum(changePolicies).default('person'),
  cancel: z.enum(changePolicies).default('person'),
  /** The last status of an order in which `automatic` is; from the next one on a person decides. */
  automaticUntil: z.enum(changeableStatuses).default('New'),
  /** How long a change waits for its order, or for the change before it. */
  waitHours: z
    .number()
    .positive()
    .max(24 * 30)
    .default(24),
  /** How long the buyer has to answer an acceptance with changes, before it is pointed out that it did not. */
  buyerAnswersWithinHours: z
    .number()
    .positive()
    .max(24 * 90)
    .default(72),
});
