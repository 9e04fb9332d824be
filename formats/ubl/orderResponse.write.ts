import type { Contact } from '../document/order.ts';
import type { LineStatus, OrderResponse, OrderResponseLine, ResponseCode } from '../document/orderResponse.ts';
import { group, leaf, type XmlNode } from '../xml/writer.ts';
import { writeItem, writeParty, writePeriod, writePrice, writeQuantity } from './blocks.write.ts';
import { writeResponse } from './orderResponse.dialect.ts';
import { profiles } from './profiles.ts';

/** Code list of the two response codes (EUGEN-T76-R003, R004). */
const RESPONSE_CODES = { listID: 'UNCL1225' };

/** What a note says where 28A has no code for it, in the language of the buyer. */
export type StatusWords = Readonly<Record<Exclude<LineStatus, ResponseCode>, string>>;

/**
 * Writes a Peppol BIS 28A Order Response (T76) as a stream of strings in UTF-8. 27 and 29 are written without lines, 30 with every line
 * (BIS 28A; not tested by the official rules, so it is kept here): `response.lines` is not touched for 27 and 29, and 30 without any
 * line throws. A status without a code of 28A stands in the line's note, before what the note says else. Throws for text that XML cannot carry (see writeXml).
 */
export function writeOrderResponse(
  response: OrderResponse,
  words: StatusWords,
): AsyncGenerator<string, void, undefined> {
  return writeResponse(response, { header, line: (line, currency) => writeLine(line, currency, words) });
}

function header(response: OrderResponse): (XmlNode | undefined)[] {
  const { customizations, profile } = profiles['peppol-28a-order-response'];
  return [
    leaf('cbc:UBLVersionID', '2.1'),
    leaf('cbc:CustomizationID', customizations[0]),
    leaf('cbc:ProfileID', profile),
    leaf('cbc:ID', response.number),
    leaf('cbc:IssueDate', response.issueDate),
    leaf('cbc:IssueTime', response.issueTime),
    leaf('cbc:OrderResponseCode', response.code, RESPONSE_CODES),
    leaf('cbc:Note', response.note),
    leaf('cbc:DocumentCurrencyCode', response.currency, { listID: 'ISO4217' }),
    group('cac:OrderReference', leaf('cbc:ID', response.orderNumber)),
    group('cac:SellerSupplierParty', writeParty(response.seller, writeSellerContact(response.seller.contact))),
    group('cac:BuyerCustomerParty', writeParty(response.buyer, writeBuyerContact(response.buyer.contact))),
    group('cac:Delivery', writePeriod('cac:PromisedDeliveryPeriod', response.promisedDelivery)),
  ];
}

function writeSellerContact(contact: Contact | undefined): XmlNode | undefined {
  return group(
    'cac:Contact',
    leaf('cbc:Name', contact?.name),
    leaf('cbc:Telephone', contact?.telephone),
    leaf('cbc:Telefax', contact?.telefax),
    leaf('cbc:ElectronicMail', contact?.electronicMail),
  );
}

/** The buyer's reference ("your reference") of the order, echoed; T76 has nothing else here. */
function writeBuyerContact(contact: Contact | undefined): XmlNode | undefined {
  return group('cac:Contact', leaf('cbc:ID', contact?.id));
}

/** What 28A has no code for is a change (it comes later, it was not ordered) or accepted (it is there already); `words` say which. */
const LINE_CODES = { '27': '27', '29': '29', '30': '30', added: '30', backordered: '30', delivered: '29' } as const;

function writeLine(line: OrderResponseLine, currency: string, words: StatusWords): XmlNode {
  const { substitute, status } = line;
  const said = status === 'added' || status === 'backordered' || status === 'delivered' ? words[status] : undefined;
  return group(
    'cac:OrderLine',
    group(
      'cac:LineItem',
      leaf('cbc:ID', line.id),
      leaf('cbc:Note', [said, line.note].filter(Boolean).join(' ')),
      leaf('cbc:LineStatusCode', LINE_CODES[status], RESPONSE_CODES),
      writeQuantity('cbc:Quantity', line.quantity, line.unit),
      group('cac:Delivery', writePeriod('cac:PromisedDeliveryPeriod', line.promisedDelivery)),
      writePrice(line.price, line.unit, currency),
      writeItem(line.item),
    ),
    substitute && group('cac:SellerSubstitutedLineItem', leaf('cbc:ID', line.id), writeItem(substitute)),
    group('cac:OrderLineReference', leaf('cbc:LineID', line.orderLineId)),
  )!;
}
