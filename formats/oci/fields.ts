/**
 * The fields of an item in the return form, NEW_ITEM-<FIELD>[n] (SAP Open Catalog Interface 4.0 and 5.0, inbound section; lengths of 3.0
 * where they differ). Written in this order.
 */
import type { OutgoingField } from '../document/outgoingField.ts';

export const ociVersions = ['3.0', '4.0', '4.01', '5.0'] as const;
export type OciVersion = (typeof ociVersions)[number];

/** When a field must be there: always, where another one is missing, or where one of others is filled. */
export type Required =
  | { readonly when: 'always' }
  | { readonly when: 'without'; readonly other: string }
  | { readonly when: 'with'; readonly others: readonly string[] };

/** What a value looks like: 11 digits and up to 3 decimals, whole, whole from 1, three letters, `X`, an absolute web address. */
export type ValueForm = 'decimal' | 'whole' | 'count' | 'currency' | 'flag' | 'address' | 'itemType';

export interface OciField extends OutgoingField {
  readonly level: 'line';
  /** Longest value in 3.0, where it is another one. */
  readonly longest3?: number;
  /** First version that knows the field, where that is later than 3.0. */
  readonly since?: OciVersion;
  readonly form?: ValueForm;
  readonly required?: Required;
  /** Not a field of OCI, but read by some receivers: sent only where an agreement maps it. */
  readonly extra?: true;
}

type Rest = Omit<OciField, 'name' | 'level' | 'text'>;

const field = (name: string, text: string, rest: Rest): OciField => ({ name, level: 'line', text, ...rest });
const extra = (name: string, text: string, kind: OciField['kind'] = 'text'): OciField =>
  field(name, text, { kind, extra: true });

const always: Required = { when: 'always' };
const withoutMaterial: Required = { when: 'without', other: 'MATNR' };
const withOne = (...others: string[]): Required => ({ when: 'with', others });

