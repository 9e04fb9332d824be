/**
 * The rules of a return form (OCI 4.0 inbound section). Ids tell the field and what is wrong: OCI-<FIELD>-REQUIRED, -FORMAT, -LENGTH come
 * from the field table, the others are written here.
 */
import type { FormCharset } from '../document/browserForm.ts';
import type { Severity } from '../document/finding.ts';
import { packageUnits, units } from '../ubl/generated/bis2.codes.ts';
import { isWritable } from './charset.ts';
import {
  isKey,
  isKnownIn,
  longestValue,
  ociFields,
  type OciField,
  type OciVersion,
  type Required,
  type ValueForm,
} from './fields.ts';
import { ociFinding, type OciFinding } from './finding.ts';
import { DECIMALS, DIGITS } from './numbers.ts';
import { withoutMarkup } from './text.ts';

/** How the values of an item are to be written. */
export interface ItemCheck {
  readonly version: OciVersion;
  readonly charset: FormCharset;
  readonly decimalSign: '.' | ',';
  /** Decimals that a price may have; 3 where absent. */
  readonly priceDecimals?: number | undefined;
}

/** Values of one item by field name in upper case. */
export type CheckedItem = ReadonlyMap<string, string>;

/** One thing that an item of a form is held to. */
export interface OciRule {
  readonly id: string;
  readonly severity: Severity;
  /** Whose value is found. */
  readonly field: string;
  readonly text: string;
  readonly expected?: string;
  /** @param value of the field; empty where it is not there */
  readonly isBroken: (value: string, item: CheckedItem, options: ItemCheck) => boolean;
}

/** Findings of one item. @param element name of a field's input */
export function checkItem(item: CheckedItem, element: (field: string) => string, options: ItemCheck): OciFinding[] {
  return itemRules.flatMap(({ id, severity, field, text, expected, isBroken }) => {
    const found = item.get(field) ?? '';
    if (!isBroken(found, item, options)) return [];
    return [
      ociFinding({ id, severity, element: element(field), text, found, ...(expected !== undefined && { expected }) }),
    ];
  });
}

const isFilled = (item: CheckedItem, field: string): boolean => (item.get(field) ?? '') !== '';

function required({ name, required: rule }: OciField): OciRule[] {
  if (!rule) return [];
  const isNeeded = (item: CheckedItem): boolean => {
    if (rule.when === 'always') return true;
    return rule.when === 'without' ? !isFilled(item, rule.other) : rule.others.some((other) => isFilled(item, other));
  };
  return [
    {
      id: `OCI-${name}-REQUIRED`,
      severity: 'fatal',
      field: name,
      text: `${name} is missing.`,
      expected: `a value ${occasion(rule)}`,
      isBroken: (value, item) => value === '' && isNeeded(item),
    },
  ];
}

function occasion(rule: Required): string {
  if (rule.when === 'always') return 'in every item';
  return rule.when === 'without' ? `where ${rule.other} is empty` : `where ${rule.others.join(' or ')} is filled`;
}

/** A decimal as the form writes it, in full. */
function decimalForm(decimals: number, sign: '.' | ','): RegExp {
  return new RegExp(`^\\d{1,${DIGITS}}(\\${sign}\\d{1,${decimals}})?$`);
}

const FORMS: Readonly<
  Record<
    ValueForm,
    { readonly expected: string; readonly fits: (value: string, options: ItemCheck, field: string) => boolean }
  >
> = {
  decimal: {
    expected: `up to ${DIGITS} digits, the decimal sign and up to ${DECIMALS} digits, nothing else`,
    fits: (value, { decimalSign, priceDecimals }, field) =>
      decimalForm(Math.max(DECIMALS, field === 'PRICE' ? (priceDecimals ?? 0) : 0), decimalSign).test(value),
  },
  whole: { expected: 'a whole number', fits: (value) => /^\d+$/.test(value) },
  count: { expected: 'a whole number above 0', fits: (value) => /^0*[1-9]\d*$/.test(value) },
  currency: { expected: 'three letters (ISO 4217)', fits: (value) => /^[A-Z]{3}$/.test(value) },
  flag: { expected: 'X or nothing', fits: (value) => value === 'X' },
  address: { expected: 'an absolute web address', fits: (value) => /^https?:$/.test(URL.parse(value)?.protocol ?? '') },
  itemType: { expected: 'R, O, F, L or I', fits: (value) => /^[ROFLI]$/.test(value) },
};

