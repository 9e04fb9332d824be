import type { LinePrice, Party, Period } from '../../../formats/document/order.ts';
import type { OrderResponse, OrderResponseLine, ResponseItem } from '../../../formats/document/orderResponse.ts';
import { parseParty } from '../../../formats/ubl/party.parse.ts';
import { aggregate, aggregates, basic, compact, identifier, text } from '../../../formats/ubl/read.ts';
import type { XmlElement } from '../../../formats/xml/element.ts';
import { readTree } from '../kit.ts';

/** The inverse of writeOrderResponse, for its tests alone: the hub writes order responses and reads none. */
export function readOrderResponse(document: string): OrderResponse {
  const root = readTree(document);
  return compact({
    number: text(root, 'ID')!,
    issueDate: text(root, 'IssueDate')!,
    issueTime: text(root, 'IssueTime'),
    code: text(root, 'OrderResponseCode') as OrderResponse['code'],
    note: text(root, 'Note'),
    currency: text(root, 'DocumentCurrencyCode')!,
    orderNumber: text(aggregate(root, 'OrderReference'), 'ID')!,
    seller: party(aggregate(root, 'SellerSupplierParty')),
    buyer: party(aggregate(root, 'BuyerCustomerParty')),
    promisedDelivery: period(aggregate(root, 'Delivery')),
    lines: aggregates(root, 'OrderLine').map(line),
  });
}

const party = (role: XmlElement | undefined): Party => parseParty(aggregate(role, 'Party'));

function line(element: XmlElement): OrderResponseLine {
  const lineItem = aggregate(element, 'LineItem')!;
  const substitute = aggregate(element, 'SellerSubstitutedLineItem');
  return compact({
    id: text(lineItem, 'ID')!,
    orderLineId: text(aggregate(element, 'OrderLineReference'), 'LineID')!,
    status: text(lineItem, 'LineStatusCode') as OrderResponseLine['status'],
    note: text(lineItem, 'Note'),
    quantity: text(lineItem, 'Quantity'),
    unit: basic(lineItem, 'Quantity')?.attribute('unitCode'),
    promisedDelivery: period(aggregate(lineItem, 'Delivery')),
    price: price(aggregate(lineItem, 'Price')),
    item: item(aggregate(lineItem, 'Item')!),
    substitute: substitute && item(aggregate(substitute, 'Item')!),
  });
}

export function item(element: XmlElement): ResponseItem {
  return compact({
    name: text(element, 'Name'),
    buyersId: text(aggregate(element, 'BuyersItemIdentification'), 'ID'),
    sellersId: text(aggregate(element, 'SellersItemIdentification'), 'ID'),
    standardId: identifier(aggregate(element, 'StandardItemIdentification'), 'ID'),
  });
}

function period(delivery: XmlElement | undefined): Period | undefined {
  const promised = aggregate(delivery, 'PromisedDeliveryPeriod');
  return promised && compact({ startDate: text(promised, 'StartDate'), endDate: text(promised, 'EndDate') });
}

export function price(element: XmlElement | undefined): LinePrice | undefined {
  const amount = text(element, 'PriceAmount');
  if (element === undefined || amount === undefined) return undefined;
  return compact({
    amount,
    currency: basic(element, 'PriceAmount')?.attribute('currencyID'),
    baseQuantity: text(element, 'BaseQuantity'),
    baseQuantityUnit: basic(element, 'BaseQuantity')?.attribute('unitCode'),
  });
}
