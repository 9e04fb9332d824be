import type { CartClassification, CartLine } from '../document/cart.ts';
import type { DocumentReference, Identifier, ItemProperty, Party } from '../document/order.ts';
import { XmlError } from '../xml/error.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlLimits } from '../xml/limits.ts';
import { parseDocumentReference } from './orderHeader.parse.ts';
import { parseParty } from './party.parse.ts';
import type { CartFormat } from './cart.codes.ts';
import { identifyFormat, profiles } from './profiles.ts';
import { aggregate, aggregates, basic, compact, identifier, text, texts } from './read.ts';
import { DocumentStream } from './stream.ts';

/** Everything of a received cart but its lines. Texts are as sent; one that is missing is absent, what must be there is empty. */
export interface ReceivedCartHeader {
  readonly number: string;
  readonly issueDate: string;
  readonly issueTime: string;
  readonly validUntil?: string;
  readonly contract?: string;
  /** True: all or nothing. */
  readonly complete?: boolean;
  readonly seller: Party;
  readonly buyer: Party;
  readonly buyerReference?: string;
}

/** A line as a purchasing system receives it: classifications, VAT categories and schemes are named as the document names them. */
export interface ReceivedCartLine extends Pick<CartLine, 'position' | 'id' | 'quantity' | 'unit' | 'labels'> {
  readonly contract?: string;
  readonly availableFrom?: string;
  /** In days. */
  readonly leadTime?: string;
  readonly price: { readonly amount: string; readonly currency?: string; readonly baseQuantity?: string };
  readonly name?: string;
  readonly description?: string;
  readonly sellersId?: string;
  readonly buyersId?: string;
  readonly manufacturerNumber?: string;
  readonly manufacturer?: string;
  readonly standardId?: Identifier;
  readonly documents: readonly (DocumentReference & { readonly code?: string })[];
  readonly classifications: readonly CartClassification[];
  readonly tax?: { readonly category: string; readonly percent?: string };
  /** Without those that have a meaning of their own. */
  readonly properties: readonly ItemProperty[];
  readonly service?: boolean;
  /** The seller's number of the item that this one is a part of. */
  readonly partOf?: string;
}

export interface ReceivedCart {
  readonly format: CartFormat;
  readonly header: ReceivedCartHeader;
  readonly lines: readonly ReceivedCartLine[];
}

/**
 * Reads a cart of BIS 18A or Punch Out 3 as a purchasing system does; whether it is right is for the rules to say (DocumentValidator).
 * Throws XmlError for what is no readable XML, too large, or no cart.
 */
export function parseCart(
  bytes: Uint8Array,
  options: { readonly maxLines: number; readonly limits?: Partial<XmlLimits> },
): ReceivedCart {
  const lines: ReceivedCartLine[] = [];
  let root: XmlElement | undefined;
  const consumer = {
    line: (line: XmlElement, position: number): void => void lines.push(parseLine(line, position)),
    end: (element: XmlElement): void => void (root = element),
  };
  const stream = new DocumentStream({ ...options, consumers: [consumer] });
  stream.write(bytes);
  stream.close();
  return { format: cartFormat(root!), header: parseHeader(root!), lines };
}

function cartFormat(root: XmlElement): CartFormat {
  const customizationId = text(root, 'CustomizationID');
  const format = identifyFormat({ root, customizationId, profileId: text(root, 'ProfileID') });
  if (format === 'peppol-18a-cart' || format === 'peppol-3-cart') return format;
  throw new XmlError(
    'unsupported',
    { code: 'NO_CART' },
    {
      line: root.line,
      column: 1,
      found: customizationId ?? root.name,
      expected: `${profiles['peppol-18a-cart'].customizations[0]}, ${profiles['peppol-3-cart'].customizations[0]}`,
    },
  );
}

