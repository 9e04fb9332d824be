import { Decimal, plain } from '../document/decimal.ts';
import type { LinePrice, Period } from '../document/order.ts';
import type { ConfirmedLine, ResponseItem } from '../document/orderResponse.ts';
import { xmlText, type XmlNode } from '../xml/writer.ts';
import { partId } from './partId.ts';
import { money } from './tax.ts';
import { unitPrice } from './unitPrice.ts';
import { knows, type CxmlVersion } from './versions.ts';

export interface ItemWording {
  readonly version: CxmlVersion;
  /** BCP 47. */
  readonly language: string;
  readonly currency: string;
  readonly classificationDomain: string;
}

/**
 * What becomes of one line (Fulfill.dtd: ConfirmationItem). Its statuses sum up to what was ordered: what will not be delivered of it is
 * rejected. cXML cannot say that more comes than was ordered: the comment does.
 */
export function writeConfirmationItem(line: ConfirmedLine, wording: ItemWording): XmlNode {
  const { ordered, orderLineId } = line;
  const asked = new Decimal(ordered.quantity);
  const statuses =
    line.status === '27' ? [writeStatus(line, 'reject', asked, wording)] : writeParts(line, asked, wording);
  return {
    name: 'ConfirmationItem',
    attributes: { quantity: xmlText(ordered.quantity), lineNumber: xmlText(orderLineId) },
    children: [unitOf(line), ...statuses],
  };
}

/** What comes of a line that is not rejected, and the rest of it. */
function writeParts(line: ConfirmedLine, asked: Decimal, wording: ItemWording): XmlNode[] {
  const coming = new Decimal(line.quantity ?? line.ordered.quantity);
  const rest = asked.minus(coming);
  if (rest.isZero()) return [writeAccepted(line, asked, undefined, wording)];
  if (rest.lt(0)) return [writeAccepted(line, asked, moreThanOrdered(line, coming, wording.language), wording)];
  const rejected = writeStatus(line, 'reject', rest, wording);
  return coming.isZero() ? [rejected] : [writeAccepted(line, coming, undefined, wording), rejected];
}

/** `detail` where something of it is other than ordered and has a place in it, else `accept`. */
function writeAccepted(
  line: ConfirmedLine,
  quantity: Decimal,
  more: string | undefined,
  wording: ItemWording,
): XmlNode {
  const { price, promisedDelivery, substitute, status } = line;
  const deliveryDate = lastDay(promisedDelivery);
  const itemIn = substitute && writeItemIn(line, substitute, quantity, wording);
  const unpriced = substitute && !itemIn ? replacedBy(substitute, wording.language) : undefined;
  const changed = itemIn ?? (price && writeUnitPrice(line, price, wording.currency));
  const isDetail = changed !== undefined || (status === '30' && deliveryDate !== undefined);
  const comments = [more, unpriced].filter((each) => each !== undefined);
  return writeStatus(line, isDetail ? 'detail' : 'accept', quantity, wording, { deliveryDate, changed, comments });
}

interface StatusContent {
  readonly deliveryDate?: string | undefined;
  readonly changed?: XmlNode | undefined;
  /** Beside the line's note. */
  readonly comments?: readonly string[];
}

function writeStatus(
  line: ConfirmedLine,
  type: 'accept' | 'detail' | 'reject',
  quantity: Decimal,
  { language }: ItemWording,
  { deliveryDate, changed, comments = [] }: StatusContent = {},
): XmlNode {
  const text = [line.note, ...comments].filter(Boolean).join(' ');
  const comment = { name: 'Comments', attributes: { 'xml:lang': language }, text: xmlText(text) };
  return {
    name: 'ConfirmationStatus',
    attributes: { quantity: plain(quantity), type, deliveryDate },
    children: [unitOf(line), ...(changed ? [changed] : []), ...(text === '' ? [] : [comment])],
  };
}

function unitOf({ ordered }: ConfirmedLine): XmlNode {
  return { name: 'UnitOfMeasure', text: xmlText(ordered.unit) };
}

/** The last day promised. Noon in UTC is that day everywhere between UTC-12 and UTC+11. */
function lastDay(period: Period | undefined): string | undefined {
  const day = period?.endDate ?? period?.startDate;
  return day === undefined ? undefined : `${day}T12:00:00+00:00`;
}

/** Undefined for the price that was ordered: it "should not be included". */
function writeUnitPrice({ ordered }: ConfirmedLine, price: LinePrice, currency: string): XmlNode | undefined {
  const [asked, answered] = [ordered.price?.baseQuantity ?? '1', price.baseQuantity ?? '1'];
  if (!new Decimal(asked).eq(answered))
    throw new Error(`a line is priced for ${answered}, the order has it for ${asked}`);
  if (ordered.price && new Decimal(ordered.price.amount).eq(price.amount)) return undefined;
  return { name: 'UnitPrice', children: [money(price.amount, currency)] };
}

/**
 * The replacement as an item of its own (cXML DTD: ItemIn, "if and only if the supplier is recommending a substitution"). Undefined where
 * its price is not known or is for nothing: ItemDetail wants one.
 */
function writeItemIn(
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

function moreThanOrdered({ ordered }: ConfirmedLine, coming: Decimal, language: string): string {
  const [delivered, asked] = [`${plain(coming)} ${ordered.unit}`, `${ordered.quantity} ${ordered.unit}`];
  return isSwedish(language)
    ? `Vi levererar ${delivered} i stället för ${asked}.`
    : `We deliver ${delivered} instead of ${asked}.`;
}

function replacedBy({ sellersId, name }: ResponseItem, language: string): string {
  const item = [sellersId, name].filter(Boolean).join(' ');
  return isSwedish(language) ? `Ersätts av ${item}.` : `Replaced by ${item}.`;
}

function isSwedish(language: string): boolean {
  return /^sv\b/i.test(language);
}
