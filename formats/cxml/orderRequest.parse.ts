import type { Finding } from '../document/finding.ts';
import type { OrderHeader, OrderLine } from '../document/order.ts';
import type { XmlElement } from '../xml/element.ts';
import type { CxmlDocument } from './envelope.parse.ts';
import { parseItemOut } from './itemOut.parse.ts';
import { checkOrder } from './orderRequest.check.ts';
import { parseOrderRequestHeader } from './orderRequestHeader.parse.ts';
import { OrderValues } from './orderValues.ts';
import { CxmlProblem } from './problem.ts';
import { attribute, child, children } from './read.ts';

export interface ParsedCxmlOrder {
  readonly header: OrderHeader;
  /** In order; without those that have no quantity (a fatal finding says so) or that the buyer has deleted. */
  readonly lines: readonly OrderLine[];
  /** Layer `advice`, ids of `OrderRule`. A fatal one makes the order unusable, the others are told. */
  readonly findings: readonly Finding[];
  /** The same, where a person must decide before the order is accepted. */
  readonly questions: readonly Finding[];
}

export interface OrderRequestOptions {
  /** IANA name of the shop's zone: instants in UTC are days there (see parseMoment). */
  readonly timeZone?: string;
}

/**
 * Reads an order (cXML DTD: OrderRequest) of any version into the neutral model, without holding the sender to the DTD. Nothing is thrown
 * for its content. @throws CxmlProblem 450 for another kind of document.
 */
export function parseOrderRequest(document: CxmlDocument, { timeZone }: OrderRequestOptions = {}): ParsedCxmlOrder {
  const { kind, name, content } = document;
  if (kind !== 'request' || name !== 'OrderRequest' || !content) {
    throw new CxmlProblem(450, 'This is no OrderRequest.', { element: name, expected: 'OrderRequest' });
  }
  const values = new OrderValues({ currency: currencyOf(content), timeZone });
  const header = parseOrderRequestHeader(document, values, timeZone);
  const lines = parseLines(document, content, values);
  checkOrder(content, header, lines, values);
  return { header, lines, findings: values.findings, questions: values.questions };
}

/** Where the order may only be shipped complete (@shipComplete), no line may come in parts. */
function parseLines(document: CxmlDocument, order: XmlElement, values: OrderValues): OrderLine[] {
  const isWhole = attribute(child(order, 'OrderRequestHeader'), 'shipComplete') === 'yes';
  const lines = children(order, 'ItemOut')
    .map((item, i) => parseItemOut(document, item, i + 1, values))
    .filter((line) => line !== undefined);
  return isWhole ? lines.map((line) => ({ ...line, partialDelivery: false })) : lines;
}

/** The buyer's order number, for whoever keeps the document before it is read; undefined where there is none. */
export function orderId({ content }: CxmlDocument): string | undefined {
  return attribute(child(content, 'OrderRequestHeader'), 'orderID');
}

/** Currency of the total, else of the first price. */
function currencyOf(order: XmlElement): string {
  const prices = children(order, 'ItemOut').map((item) => child(item, 'ItemDetail', 'UnitPrice', 'Money'));
  const all = [child(order, 'OrderRequestHeader', 'Total', 'Money'), ...prices];
  const found = all.map((money) => attribute(money, 'currency')).find((currency) => currency !== undefined);
  return found?.toUpperCase() ?? '';
}
