import { Decimal, isDecimal, plain } from '../document/decimal.ts';
import type { AllowanceCharge, LinePrice, OrderItem, OrderLine, Period, TaxCategory } from '../document/order.ts';
import { compact } from '../ubl/read.ts';
import type { XmlElement } from '../xml/element.ts';
import { parseContact, parsePlace, parseReceiver } from './address.parse.ts';
import { parseComments } from './comments.parse.ts';
import type { CxmlDocument } from './envelope.parse.ts';
import { parseAuxiliaryId, parseDetail, parseExtrinsics } from './item.parse.ts';
import { parseModifications, parseShipping } from './modifications.parse.ts';
import type { OrderValues } from './orderValues.ts';
import { attribute, child, children, text } from './read.ts';

/**
 * A line of an order (cXML DTD: ItemOut). A line without number gets its position. Undefined where the order does not want it any more
 * (@operation `delete`), and where it has no quantity, which is a fatal finding.
 */
export function parseItemOut(
  document: CxmlDocument,
  element: XmlElement,
  position: number,
  values: OrderValues,
): OrderLine | undefined {
  values.position = position;
  if (isTakenOut(element, values)) return undefined;
  const sent = attribute(element, 'quantity');
  const quantity = values.decimal(sent, '@quantity', element.line, 'fatal');
  if (sent === undefined) values.missing('@quantity', element.line, 'fatal');
  if (quantity === undefined) return undefined;
  reportOddities(element, values);
  const tax = child(element, 'Tax');
  return compact({
    position,
    sourceLine: element.line,
    id: attribute(element, 'lineNumber') ?? `${position}`,
    note: parseComments(element),
    quantity,
    unit: text(detailOf(element), 'UnitOfMeasure') ?? '',
    taxAmount: values.money(tax, 'Tax', 'question')?.amount,
    accountingCost: parseDistributions(element),
    ...parseDelivery(element, values),
    originator: parseOriginator(element),
    price: parsePrice(element, values),
    allowanceCharges: parseShipping(child(element, 'Shipping'), 'Shipping', values),
    requisition: attribute(element, 'requisitionID'),
    contract: parseContract(element),
    parentLineId: attribute(element, 'parentLineNumber'),
    adHoc: attribute(element, 'isAdHoc') === 'yes' ? (true as const) : undefined,
    item: parseItem(document, element),
  });
}

/** ItemDetail, or in a blanket order BlanketItemDetail. */
function detailOf(element: XmlElement): XmlElement | undefined {
  return child(element, 'ItemDetail') ?? child(element, 'BlanketItemDetail');
}

function isTakenOut(element: XmlElement, values: OrderValues): boolean {
  const operation = attribute(element, 'operation');
  if (operation === undefined) return false;
  const isDeleted = operation === 'delete';
  values.report({
    weight: isDeleted ? 'notice' : 'question',
    rule: 'CXML-LINE-OPERATION',
    where: '@operation',
    line: element.line,
    text: isDeleted ? 'The buyer has deleted the line: it is left out.' : 'The buyer does not order the line for now.',
    found: operation,
  });
  return isDeleted;
}

function reportOddities(element: XmlElement, values: OrderValues): void {
  const { line } = element;
  if (attribute(element, 'isReturn') === 'yes') {
    const sentence = 'The buyer returns the goods of this line, and does not order them.';
    values.report({ weight: 'question', rule: 'CXML-LINE-RETURN', where: '@isReturn', line, text: sentence });
  }
  if (!text(element, 'ItemID', 'SupplierPartID') && attribute(element, 'isAdHoc') !== 'yes') {
    const where = 'ItemID/SupplierPartID';
    values.report({ weight: 'notice', rule: 'CXML-LINE-PART', where, line, text: 'The line has no SupplierPartID.' });
  }
  if (!text(detailOf(element), 'UnitOfMeasure')) values.missing('ItemDetail/UnitOfMeasure', line, 'notice');
  const schedule = children(element, 'ScheduleLine');
  if (schedule.length < 2) return;
  const parts = schedule.map((each) => `${attribute(each, 'quantity')}: ${attribute(each, 'requestedDeliveryDate')}`);
  values.report({
    weight: 'question',
    rule: 'CXML-LINE-SCHEDULE',
    where: 'ScheduleLine',
    line: schedule[0]!.line,
    text: 'The line is wanted in parts on several days.',
    found: parts.join(', '),
  });
}

/** When and where the line is wanted; a schedule is wanted from its first day to its last. */
function parseDelivery(
  element: XmlElement,
  values: OrderValues,
): Pick<OrderLine, 'requestedDelivery' | 'deliveryAddress' | 'deliveryParty'> {
  const own = values.moment(element, 'requestedDeliveryDate', '')?.date;
  const days = children(element, 'ScheduleLine')
    .map((each) => values.moment(each, 'requestedDeliveryDate', 'ScheduleLine/')?.date)
    .filter((day) => day !== undefined)
    .toSorted();
  const [first, last] = days.length > 0 ? [days[0]!, days.at(-1)!] : [own, own];
  const requestedDelivery: Period | undefined = first && last ? { startDate: first, endDate: last } : undefined;
  const address = child(element, 'ShipTo', 'Address');
  return compact({
    requestedDelivery,
    deliveryAddress: address && parsePlace(address),
    deliveryParty: address && parseReceiver(address),
  });
}

