import { isDecimal } from '../document/decimal.ts';
import { compact } from '../ubl/read.ts';
import type { XmlElement } from '../xml/element.ts';
import type { CxmlDocument } from './envelope.parse.ts';
import { CxmlProblem } from './problem.ts';
import { allText, attribute, child, children, language, text } from './read.ts';

/** How a supplier names an item (cXML DTD: ItemID). */
export interface CxmlItemId {
  readonly supplierPartId: string;
  /** Inner XML where it holds elements, else text. */
  readonly supplierPartAuxiliaryId?: string;
  readonly buyerPartId?: string;
  readonly references: readonly { readonly domain: string; readonly identifier: string }[];
}

export interface CxmlMoney {
  /** Decimal string as sent. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
}

export interface CxmlExtrinsic {
  readonly name: string;
  /** Text of the element and of all elements in it. */
  readonly text: string;
  /** Inner XML, byte for byte. */
  readonly source: string;
}

/** An item of a cart or order (cXML DTD: ItemIn, ItemOut). What was not sent, and a number that is none, is absent. */
export interface CxmlItem {
  /** 1-based position in the document, and line of its text. */
  readonly position: number;
  readonly sourceLine: number;
  readonly itemId: CxmlItemId;
  /** Decimal string. */
  readonly quantity: string;
  readonly lineNumber?: string;
  readonly parentLineNumber?: string;
  readonly itemClassification?: string;
  readonly unitPrice?: CxmlMoney;
  /** The price is for `quantity` of `unit`; one ordered unit is `conversionFactor` of it. */
  readonly priceBasis?: { readonly quantity: string; readonly conversionFactor: string; readonly unit?: string };
  readonly shortName?: string;
  readonly description?: string;
  /** BCP 47, of the description. */
  readonly language?: string;
  readonly unitOfMeasure?: string;
  readonly classifications: readonly { readonly domain: string; readonly code: string }[];
  readonly manufacturerPartId?: string;
  readonly manufacturerName?: string;
  readonly url?: string;
  readonly leadTime?: string;
  readonly supplierId?: { readonly domain: string; readonly id: string };
  readonly tax?: CxmlMoney;
  readonly comments?: string;
  /** Those of the item and of its detail. */
  readonly extrinsics: readonly CxmlExtrinsic[];
}

/** All items of that name, in order. @throws CxmlProblem 400 for one without part id or quantity. */
export function parseItems(document: CxmlDocument, name: 'ItemIn' | 'ItemOut'): CxmlItem[] {
  return children(document.content, name).map((element, i) => parseItem(document, element, i + 1));
}

function parseItem(document: CxmlDocument, element: XmlElement, position: number): CxmlItem {
  const quantity = attribute(element, 'quantity');
  if (quantity === undefined || !isDecimal(quantity)) {
    throw new CxmlProblem(400, `Item ${position} has no quantity.`, {
      ...{ line: element.line, element: `${element.name}/@quantity`, expected: 'a decimal number such as 10' },
      ...(quantity === undefined ? {} : { found: quantity }),
    });
  }
  const supplier = child(element, 'SupplierID');
  const detail = child(element, 'ItemDetail');
  return compact({
    position,
    sourceLine: element.line,
    itemId: parseItemId(document, child(element, 'ItemID'), element),
    quantity,
    lineNumber: attribute(element, 'lineNumber'),
    parentLineNumber: attribute(element, 'parentLineNumber'),
    itemClassification: attribute(element, 'itemClassification'),
    ...parseDetail(detail),
    supplierId: supplier && { domain: attribute(supplier, 'domain') ?? '', id: supplier.text.trim() },
    tax: parseMoney(child(element, 'Tax')),
    comments: text(element, 'Comments'),
    extrinsics: [...parseExtrinsics(document, detail), ...parseExtrinsics(document, element)],
  });
}

/** @throws CxmlProblem 400 without SupplierPartID. `where` is the element that should hold it. */
export function parseItemId(document: CxmlDocument, id: XmlElement | undefined, where: XmlElement): CxmlItemId {
  const supplierPartId = text(id, 'SupplierPartID');
  if (supplierPartId === undefined) {
    const place = { line: where.line, element: `${where.name}/ItemID/SupplierPartID` };
    throw new CxmlProblem(400, 'An item has no SupplierPartID.', place);
  }
  return compact({
    supplierPartId,
    supplierPartAuxiliaryId: parseAuxiliaryId(document, id),
    buyerPartId: text(id, 'BuyerPartID'),
    references: children(id, 'IdReference').map((each) => ({
      domain: attribute(each, 'domain') ?? '',
      identifier: attribute(each, 'identifier') ?? '',
    })),
  });
}

/** Inner XML of SupplierPartAuxiliaryID where it holds elements, else its text. */
export function parseAuxiliaryId(document: CxmlDocument, id: XmlElement | undefined): string | undefined {
  const auxiliary = child(id, 'SupplierPartAuxiliaryID');
  const source = auxiliary && (auxiliary.children.length > 0 ? document.source(auxiliary)! : auxiliary.text.trim());
  return source || undefined;
}

type Detail = Pick<CxmlItem, 'classifications'> & Partial<CxmlItem>;

/** What ItemDetail and BlanketItemDetail say about an item. */
export function parseDetail(detail: XmlElement | undefined): Detail {
  const description = child(detail, 'Description');
  return compact({
    unitPrice: parseMoney(child(detail, 'UnitPrice')),
    priceBasis: parsePriceBasis(child(detail, 'PriceBasisQuantity')),
    shortName: text(description, 'ShortName'),
    description: description?.text.trim() || undefined,
    language: language(description),
    unitOfMeasure: text(detail, 'UnitOfMeasure'),
    classifications: children(detail, 'Classification').map((each) => ({
      domain: attribute(each, 'domain') ?? '',
      code: each.text.trim(),
    })),
    manufacturerPartId: text(detail, 'ManufacturerPartID'),
    manufacturerName: text(detail, 'ManufacturerName'),
    url: text(detail, 'URL'),
    leadTime: text(detail, 'LeadTime'),
  });
}

function parsePriceBasis(element: XmlElement | undefined): CxmlItem['priceBasis'] {
  const quantity = attribute(element, 'quantity');
  const conversionFactor = attribute(element, 'conversionFactor') ?? '1';
  if (quantity === undefined || !isDecimal(quantity) || !isDecimal(conversionFactor)) return undefined;
  return compact({ quantity, conversionFactor, unit: text(element, 'UnitOfMeasure') });
}

/** The Money in the element; undefined where it is missing or no number. */
export function parseMoney(element: XmlElement | undefined): CxmlMoney | undefined {
  const amount = text(element, 'Money');
  if (amount === undefined || !isDecimal(amount)) return undefined;
  return { amount, currency: attribute(child(element, 'Money'), 'currency') ?? '' };
}

/** Extrinsics that stand directly in the element. */
export function parseExtrinsics(document: CxmlDocument, parent: XmlElement | undefined): CxmlExtrinsic[] {
  return children(parent, 'Extrinsic').map((each) => ({
    name: attribute(each, 'name') ?? '',
    text: allText(each),
    source: document.source(each)!,
  }));
}
