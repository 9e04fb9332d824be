import type { Identifier, LinePrice, Party, Period } from '../document/order.ts';
import type { OrderReceipt, OrderResponse, OrderResponseLine, ResponseItem } from '../document/orderResponse.ts';
import { group, type XmlNode } from '../xml/writer.ts';
import { identities, textLeaf, writeIdentification, writeItemId } from './cart.blocks.ts';
import { codeLists } from './generated/bis3.codes.ts';
import { writeResponse } from './orderResponse.dialect.ts';
import { profiles, type OrderResponse3Format } from './profiles.ts';
import { inCodes, schemeCode } from './schemes.ts';

/** Header codes of UNCL4343, as BIS 3 has them: acknowledged, accepted, accepted with changes, rejected. */
const RESPONSE_CODES = { '12': 'AB', '29': 'AP', '30': 'CA', '27': 'RE' } as const;

/** Line codes of UNCL1229: accepted, changed, not accepted, added, already delivered. What comes later is a change of its day. */
const LINE_CODES = { '29': '5', '30': '3', '27': '7', added: '1', backordered: '3', delivered: '42' } as const;

/** What stands where UBL wants a text that there is not (BIS 3). */
const NOT_AVAILABLE = 'NA';

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
    group('cac:SellerSupplierParty', writeParty(response.seller)),
    group('cac:BuyerCustomerParty', writeParty(response.buyer)),
    writeDelivery(response.promisedDelivery),
  ];
}

/** An identification that has no code, or is no right one of its kind, is written without a scheme. */
function writeParty(party: Party): XmlNode | undefined {
  return group(
    'cac:Party',
    writeEndpoint(party),
    ...party.identifications.map((each) => writeIdentification(inCodes(each, codeLists.ICD) ?? { id: each.id })),
    group('cac:PartyLegalEntity', textLeaf('cbc:RegistrationName', party.legalName ?? party.name)),
  );
}

/** The endpoint as the order has it; of a party without one, which the BIS does not allow, the first identity that may be one. */
function writeEndpoint(party: Party): XmlNode | undefined {
  const endpoint = party.endpoint && asEndpoint(party.endpoint);
  const found = endpoint ?? identities(party).find((each) => inCodes(each, codeLists.eas));
  const known = found && asEndpoint(found);
  return textLeaf('cbc:EndpointID', known?.id, { schemeID: known?.scheme });
}

function asEndpoint({ id, scheme }: Identifier): Identifier | undefined {
  const code = scheme === undefined ? undefined : schemeCode(scheme);
  return code !== undefined && codeLists.eas.has(code) ? { id, scheme: code } : undefined;
}

function writeDelivery(promised: Period | undefined): XmlNode | undefined {
  const period = group(
    'cac:PromisedDeliveryPeriod',
    textLeaf('cbc:StartDate', promised?.startDate),
    textLeaf('cbc:StartTime', promised?.startTime),
    textLeaf('cbc:EndDate', promised?.endDate),
    textLeaf('cbc:EndTime', promised?.endTime),
  );
  return group('cac:Delivery', period);
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
      textLeaf('cbc:Quantity', line.quantity, { unitCode: unit }),
      writeDelivery(line.promisedDelivery),
      writePrice(line.price, unit, currency),
      writeItem(line.item, line.item.name ?? NOT_AVAILABLE),
    ),
    substitute &&
      group('cac:SellerSubstitutedLineItem', textLeaf('cbc:ID', line.id), writeItem(substitute, substitute.name)),
    group('cac:OrderLineReference', textLeaf('cbc:LineID', line.orderLineId)),
  )!;
}

/** The base quantity must have a unit here: the line's, where the order gave it none. */
function writePrice(price: LinePrice | undefined, unit: string | undefined, currency: string): XmlNode | undefined {
  return group(
    'cac:Price',
    textLeaf('cbc:PriceAmount', price?.amount, { currencyID: price?.currency ?? currency }),
    textLeaf('cbc:BaseQuantity', price?.baseQuantity, { unitCode: price?.baseQuantityUnit ?? unit }),
  );
}

/** `cac:Item`; a standard identification without a code, which it must have, is left out. */
function writeItem({ buyersId, sellersId, standardId }: ResponseItem, name: string | undefined): XmlNode | undefined {
  const known = standardId && inCodes(standardId, codeLists.ICD);
  return group(
    'cac:Item',
    textLeaf('cbc:Name', name),
    writeItemId('cac:BuyersItemIdentification', buyersId),
    writeItemId('cac:SellersItemIdentification', sellersId),
    writeItemId('cac:StandardItemIdentification', known?.id, known?.scheme),
  );
}
