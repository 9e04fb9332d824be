import { z } from 'zod';
import { isXmlText } from '../formats/xml/writer.ts';

const quantity = z.string().regex(/^\d{1,15}(\.\d{1,8})?$/, 'must be a decimal such as 2 or 2.5');

/** A word to the buyer: it ends up in the answer's XML. */
const note = z.string().max(1000).refine(isXmlText, 'must have no control characters');

/** The answer counts for what the partner sends later, too, where it says the same; `until`: its last day. */
const remember = z.union([z.literal(true), z.strictObject({ until: z.iso.date() })]);
export type Remember = z.output<typeof remember>;

/**
 * What a person decided about one line. Quantity and price are in the unit and per the base quantity of the order line, so that the
 * answer repeats the buyer's own terms.
 */
export const lineDecisionSchema = z.strictObject({
  /** 1-based position of the line in the document. */
  position: z.number().int().min(1),
  action: z.enum(['accept', 'change', 'reject']),
  /** The product that is meant, where the check found none or several. */
  articleNumber: z.string().min(1).optional(),
  /** The next line that names its item by the same numbers means that product, too. */
  remember: remember.optional(),
  /** Of an accepted line: until this day its price, and every one between ours and it, is accepted of the partner without a question. */
  rememberPriceUntil: z.iso.date().optional(),
  /** No product of ours: it is delivered as the buyer has written it, at the buyer's price. */
  asText: z.literal(true).optional(),
  /** Another product that will be delivered instead. */
  substitute: z.string().min(1).optional(),
  quantity: quantity.optional(),
  price: quantity.optional(),
  promisedFrom: z.iso.date().optional(),
  promisedTo: z.iso.date().optional(),
  note: note.optional(),
});
export type LineDecision = z.output<typeof lineDecisionSchema>;

/**
 * A person's decision about an order. Lines that are not named are accepted as ordered, or stay as the agreement or an earlier decision
 * has them; `reject` rejects all.
 * `acceptWithChanges` is allowed only where the partner's agreement takes changes.
 */
export const orderDecisionSchema = z.strictObject({
  kind: z.enum(['accept', 'acceptWithChanges', 'reject']),
  note: note.optional(),
  /** Number of the customer, where it was not recognised. */
  customer: z.string().min(1).optional(),
  rememberCustomer: remember.optional(),
  /** The customer's delivery address, by its id, the buyer's own id of it or its GLN. */
  deliveryAddress: z.string().min(1).max(200).optional(),
  rememberDeliveryAddress: remember.optional(),
  /** What becomes of the order that an accepted one names as the one it replaces; needed where that still lives. */
  replacedOrder: z.enum(['cancel', 'keep']).optional(),
  lines: z.array(lineDecisionSchema).max(50_000).default([]),
});
export type OrderDecision = z.output<typeof orderDecisionSchema>;
