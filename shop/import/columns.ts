/**
 * The columns of CSV files. A column is named like the field in JSON, with dots: `name.sv`, `list.code`, `deliveryAddresses.0.gln`.
 * Lists stand in one cell, separated by `|`; the parts of an entry by `=` or `:`. An empty cell is an absent field.
 */
import type { ImportKind } from './kinds.ts';

/** A cell as text, and what it stands for. */
interface Cell {
  readonly parse: (cell: string) => unknown;
  readonly write: (value: unknown) => string;
  /** Several entries in one cell. */
  readonly many?: true;
}

const text: Cell = { parse: (cell) => cell, write: String };
/** `12,50`, as Swedish spreadsheets write it, is `12.50`. */
const decimal: Cell = {
  parse: (cell) => (/^\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell),
  write: String,
};
const integer: Cell = { parse: (cell) => (/^\d{1,15}$/.test(cell) ? Number(cell) : cell), write: String };
const YES_NO: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  '1': true,
  '0': false,
  ja: true,
  nej: false,
};
const yesNo: Cell = { parse: (cell) => YES_NO[cell.toLowerCase()] ?? cell, write: String };

function list(entry: Cell): Cell {
  return {
    parse: (cell) =>
      cell
        .split('|')
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map(entry.parse),
    write: (values) => (values as readonly unknown[]).map(entry.write).join('|'),
    many: true,
  };
}

/** `BX=10` as `{ unit: 'BX', factor: '10' }`. The separator may occur in the second part. */
function pair(first: string, second: string, ofSecond: Cell = text): Cell {
  return {
    parse: (part) => {
      const at = part.indexOf('=');
      return at < 0
        ? { [first]: part }
        : { [first]: part.slice(0, at).trim(), [second]: ofSecond.parse(part.slice(at + 1).trim()) };
    },
    write: (value) => {
      const { [first]: one, [second]: other } = value as Record<string, unknown>;
      return `${String(one)}=${ofSecond.write(other)}`;
    },
  };
}

/** `UNSPSC:26.0801:44121706`; the version may be empty. */
const classification: Cell = {
  parse: (part) => {
    const [scheme, version, ...code] = part.split(':');
    return { scheme, ...(version && { version }), code: code.join(':') };
  },
  write: (value) => {
    const { scheme, version = '', code } = value as { scheme: string; version?: string; code: string };
    return `${scheme}:${version}:${code}`;
  },
};
/** `SE:S:25`. */
const vat: Cell = {
  parse: (part) => {
    const [country, category, rate = ''] = part.split(':');
    return { country, category, rate: decimal.parse(rate) };
  },
  write: (value) => {
    const { country, category, rate } = value as Record<'country' | 'category' | 'rate', string>;
    return `${country}:${category}:${rate}`;
  },
};

const address = (prefix: string): Record<string, Cell> =>
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
const contact = (prefix: string): Record<string, Cell> =>
  Object.fromEntries(['name', 'role', 'telephone', 'electronicMail'].map((field) => [`${prefix}.${field}`, text]));
const texts = (...names: string[]): Record<string, Cell> => Object.fromEntries(names.map((name) => [name, text]));

const identity = texts('name', 'organisationNumber', 'vatNumber', 'gln', 'duns', 'peppolId');

/** `#` stands for the position in a list. */
const COLUMNS: Readonly<Record<ImportKind, Readonly<Record<string, Cell>>>> = {
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

export interface Column extends Cell {
  readonly path: readonly string[];
}

/** The column of that name; undefined when the kind has none. */
export function columnOf(kind: ImportKind, name: string): Column | undefined {
  const pattern = name.replace(/\.\d{1,4}(?=\.)/g, '.#');
  const cell = Object.hasOwn(COLUMNS[kind], pattern) ? COLUMNS[kind][pattern] : undefined;
  return cell && { ...cell, path: name.split('.') };
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

/** The cell of a column for a record in the shape in which it is sent; empty for what is absent. */
export function cellOf({ path, write }: Column, record: unknown): string {
  const value = path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], record);
  return value === undefined || value === null ? '' : write(value);
}
