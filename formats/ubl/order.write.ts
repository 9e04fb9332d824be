import type { Address } from '../document/order.ts';
import { lineAmount, orderAmount, type OrderLineToWrite, type OrderToWrite } from '../document/orderToWrite.ts';
import { group, writtenXml, type XmlNode } from '../xml/writer.ts';
import { writeIdentifier, writeParty, writePeriod, writeQuantity } from './blocks.write.ts';
import { textLeaf, writeItemId } from './cart.blocks.ts';
import { CAC, CBC, ORDER } from './namespaces.ts';
import { profiles } from './profiles.ts';
import { inNames } from './schemes.ts';

/** What tells the orders of this family apart: the rest is the same. */
const ublVersions = {
  'peppol-28a-order': '2.1',
  'peppol-3a-order': '2.1',
  'sveorder-2-order': '2.0',
} as const;
export type Order2Format = keyof typeof ublVersions;

/** Writes an order of BIS 28A, of BIS 3A or of SveOrder 2.0 as a buyer's system does (T01). */
export function writeOrder2(order: OrderToWrite, format: Order2Format): string {
  const root = { name: 'Order', namespaces: { '': ORDER, cac: CAC, cbc: CBC } };
  const parts = [...writeHeader(order, format), ...order.lines.map((line) => writeLine(line, order.currency))];
  return writtenXml(
    root,
    parts.filter((part) => part !== undefined),
  );
}

function writeHeader(order: OrderToWrite, format: Order2Format): (XmlNode | undefined)[] {
  const { customizations, profile } = profiles[format];
  const money = { currencyID: order.currency };
  const sum = orderAmount(order.lines);
  return [
    textLeaf('cbc:UBLVersionID', ublVersions[format]),
    textLeaf('cbc:CustomizationID', customizations[0]),
    textLeaf('cbc:ProfileID', profile),
    textLeaf('cbc:ID', order.number),
    textLeaf('cbc:IssueDate', order.issueDate),
    textLeaf('cbc:IssueTime', order.issueTime),
    textLeaf('cbc:Note', order.note),
    textLeaf('cbc:DocumentCurrencyCode', order.currency, { listID: 'ISO4217' }),
    group('cac:ValidityPeriod', textLeaf('cbc:EndDate', order.wantedBy)),
    group('cac:QuotationDocumentReference', textLeaf('cbc:ID', order.quotation)),
    group('cac:BuyerCustomerParty', writeBuyer(order)),
    group('cac:SellerSupplierParty', writeParty(order.seller, writeAddress('cac:PostalAddress', order.seller.address))),
    writeDelivery(order),
    group(
      'cac:AnticipatedMonetaryTotal',
      textLeaf('cbc:LineExtensionAmount', sum, money),
      textLeaf('cbc:PayableAmount', sum, money),
    ),
  ];
}

function writeBuyer({ buyer, reference }: OrderToWrite): XmlNode | undefined {
  const address = writeAddress('cac:PostalAddress', buyer.address);
  return writeParty(buyer, address, group('cac:Contact', textLeaf('cbc:ID', reference)));
}

function writeDelivery({ deliveryPlace, wantedBy }: OrderToWrite): XmlNode | undefined {
  return group(
    'cac:Delivery',
    group('cac:DeliveryLocation', writeAddress('cac:Address', deliveryPlace?.address)),
    writePeriod('cac:RequestedDeliveryPeriod', { endDate: wantedBy }),
    group('cac:DeliveryParty', group('cac:PartyName', textLeaf('cbc:Name', deliveryPlace?.name))),
  );
}

function writeAddress(name: string, address: Address | undefined): XmlNode | undefined {
  return group(
    name,
    writeIdentifier('cbc:ID', address?.id && inNames(address.id)),
    textLeaf('cbc:StreetName', address?.streetName),
    textLeaf('cbc:AdditionalStreetName', address?.additionalStreetName),
    textLeaf('cbc:CityName', address?.cityName),
    textLeaf('cbc:PostalZone', address?.postalZone),
    group('cac:Country', textLeaf('cbc:IdentificationCode', address?.country, { listID: 'ISO3166-1:Alpha2' })),
  );
}

function writeLine(line: OrderLineToWrite, currency: string): XmlNode {
  const money = { currencyID: currency };
  const { amount, baseQuantity } = line.price;
  return group(
    'cac:OrderLine',
    group(
      'cac:LineItem',
      textLeaf('cbc:ID', line.id),
      writeQuantity('cbc:Quantity', line.quantity, line.unit),
      textLeaf('cbc:LineExtensionAmount', lineAmount(line), money),
      group(
        'cac:Price',
        textLeaf('cbc:PriceAmount', amount, money),
        writeQuantity('cbc:BaseQuantity', baseQuantity, line.unit),
      ),
      group('cac:Item', textLeaf('cbc:Name', line.name), writeItemId('cac:SellersItemIdentification', line.sellersId)),
    ),
  )!;
}
