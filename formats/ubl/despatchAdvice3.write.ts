import type { DespatchAdvice, DespatchLine, DespatchPackage } from '../document/despatchAdvice.ts';
import type { Party } from '../document/order.ts';
import { group, type XmlNode } from '../xml/writer.ts';
import {
  identifiedItem,
  itemNodes,
  namedParty,
  NOT_AVAILABLE,
  writeContact,
  writeIdentity,
  writePeriod,
  writePostalAddress,
  writeTradingParty,
} from './blocks3.write.ts';
import { textLeaf } from './cart.blocks.ts';
import { itemInstances, outstandingNodes, writeDespatch } from './despatch.blocks.ts';
import type { DespatchedPackages, HandlingUnit } from './despatchedPackages.ts';
import { codeLists } from './generated/bis3.codes.ts';
import { profiles } from './profiles.ts';

/** The despatch advice of BIS 3 (T16, release 2026.5): its header, and one line. */

export function header3(advice: DespatchAdvice, packages: DespatchedPackages): (XmlNode | undefined)[] {
  const { customizations, profile } = profiles['peppol-3-despatch-advice'];
  const { buyer, seller, originator } = advice;
  return [
    textLeaf('cbc:CustomizationID', customizations[0]),
    textLeaf('cbc:ProfileID', profile),
    textLeaf('cbc:ID', advice.number),
    textLeaf('cbc:IssueDate', advice.issueDate),
    textLeaf('cbc:IssueTime', advice.issueTime),
    textLeaf('cbc:Note', advice.note),
    group('cac:OrderReference', textLeaf('cbc:ID', advice.orderNumber)),
    group('cac:DespatchSupplierParty', writeTradingParty(seller, {}, writeContact('cac:Contact', seller.contact))),
    // The place has no number of its own here: it stands as that of the consignee.
    group(
      'cac:DeliveryCustomerParty',
      writeTradingParty(buyer, { identification: advice.deliveryAddress?.id, address: advice.deliveryAddress }),
    ),
    group('cac:BuyerCustomerParty', group('cac:Party', ...namedParty(buyer), writePostalAddress(buyer.address))),
    originator && group('cac:OriginatorCustomerParty', group('cac:Party', ...namedParty(originator))),
    writeShipment(advice, packages),
  ];
}

function writeShipment(advice: DespatchAdvice, { count }: DespatchedPackages): XmlNode | undefined {
  const { carrier, deliveryParty } = advice;
  const carrierParty = group(
    'cac:CarrierParty',
    group('cac:PartyIdentification', textLeaf('cbc:ID', carrier?.id)),
    group('cac:PartyName', textLeaf('cbc:Name', carrier?.name)),
  );
  return group(
    'cac:Shipment',
    textLeaf('cbc:ID', NOT_AVAILABLE),
    textLeaf('cbc:TotalTransportHandlingUnitQuantity', count > 0 ? String(count) : undefined),
    carrierParty && group('cac:Consignment', textLeaf('cbc:ID', advice.trackingId ?? NOT_AVAILABLE), carrierParty),
    group(
      'cac:Delivery',
      textLeaf('cbc:TrackingID', advice.trackingId),
      writePeriod('cac:EstimatedDeliveryPeriod', advice.promisedDelivery),
      deliveryParty && writeDeliveryParty(deliveryParty),
      writeDespatch(advice),
    ),
  );
}

/** To whom the consignee forwards the goods. */
function writeDeliveryParty(party: Party): XmlNode | undefined {
  const { name, legalName, identifications } = party;
  return group(
    'cac:DeliveryParty',
    writeIdentity(identifications[0]),
    group('cac:PartyName', textLeaf('cbc:Name', name ?? legalName ?? NOT_AVAILABLE)),
    writePostalAddress(party.address),
    writeContact('cac:Contact', party.contact),
  );
}

export function line3(line: DespatchLine, packages: DespatchedPackages): XmlNode {
  const { unit } = line;
  const units = packages.of(line).map(writeHandlingUnit);
  return group(
    'cac:DespatchLine',
    textLeaf('cbc:ID', line.id),
    textLeaf('cbc:Note', line.note),
    textLeaf('cbc:DeliveredQuantity', line.quantity, { unitCode: unit }),
    ...outstandingNodes(line, { unitCode: unit }),
    group('cac:OrderLineReference', textLeaf('cbc:LineID', line.orderLineId)),
    group('cac:Item', ...itemNodes(identifiedItem(line.item)), ...itemInstances(line)),
    units.length > 0 ? group('cac:Shipment', textLeaf('cbc:ID', NOT_AVAILABLE), ...units) : undefined,
  )!;
}

function writeHandlingUnit({ outer, inner }: HandlingUnit): XmlNode | undefined {
  const weight = outer.grossWeight;
  const measured = group(
    'cac:MeasurementDimension',
    textLeaf('cbc:AttributeID', 'AAB'),
    textLeaf('cbc:Measure', weight?.value, { unitCode: weight?.unit }),
  );
  return group(
    'cac:TransportHandlingUnit',
    textLeaf('cbc:ID', outer.sscc ?? outer.id, { schemeID: outer.sscc === undefined ? undefined : 'SSCC' }),
    textLeaf('cbc:TransportHandlingUnitTypeCode', typeCode(outer)),
    weight && measured,
    ...inner.map((each) =>
      group('cac:Package', textLeaf('cbc:ID', each.sscc ?? each.id), textLeaf('cbc:PackagingTypeCode', typeCode(each))),
    ),
  );
}

/** A type that the list does not have is left out. */
function typeCode({ type }: DespatchPackage): string | undefined {
  return type !== undefined && codeLists.UNECERec21.has(type) ? type : undefined;
}
