/** The settings of an agreement as fields of a form, read from its schema. Pure. */
import { z } from 'zod';
import { agreementSchema } from '../agreement.ts';
import { valueAt } from './values.ts';

interface Common {
  /** Name in its group. */
  readonly key: string;
  /** From the top, entries of lists and tables as `*`: `price.line.above.bands.*.percent`. */
  readonly path: string;
  /** May it be left out? */
  readonly optional: boolean;
}

export interface TextField extends Common {
  readonly kind: 'text';
  readonly default?: string;
  readonly longest?: number;
  /** Of the forms that schemas here know (`patterns`); undefined: any text. */
  readonly form?: TextForm;
}
export interface NumberField extends Common {
  readonly kind: 'number';
  readonly default?: number;
  readonly whole: boolean;
  readonly least?: number;
  /** The value must be more than this. */
  readonly above?: number;
  readonly most?: number;
}
export interface YesNoField extends Common {
  readonly kind: 'yesNo';
  readonly default?: boolean;
}
export interface ChoiceField extends Common {
  readonly kind: 'choice';
  readonly options: readonly string[];
  readonly default?: string;
}
/** Any of the options; in the order that counts, where it does. */
export interface ChoicesField extends Common {
  readonly kind: 'choices';
  readonly options: readonly string[];
  readonly ordered: boolean;
  readonly default?: readonly string[];
}
/** Texts, one after the other. */
export interface ListField extends Common {
  readonly kind: 'list';
  readonly entry: TextField;
  readonly default?: readonly string[];
}
/** Entries that are groups of fields. */
export interface RowsField extends Common {
  readonly kind: 'rows';
  readonly fields: readonly SettingField[];
}
/** Entries by a key that somebody types. */
export interface TableField extends Common {
  readonly kind: 'table';
  readonly entry: SettingField;
}
export interface GroupField extends Common {
  readonly kind: 'group';
  readonly fields: readonly SettingField[];
  /** A group of which one field says that it is there: `kind` is `sbdh`, or else `none`. */
  readonly variant?: { readonly key: string; readonly on: string; readonly off: string };
}
export type SettingField =
  TextField | NumberField | YesNoField | ChoiceField | ChoicesField | ListField | RowsField | TableField | GroupField;

/** Forms of texts that a person must know to fill a field in. */
export type TextForm = 'decimal' | 'date' | 'time' | 'url' | 'mail' | 'range' | 'host' | 'currency' | 'country';

const patterns: Readonly<Record<string, TextForm>> = {
  '^\\d+(\\.\\d+)?$': 'decimal',
  '^([01]\\d|2[0-3]):[0-5]\\d$': 'time',
  '^[A-Z]{3}$': 'currency',
  '^[A-Z]{2}$': 'country',
};
const formats: Readonly<Record<string, TextForm>> = { date: 'date', uri: 'url', email: 'mail' };

/** Settings that are a list in which the first counts before the second. */
const inOrder = new Set(['matching.products', 'matching.customers', 'matching.places', 'price.against']);