const standard: readonly OciField[] = [
  field('DESCRIPTION', 'Short text of the item.', { kind: 'text', longest: 40, required: withoutMaterial }),
  field('MATNR', "The buyer's material number.", { kind: 'code', longest: 40, longest3: 18 }),
  field('QUANTITY', 'Quantity in UNIT.', { kind: 'number', longest: 15, form: 'decimal', required: always }),
  field('UNIT', 'Unit as the buyer knows it, an ISO code.', {
    kind: 'code',
    longest: 3,
    required: withoutMaterial,
  }),
  field('PRICE', 'Net price of PRICEUNIT units.', { kind: 'number', longest: 15, form: 'decimal' }),
  field('CURRENCY', 'Currency of PRICE.', {
    kind: 'code',
    longest: 5,
    form: 'currency',
    required: withOne('PRICE'),
  }),
  field('PRICEUNIT', 'How many units PRICE is for.', {
    kind: 'number',
    longest: 5,
    longest3: 9,
    form: 'count',
  }),
  field('LEADTIME', 'Days until delivery.', { kind: 'number', longest: 5, form: 'whole' }),
  field('LONGTEXT', 'Long text of the item.', { kind: 'text' }),
  field('VENDOR', "The shop's number at the buyer.", { kind: 'code', longest: 10 }),
  field('VENDORMAT', "The shop's article number.", { kind: 'code', longest: 40 }),
  field('MANUFACTCODE', "The manufacturer's key at the buyer.", { kind: 'text', longest: 10 }),
  field('MANUFACTMAT', "The manufacturer's article number.", { kind: 'text', longest: 40 }),
  field('MATGROUP', "The buyer's material group.", { kind: 'text', longest: 10 }),
  field('SERVICE', 'X for a service, empty for goods.', { kind: 'code', longest: 1, form: 'flag' }),
  field('CONTRACT', "Number of the contract in the buyer's system.", {
    kind: 'code',
    longest: 10,
    required: withOne('CONTRACT_ITEM'),
  }),
  field('CONTRACT_ITEM', 'Item of that contract.', { kind: 'code', longest: 5 }),
  field('EXT_QUOTE_ID', "The shop's number of the cart, whose prices are promised.", {
    kind: 'code',
    longest: 35,
    required: withOne('EXT_QUOTE_ITEM'),
  }),
  field('EXT_QUOTE_ITEM', 'Line of that cart.', { kind: 'code', longest: 10 }),
  field('EXT_PRODUCT_ID', "The shop's key of the product, with which the buyer asks for DETAIL and VALIDATE.", {
    kind: 'code',
    longest: 40,
  }),
  field('ATTACHMENT', 'Address of a document or picture.', { kind: 'code', longest: 255, form: 'address' }),
  field('ATTACHMENT_TITLE', 'File name that is shown for it.', { kind: 'text', longest: 255 }),
  field('ATTACHMENT_PURPOSE', 'C for a configuration.', { kind: 'code', longest: 1 }),
  field('EXT_SCHEMA_TYPE', 'Name of the classification, for example UNSPSC.', {
    kind: 'text',
    longest: 10,
    required: withOne('EXT_CATEGORY', 'EXT_CATEGORY_ID'),
  }),
  field('EXT_CATEGORY_ID', 'Class of the item.', { kind: 'text', longest: 60 }),
  field('EXT_CATEGORY', "Class of the item as the classification's version names it.", { kind: 'text', longest: 40 }),
  field('SLD_SYS_NAME', "The shop's name in the System Landscape Directory.", { kind: 'text', longest: 60 }),
  field('CUST_FIELD1', 'Free, as agreed with the buyer.', { kind: 'text', longest: 10 }),
  field('CUST_FIELD2', 'Free, as agreed with the buyer.', { kind: 'text', longest: 10 }),
  field('CUST_FIELD3', 'Free, as agreed with the buyer.', { kind: 'text', longest: 10 }),
  field('CUST_FIELD4', 'Free, as agreed with the buyer.', { kind: 'text', longest: 20 }),
  field('CUST_FIELD5', 'Free, as agreed with the buyer.', { kind: 'text', longest: 50 }),
  field('PARENT_ID', 'Number of the item that this one is a part of.', {
    kind: 'number',
    longest: 5,
    form: 'count',
    since: '4.01',
  }),
  field('ITEM_TYPE', 'R for the item that others are a part of, O for a part.', {
    kind: 'code',
    longest: 1,
    form: 'itemType',
    since: '4.01',
  }),
  field('TAX', 'VAT in percent.', { kind: 'number', longest: 5, since: '5.0' }),
];

const extras: readonly OciField[] = [
  ...Array.from({ length: 45 }, (_, i) => extra(`CUST_FIELD${i + 6}`, 'Free, for receivers that have more than five.')),
  extra('TAX_RATE', 'VAT rate.', 'number'),
  extra('TAX_CODE', 'VAT code of the buyer.', 'code'),
  extra('SOLD_BY', 'Who sells.'),
  extra('FULFILLED_BY', 'Who delivers.'),
  extra('GTIN', 'Global Trade Item Number.', 'code'),
  extra('CUSTOMER_SKU', "The buyer's article number.", 'code'),
  extra('MANUFACTURER_SKU', "The manufacturer's article number.", 'code'),
  extra('URL', "Address of the product's page.", 'code'),
  extra('DELIVERYDATE', 'Day of delivery.', 'code'),
];

/** Every field that an agreement may fill. */
export const ociFields: readonly OciField[] = [...standard, ...extras];

const byName: ReadonlyMap<string, OciField> = new Map(ociFields.map((each) => [each.name, each]));

/** The field of that name, written in upper case. */
export function ociField(name: string): OciField | undefined {
  return byName.get(name);
}

/** A shortened key or number would be another one, so it is refused instead; a text is cut. */
export function isKey({ kind }: OciField): boolean {
  return kind !== 'text';
}

/** Does the version know the field? */
export function isKnownIn({ since }: OciField, version: OciVersion): boolean {
  return since === undefined || ociVersions.indexOf(version) >= ociVersions.indexOf(since);
}

/** Longest value of a field in characters; undefined without a limit. */
export function longestValue({ longest, longest3 }: OciField, version: OciVersion): number | undefined {
  return version === '3.0' ? (longest3 ?? longest) : longest;
}
