import type { CartHeader, CartLine } from '../document/cart.ts';
import { Decimal, plain } from '../document/decimal.ts';
import type { FieldValues } from '../document/outgoingField.ts';
import { xmlText, type XmlNode } from '../xml/writer.ts';
import type { CredentialName } from './credentials.ts';
import { partId } from './partId.ts';
import { money, writeLineTax } from './tax.ts';
import { unitPrice } from './unitPrice.ts';
import { knows, type CxmlVersion } from './versions.ts';

/** What an item needs to know besides its line. */
export interface ItemContext {
  readonly version: CxmlVersion;
  readonly header: CartHeader;
  /** The shop's first name in From. */
  readonly supplier: CredentialName | undefined;
  /** Domain of the UNSPSC classification. */
  readonly classificationDomain: string;
  readonly tax: boolean;
  /** Positions of lines that others are a part of. */
  readonly composites: ReadonlySet<number>;
}

/** An item of the cart (cXML DTD: ItemIn). `values` are those that the agreement maps: of the line, and extrinsics of the header. */
export function writeItemIn(line: CartLine, values: FieldValues, context: ItemContext): XmlNode {
  const { version, header } = context;
  const comments = values['Comments'] ?? line.note;
  const hasComments = knows(version, 'ItemIn/Comments');
  const extrinsics = writeExtrinsics(line, values, header, hasComments ? undefined : comments);
  const ofItem = knows(version, 'ItemIn/Extrinsic');
  return element(
    'ItemIn',
    [
      writeItemId(line, values, version),
      writeItemDetail(line, values, context, ofItem ? [] : extrinsics),
      writeSupplierId(values, context.supplier),
      context.tax ? writeLineTax(line, header.currency, header.language) : undefined,
      hasComments ? optional('Comments', comments, { 'xml:lang': header.language }) : undefined,
      ...(ofItem ? extrinsics : []),
    ],
    attributes(line, context),
  );
}

function attributes(
  line: CartLine,
  { version, composites }: ItemContext,
): Readonly<Record<string, string | undefined>> {
  const isComposite = composites.has(line.position);
  const itemType = isComposite ? 'composite' : line.partOf === undefined ? undefined : 'item';
  return {
    quantity: line.quantity,
    lineNumber: `${line.position}`,
    ...(knows(version, 'ItemIn/@parentLineNumber') && { parentLineNumber: line.partOf?.toString() }),
    ...(knows(version, 'ItemIn/@itemType') && { itemType }),
    ...(knows(version, 'ItemIn/@itemClassification') && { itemClassification: line.service ? 'service' : 'material' }),
  };
}

function writeItemId(line: CartLine, values: FieldValues, version: CxmlVersion): XmlNode {
  return element('ItemID', [
    leaf('SupplierPartID', partId(values['ItemID/SupplierPartID'] ?? line.sellersId)),
    leaf('SupplierPartAuxiliaryID', line.auxiliaryId),
    knows(version, 'ItemID/BuyerPartID')
      ? optional('BuyerPartID', values['ItemID/BuyerPartID'] ?? line.buyersId)
      : undefined,
    knows(version, 'ItemID/IdReference') ? writeEan(line) : undefined,
  ]);
}

/** The DTD names a domain for EAN-13 (comment at ItemDetailRetail), and none for a GTIN with a first digit of its own. */
function writeEan({ standardId }: CartLine): XmlNode | undefined {
  if (standardId?.scheme !== '0160' || !/^0\d{13}$/.test(standardId.id)) return undefined;
  return { name: 'IdReference', attributes: { identifier: standardId.id.slice(1), domain: 'EAN-13' } };
}

function writeItemDetail(
  line: CartLine,
  values: FieldValues,
  { version, header, classificationDomain }: ItemContext,
  extrinsics: readonly XmlNode[],
): XmlNode {
  const unit = values['ItemDetail/UnitOfMeasure'] ?? line.unit;
  const mappedPrice = values['ItemDetail/UnitPrice'];
  const hasBasis =
    knows(version, 'ItemDetail/PriceBasisQuantity') &&
    mappedPrice === undefined &&
    !new Decimal(line.price.baseQuantity).eq(1);
  const price =
    mappedPrice ?? (hasBasis ? plain(new Decimal(line.price.amount)) : unitPrice(line.price, line.quantity));
  const language = { 'xml:lang': header.language };
  return element('ItemDetail', [
    element('UnitPrice', [money(price, header.currency)]),
    writeDescription(line, values, header.language),
    leaf('UnitOfMeasure', unit),
    hasBasis ? writePriceBasis(line.price.baseQuantity, unit) : undefined,
    ...writeClassifications(line, values, classificationDomain),
    optional('ManufacturerPartID', values['ItemDetail/ManufacturerPartID'] ?? line.manufacturerNumber),
    optional('ManufacturerName', values['ItemDetail/ManufacturerName'] ?? line.manufacturer, language),
    optional('URL', values['ItemDetail/URL'] ?? line.url),
    optional('LeadTime', values['ItemDetail/LeadTime'] ?? line.leadTimeDays?.toString()),
    ...extrinsics,
  ]);
}

