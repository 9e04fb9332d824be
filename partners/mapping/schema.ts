/** How a field of a message is filled: the grammar of rules, for messages that go out and for orders that come in. */
import { z } from 'zod';

/** The kinds of cart messages, each with fields of its own. */
export const cartProtocols = ['oci', 'cxml', 'peppol'] as const;
export type CartProtocol = (typeof cartProtocols)[number];

/** Longest value that a rule gives, in characters; transforms cannot make more. */
export const LONGEST_VALUE = 10_000;

const name = z.string().min(1).max(100);
const text = z.string().max(1_000);
const shortText = z.string().max(100);

/** One step from a value to another. An empty value stays empty. */
export const transform = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['upper', 'lower', 'trim']) }),
  /** Keeps the first characters. */
  z.strictObject({ do: z.literal('cut'), length: z.int().min(1).max(LONGEST_VALUE) }),
  /** Fills up to a length: customer number 4711 as 0000004711. */
  z.strictObject({
    do: z.literal('pad'),
    length: z.int().min(1).max(100),
    with: z.string().regex(/^.$/u, 'must be one character').default('0'),
    side: z.enum(['left', 'right']).default('left'),
  }),
  /** Every `find` becomes `by`. */
  z.strictObject({ do: z.literal('replace'), find: shortText.min(1), by: shortText }),
  /** A number with so many decimals (absent: as many as it has) and this decimal sign; rounded half up. */
  z.strictObject({
    do: z.literal('number'),
    decimals: z.int().min(0).max(10).optional(),
    sign: z.enum(['.', ',']).default('.'),
  }),
  /** A date in another order: `YYYYMMDD`, `DD.MM.YYYY`. */
  z.strictObject({
    do: z.literal('date'),
    format: z.string().regex(/^(YYYY|MM|DD|[-./ ]){1,9}$/, 'must be made of YYYY, MM, DD and signs between them'),
  }),
  /** Through a table of this mapping: our word becomes theirs in a cart, theirs ours in an order. */
  z.strictObject({ do: z.literal('translate'), table: name }),
]);
export type Transform = z.output<typeof transform>;

const transforms = z.array(transform).max(10).default([]);

/** A value: what stands at a path of the context, or a literal text. */
const part = z
  .strictObject({ path: name.optional(), literal: text.optional(), transforms })
  .refine(
    ({ path, literal }) => (path === undefined) !== (literal === undefined),
    'must have either a path or a literal',
  );
export type Part = z.output<typeof part>;

const parts = z.array(part).min(1).max(10);
const ruleFields = {
  path: name.optional(),
  literal: text.optional(),
  /** The parts that are not empty, one after the other. */
  join: parts.optional(),
  /** Between joined parts; absent: a blank. */
  separator: z.string().max(10).optional(),
  /** The first part that is not empty. */
  firstOf: parts.optional(),
  /** Leaves the field out. */
  empty: z.literal(true).optional(),
  /** One after the other, on the value of the rule. */
  transforms,
};
const sources = ['path', 'literal', 'join', 'firstOf', 'empty'] as const;

interface RuleSources extends Readonly<Partial<Record<(typeof sources)[number], unknown>>> {
  readonly separator?: string | undefined;
}

const hasOneSource = (rule: RuleSources): boolean => sources.filter((key) => rule[key] !== undefined).length === 1;
const ONE_SOURCE = 'must have exactly one of path, literal, join, firstOf and empty';
const joinsOrNot = ({ separator, join }: RuleSources): boolean => separator === undefined || join !== undefined;
const ONLY_JOINED = 'must have join where it has a separator';

/** How one field gets its value. */
export const fieldRule = z.strictObject(ruleFields).refine(hasOneSource, ONE_SOURCE).refine(joinsOrNot, ONLY_JOINED);
export type FieldRule = z.output<typeof fieldRule>;

/** The same for a field of an order that comes in. */
export const readingRule = z
  .strictObject({
    ...ruleFields,
    /** Instead of an empty value, by customer number. */
    defaults: z.record(shortText.min(1), text).default({}),
    /** Instead of an empty value, for every other customer. */
    default: text.optional(),
    /** Is an order without it refused? */
    required: z.boolean().default(false),
  })
  .refine(hasOneSource, ONE_SOURCE)
  .refine(joinsOrNot, ONLY_JOINED);
export type ReadingRule = z.output<typeof readingRule>;

/** Our words and theirs: unit codes, currencies, anything else. Where a word stands twice, its first entry counts. */
export const translationTable = z.strictObject({
  entries: z.array(z.strictObject({ ours: shortText.min(1), theirs: shortText.min(1) })).max(5_000),
  /** What becomes of a word that the table does not have: a problem that keeps the message back, itself, or nothing. */
  unknown: z.enum(['problem', 'keep', 'empty']).default('problem'),
});
export type TranslationTable = z.output<typeof translationTable>;

/** The table of units: UN/ECE Recommendation 20 and what the purchasing system calls them. */
export const UNITS = 'units';

const fieldRules = z.strictObject({
  header: z.record(name, fieldRule).default({}),
  line: z.record(name, fieldRule).default({}),
});
const layer = {
  /** By name; `units` holds unit codes. */
  tables: z.record(name, translationTable).default({}),
  oci: fieldRules.optional(),
  cxml: fieldRules.optional(),
  peppol: fieldRules.optional(),
};

/** One layer of a mapping: rules by field, for each protocol, and the tables that they use. */
export const mappingLayer = z.strictObject(layer);
export type MappingLayer = z.output<typeof mappingLayer>;

/** A partner's layer, over that of its platform; above it what is explicitly different for some of its customers. */
export const mappingSchema = z.strictObject({
  ...layer,
  overrides: z
    .array(z.strictObject({ customers: z.array(z.string().min(1).max(50)).min(1).max(1_000), ...layer }))
    .max(100)
    .default([]),
});
export type MappingSettings = z.output<typeof mappingSchema>;
