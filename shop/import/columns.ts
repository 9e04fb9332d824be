/**
 * The columns of CSV files. A column is named like the field in JSON, with dots: `name.sv`, `list.code`, `deliveryAddresses.0.gln`.
 * Lists stand in one cell, separated by `|`; the parts of an entry by `=` or `:`. An empty cell is an absent field.
 */
import type { ImportKind } from './kinds.ts';

type ParseCell = (cell: string) => unknown;

const text: ParseCell = (cell) => cell;
/** `12,50`, as Swedish spreadsheets write it, is `12.50`. */
const decimal: ParseCell = (cell) => (/^\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell);
const integer: ParseCell = (cell) => (/^\d{1,15}$/.test(cell) ? Number(cell) : cell);
const YES_NO: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  '1': true,
  '0': false,
  ja: true,
  nej: false,
};
const yesNo: ParseCell = (cell) => YES_NO[cell.toLowerCase()] ?? cell;

function list(entry: ParseCell): ParseCell {
  return (cell) =>
    cell
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(entry);
}

/** `BX=10` as `{ unit: 'BX', factor: '10' }`. The separator may occur in the second part. */
function pair(first: string, second: string, parseSecond: ParseCell = text): ParseCell {
  return (part) => {
    const at = part.indexOf('=');
    return at < 0
      ? { [first]: part }
      : { [first]: part.slice(0, at).trim(), [second]: parseSecond(part.slice(at + 1).trim()) };
  };
}

/** `UNSPSC:26.0801:44121706`; the version may be empty. */
const classification: ParseCell = (part) => {
  const [scheme, version, ...code] = part.split(':');
  return { scheme, ...(version && { version }), code: code.join(':') };
};
/** `SE:S:25`. */
const vat: ParseCell = (part) => {
  const [country, category, rate = ''] = part.split(':');
  return { country, category, rate: decimal(rate) };
};

const address = (prefix: string): Record<string, ParseCell> =>
  Object.fromEntries(
    [
      'addressId',
      'gln',
      'name',
      'streetName',
      'additionalStreetName',
      'cityName',
      'postalZone',
      'countrySubentity',
      'country',
      'contact.name',
      'contact.role',
      'contact.telephone',
      'contact.electronicMail',
    ].map((field) => [`${prefix}.${field}`, text]),
  );
const contact = (prefix: string): Record<string, ParseCell> =>
  Object.fromEntries(['name', 'role', 'telephone', 'electronicMail'].map((field) => [`${prefix}.${field}`, text]));
const texts = (...names: string[]): Record<string, ParseCell> => Object.fromEntries(names.map((name) => [name, text]));

const identity = texts('name', 'organisationNumber', 'vatNumber', 'gln', 'duns', 'peppolId');

/** `#` stands for the position in a list. */
const COLUMNS: Readonly<Record<ImportKind, Readonly<Record<string, ParseCell>>>> = {
  shop: {
    ...identity,
    ...texts('anid', 'logo', 'timeZone'),
    ...texts('address.streetName', 'address.additionalStreetName', 'address.cityName', 'address.postalZone'),
    ...texts('address.countrySubentity', 'address.country'),
    ...contact('contacts.#'),
    workingDays: list(integer),
  },
  customers: {
    ...identity,
    ...texts('number', 'group'),
    active: yesNo,
    identities: list(pair('scheme', 'id')),
    ...contact('contacts.#'),
    ...address('deliveryAddresses.#'),
    ...address('invoiceAddresses.#'),
  },
  products: {
    ...texts('articleNumber', 'status', 'replacedBy', 'name.sv', 'name.en', 'description.sv', 'description.en', 'unit'),
    ...texts('manufacturer', 'manufacturerNumber', 'category', 'contractNumber', 'materialGroup'),
    units: list(pair('unit', 'factor', decimal)),
    gtins: list(text),
    aliases: list(text),
    buyersNumbers: list(pair('customer', 'number')),
    minimumQuantity: decimal,
    maximumQuantity: decimal,
    multipleQuantity: decimal,
    stock: decimal,
    leadTimeDays: integer,
    classifications: list(classification),
    labels: list(text),
    vat: list(vat),
    pictures: list(text),
    keywords: list(text),
  },
  prices: {
    ...texts('list.code', 'list.name', 'list.kind', 'list.customer', 'list.group', 'list.currency'),
    ...texts('list.quotation', 'list.contract'),
    ...texts('list.validFrom', 'list.validTo', 'articleNumber', 'unit', 'validFrom', 'validTo'),
    'list.priority': integer,
    amount: decimal,
    baseQuantity: decimal,
    minimumQuantity: decimal,
  },
};

export interface Column {
  readonly path: readonly string[];
  readonly parse: ParseCell;
}

/** The column of that name; undefined when the kind has none. */
export function columnOf(kind: ImportKind, name: string): Column | undefined {
  const pattern = name.replace(/\.\d{1,4}(?=\.)/g, '.#');
  const parse = Object.hasOwn(COLUMNS[kind], pattern) ? COLUMNS[kind][pattern] : undefined;
  return parse && { path: name.split('.'), parse };
}

export function columnNames(kind: ImportKind): string[] {
  return Object.keys(COLUMNS[kind]);
}

/** Nested values from the cells of one row. Entries of a list of which every cell is empty are left out. */
export function rowValues(columns: readonly Column[], cells: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [index, { path, parse }] of columns.entries()) {
    const cell = cells[index]?.trim();
    if (cell) put(values, path, parse(cell));
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.filter(() => true) : value]),
  );
}

function put(into: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  const [next] = rest;
  if (next === undefined) {
    into[first] = value;
    return;
  }
  into[first] ??= /^\d+$/.test(next) ? [] : {};
  put(into[first] as Record<string, unknown>, rest, value);
}
