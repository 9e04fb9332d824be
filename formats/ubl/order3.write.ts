import type { Party } from '../document/order.ts';
import { lineAmount, orderAmount, type OrderLineToWrite, type OrderToWrite } from '../document/orderToWrite.ts';
import { group, writtenXml, type XmlNode } from '../xml/writer.ts';
import { writeEndpoint, writeIdentity, writePeriod, writePostalAddress } from './blocks3.write.ts';
import { textLeaf, writeItemId } from './cart.blocks.ts';
import { codeLists } from './generated/bis3.codes.ts';
import { CAC, CBC, ORDER, ORDER_CANCELLATION, ORDER_CHANGE } from './namespaces.ts';
import { profiles } from './profiles.ts';
import { inCodes } from './schemes.ts';

/** A document of BIS 3 that changes or takes back an order. */
export interface ChangeToWrite {
  /** Of the change itself. */
  readonly number: string;
  /** 1 for the first change of an order. */
  readonly sequence: number;
  readonly note: string;
  /** The order as it shall be from now on; with its own number. */
  readonly order: OrderToWrite;
}

/** Codes of UNCL1229 for lines of a change. */
const CHANGED = '3';

/** Writes an order of Peppol BIS Order 3. @param advanced in the process advanced_ordering, whose orders can be changed */
export function writeOrder3(order: OrderToWrite, advanced: boolean): string {
  const money = { currencyID: order.currency };
  const sum = orderAmount(order.lines);
  return written('Order', ORDER, [
    ...writeNames('peppol-3-order', advanced ? profiles['peppol-3-order-change'].profile : undefined),
    textLeaf('cbc:ID', order.number),
    textLeaf('cbc:IssueDate', order.issueDate),
    textLeaf('cbc:IssueTime', order.issueTime),
    textLeaf('cbc:OrderTypeCode', '220'),
    textLeaf('cbc:Note', order.note),
    textLeaf('cbc:DocumentCurrencyCode', order.currency),
    textLeaf('cbc:CustomerReference', order.reference),
    writePeriod('cac:ValidityPeriod', { endDate: order.wantedBy }),
    group('cac:QuotationDocumentReference', textLeaf('cbc:ID', order.quotation)),
    ...writeParties(order),
    writeDelivery(order),
    group(
      'cac:AnticipatedMonetaryTotal',
      textLeaf('cbc:LineExtensionAmount', sum, money),
      textLeaf('cbc:PayableAmount', sum, money),
    ),
    ...order.lines.map((line) => writeLine(line, order.currency)),
  ]);
}

/** Writes an order change (T114): every line as it shall be. */
export function writeOrderChange3({ number, sequence, note, order }: ChangeToWrite): string {
  return written('OrderChange', ORDER_CHANGE, [
    ...writeNames('peppol-3-order-change'),
    textLeaf('cbc:ID', number),
    textLeaf('cbc:IssueDate', order.issueDate),
    textLeaf('cbc:SequenceNumberID', `${sequence}`),
    textLeaf('cbc:Note', note),
    textLeaf('cbc:DocumentCurrencyCode', order.currency),
    textLeaf('cbc:CustomerReference', order.reference),
    writePeriod('cac:ValidityPeriod', { endDate: order.wantedBy }),
    group('cac:OrderReference', textLeaf('cbc:ID', order.number)),
    ...writeParties(order),
    writeDelivery(order),
    ...order.lines.map((line) => writeLine(line, order.currency, CHANGED)),
  ]);
}

/** Writes an order cancellation (T115). */
export function writeOrderCancellation3({ number, note, order }: ChangeToWrite): string {
  return written('OrderCancellation', ORDER_CANCELLATION, [
    ...writeNames('peppol-3-order-cancellation'),
    textLeaf('cbc:ID', number),
    textLeaf('cbc:IssueDate', order.issueDate),
    textLeaf('cbc:CancellationNote', note),
    group('cac:OrderReference', textLeaf('cbc:ID', order.number)),
    ...writeParties(order),
  ]);
}

function written(name: string, namespace: string, parts: readonly (XmlNode | undefined)[]): string {
  return writtenXml(
    { name, namespaces: { '': namespace, cac: CAC, cbc: CBC } },
    parts.filter((part) => part !== undefined),
  );
}

function writeNames(
  format: 'peppol-3-order' | 'peppol-3-order-change' | 'peppol-3-order-cancellation',
  process?: string,
): (XmlNode | undefined)[] {
  const { customizations, profile } = profiles[format];
  return [textLeaf('cbc:CustomizationID', customizations[0]), textLeaf('cbc:ProfileID', process ?? profile)];
}

function writeParties({ buyer, seller }: OrderToWrite): (XmlNode | undefined)[] {
  return [group('cac:BuyerCustomerParty', writeParty(buyer)), group('cac:SellerSupplierParty', writeParty(seller))];
}

function writeParty(party: Party): XmlNode | undefined {
  const { legal, legalName, name } = party;
  const registered = legal && inCodes(legal, codeLists.ICD);
  return group(
    'cac:Party',
    writeEndpoint(party),
    writeIdentity(party.identifications[0]),
    group('cac:PartyName', textLeaf('cbc:Name', name)),
    writePostalAddress(party.address ?? { country: 'SE' }),
    group(
      'cac:PartyLegalEntity',
      textLeaf('cbc:RegistrationName', legalName ?? name),
      textLeaf('cbc:CompanyID', registered?.id, { schemeID: registered?.scheme }),
    ),
  );
}

function writeDelivery({ deliveryPlace, wantedBy }: OrderToWrite): XmlNode | undefined {
  const address = deliveryPlace?.address;
  const id = address?.id && inCodes(address.id, codeLists.ICD);
  const postal = writePostalAddress(address);
  return group(
    'cac:Delivery',
    group(
      'cac:DeliveryLocation',
      textLeaf('cbc:ID', id?.id, { schemeID: id?.scheme }),
      textLeaf('cbc:Name', deliveryPlace?.name),
      postal && { ...postal, name: 'cac:Address' },
    ),
    writePeriod('cac:RequestedDeliveryPeriod', { endDate: wantedBy }),
  );
}

function writeLine(line: OrderLineToWrite, currency: string, status?: string): XmlNode {
  const money = { currencyID: currency };
  const unit = { unitCode: line.unit };
  return group(
    'cac:OrderLine',
    group(
      'cac:LineItem',
      textLeaf('cbc:ID', line.id),
      textLeaf('cbc:LineStatusCode', status),
      textLeaf('cbc:Quantity', line.quantity, unit),
      textLeaf('cbc:LineExtensionAmount', lineAmount(line), money),
      group(
        'cac:Price',
        textLeaf('cbc:PriceAmount', line.price.amount, money),
        textLeaf('cbc:BaseQuantity', line.price.baseQuantity, unit),
      ),
      group('cac:Item', textLeaf('cbc:Name', line.name), writeItemId('cac:SellersItemIdentification', line.sellersId)),
    ),
  )!;
}