function format({ name, form }: OciField): OciRule[] {
  if (!form) return [];
  const { expected, fits } = FORMS[form];
  return [
    {
      id: `OCI-${name}-FORMAT`,
      severity: 'fatal',
      field: name,
      text: `${name} is not written as it must be.`,
      expected,
      isBroken: (value, _item, options) => value !== '' && !fits(value, options, name),
    },
  ];
}

function length(field: OciField): OciRule[] {
  if (field.longest === undefined) return [];
  return [
    {
      id: `OCI-${field.name}-LENGTH`,
      severity: isKey(field) ? 'fatal' : 'warning',
      field: field.name,
      text: `${field.name} is too long; receivers cut it.`,
      expected: `at most ${field.longest} characters${field.longest3 === undefined ? '' : ` (${field.longest3} in 3.0)`}`,
      isBroken: (value, _item, { version }) => value.length > longestValue(field, version)!,
    },
  ];
}

function since(field: OciField): OciRule[] {
  if (field.since === undefined) return [];
  return [
    {
      id: `OCI-${field.name}-VERSION`,
      severity: 'warning',
      field: field.name,
      text: `${field.name} is newer than the version that the buyer reads.`,
      expected: `nothing before ${field.since}`,
      isBroken: (value, _item, { version }) => value !== '' && !isKnownIn(field, version),
    },
  ];
}

function charset({ name }: OciField): OciRule {
  return {
    id: `OCI-${name}-CHARSET`,
    severity: 'fatal',
    field: name,
    text: `${name} has characters that the page cannot be written in.`,
    isBroken: (value, _item, options) => !isWritable(value, options.charset),
  };
}

/** Every rule of an item. */
export const itemRules: readonly OciRule[] = [
  ...ociFields.flatMap((each) => [...required(each), ...format(each), ...length(each), ...since(each), charset(each)]),
  {
    id: 'OCI-DESCRIPTION-MATNR',
    severity: 'info',
    field: 'DESCRIPTION',
    text: 'MATNR is given too: the buyer may show its own text.',
    isBroken: (value, item) => value !== '' && isFilled(item, 'MATNR'),
  },
  {
    id: 'OCI-DESCRIPTION-CHARACTERS',
    severity: 'warning',
    field: 'DESCRIPTION',
    text: 'DESCRIPTION has markup, control characters or line breaks.',
    expected: 'plain text on one line',
    isBroken: (value) => withoutMarkup(value) !== value.replace(/\s+/g, ' ').trim() || /\p{Cc}/u.test(value),
  },
  {
    id: 'OCI-QUANTITY-ZERO',
    severity: 'fatal',
    field: 'QUANTITY',
    text: 'QUANTITY is zero.',
    expected: 'a number above 0',
    isBroken: (value) => /^[0.,]+$/.test(value),
  },
  {
    id: 'OCI-UNIT-UNKNOWN',
    severity: 'warning',
    field: 'UNIT',
    text: 'UNIT is no code of UN/ECE Recommendation 20 or 21.',
    isBroken: (value) => value !== '' && !isUnit(value),
  },
];

/** Not in today's Recommendation 20, but the ISO code of a piece in SAP (table T006). */
const PIECE = 'PCE';

/** Recommendation 20, or a package of Recommendation 21, which has an X in front where the two are written together. */
function isUnit(code: string): boolean {
  return code === PIECE || units.has(code) || (code.startsWith('X') && packageUnits.has(code.slice(1)));
}
