import type { UblFormatId } from '../../../../../formats/document/order.ts';
import type { CoreNode } from '../../../../../formats/ubl/rules/core.ts';
import { profiles } from '../../../../../formats/ubl/profiles.ts';
import { t16, t19, t58, t71 } from '../../../../../formats/ubl/rules/transactions.ts';
import type { Cases } from './cases.ts';
import { coreDocument } from './core.document.ts';
import type { Node } from './document.ts';
import type { Values } from './model.document.ts';
import { despatchCases, mlrCases } from './bis2.cases.ts';
import { catalogue1aCases, catalogueResponse1aCases } from './t19.bis2.cases.ts';

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
const CATALOGUE_LINE = 'cac:CatalogueLine';
const GOODS = `${CATALOGUE_LINE}/cac:Item`;
const UNIT = `${LINE}/cac:Shipment/cac:TransportHandlingUnit`;

function identified({
  customizations,
  profile,
}: {
  customizations: readonly [string, ...string[]];
  profile: string;
}): Values {
  return { 'cbc:CustomizationID': customizations[0], 'cbc:ProfileID': profile };
}

/** Schemes of the parties, which are at the paths. */
function schemes(endpoints: readonly string[], parties: readonly string[]): Values {
  return Object.fromEntries([
    ...endpoints.map((path) => [`${path}/cbc:EndpointID/@schemeID`, SCHEME.endpoint]),
    ...parties.map((path) => [`${path}/cac:PartyIdentification/cbc:ID/@schemeID`, SCHEME.party]),
  ]);
}

/** Parties of a catalogue. */
function catalogueParties(): Values {
  const parties = ['cac:ProviderParty', 'cac:ReceiverParty'];
  const inside = ['cac:SellerSupplierParty/cac:Party', 'cac:ContractorCustomerParty/cac:Party'];
  const countries = [
    ...parties.flatMap((party) => [
      `${party}/cac:PostalAddress`,
      `${party}/cac:PartyLegalEntity/cac:RegistrationAddress`,
    ]),
    `${inside[0]}/cac:PostalAddress`,
  ].map((address) => `${address}/cac:Country/cbc:IdentificationCode`);
  return {
    ...schemes([...parties, ...inside], [...parties, ...inside]),
    ...Object.fromEntries(
      parties.map((party) => [`${party}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID`, SCHEME.endpoint]),
    ),
    ...Object.fromEntries(
      countries.flatMap((path) => [
        [path, 'SE'],
        [`${path}/@listID`, 'ISO3166-1:Alpha2'],
      ]),
    ),
  };
}

/** Units of a catalogue's line. */
function units(): Values {
  const related = ['Component', 'Accessory', 'Required', 'Replaced'].map(
    (kind) => `cac:${kind}RelatedItem/cbc:Quantity`,
  );
  const priced = ['cbc:MinimumQuantity', 'cbc:MaximumQuantity', 'cac:Price/cbc:BaseQuantity'];
  const quantities = [
    ...[
      'cbc:ContentUnitQuantity',
      'cbc:MinimumOrderQuantity',
      'cbc:MaximumOrderQuantity',
      'cac:ItemComparison/cbc:Quantity',
    ],
    ...related,
    ...priced.map((path) => `cac:RequiredItemLocationQuantity/${path}`),
    ...['cac:Item/cbc:PackQuantity', 'cac:Item/cac:AdditionalItemProperty/cbc:ValueQuantity'],
  ];
  const measures = [
    'cac:RequiredItemLocationQuantity/cbc:LeadTimeMeasure',
    ...['Measure', 'MinimumMeasure', 'MaximumMeasure'].map((name) => `cac:Item/cac:Dimension/cbc:${name}`),
  ];
  return Object.fromEntries([
    ...[...quantities, ...measures].map((path) => [`${CATALOGUE_LINE}/${path}/@unitCode`, 'C62']),
    ...quantities.map((path) => [`${CATALOGUE_LINE}/${path}/@unitCodeListID`, 'UNECERec20']),
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
  catalogue1a: {
    format: 'peppol-1a-catalogue',
    core: t19.core!,
    line: CATALOGUE_LINE,
    values: {
      ...identified(profiles['peppol-1a-catalogue']),
      ...catalogueParties(),
      ...units(),
      'cbc:ActionCode': 'Update',
      'cbc:ActionCode/@listID': 'ACTIONCODE:PEPPOL',
      'cbc:Name/@languageID': 'sv',
      'cac:TradingTerms/cbc:Information/@languageID': 'sv',
      [`${CATALOGUE_LINE}/cbc:ActionCode`]: 'Update',
      [`${CATALOGUE_LINE}/cbc:ActionCode/@listID`]: 'ACTIONCODE:BII2',
      [`${CATALOGUE_LINE}/cbc:OrderableUnit`]: 'C62',
      [`${CATALOGUE_LINE}/cbc:WarrantyInformation/@languageID`]: 'sv',
      [`${CATALOGUE_LINE}/cac:ItemComparison/cbc:PriceAmount/@currencyID`]: 'SEK',
      [`${CATALOGUE_LINE}/cac:RequiredItemLocationQuantity/cac:Price/cbc:PriceAmount/@currencyID`]: 'SEK',
      [`${CATALOGUE_LINE}/cac:RequiredItemLocationQuantity/cac:ApplicableTerritoryAddress/cac:Country/cbc:IdentificationCode`]:
        'SE',
      [`${CATALOGUE_LINE}/cac:RequiredItemLocationQuantity/cac:ApplicableTerritoryAddress/cac:Country/cbc:IdentificationCode/@listID`]:
        'ISO3166-1:Alpha2',
      ...Object.fromEntries(
        [
          ...['cbc:Description', 'cbc:Name', 'cbc:Keyword', 'cac:Dimension/cbc:Description'],
          ...['cac:AdditionalItemProperty/cbc:Name', 'cac:AdditionalItemProperty/cbc:Value'],
          ...['cac:Certificate/cbc:Remarks', 'cac:ItemSpecificationDocumentReference/cbc:DocumentDescription'],
        ].map((path) => [`${GOODS}/${path}/@languageID`, 'sv']),
      ),
      [`${GOODS}/cac:ItemSpecificationDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject/@mimeCode`]:
        'image/png',
      [`${GOODS}/cac:ClassifiedTaxCategory/cbc:ID`]: 'S',
      [`${GOODS}/cac:ClassifiedTaxCategory/cbc:ID/@schemeID`]: 'UNCL5305',
      [`${GOODS}/cac:HazardousItem/cbc:UNDGCode`]: 'ADR',
      [`${GOODS}/cac:HazardousItem/cbc:UNDGCode/@listID`]: 'UNCL8273',
      [`${GOODS}/cac:Dimension/cbc:AttributeID`]: 'AAX',
      [`${GOODS}/cac:Dimension/cbc:AttributeID/@schemeID`]: 'UNCL6313',
    },
    rules: t19.rules,
    cases: catalogue1aCases,
  },
  catalogueResponse1a: {
    format: 'peppol-1a-catalogue-response',
    core: t58.core!,
    line: '',
    values: {
      ...identified(profiles['peppol-1a-catalogue-response']),
      ...schemes(['cac:SenderParty', 'cac:ReceiverParty'], ['cac:SenderParty', 'cac:ReceiverParty']),
      'cac:DocumentResponse/cac:Response/cbc:ResponseCode': 'AP',
      'cac:DocumentResponse/cac:Response/cbc:ResponseCode/@listID': 'UNCL4343',
    },
    rules: t58.rules,
    cases: catalogueResponse1aCases,
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
