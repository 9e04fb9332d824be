import type { UblFormatId } from '../../../../../formats/document/order.ts';
import type { CoreNode } from '../../../../../formats/ubl/rules/core.ts';
import { profiles } from '../../../../../formats/ubl/profiles.ts';
import { t16, t71 } from '../../../../../formats/ubl/rules/transactions.ts';
import type { Cases } from './cases.ts';
import { coreDocument } from './core.document.ts';
import type { Node } from './document.ts';
import type { Values } from './model.document.ts';
import { despatchCases, mlrCases } from './bis2.cases.ts';

/** A document type of BIS 2 that is made from its core, with what a document that has all of it needs to break no rule. */
interface Bis2Document {
  readonly format: UblFormatId;
  readonly core: CoreNode;
  readonly line: string;
  readonly values: Values;
  readonly rules: readonly { readonly id: string; readonly severity: string }[];
  readonly cases: Cases;
}

const SCHEME = { endpoint: 'SE:ORGNR', party: 'GLN' };
const LINE = 'cac:DespatchLine';
const UNIT = `${LINE}/cac:Shipment/cac:TransportHandlingUnit`;

function identified({ customizations, profile }: { customizations: readonly [string]; profile: string }): Values {
  return { 'cbc:CustomizationID': customizations[0], 'cbc:ProfileID': profile };
}

/** Schemes of the parties, which are at the paths. */
function schemes(endpoints: readonly string[], parties: readonly string[]): Values {
  return Object.fromEntries([
    ...endpoints.map((path) => [`${path}/cbc:EndpointID/@schemeID`, SCHEME.endpoint]),
    ...parties.map((path) => [`${path}/cac:PartyIdentification/cbc:ID/@schemeID`, SCHEME.party]),
  ]);
}

export const bis2Documents = {
  despatch30a: {
    format: 'peppol-30a-despatch-advice',
    core: t16.core!,
    line: LINE,
    values: {
      ...identified(profiles['peppol-30a-despatch-advice']),
      ...schemes(
        ['DespatchSupplierParty', 'DeliveryCustomerParty'].map((role) => `cac:${role}/cac:Party`),
        [
          'DespatchSupplierParty',
          'DeliveryCustomerParty',
          'BuyerCustomerParty',
          'SellerSupplierParty',
          'OriginatorCustomerParty',
        ].map((role) => `cac:${role}/cac:Party`),
      ),
      'cac:DeliveryCustomerParty/cac:Party/cac:PostalAddress/cac:Country/cbc:IdentificationCode': 'SE',
      'cac:Shipment/cac:Delivery/cac:Despatch/cac:DespatchAddress/cac:Country/cbc:IdentificationCode': 'SE',
      [`${LINE}/cbc:DeliveredQuantity/@unitCode`]: 'C62',
      [`${LINE}/cbc:DeliveredQuantity/@unitCodeListID`]: 'UNECERec20',
      [`${LINE}/cbc:OutstandingQuantity/@unitCode`]: 'C62',
      [`${LINE}/cbc:OutstandingQuantity/@unitCodeListID`]: 'UNECERec20',
      [`${LINE}/cac:Item/cac:HazardousItem/cbc:UNDGCode`]: 'ADR',
      [`${LINE}/cac:Item/cac:HazardousItem/cbc:UNDGCode/@listID`]: 'UNCL8273',
      [`${UNIT}/cbc:TransportHandlingUnitTypeCode`]: 'PK',
      [`${UNIT}/cbc:TransportHandlingUnitTypeCode/@listID`]: 'UNECERec21',
      [`${UNIT}/cac:MeasurementDimension/cbc:AttributeID`]: 'AAB',
      [`${UNIT}/cac:MeasurementDimension/cbc:Measure/@unitCode`]: 'KGM',
    },
    rules: t16.rules,
    cases: despatchCases,
  },
  mlr36a: {
    format: 'peppol-36a-mlr',
    core: t71.core!,
    line: '',
    values: {
      ...identified(profiles['peppol-36a-mlr']),
      ...schemes(['cac:SenderParty', 'cac:ReceiverParty'], ['cac:SenderParty', 'cac:ReceiverParty']),
      'cac:DocumentResponse/cac:Response/cbc:ResponseCode': 'RE',
      'cac:DocumentResponse/cac:Response/cbc:ResponseCode/@listID': 'UNCL4343',
      'cac:DocumentResponse/cac:DocumentReference/cbc:DocumentTypeCode': '220',
      'cac:DocumentResponse/cac:DocumentReference/cbc:DocumentTypeCode/@listID': 'UNCL1001',
      'cac:DocumentResponse/cac:LineResponse/cac:Response/cbc:ResponseCode/@listID': 'UNCL4343',
      'cac:DocumentResponse/cac:LineResponse/cac:Response/cac:Status/cbc:StatusReasonCode': 'BV',
      'cac:DocumentResponse/cac:LineResponse/cac:Response/cac:Status/cbc:StatusReasonCode/@listID': 'PEPPOLSTATUS',
    },
    rules: t71.rules,
    cases: mlrCases,
  },
} as const satisfies Record<string, Bis2Document>;

export type Bis2Name = keyof typeof bis2Documents;

/** A fresh document with the whole core of its type, which breaks no rule. */
export function bis2Fixture(name: Bis2Name): Node {
  const { core, line, values } = bis2Documents[name];
  return coreDocument(core, line, values);
}
