import type { Catalogue, CatalogueHeader, CatalogueItem, PunchOutPlace } from '../document/catalogue.ts';
import type { CartPrice } from '../document/cart.ts';
import { Decimal, plain } from '../document/decimal.ts';
import { writeXml, xmlText, type XmlNode } from '../xml/writer.ts';
import type { CredentialName } from './credentials.ts';
import { partId } from './partId.ts';
import { money } from './tax.ts';
import { dtdAddress, knows, type CxmlVersion } from './versions.ts';

/** What an Index needs to know besides its catalogue. */
export interface IndexContext {
  /** DTD version that the DOCTYPE declares; nothing newer is used. */
  readonly version: CxmlVersion;
  /** Names of the shop; all of one supplier. */
  readonly suppliers: readonly [CredentialName, ...CredentialName[]];
  /** Domain of the UNSPSC classification. */
  readonly classificationDomain: string;
}

/** Decimals of a price per unit, for versions that know no price basis. */
const PRICE_SCALE = 12;

/**
 * Writes a catalogue as a cXML Index (cXML DTD: Index), a file of its own, as a stream of strings in UTF-8: the full state (loadmode Full) or
 * changes (Incremental), one IndexItem for each item; places to punch out to are IndexItemPunchout.
 */
export function writeIndex(catalogue: Catalogue, context: IndexContext): AsyncGenerator<string, void, undefined> {
  const root = {
    name: 'Index',
    namespaces: {},
    attributes: { loadmode: catalogue.header.changesOnly ? 'Incremental' : 'Full' },
    dtd: dtdAddress(context.version),
  };
  return writeXml(root, parts(catalogue, context));
}

async function* parts({ header, items }: Catalogue, context: IndexContext): AsyncGenerator<XmlNode> {
  for (const { domain, identity } of context.suppliers) yield leaf('SupplierID', identity, { domain: xmlText(domain) });
  yield leaf('Comments', header.name, { 'xml:lang': header.language });
  for await (const item of items) yield element('IndexItem', [writeItem(item, header, context)]);
}

function writeItem(item: CatalogueItem, header: CatalogueHeader, context: IndexContext): XmlNode {
  const itemId = element('ItemID', [
    leaf('SupplierPartID', partId(item.sellersId)),
    item.buyersId && knows(context.version, 'ItemID/BuyerPartID') ? leaf('BuyerPartID', item.buyersId) : undefined,
  ]);
  if (item.change === 'delete') return element('IndexItemDelete', [itemId]);
  if (item.punchOut) return element('IndexItemPunchout', [itemId, writePlace(item, item.punchOut, header, context)]);
  return element('IndexItemAdd', [
    itemId,
    writeDetail(item, header, context),
    // The DTD demands a lead time: an empty one says that none is known.
    element('IndexItemDetail', [leaf('LeadTime', item.leadTimeDays?.toString() ?? '')]),
  ]);
}

function writeDetail(
  item: CatalogueItem,
  { currency, language }: CatalogueHeader,
  { version, classificationDomain }: IndexContext,
): XmlNode {
  const [price] = item.prices;
  const hasBasis = knows(version, 'ItemDetail/PriceBasisQuantity') && !new Decimal(price.baseQuantity).eq(1);
  const inLanguage = { 'xml:lang': language };
  return element('ItemDetail', [
    element('UnitPrice', [money(hasBasis ? price.amount : perUnit(price), currency)]),
    writeDescription(item, inLanguage),
    leaf('UnitOfMeasure', item.unit),
    hasBasis ? writeBasis(price.baseQuantity, item.unit) : undefined,
    ...writeClassifications(item, classificationDomain),
    item.manufacturerNumber ? leaf('ManufacturerPartID', item.manufacturerNumber) : undefined,
    item.manufacturer ? leaf('ManufacturerName', item.manufacturer, inLanguage) : undefined,
  ]);
}

/** Level and price are newer than the DTD 1.2.014. */
function writePlace(
  item: CatalogueItem,
  { level, url }: PunchOutPlace,
  { currency, language }: CatalogueHeader,
  { version, classificationDomain }: IndexContext,
): XmlNode {
  const isKnown = knows(version, 'PunchoutDetail/@punchoutLevel');
  const isPriced = isKnown && level === 'product';
  const inLanguage = { 'xml:lang': language };
  const children = [
    writeDescription(item, inLanguage),
    leaf('URL', url),
    ...writeClassifications(item, classificationDomain),
    isPriced ? element('UnitPrice', [money(perUnit(item.prices[0]), currency)]) : undefined,
    isPriced ? leaf('UnitOfMeasure', item.unit) : undefined,
    item.manufacturer ? leaf('ManufacturerName', item.manufacturer, inLanguage) : undefined,
    item.manufacturerNumber ? leaf('ManufacturerPartID', item.manufacturerNumber) : undefined,
  ];
  return element('PunchoutDetail', children, isKnown ? { punchoutLevel: level } : {});
}

/** The name is the short name where a description stands beside it, else the description. */
function writeDescription({ name, description }: CatalogueItem, attributes: Attributes): XmlNode {
  if (!description) return leaf('Description', name, attributes);
  const mixed = [{ name: 'ShortName', text: xmlText(name) }, xmlText(description)];
  return { name: 'Description', attributes, mixed };
}

function writeBasis(quantity: string, unit: string): XmlNode {
  return element('PriceBasisQuantity', [leaf('UnitOfMeasure', unit)], { quantity, conversionFactor: '1' });
}

/** UNSPSC first, since some receivers read one only; where the item has none, an empty one, since the DTD wants one. */
function writeClassifications({ classifications }: CatalogueItem, domain: string): XmlNode[] {
  const own = classifications.find(isUnspsc);
  const others = classifications.filter((each) => !isUnspsc(each));
  const all = [{ scheme: domain, code: own?.code ?? '' }, ...others];
  const written = own || others.length === 0 ? all : others;
  return written.map(({ scheme, code }) => leaf('Classification', code, { domain: xmlText(scheme) }));
}

function isUnspsc({ scheme }: { readonly scheme: string }): boolean {
  return scheme.toUpperCase() === 'UNSPSC';
}

function perUnit({ amount, baseQuantity }: CartPrice): string {
  return plain(new Decimal(amount).div(baseQuantity).toDecimalPlaces(PRICE_SCALE, Decimal.ROUND_HALF_UP));
}

type Attributes = Readonly<Record<string, string>>;

function element(name: string, children: readonly (XmlNode | undefined)[], attributes: Attributes = {}): XmlNode {
  return { name, attributes, children: children.filter((child) => child !== undefined) };
}

function leaf(name: string, text: string, attributes: Attributes = {}): XmlNode {
  return { name, attributes, text: xmlText(text) };
}
