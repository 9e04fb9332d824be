import { z } from 'zod';
import { messageNote, positiveQuantity } from './confirmation.ts';
import { hasGs1CheckDigit } from './identity.ts';

const text = (most: number) => z.string().min(1).max(most);

/** Serial shipping container code: 18 digits, the last one checks (GS1 General Specifications, 3.2). */
const sscc = z
  .string()
  .regex(/^\d{18}$/, 'must have 18 digits')
  .refine(hasGs1CheckDigit, 'must have a right check digit');

const packageSchema = z.strictObject({
  /** The shop's own number of the package; lines name it. */
  id: text(50),
  sscc: sscc.optional(),
  /** UN/ECE Recommendation 21, for example `CT` for a carton. */
  type: z
    .string()
    .regex(/^[A-Z0-9]{2}$/, 'must be a code of UN/ECE Rec 21 such as CT or PX')
    .optional(),
  grossWeight: z
    .strictObject({ value: positiveQuantity, unit: z.enum(['KGM', 'GRM', 'TNE']).default('KGM') })
    .optional(),
  /** The package that it stands in. */
  parentId: text(50).optional(),
});

/** `backorder`: the rest follows. `cancelled`: it never comes. */
const rests = ['backorder', 'cancelled'] as const;

const lineSchema = z.strictObject({
  /** 1-based position of the line in the order. */
  position: z.number().int().min(1),
  /** In the unit of the order line. */
  quantity: positiveQuantity,
  rest: z.enum(rests).default('backorder'),
  /** Why something is missing. */
  reason: text(200).optional(),
  lots: z.array(text(50)).max(100).default([]),
  serials: z.array(text(50)).max(1_000).default([]),
  packages: z
    .array(z.strictObject({ packageId: text(50), quantity: positiveQuantity.optional() }))
    .max(1_000)
    .default([]),
  note: messageNote.optional(),
});

/** Goods that leave the shop: all of an order, or what of it could be sent. */
export const deliverySchema = z
  .strictObject({
    /** Absent: the business day of the message. */
    despatchedOn: z.iso.date().optional(),
    promisedFrom: z.iso.date().optional(),
    promisedTo: z.iso.date().optional(),
    carrier: z.strictObject({ name: text(100).optional(), id: text(50).optional() }).optional(),
    trackingId: text(100).optional(),
    packages: z.array(packageSchema).max(10_000).default([]),
    lines: z.array(lineSchema).min(1).max(50_000),
    /** The last delivery: what is missing of any line never comes. */
    final: z.boolean().default(false),
    note: messageNote.optional(),
  })
  .superRefine(checkReferences);
export type Delivery = z.output<typeof deliverySchema>;

/** A delivery with what was outstanding of each line after it, and whether that was the end of the order. */
export interface StoredDelivery extends Omit<Delivery, 'lines'> {
  readonly lines: readonly (Delivery['lines'][number] & { readonly outstanding: string })[];
  readonly complete: boolean;
}

/** Every package that is named must be there, once; every line is delivered once. */
function checkReferences(
  {
    packages,
    lines,
  }: {
    readonly packages: readonly z.output<typeof packageSchema>[];
    readonly lines: readonly z.output<typeof lineSchema>[];
  },
  context: z.RefinementCtx,
): void {
  const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  const known = new Set(packages.map(({ id }) => id));
  const named = new Set<string>();
  for (const [index, { id, parentId }] of packages.entries()) {
    if (named.has(id)) issue(['packages', index, 'id'], `is there twice: ${id}`);
    named.add(id);
    if (parentId !== undefined && (parentId === id || !known.has(parentId)))
      issue(['packages', index, 'parentId'], `must be the id of another package: ${parentId}`);
  }
  const positions = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (positions.has(line.position)) issue(['lines', index, 'position'], `is there twice: ${line.position}`);
    positions.add(line.position);
    for (const [at, { packageId }] of line.packages.entries()) {
      if (!known.has(packageId))
        issue(['lines', index, 'packages', at, 'packageId'], `must be a package: ${packageId}`);
    }
  }
}