/** What a JSON Schema of zod holds, as far as agreements use it. */
interface Schema {
  readonly type?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

/** The settings of an agreement that says nothing: defaults that belong to a group and not to its fields are here. */
const usual: unknown = agreementSchema.parse({});

/** Every setting that a form shows: all but the mode, which the address says, and the mapping, which has an editor of its own. */
export const agreementFields: readonly SettingField[] = fieldsOf(
  z.toJSONSchema(agreementSchema, { io: 'output' }) as Schema,
  '',
).filter(({ path }) => path !== 'mode');

function fieldsOf(schema: Schema, path: string): SettingField[] {
  return Object.entries(schema.properties ?? {})
    .map(([key, property]) => ({ key, property, path: path === '' ? key : `${path}.${key}` }))
    .filter((each) => each.path !== 'punchOut.mapping')
    .map(({ key, property, path: at }) => fieldOf(property, { key, path: at, optional: !isRequired(schema, key) }));
}

function isRequired({ required = [] }: Schema, key: string): boolean {
  return required.includes(key);
}

function fieldOf(schema: Schema, common: Common): SettingField {
  if (schema.oneOf) return variantOf(schema.oneOf, common);
  if (schema.properties) return { ...common, kind: 'group', fields: fieldsOf(schema, common.path) };
  if (schema.type === 'object') {
    const entry = fieldOf(schema.additionalProperties ?? {}, { key: '*', path: `${common.path}.*`, optional: false });
    return { ...common, kind: 'table', entry };
  }
  if (schema.type === 'array') return listOf(schema, common);
  return leafOf(schema, common);
}

/** Two groups, one of which holds nothing but its name: the other is there or not. */
function variantOf(options: readonly Schema[], common: Common): GroupField {
  const [off, on] = options.toSorted((a, b) => sizeOf(a) - sizeOf(b)) as [Schema, Schema];
  const [key] = Object.keys(off.properties ?? {}) as [string];
  const valueOf = ({ properties }: Schema): string => properties?.[key]?.const ?? '';
  const fields = fieldsOf(on, common.path).filter((field) => field.key !== key);
  return { ...common, kind: 'group', optional: true, fields, variant: { key, on: valueOf(on), off: valueOf(off) } };
}

function sizeOf({ properties = {} }: Schema): number {
  return Object.keys(properties).length;
}

function listOf({ items = {}, default: own }: Schema, common: Common): SettingField {
  const given = { ...common, ...(Array.isArray(own) && { default: own as string[] }) };
  if (items.enum) return { ...given, kind: 'choices', options: items.enum, ordered: inOrder.has(common.path) };
  if (items.properties) return { ...common, kind: 'rows', fields: fieldsOf(items, `${common.path}.*`) };
  const entry = textOf(items, { key: '*', path: `${common.path}.*`, optional: false });
  return { ...given, kind: 'list', entry };
}

function leafOf(schema: Schema, common: Common): SettingField {
  const { type, enum: options, default: own = valueAt(usual, common.path) } = schema;
  if (options) return { ...common, kind: 'choice', options, ...(typeof own === 'string' && { default: own }) };
  if (type === 'boolean') return { ...common, kind: 'yesNo', ...(typeof own === 'boolean' && { default: own }) };
  if (type !== 'number' && type !== 'integer') return textOf(schema, common);
  return {
    ...{ ...common, kind: 'number', whole: type === 'integer' },
    ...(typeof own === 'number' && { default: own }),
    ...(schema.minimum !== undefined && { least: schema.minimum }),
    ...(schema.exclusiveMinimum !== undefined && { above: schema.exclusiveMinimum }),
    ...(schema.maximum !== undefined && { most: schema.maximum }),
  };
}

function textOf(schema: Schema, common: Common): TextField {
  const form = textForm(schema);
  return {
    ...{ ...common, kind: 'text' },
    ...(typeof schema.default === 'string' && { default: schema.default }),
    ...(schema.maxLength !== undefined && { longest: schema.maxLength }),
    ...(form && { form }),
  };
}

function textForm({ format = '', pattern = '', anyOf = [] }: Schema): TextForm | undefined {
  if (anyOf.some((each) => each.format === 'cidrv4')) return 'range';
  if (pattern.startsWith('^(\\*\\.)?')) return 'host';
  return formats[format] ?? patterns[pattern];
}

/** The field at a path such as `price.line.above.bands.0.percent`; undefined where there is none. */
export function fieldAt(path: string, fields: readonly SettingField[] = agreementFields): SettingField | undefined {
  const [key, ...rest] = path.split('.');
  const field = fields.find((each) => each.key === key);
  if (!field || rest.length === 0) return field;
  if (field.kind === 'group') return fieldAt(rest.join('.'), field.fields);
  const [, ...inside] = rest;
  if (field.kind === 'rows') return inside.length === 0 ? field : fieldAt(inside.join('.'), field.fields);
  if (field.kind === 'list') return field.entry;
  if (field.kind !== 'table') return undefined;
  if (inside.length === 0 || field.entry.kind !== 'group') return field.entry;
  return fieldAt(inside.join('.'), field.entry.fields);
}