function parseOriginator(element: XmlElement): OrderLine['originator'] {
  const endUser = children(element, 'Contact').find((each) => attribute(each, 'role') === 'endUser');
  return endUser && { identifications: [], contact: parseContact(endUser) };
}

function parsePrice(element: XmlElement, values: OrderValues): LinePrice | undefined {
  const detail = detailOf(element);
  const where = `${detail?.name ?? 'ItemDetail'}/UnitPrice`;
  const unitPrice = child(detail, 'UnitPrice');
  const money = values.money(unitPrice, where, 'fatal');
  if (!money) return undefined;
  const basis = child(detail, 'PriceBasisQuantity');
  const part = (name: string): string | undefined =>
    values.decimal(attribute(basis, name), `${detail!.name}/PriceBasisQuantity/@${name}`, basis?.line ?? 0, 'fatal');
  const factor = part('conversionFactor');
  const [modification] = parseModifications(child(unitPrice, 'Modifications'), where, values) ?? [];
  return compact({
    amount: money.amount,
    currency: money.currency || undefined,
    baseQuantity: part('quantity'),
    baseQuantityUnit: text(basis, 'UnitOfMeasure'),
    orderableUnitFactorRate: factor !== undefined && !new Decimal(factor).eq(1) ? factor : undefined,
    allowanceCharge: modification && compact(pick(modification)),
  });
}

function pick({ charge, amount, currency, baseAmount }: AllowanceCharge): NonNullable<LinePrice['allowanceCharge']> {
  return compact({ charge, amount, currency, baseAmount });
}

function parseItem(document: CxmlDocument, element: XmlElement): OrderItem {
  const id = child(element, 'ItemID');
  const detail = detailOf(element);
  const { shortName, description, classifications, manufacturerPartId, manufacturerName } = parseDetail(detail);
  const ean = children(id, 'IdReference').find((each) => /^(ean|gtin)/i.test(attribute(each, 'domain') ?? ''));
  const gtin = attribute(ean, 'identifier');
  return compact({
    name: shortName ?? description,
    description: shortName === undefined ? undefined : description,
    sellersId: text(id, 'SupplierPartID'),
    sellersExtendedId: parseAuxiliaryId(document, id),
    buyersId: text(id, 'BuyerPartID'),
    manufacturersId: manufacturerPartId,
    manufacturerName,
    standardId: gtin === undefined ? undefined : { id: gtin.padStart(14, '0'), scheme: '0160' },
    specifications: [],
    classifications: classifications
      .filter(({ code }) => code !== '')
      .map(({ domain, code }) => compact({ code, listId: domain || undefined })),
    taxCategory: parseTaxCategory(child(element, 'Tax')),
    properties: [
      ...limits(detail),
      ...[detail, element]
        .flatMap((parent) => parseExtrinsics(document, parent))
        .map(({ name, text: value }) => ({ name, value })),
    ],
  });
}

/** What a line of a blanket order may cost and count at most and at least, as the element calls it. */
function limits(detail: XmlElement | undefined): OrderItem['properties'] {
  if (detail?.name !== 'BlanketItemDetail') return [];
  return detail.children.flatMap((each) => {
    if (!/^(Max|Min|Overall|Expected)/.test(each.name)) return [];
    const money = child(each, 'Money');
    const unit = money ? attribute(money, 'currency') : text(each, 'UnitOfMeasure');
    const value = [money?.text.trim() ?? attribute(each, 'quantity'), unit].filter(Boolean).join(' ');
    return value === '' ? [] : [{ name: each.name, value }];
  });
}

/** VAT by its rate, as UNCL5305 has it: cXML has no code for the category. */
function parseTaxCategory(tax: XmlElement | undefined): TaxCategory | undefined {
  const detail = children(tax, 'TaxDetail').find((each) => attribute(each, 'category')?.toLowerCase() === 'vat');
  const percent = attribute(detail, 'percentageRate');
  if (percent === undefined || !isDecimal(percent)) return undefined;
  const isFree = new Decimal(percent).isZero();
  const id = !isFree ? 'S' : attribute(detail, 'exemptDetail') === 'exempt' ? 'E' : 'Z';
  return { id, percent: plain(new Decimal(percent)) };
}

function parseContract(element: XmlElement): string | undefined {
  const agreement = child(element, 'MasterAgreementReference') ?? child(element, 'MasterAgreementIDInfo');
  return attribute(agreement, 'agreementID');
}

/** Where the buyer books the line: `Cost Center: 2323, Project: 88`; of several, each with its share and one per line. */
function parseDistributions(element: XmlElement): string | undefined {
  const distributions = children(element, 'Distribution');
  const texts = distributions.map((each) => {
    const accounting = child(each, 'Accounting');
    const segments = [...children(accounting, 'Segment'), ...children(accounting, 'AccountingSegment')];
    const booked = segments.map((segment) => {
      const type = attribute(segment, 'type') ?? text(segment, 'Name');
      return [type, attribute(segment, 'id')].filter(Boolean).join(': ');
    });
    const money = child(each, 'Charge', 'Money');
    const share =
      money && distributions.length > 1 ? ` (${money.text.trim()} ${attribute(money, 'currency') ?? ''})` : '';
    return booked.length === 0 ? '' : `${booked.join(', ')}${share.trimEnd()}`;
  });
  return texts.filter((each) => each !== '').join('\n') || undefined;
}
