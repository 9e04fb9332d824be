/** The form of a section, as it was posted, to settings. What cannot be used stays as it was typed: the draft says what is wrong. */
import type { RowsField, SettingField, TextField } from '../../../../partners/settings/fields.ts';
import { isRecord } from '../../../../partners/settings/values.ts';

/** Values by the name of their field. */
type Posted = ReadonlyMap<string, readonly string[]>;

/** Beside the name of a group that may be absent: it is there. */
export const ON = '$on';
/** Beside the name of an entry of a table. */
export const KEY = '$key';

/** One value a field; undefined where it was left empty. */
export function readForm(fields: readonly SettingField[], form: URLSearchParams): unknown[] {
  const posted = new Map<string, string[]>();
  for (const [name, value] of form) posted.set(name, [...(posted.get(name) ?? []), value.trim()]);
  return fields.map((field) => readField(field, field.path, posted));
}

function readField(field: SettingField, name: string, posted: Posted): unknown {
  const all = posted.get(name)?.filter((value) => value !== '') ?? [];
  switch (field.kind) {
    case 'yesNo':
      return all.length > 0;
    case 'number':
      return all[0] === undefined ? undefined : numberOr(all[0]);
    case 'text':
      return all[0] === undefined ? undefined : spelled(field, all[0]);
    case 'choice':
      return all[0];
    case 'choices':
      return all;
    case 'list':
      return all.map((value) => spelled(field.entry, value));
    case 'table':
      return readTable(field.entry, name, posted);
    case 'rows':
      return readRows(field, name, posted);
    case 'group':
      break;
  }
  return readGroup(field, name, posted);
}

/** A list that may be left out is, where it has no rows. */
function readRows({ fields, optional }: RowsField, name: string, posted: Posted): unknown {
  const rows = rowsOf(name, posted)
    .map((row) => readFields(fields, row, posted))
    .filter((row) => !isBlank(fields, row));
  return optional && rows.length === 0 ? undefined : rows;
}

function readGroup(field: SettingField & { readonly kind: 'group' }, name: string, posted: Posted): unknown {
  const { optional, variant, fields } = field;
  const isOn = !optional || posted.has(`${name}.${ON}`);
  if (!isOn) return variant && { [variant.key]: variant.off };
  return { ...(variant && { [variant.key]: variant.on }), ...readFields(fields, name, posted) };
}

function readFields(fields: readonly SettingField[], name: string, posted: Posted): Record<string, unknown> {
  const values = fields.map((field) => [field.key, readField(field, `${name}.${field.key}`, posted)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function readTable(entry: SettingField, name: string, posted: Posted): Record<string, unknown> {
  const rows = rowsOf(name, posted).map((row) => {
    const [key = ''] = posted.get(`${row}.${KEY}`) ?? [];
    return [key, readField(entry, `${row}.${entry.key}`, posted)] as const;
  });
  return Object.fromEntries(
    rows.filter(([key, value]) => key !== '' || !isEmpty(value)).map(([key, value]) => [key, value ?? '']),
  );
}

/** Names of the rows of a field, in order: `charges.0`, `charges.1`. */
function rowsOf(name: string, posted: Posted): string[] {
  const numbers = new Set<number>();
  for (const each of posted.keys()) {
    const [number = ''] = each.startsWith(`${name}.`) ? each.slice(name.length + 1).split('.') : [];
    if (/^\d{1,6}$/.test(number)) numbers.add(Number(number));
  }
  return [...numbers].toSorted((a, b) => a - b).map((number) => `${name}.${number}`);
}

/** A row that nobody has filled in: neither a choice that stood there nor a box that is not ticked says anything. */
function isBlank(fields: readonly SettingField[], row: Readonly<Record<string, unknown>>): boolean {
  return fields.every((field) => {
    const value = row[field.key];
    return isEmpty(value) || value === false || (field.kind === 'choice' && value === field.default);
  });
}

/** A value that nobody has filled in. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) ? Object.values(value).every(isEmpty) : value === undefined || value === '';
}

/** As people write numbers: `2,5`, `10 000`. */
function plainNumber(text: string): string {
  return text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
}

function numberOr(text: string): number | string {
  const plain = plainNumber(text);
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? Number(plain) : text;
}

function spelled({ form }: TextField, text: string): string {
  if (form === 'decimal') return plainNumber(text);
  if (form === 'currency' || form === 'country') return text.toUpperCase();
  return form === 'host' ? text.toLowerCase() : text;
}
