import { agreedTotals, type AgreedTotals } from '../document/agreedTotals.ts';
import type { OrderAgreement, OrderAgreementLine } from '../document/orderAgreement.ts';
import { group, writtenXml, type XmlNode } from '../xml/writer.ts';
import {
  identifiedItem,
  itemNodes,
  namedParty,
  NOT_AVAILABLE,
  writeContact,
  writeIdentity,
  writePeriod,
  writePostalAddress,
  writePrice,
  writeTradingParty,
} from './blocks3.write.ts';
import { textLeaf } from './cart.blocks.ts';
import { CAC, CBC, ORDER_RESPONSE } from './namespaces.ts';
import { profiles } from './profiles.ts';

const ROOT = { name: 'OrderResponse', namespaces: { '': ORDER_RESPONSE, cac: CAC, cbc: CBC } };

/**
 * Writes a Peppol BIS 3 Order Agreement (T110, release 2026.5) of an order that was placed in the shop. The amounts are computed here, so
 * that they always add up. Without any line it throws.
 */
export function writeOrderAgreement(agreement: OrderAgreement): string {
  if (agreement.lines.length === 0) throw new Error('an order agreement has a line at least');
  const totals = agreedTotals(agreement.lines);
  const { currency } = agreement;
  const parts = [
    ...header(agreement),
    ...writeTotals(totals, currency),
    ...agreement.lines.map((line, index) => writeLine(line, totals.lineAmounts[index]!, currency)),
  ];
  return writtenXml(
    ROOT,
    parts.filter((part) => part !== undefined),
  );
}

function header(agreement: OrderAgreement): (XmlNode | undefined)[] {
  const { customizations, profile } = profiles['peppol-3-order-agreement'];
  const { seller, buyer, originator } = agreement;
  return [
    textLeaf('cbc:CustomizationID', customizations[0]),
    textLeaf('cbc:ProfileID', profile),
    textLeaf('cbc:ID', agreement.number),
    textLeaf('cbc:SalesOrderID', agreement.salesOrderId),
    textLeaf('cbc:IssueDate', agreement.issueDate),
    textLeaf('cbc:IssueTime', agreement.issueTime),
    textLeaf('cbc:Note', agreement.note),
    textLeaf('cbc:DocumentCurrencyCode', agreement.currency),
    textLeaf('cbc:CustomerReference', agreement.customerReference),
    group('cac:OrderReference', textLeaf('cbc:ID', agreement.changes ?? NOT_AVAILABLE)),
    group('cac:Contract', textLeaf('cbc:ID', agreement.contract)),
    group('cac:SellerSupplierParty', writeTradingParty(seller, {}, writeContact('cac:Contact', seller.contact))),
    group(
      'cac:BuyerCustomerParty',
      writeTradingParty(buyer),
      writeContact('cac:DeliveryContact', agreement.deliveryContact),
    ),
    originator && group('cac:OriginatorCustomerParty', group('cac:Party', ...namedParty(originator))),
    writeDelivery(agreement),
  ];
}

function writeDelivery({ promisedDelivery, deliveryParty, deliveryAddress }: OrderAgreement): XmlNode | undefined {
  return group(
    'cac:Delivery',
    writePeriod('cac:PromisedDeliveryPeriod', promisedDelivery?.startDate ? promisedDelivery : undefined),
    group(
      'cac:DeliveryParty',
      ...(deliveryParty ? namedParty(deliveryParty) : [writeIdentity(deliveryAddress?.id)]),
      writePostalAddress(deliveryAddress ?? deliveryParty?.address),
    ),
  );
}

function writeTotals({ net, tax, gross, taxes }: AgreedTotals, currency: string): (XmlNode | undefined)[] {
  const amount = (name: string, value: string): XmlNode | undefined => textLeaf(name, value, { currencyID: currency });
  return [
    group(
      'cac:TaxTotal',
      amount('cbc:TaxAmount', tax),
      ...taxes.map((each) =>
        group(
          'cac:TaxSubtotal',
          amount('cbc:TaxableAmount', each.taxable),
          amount('cbc:TaxAmount', each.tax),
          writeTaxCategory('cac:TaxCategory', each.percent),
        ),
      ),
    ),
    group(
      'cac:LegalMonetaryTotal',
      amount('cbc:LineExtensionAmount', net),
      amount('cbc:TaxExclusiveAmount', net),
      amount('cbc:TaxInclusiveAmount', gross),
      amount('cbc:PayableAmount', gross),
    ),
  ];
}

/** Standard rate, or zero rated: what a shop without exemptions has. */
function writeTaxCategory(name: string, percent: string): XmlNode | undefined {
  return group(
    name,
    textLeaf('cbc:ID', Number(percent) > 0 ? 'S' : 'Z'),
    textLeaf('cbc:Percent', percent),
    group('cac:TaxScheme', textLeaf('cbc:ID', 'VAT')),
  );
}

function writeLine(line: OrderAgreementLine, lineAmount: string, currency: string): XmlNode | undefined {
  const { unit, promisedDelivery, item } = line;
  return group(
    'cac:OrderLine',
    group(
      'cac:LineItem',
      textLeaf('cbc:ID', line.id),
      textLeaf('cbc:Note', line.note),
      textLeaf('cbc:Quantity', line.quantity, { unitCode: unit }),
      textLeaf('cbc:LineExtensionAmount', lineAmount, { currencyID: currency }),
      group(
        'cac:Delivery',
        writePeriod('cac:PromisedDeliveryPeriod', promisedDelivery?.startDate ? promisedDelivery : undefined),
      ),
      writePrice({ ...line.price, currency }, unit, currency),
      group(
        'cac:Item',
        textLeaf('cbc:Description', item.description),
        ...itemNodes(identifiedItem(item)),
        writeTaxCategory('cac:ClassifiedTaxCategory', line.vatPercent),
      ),
    ),
  );
}
