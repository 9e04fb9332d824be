/** What differs between two versions of an agreement's settings, setting by setting. Pure. */
import type { DraftSettings } from '../draft.entity.ts';
import { mappingSchema } from '../mapping/schema.ts';
import { agreementFields, type GroupField, type SettingField } from './fields.ts';
import { isRecord, valueAt, valueOf } from './values.ts';

/** One setting that differs; a side that has none is undefined. */
export interface Difference {
  readonly field: SettingField;
  /** Where it is: of entries in lists with their number or key: `price.line.above.bands.0.percent`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The field of the mapping, which has an editor of its own: it differs as a whole. */
const mapping: GroupField = { key: 'mapping', path: 'punchOut.mapping', optional: true, kind: 'group', fields: [] };

const empty = mappingSchema.parse({});

/** What changes from one version to the other, in the order of the form. A setting that is not there counts as its default. */
export function differences(before: DraftSettings, after: DraftSettings): Difference[] {
  const found = agreementFields.flatMap((field) => ofField(field, field.key, before[field.key], after[field.key]));
  const [was, is] = [before, after].map((settings) => valueAt(settings, mapping.path) ?? empty);
  return same(was, is) ? found : [...found, { field: mapping, path: mapping.path, before: was, after: is }];
}

function ofField(field: SettingField, path: string, before: unknown, after: unknown): Difference[] {
  if (field.kind === 'group') return ofGroup(field, path, before, after);
  if (field.kind === 'rows') return ofRows(field.fields, path, asList(before), asList(after));
  if (field.kind === 'table') return ofTable(field.entry, path, before, after);
  const [was, is] = [valueOf(field, before), valueOf(field, after)];
  return same(inOrder(field, was), inOrder(field, is)) ? [] : [{ field, path, before: was, after: is }];
}

/** Choices without an order are the same in any. */
function inOrder(field: SettingField, value: unknown): unknown {
  const isSet = field.kind === 'choices' && !field.ordered && Array.isArray(value);
  return isSet ? value.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)) : value;
}

function ofGroup(field: GroupField, path: string, before: unknown, after: unknown): Difference[] {
  const [was, is] = [isThere(field, before), isThere(field, after)];
  const switched = was === is ? [] : [{ field, path, before: was, after: is }];
  if (!was && !is) return [];
  return [...switched, ...within(field.fields, path, was ? before : undefined, is ? after : undefined)];
}

function within(fields: readonly SettingField[], path: string, before: unknown, after: unknown): Difference[] {
  return fields.flatMap((field) => {
    const [was, is] = [valueAt(before, field.key), valueAt(after, field.key)];
    return ofField(field, `${path}.${field.key}`, was, is);
  });
}

/** Is a group that may be absent there? Others always are. */
export function isThere({ optional, variant }: GroupField, value: unknown): boolean {
  if (variant) return isRecord(value) && value[variant.key] === variant.on;
  return !optional || isRecord(value);
}

function ofRows(
  fields: readonly SettingField[],
  path: string,
  before: readonly unknown[],
  after: readonly unknown[],
): Difference[] {
  const most = Math.max(before.length, after.length);
  return Array.from({ length: most }, (_, at) => at).flatMap((at) =>
    within(fields, `${path}.${at}`, before[at], after[at]),
  );
}

function ofTable(entry: SettingField, path: string, before: unknown, after: unknown): Difference[] {
  const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return keys.flatMap((key) => ofField(entry, `${path}.${key}`, was[key], is[key]));
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Key order does not matter: PostgreSQL keeps objects in an order of its own. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, at) => same(each, other[at]));
  }
  if (!isRecord(one) || !isRecord(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => same(one[key], other[key]));
}