/** Order and price are in one unit, so one is one of the other. */
function writePriceBasis(quantity: string, unit: string): XmlNode {
  return element('PriceBasisQuantity', [leaf('UnitOfMeasure', unit)], { quantity, conversionFactor: '1' });
}

/** The name is the short name where a description stands beside it, else the description (cXML DTD: Description, ShortName). */
function writeDescription(line: CartLine, values: FieldValues, language: string): XmlNode {
  const description = xmlText(values['ItemDetail/Description'] ?? line.description ?? line.name);
  const shortName = xmlText(values['ItemDetail/Description/ShortName'] ?? (line.description ? line.name : ''));
  return {
    name: 'Description',
    attributes: { 'xml:lang': language },
    mixed: shortName === '' ? [description] : [{ name: 'ShortName', text: shortName }, description],
  };
}

/** UNSPSC first, since some receivers read one only. The DTD wants one at least: an empty one says that the product has none. */
function writeClassifications(line: CartLine, values: FieldValues, unspsc: string): XmlNode[] {
  const codes = new Map<string, string>();
  const [own, others] = [line.classifications.filter(isUnspsc), line.classifications.filter((each) => !isUnspsc(each))];
  for (const { code } of own.slice(0, 1)) codes.set(unspsc, code);
  for (const { scheme, code } of others) codes.set(scheme, code);
  for (const [domain, code] of named(values, 'ItemDetail/Classification')) codes.set(domain, code);
  const written = [...codes].filter(([, code]) => code !== '');
  return (written.length === 0 ? [[unspsc, ''] as const] : written).map(([domain, code]) =>
    leaf('Classification', code, { domain: xmlText(domain) }),
  );
}

function isUnspsc({ scheme }: { readonly scheme: string }): boolean {
  return scheme.toUpperCase() === 'UNSPSC';
}

function writeSupplierId(values: FieldValues, supplier: CredentialName | undefined): XmlNode | undefined {
  const [mapped] = named(values, 'SupplierID');
  if (mapped) return optional('SupplierID', mapped[1], { domain: xmlText(mapped[0]) });
  if (!supplier) return undefined;
  return optional('SupplierID', values['SupplierID'] ?? supplier.identity, { domain: xmlText(supplier.domain) });
}

/** Ours first, in this order; a mapped one of the same name replaces it, an empty one takes it away. */
function writeExtrinsics(
  line: CartLine,
  values: FieldValues,
  header: CartHeader,
  comments: string | undefined,
): XmlNode[] {
  const texts = new Map<string, string>();
  if (header.validUntil) texts.set('QuoteID', header.number).set('ValidUntil', header.validUntil);
  if (line.reference) texts.set('Reference', line.reference);
  if (comments) texts.set('Comments', comments);
  for (const [name, text] of named(values, 'Extrinsic')) texts.set(name, text);
  return [...texts]
    .filter(([, text]) => text !== '')
    .map(([name, text]) => leaf('Extrinsic', text, { name: xmlText(name) }));
}

/** Values of the fields `field[name]` by that name. */
function named(values: FieldValues, field: string): [name: string, value: string][] {
  const start = `${field}[`;
  return Object.entries(values)
    .filter(([key]) => key.startsWith(start) && key.endsWith(']'))
    .map(([key, value]) => [key.slice(start.length, -1), value]);
}

type Attributes = XmlNode['attributes'];

function element(name: string, children: readonly (XmlNode | undefined)[], attributes: Attributes = {}): XmlNode {
  return { name, attributes, children: children.filter((child) => child !== undefined) };
}

/** An element that is written even when it is empty. */
function leaf(name: string, text: string, attributes: Attributes = {}): XmlNode {
  return { name, attributes, text: xmlText(text) };
}

function optional(name: string, text: string | undefined, attributes: Attributes = {}): XmlNode | undefined {
  return text ? leaf(name, text, attributes) : undefined;
}
