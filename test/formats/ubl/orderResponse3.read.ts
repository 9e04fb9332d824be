import type { Period } from '../../../formats/document/order.ts';
import type { OrderReceipt, OrderResponse, OrderResponseLine } from '../../../formats/document/orderResponse.ts';
import { parseParty } from '../../../formats/ubl/party.parse.ts';
import { aggregate, aggregates, basic, compact, text } from '../../../formats/ubl/read.ts';
import type { XmlElement } from '../../../formats/xml/element.ts';
import { readTree } from '../kit.ts';
import { item, price } from './orderResponse.read.ts';

const HEADER = { AB: '12', AP: '29', CA: '30', RE: '27' } as const;
const LINE = { '3': '30', '5': '29', '7': '27' } as const;

/** The inverse of writeOrderResponse3, for its tests alone: the hub writes order responses and reads none. */
export function readOrderResponse3(document: string): OrderResponse | OrderReceipt {
  const root = readTree(document);
  const code = HEADER[text(root, 'OrderResponseCode') as keyof typeof HEADER];
  const header = compact({
    number: text(root, 'ID')!,
    salesOrderId: text(root, 'SalesOrderID'),
    issueDate: text(root, 'IssueDate')!,
    issueTime: text(root, 'IssueTime'),
    note: text(root, 'Note'),
    currency: text(root, 'DocumentCurrencyCode')!,
    customerReference: text(root, 'CustomerReference'),
    orderNumber: text(aggregate(root, 'OrderReference'), 'ID')!,
    seller: parseParty(aggregate(aggregate(root, 'SellerSupplierParty'), 'Party')),
    buyer: parseParty(aggregate(aggregate(root, 'BuyerCustomerParty'), 'Party')),
    promisedDelivery: period(aggregate(root, 'Delivery')),
  });
  return code === '12' ? { ...header, code } : { ...header, code, lines: aggregates(root, 'OrderLine').map(line) };
}

function line(element: XmlElement): OrderResponseLine {
  const lineItem = aggregate(element, 'LineItem')!;
  const substitute = aggregate(element, 'SellerSubstitutedLineItem');
  return compact({
    id: text(lineItem, 'ID')!,
    orderLineId: text(aggregate(element, 'OrderLineReference'), 'LineID')!,
    status: LINE[text(lineItem, 'LineStatusCode') as keyof typeof LINE],
    note: text(lineItem, 'Note'),
    quantity: text(lineItem, 'Quantity'),
    unit: basic(lineItem, 'Quantity')?.attribute('unitCode'),
    promisedDelivery: period(aggregate(lineItem, 'Delivery')),
    price: price(aggregate(lineItem, 'Price')),
    item: item(aggregate(lineItem, 'Item')!),
    substitute: substitute && item(aggregate(substitute, 'Item')!),
  });
}

function period(delivery: XmlElement | undefined): Period | undefined {
  const promised = aggregate(delivery, 'PromisedDeliveryPeriod');
  if (promised === undefined) return undefined;
  return compact({
    startDate: text(promised, 'StartDate'),
    startTime: text(promised, 'StartTime'),
    endDate: text(promised, 'EndDate'),
    endTime: text(promised, 'EndTime'),
  });
}
