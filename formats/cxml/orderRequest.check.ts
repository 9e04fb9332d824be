import { Decimal, plain } from '../document/decimal.ts';
import type { AllowanceCharge, OrderHeader, OrderLine } from '../document/order.ts';
import type { XmlElement } from '../xml/element.ts';
import type { OrderValues } from './orderValues.ts';
import { attribute, child, children, text } from './read.ts';

/** What only the whole order shows: repeated line numbers, a commitment instead of lines, a total that does not add up. */
export function checkOrder(
  order: XmlElement,
  header: OrderHeader,
  lines: readonly OrderLine[],
  values: OrderValues,
): void {
  values.position = 0;
  const line = child(order, 'OrderRequestHeader')?.line ?? order.line;
  if (header.operation !== 'delete' && children(order, 'ItemOut').length === 0) {
    values.missing('ItemOut', order.line, 'fatal');
  }
  if (isBlanket(order)) {
    const sentence = 'A blanket order commits to an amount within a period; its quantities mean nothing.';
    const place = { where: 'OrderRequestHeader/@orderType', line };
    const found = totalText(header);
    values.report({ weight: 'question', rule: 'CXML-ORDER-BLANKET', ...place, text: sentence, ...found });
  } else {
    checkTotal(order, header, lines, values);
  }
  checkNumbers(lines, values);
}

function isBlanket(order: XmlElement): boolean {
  const items = children(order, 'ItemOut');
  return (
    attribute(child(order, 'OrderRequestHeader'), 'orderType') === 'blanket' ||
    items.some((item) => child(item, 'BlanketItemDetail'))
  );
}

function totalText({ totals, currency }: OrderHeader): { found?: string } {
  return totals?.payableAmount === undefined ? {} : { found: `${totals.payableAmount} ${currency}` };
}

function checkNumbers(lines: readonly OrderLine[], values: OrderValues): void {
  const firsts = new Map<string, number>();
  for (const { id, position, sourceLine } of lines) {
    const first = firsts.get(id);
    values.position = position;
    if (first === undefined) firsts.set(id, position);
    else {
      const sentence = `Item ${first} has the same line number.`;
      const place = { where: '@lineNumber', line: sourceLine };
      values.report({ weight: 'notice', rule: 'CXML-LINE-NUMBER', ...place, text: sentence, found: id });
    }
  }
}

/**
 * Total is the sum of the lines, by the User's Guide without tax and shipping; some send it with one or both, or after modifications. Half
 * a cent for each line, and one cent, are rounding. Not checked where a line has no usable price or another currency, and where lines are
 * parts of others: the price may be theirs or the whole's.
 */
function checkTotal(order: XmlElement, header: OrderHeader, lines: readonly OrderLine[], values: OrderValues): void {
  const sent = header.totals?.payableAmount;
  const amounts = lines.map((line) => lineAmount(line, header.currency));
  if (sent === undefined || lines.length === 0 || amounts.includes(undefined)) return;
  if (lines.some(({ parentLineId }) => parentLineId !== undefined)) return;
  const sum = amounts.reduce((total: Decimal, amount) => total.plus(amount!), new Decimal(0));
  const tolerance = new Decimal(lines.length).times('0.005').plus('0.01');
  const possible = sumsWith(sum, extras(header, lines));
  if (possible.some((each) => each.minus(sent).abs().lte(tolerance))) return;
  const money = child(order, 'OrderRequestHeader', 'Total', 'Money')!;
  values.report({
    weight: 'question',
    rule: 'CXML-ORDER-TOTAL',
    where: 'OrderRequestHeader/Total/Money',
    line: money.line,
    text: 'The total is not the sum of the lines.',
    found: text(child(order, 'OrderRequestHeader', 'Total'), 'Money') ?? sent,
    expected: plain(sum),
  });
}

/** quantity x unit price x conversion factor / basis quantity (cXML DTD: PriceBasisQuantity). */
function lineAmount({ quantity, price }: OrderLine, currency: string): Decimal | undefined {
  if (!price || (price.currency ?? currency) !== currency) return undefined;
  const base = new Decimal(price.baseQuantity ?? '1');
  if (!base.gt(0)) return undefined;
  return new Decimal(quantity)
    .times(price.amount)
    .times(price.orderableUnitFactorRate ?? '1')
    .div(base);
}

/** What a sender may have counted in: tax, freight and the like of the header, and those of the lines. */
function extras(header: OrderHeader, lines: readonly OrderLine[]): Decimal[] {
  return [
    new Decimal(header.taxAmount ?? '0'),
    netCharges(header.allowanceCharges),
    lines.reduce((sum, { taxAmount }) => sum.plus(taxAmount ?? '0'), new Decimal(0)),
    netCharges(lines.flatMap(({ allowanceCharges = [] }) => allowanceCharges)),
  ].filter((each) => !each.isZero());
}

function netCharges(all: readonly AllowanceCharge[]): Decimal {
  return all.reduce((sum, { charge, amount }) => (charge ? sum.plus(amount) : sum.minus(amount)), new Decimal(0));
}

/** The sum, alone and with every selection of the extras. */
function sumsWith(sum: Decimal, [extra, ...more]: readonly Decimal[]): Decimal[] {
  if (extra === undefined) return [sum];
  return [...sumsWith(sum, more), ...sumsWith(sum.plus(extra), more)];
}
