import type { DespatchAdvice, DespatchLine, DespatchPackage } from '../document/despatchAdvice.ts';
import type { Address, Contact, Identifier, Party } from '../document/order.ts';
import type { ResponseItem } from '../document/orderResponse.ts';
import { group, type XmlNode } from '../xml/writer.ts';
import { NOT_AVAILABLE, writePeriod } from './blocks3.write.ts';
import { textLeaf, writeIdentification } from './cart.blocks.ts';
import { itemInstances, outstandingNodes, writeDespatch } from './despatch.blocks.ts';
import type { DespatchedPackages } from './despatchedPackages.ts';
import { countries, handlingUnits } from './generated/bis2.codes.ts';
import { profiles } from './profiles.ts';
import { AGREED_SCHEME, inNames } from './schemes.ts';

/** The despatch advice of BIS 30A (T16, VA 3.7.0): its header, and one line. */

export function header30A(advice: DespatchAdvice, packages: DespatchedPackages): (XmlNode | undefined)[] {
  const { customizations, profile } = profiles['peppol-30a-despatch-advice'];
  const { buyer, seller, originator, deliveryParty } = advice;
  return [
    textLeaf('cbc:UBLVersionID', '2.1'),
    textLeaf('cbc:CustomizationID', customizations[0]),
    textLeaf('cbc:ProfileID', profile),
    textLeaf('cbc:ID', advice.number),
    textLeaf('cbc:IssueDate', advice.issueDate),
    textLeaf('cbc:IssueTime', advice.issueTime),
    textLeaf('cbc:Note', advice.note),
    group('cac:OrderReference', textLeaf('cbc:ID', advice.orderNumber)),
    group(
      'cac:DespatchSupplierParty',
      group(
        'cac:Party',
        writeEndpoint(seller.endpoint),
        ...namedParty(seller),
        writeContact('cac:Contact', seller.contact),
      ),
    ),
    // Who receives the goods has no element of its own here: it is the consignee, at the endpoint of the buyer.
    group(
      'cac:DeliveryCustomerParty',
      group(
        'cac:Party',
        writeEndpoint(buyer.endpoint),
        ...namedParty(deliveryParty ?? buyer),
        writeAddress(advice.deliveryAddress),
      ),
      writeContact('cac:DeliveryContact', deliveryParty?.contact),
    ),
    group('cac:BuyerCustomerParty', group('cac:Party', ...namedParty(buyer))),
    originator && group('cac:OriginatorCustomerParty', group('cac:Party', ...namedParty(originator))),
    writeShipment(advice, packages),
  ];
}

/** An endpoint of a scheme that 30A does not know is left out: nobody could route by it. */
function writeEndpoint(endpoint: Identifier | undefined): XmlNode | undefined {
  const known = endpoint && inNames(endpoint);
  return textLeaf('cbc:EndpointID', known?.id, { schemeID: known?.scheme });
}

/** An identifier whose scheme 30A does not know is written as mutually agreed. */
function namedParty({ identifications: [first], name, legalName }: Party): (XmlNode | undefined)[] {
  return [
    writeIdentification(first && (inNames(first) ?? { id: first.id, scheme: AGREED_SCHEME })),
    group('cac:PartyName', textLeaf('cbc:Name', name ?? legalName ?? NOT_AVAILABLE)),
  ];
}

function writeContact(name: string, contact: Contact | undefined): XmlNode | undefined {
  return group(
    name,
    textLeaf('cbc:Name', contact?.name),
    textLeaf('cbc:Telephone', contact?.telephone),
    textLeaf('cbc:Telefax', contact?.telefax),
    textLeaf('cbc:ElectronicMail', contact?.electronicMail),
  );
}

function writeAddress(address: Address | undefined): XmlNode | undefined {
  const country = address?.country?.trim().toUpperCase();
  const known = country !== undefined && countries.has(country) ? country : undefined;
  return group(
    'cac:PostalAddress',
    textLeaf('cbc:ID', address?.id?.id),
    textLeaf('cbc:StreetName', address?.streetName),
    textLeaf('cbc:AdditionalStreetName', address?.additionalStreetName ?? address?.addressLine),
    textLeaf('cbc:CityName', address?.cityName),
    textLeaf('cbc:PostalZone', address?.postalZone),
    textLeaf('cbc:CountrySubentity', address?.countrySubentity),
    group('cac:Country', textLeaf('cbc:IdentificationCode', known, { listID: 'ISO3166-1:Alpha2' })),
  );
}

function writeShipment(advice: DespatchAdvice, { count }: DespatchedPackages): XmlNode | undefined {
  const carrier = group(
    'cac:CarrierParty',
    group('cac:PartyName', textLeaf('cbc:Name', advice.carrier?.name ?? advice.carrier?.id)),
  );
  return group(
    'cac:Shipment',
    textLeaf('cbc:ID', NOT_AVAILABLE),
    textLeaf('cbc:TotalTransportHandlingUnitQuantity', count > 0 ? String(count) : undefined),
    carrier && group('cac:Consignment', textLeaf('cbc:ID', advice.trackingId ?? NOT_AVAILABLE), carrier),
    group(
      'cac:Delivery',
      textLeaf('cbc:TrackingID', advice.trackingId),
      writePeriod('cac:EstimatedDeliveryPeriod', advice.promisedDelivery),
      writeDespatch(advice),
    ),
  );
}

export function line30A(line: DespatchLine, packages: DespatchedPackages): XmlNode {
  const unit = { unitCode: line.unit, unitCodeListID: 'UNECERec20' };
  // A package in a package has no place: both are handling units.
  const units = packages.of(line).flatMap(({ outer, inner }) => [outer, ...inner].map(writeHandlingUnit));
  return group(
    'cac:DespatchLine',
    textLeaf('cbc:ID', line.id),
    textLeaf('cbc:Note', line.note),
    textLeaf('cbc:DeliveredQuantity', line.quantity, unit),
    ...outstandingNodes(line, unit),
    group('cac:OrderLineReference', textLeaf('cbc:LineID', line.orderLineId)),
    group('cac:Item', ...itemNodes(line.item), ...itemInstances(line)),
    units.length > 0 ? group('cac:Shipment', textLeaf('cbc:ID', NOT_AVAILABLE), ...units) : undefined,
  )!;
}

/** A standard identification without a scheme, which it must have, is left out. */
function itemNodes({ name, sellersId, standardId }: ResponseItem): (XmlNode | undefined)[] {
  const standard = standardId?.scheme ? standardId : undefined;
  const isNamed = Boolean(name?.trim() || sellersId?.trim() || standard);
  return [
    textLeaf('cbc:Name', isNamed ? name : NOT_AVAILABLE),
    group('cac:SellersItemIdentification', textLeaf('cbc:ID', sellersId)),
    group('cac:StandardItemIdentification', textLeaf('cbc:ID', standard?.id, { schemeID: standard?.scheme })),
  ];
}

function writeHandlingUnit({ id, sscc, type, grossWeight }: DespatchPackage): XmlNode | undefined {
  return group(
    'cac:TransportHandlingUnit',
    textLeaf('cbc:ID', sscc ?? id),
    textLeaf('cbc:TransportHandlingUnitTypeCode', type !== undefined && handlingUnits.has(type) ? type : undefined, {
      listID: 'UNECERec21',
    }),
    grossWeight &&
      group(
        'cac:MeasurementDimension',
        textLeaf('cbc:AttributeID', 'AAB'),
        textLeaf('cbc:Measure', grossWeight.value, { unitCode: grossWeight.unit }),
      ),
  );
}
