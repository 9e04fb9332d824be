import { Decimal, plain } from '../document/decimal.ts';
import type { LinePrice } from '../document/order.ts';
import type { ConfirmedLine, ResponseItem } from '../document/orderResponse.ts';
import { xmlText, type XmlNode } from '../xml/writer.ts';
import { partId } from './partId.ts';
import { money } from './tax.ts';
import { unitPrice } from './unitPrice.ts';
import { knows, type CxmlVersion } from './versions.ts';

/** What the lines of a confirmation need to know besides themselves. */
export interface ItemWording {
  readonly version: CxmlVersion;
  /** BCP 47. */
  readonly language: string;
  readonly currency: string;
  readonly classificationDomain: string;
  /** Does every line repeat all that is known (`allDetail`), or only tell what differs from the order? */
  readonly complete: boolean;
}

/**
 * What will be delivered, as an item of its own (cXML DTD: ItemIn, "if and only if the supplier is recommending a substitution or the type
 * is allDetail"). Undefined where its price is not known or is for nothing: ItemDetail wants one.
 */
export function writeConfirmedItem(
  line: ConfirmedLine,
  { sellersId, name }: ResponseItem,
  quantity: Decimal,
  { version, currency, language, classificationDomain }: ItemWording,
): XmlNode | undefined {
  const price = line.price ?? line.ordered.price;
  if (!price || !new Decimal(price.baseQuantity ?? '1').gt(0)) return undefined;
  const hasBasis = knows(version, 'ItemDetail/PriceBasisQuantity') && isForMany(price);
  const amount = hasBasis ? price.amount : perUnit(price, quantity);
  const detail: (XmlNode | undefined)[] = [
    { name: 'UnitPrice', children: [money(amount, currency)] },
    { name: 'Description', attributes: { 'xml:lang': language }, text: xmlText(name ?? sellersId ?? '') },
    unitOf(line),
    hasBasis ? writePriceBasis(line, price) : undefined,
    { name: 'Classification', attributes: { domain: xmlText(classificationDomain) }, text: '' },
  ];
  return {
    name: 'ItemIn',
    attributes: { quantity: plain(quantity), lineNumber: xmlText(line.orderLineId) },
    children: [
      { name: 'ItemID', children: [{ name: 'SupplierPartID', text: xmlText(partId(sellersId ?? '')) }] },
      { name: 'ItemDetail', children: detail.filter((part) => part !== undefined) },
    ],
  };
}

/** Undefined for the price that was ordered: it "should not be included". Throws for another base quantity than the order's. */
export function writeChangedPrice({ ordered }: ConfirmedLine, price: LinePrice, currency: string): XmlNode | undefined {
  const [asked, answered] = [ordered.price?.baseQuantity ?? '1', price.baseQuantity ?? '1'];
  if (!new Decimal(asked).eq(answered))
    throw new Error(`a line is priced for ${answered}, the order has it for ${asked}`);
  if (ordered.price && new Decimal(ordered.price.amount).eq(price.amount)) return undefined;
  return { name: 'UnitPrice', children: [money(price.amount, currency)] };
}

/** The unit that was ordered, which all quantities of a confirmation are in. */
export function unitOf({ ordered }: ConfirmedLine): XmlNode {
  return { name: 'UnitOfMeasure', text: xmlText(ordered.unit) };
}

function isForMany({ baseQuantity = '1', orderableUnitFactorRate = '1' }: LinePrice): boolean {
  return !new Decimal(baseQuantity).eq(1) || !new Decimal(orderableUnitFactorRate).eq(1);
}

/** Price of one ordered unit, for versions without a price basis. */
function perUnit({ amount, baseQuantity = '1', orderableUnitFactorRate = '1' }: LinePrice, quantity: Decimal): string {
  const ofAll = plain(new Decimal(amount).times(orderableUnitFactorRate));
  return unitPrice({ amount: ofAll, baseQuantity }, plain(quantity));
}

function writePriceBasis({ ordered }: ConfirmedLine, price: LinePrice): XmlNode {
  const { baseQuantity = '1', baseQuantityUnit = ordered.unit, orderableUnitFactorRate = '1' } = price;
  return {
    name: 'PriceBasisQuantity',
    attributes: { quantity: baseQuantity, conversionFactor: orderableUnitFactorRate },
    children: [{ name: 'UnitOfMeasure', text: xmlText(baseQuantityUnit) }],
  };
}