function parseHeader(cart: XmlElement): ReceivedCartHeader {
  const receiver = aggregate(cart, 'ReceiverParty');
  return compact({
    number: text(cart, 'ID') ?? '',
    issueDate: text(cart, 'IssueDate') ?? '',
    issueTime: text(cart, 'IssueTime') ?? '',
    validUntil: text(aggregate(cart, 'ValidityPeriod'), 'EndDate'),
    contract: text(aggregate(cart, 'ReferencedContract'), 'ID'),
    complete: indicator(text(cart, 'ActionCode')),
    seller: parseParty(aggregate(cart, 'ProviderParty')),
    buyer: parseParty(receiver),
    buyerReference: text(aggregate(receiver, 'Contact'), 'ID'),
  });
}

function indicator(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value === 'true';
}

function parseLine(line: XmlElement, position: number): ReceivedCartLine {
  const priced = aggregate(line, 'RequiredItemLocationQuantity');
  const delivery = aggregate(priced, 'DeliveryUnit');
  const price = aggregate(priced, 'Price');
  return {
    position,
    id: text(line, 'ID') ?? '',
    quantity: text(delivery, 'BatchQuantity') ?? '',
    unit: basic(delivery, 'BatchQuantity')?.attribute('unitCode') ?? '',
    price: compact({
      amount: text(price, 'PriceAmount') ?? '',
      currency: basic(price, 'PriceAmount')?.attribute('currencyID'),
      baseQuantity: text(price, 'BaseQuantity'),
    }),
    ...compact({
      contract: text(line, 'ContractSubdivision'),
      availableFrom: text(aggregate(line, 'LineValidityPeriod'), 'StartDate'),
      leadTime: text(priced, 'LeadTimeMeasure'),
    }),
    ...parseItem(aggregate(line, 'Item')),
  };
}

type ReceivedItem = Omit<ReceivedCartLine, 'position' | 'id' | 'quantity' | 'unit' | 'price'>;

function parseItem(item: XmlElement | undefined): ReceivedItem {
  const properties = aggregates(item, 'AdditionalItemProperty').map(parseProperty);
  const value = (name: string): string | undefined => properties.find((each) => each.name === name)?.value;
  return compact({
    name: text(item, 'Name'),
    description: texts(item, 'Description'),
    sellersId: text(aggregate(item, 'SellersItemIdentification'), 'ID'),
    buyersId: text(aggregate(item, 'BuyersItemIdentification'), 'ID'),
    manufacturerNumber: text(aggregate(item, 'ManufacturersItemIdentification'), 'ID'),
    manufacturer: text(aggregate(aggregate(item, 'ManufacturerParty'), 'PartyName'), 'Name'),
    standardId: identifier(aggregate(item, 'StandardItemIdentification'), 'ID'),
    documents: aggregates(item, 'ItemSpecificationDocumentReference').map((each) => ({
      ...parseDocumentReference(each),
      ...compact({ code: text(each, 'DocumentTypeCode') }),
    })),
    classifications: aggregates(item, 'CommodityClassification').flatMap(parseClassification),
    tax: parseTax(aggregate(item, 'ClassifiedTaxCategory')),
    labels: aggregates(item, 'Certificate').flatMap((each) => text(each, 'ID') ?? []),
    properties: properties.filter(({ name }) => name !== 'ServiceIndicator' && name !== 'PartOf'),
    service: indicator(value('ServiceIndicator')),
    partOf: value('PartOf'),
  });
}

function parseProperty(property: XmlElement): ItemProperty {
  return { name: text(property, 'Name') ?? '', value: text(property, 'Value') ?? '' };
}

function parseClassification(classification: XmlElement): CartClassification[] {
  const code = basic(classification, 'ItemClassificationCode');
  const value = code?.text.trim();
  if (code === undefined || !value) return [];
  return [
    { scheme: code.attribute('listID') ?? '', code: value, ...compact({ version: code.attribute('listVersionID') }) },
  ];
}

function parseTax(tax: XmlElement | undefined): ReceivedCartLine['tax'] {
  const category = text(tax, 'ID');
  return category === undefined ? undefined : compact({ category, percent: text(tax, 'Percent') });
}
