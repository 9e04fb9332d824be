import type { AllowanceCharge, LinePrice, OrderLine } from '../document/order.ts';
import type { XmlElement } from '../xml/element.ts';
import { parseAllowanceCharge } from './allowanceCharge.parse.ts';
import { parseItem } from './item.parse.ts';
import { parseLocation, parseOptionalParty } from './party.parse.ts';
import { accountingCost, aggregate, aggregates, basic, compact, identifier, language, text, texts } from './read.ts';
import type { Values } from './values.ts';

/** `cac:OrderLine` of an order; undefined where it has no number or quantity, which `values` then remembers as fatal. */
export function parseLine(line: XmlElement, position: number, values: Values): OrderLine | undefined {
  values.position = position;
  const item = aggregate(line, 'LineItem');
  const id = text(item, 'ID');
  const quantity = values.decimal(item, 'Quantity', 'LineItem/');
  if (id === undefined) values.missing('LineItem/ID', line.line);
  if (quantity === undefined && !basic(item, 'Quantity')?.text.trim()) values.missing('LineItem/Quantity', line.line);
  if (item === undefined || id === undefined || quantity === undefined) return undefined;
  const delivery = aggregate(item, 'Delivery');
  return compact({
    position,
    sourceLine: line.line,
    id,
    statusCode: text(item, 'LineStatusCode'),
    note: texts(line, 'Note'),
    noteLanguage: language(line, 'Note'),
    quantity,
    unit: basic(item, 'Quantity')?.attribute('unitCode')?.trim() ?? '',
    lineExtensionAmount: values.amount(item, 'LineExtensionAmount', 'LineItem/'),
    taxAmount: values.amount(item, 'TotalTaxAmount', 'LineItem/'),
    partialDelivery: values.boolean(item, 'PartialDeliveryIndicator', 'LineItem/'),
    accountingCost: accountingCost(item),
    deliveryId: identifier(delivery, 'ID'),
    requestedDelivery: values.period(
      aggregate(delivery, 'RequestedDeliveryPeriod'),
      'LineItem/Delivery/RequestedDeliveryPeriod/',
    ),
    deliveryAddress: parseLocation(aggregate(delivery, 'DeliveryLocation')),
    deliveryParty: parseOptionalParty(aggregate(delivery, 'DeliveryParty')),
    originator: parseOptionalParty(aggregate(item, 'OriginatorParty')),
    price: parsePrice(aggregate(item, 'Price'), values),
    allowanceCharges: parseAllowanceCharges(aggregates(item, 'AllowanceCharge'), values),
    quotationLine: text(aggregate(line, 'QuotationLineReference'), 'LineID'),
    item: parseItem(aggregate(item, 'Item'), values),
  });
}

function parseAllowanceCharges(all: readonly XmlElement[], values: Values): readonly AllowanceCharge[] | undefined {
  return all.length === 0 ? undefined : all.map((each) => parseAllowanceCharge(each, values, 'LineItem/'));
}

function parsePrice(price: XmlElement | undefined, values: Values): LinePrice | undefined {
  const where = 'LineItem/Price/';
  const amount = values.decimal(price, 'PriceAmount', where);
  if (price === undefined || amount === undefined) return undefined;
  return compact({
    amount,
    currency: basic(price, 'PriceAmount')?.attribute('currencyID'),
    baseQuantity: values.decimal(price, 'BaseQuantity', where),
    baseQuantityUnit: basic(price, 'BaseQuantity')?.attribute('unitCode'),
    allowanceCharge: parsePriceAllowance(aggregate(price, 'AllowanceCharge'), values),
  });
}

function parsePriceAllowance(allowance: XmlElement | undefined, values: Values): LinePrice['allowanceCharge'] {
  const where = 'LineItem/Price/AllowanceCharge/';
  const amount = values.decimal(allowance, 'Amount', where);
  if (amount === undefined) return undefined;
  return compact({
    charge: values.boolean(allowance, 'ChargeIndicator', where) ?? false,
    amount,
    currency: basic(allowance, 'Amount')?.attribute('currencyID'),
    baseAmount: values.amount(allowance, 'BaseAmount', where),
  });
}
