import type { Party, Period } from '../document/order.ts';
import type { OrderReceipt, OrderResponse, OrderResponseLine } from '../document/orderResponse.ts';
import { group, type XmlNode } from '../xml/writer.ts';
import {
  itemNodes,
  NOT_AVAILABLE,
  withoutBuyersId,
  writeEndpoint,
  writeIdentity,
  writeLegalEntity,
  writePeriod,
  writePrice,
} from './blocks3.write.ts';
import { textLeaf } from './cart.blocks.ts';
import { writeResponse } from './orderResponse.dialect.ts';
import { profiles, type OrderResponse3Format } from './profiles.ts';

/** Header codes of UNCL4343, as BIS 3 has them: acknowledged, accepted, accepted with changes, rejected. */
const RESPONSE_CODES = { '12': 'AB', '29': 'AP', '30': 'CA', '27': 'RE' } as const;

/** Line codes of UNCL1229: accepted, changed, not accepted, added, already delivered. What comes later is a change. */
const LINE_CODES = { '29': '5', '30': '3', '27': '7', added: '1', backordered: '3', delivered: '42' } as const;

/**
 * Writes a Peppol BIS 3 Order Response (T76) or Order Response Advanced (T116, release 2026.5) as a stream of strings in UTF-8. The order's
 * process says which: `responseFormat` of profiles.ts. Lines are written for code 30 alone (PEPPOL-T76-R007 to R010), where the BIS wants all
 * of them: 30 without any line throws.
 */
export function writeOrderResponse3(
  response: OrderResponse | OrderReceipt,
  format: OrderResponse3Format,
): AsyncGenerator<string, void, undefined> {
  return writeResponse(response, { header: (each) => header(each, format), line: writeLine });
}

function header(response: OrderResponse | OrderReceipt, format: OrderResponse3Format): (XmlNode | undefined)[] {
  const { customizations, profile } = profiles[format];
  return [
    textLeaf('cbc:CustomizationID', customizations[0]),
    textLeaf('cbc:ProfileID', profile),
    textLeaf('cbc:ID', response.number),
    textLeaf('cbc:SalesOrderID', response.salesOrderId),
    textLeaf('cbc:IssueDate', response.issueDate),
    textLeaf('cbc:IssueTime', response.issueTime),
    textLeaf('cbc:OrderResponseCode', RESPONSE_CODES[response.code]),
    textLeaf('cbc:Note', response.note),
    textLeaf('cbc:DocumentCurrencyCode', response.currency),
    textLeaf('cbc:CustomerReference', response.customerReference),
    group('cac:OrderReference', textLeaf('cbc:ID', response.orderNumber)),
    format === 'peppol-3-order-response-advanced'
      ? group('cac:OrderChangeDocumentReference', textLeaf('cbc:ID', response.changeReference))
      : undefined,
    group('cac:SellerSupplierParty', writeParty(response.seller)),
    group('cac:BuyerCustomerParty', writeParty(response.buyer)),
    writeDelivery(response.promisedDelivery),
  ];
}

function writeParty(party: Party): XmlNode | undefined {
  return group('cac:Party', writeEndpoint(party), ...party.identifications.map(writeIdentity), writeLegalEntity(party));
}

/** What comes later at an unknown day is no quantity of the line, but the most that may still follow (MaximumBackorderQuantity). */
function writeQuantities({ status, quantity, unit, promisedDelivery }: OrderResponseLine): (XmlNode | undefined)[] {
  const isOpen = status === 'backordered' && !promisedDelivery?.startDate && !promisedDelivery?.endDate;
  if (!isOpen) return [textLeaf('cbc:Quantity', quantity, { unitCode: unit })];
  return [
    textLeaf('cbc:Quantity', quantity && '0', { unitCode: unit }),
    textLeaf('cbc:MaximumBackorderQuantity', quantity),
  ];
}

function writeDelivery(promised: Period | undefined): XmlNode | undefined {
  return group('cac:Delivery', writePeriod('cac:PromisedDeliveryPeriod', promised));
}

function writeLine(line: OrderResponseLine, currency: string): XmlNode {
  const { substitute, unit } = line;
  return group(
    'cac:OrderLine',
    group(
      'cac:LineItem',
      textLeaf('cbc:ID', line.id),
      textLeaf('cbc:Note', line.note),
      textLeaf('cbc:LineStatusCode', LINE_CODES[line.status]),
      ...writeQuantities(line),
      writeDelivery(line.promisedDelivery),
      writePrice(line.price, unit, currency),
      group('cac:Item', ...itemNodes({ ...line.item, name: line.item.name?.trim() || NOT_AVAILABLE })),
    ),
    substitute &&
      group(
        'cac:SellerSubstitutedLineItem',
        textLeaf('cbc:ID', line.id),
        group('cac:Item', ...itemNodes(withoutBuyersId(substitute))),
      ),
    group('cac:OrderLineReference', textLeaf('cbc:LineID', line.orderLineId)),
  )!;
}
