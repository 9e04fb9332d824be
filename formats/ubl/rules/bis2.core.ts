import { tree as t01 } from '../generated/t01.core.table.ts';
import { tree as t16 } from '../generated/t16.core.table.ts';
import { tree as t71 } from '../generated/t71.core.table.ts';
import { tree as t76 } from '../generated/t76.core.table.ts';
import { coreTree, type CoreFacts } from './core.ts';

/** The cores of BIS 28A, 3A, 30A and 36A (official core rules of VA 3.7.0). */

const amount = 'currencyID currencyCodeListVersionID';
const quantity = 'unitCode! unitCodeListID!';
const scheme = 'schemeID!';
const list = 'listID!';

/** Attributes by end of path, for order and order response. */
const attributes: CoreFacts['attributes'] = {
  Amount: amount,
  AllowanceTotalAmount: amount,
  BaseAmount: amount,
  ChargeTotalAmount: amount,
  LineExtensionAmount: amount,
  PayableAmount: amount,
  PayableRoundingAmount: amount,
  PrepaidAmount: amount,
  PriceAmount: amount,
  TaxAmount: amount,
  TaxExclusiveAmount: amount,
  TaxInclusiveAmount: amount,
  TotalTaxAmount: amount,
  BaseQuantity: quantity,
  Quantity: quantity,
  ValueQuantity: quantity,
  EmbeddedDocumentBinaryObject: 'mimeCode format encodingCode characterSetCode uri filename',
  EndpointID: scheme,
  'PartyIdentification/ID': scheme,
  'ClassifiedTaxCategory/ID': scheme,
  'BuyerCustomerParty/Party/PartyLegalEntity/CompanyID': 'schemeID',
  'BuyerCustomerParty/Party/PartyTaxScheme/CompanyID': 'schemeID',
  'DeliveryLocation/Address/ID': 'schemeID',
  'DeliveryTerms/ID': 'schemeID',
  'StandardItemIdentification/ID': 'schemeID',
  DocumentCurrencyCode: list,
  IdentificationCode: list,
  LineStatusCode: list,
  OrderResponseCode: list,
  OrderTypeCode: list,
  ItemClassificationCode: 'listID',
};

const lineItem = ['LineReference', 'ItemPriceExtension', 'TaxTotal'];

export const t01Core = coreTree(t01, {
  root: 'Order',
  attributes,
  fixed: { 'TaxScheme/ID': 'VAT' },
  // The official file names HeadOfficeParty wrongly and forgets the others.
  tolerated: [
    'PartyLegalEntity/CompanyLegalForm',
    'PartyLegalEntity/HeadOfficeParty',
    ...lineItem.map((each) => `LineItem/${each}`),
  ],
  uncounted: ['DeliveryTerms', 'SpecialTerms'],
});

export const t76Core = coreTree(t76, {
  root: 'OrderResponse',
  attributes,
  tolerated: lineItem.flatMap((each) => [`LineItem/${each}`, `SellerSubstitutedLineItem/${each}`]),
});

const agency = 'schemeID schemeAgencyID schemeAgencyName';
const party = 'schemeID! schemeAgencyID schemeAgencyName';
const delivered = 'unitCode unitCodeListID unitCodeListAgencyID unitCodeListAgencyName';
const measure = 'unitCode unitCodeListVersionID';

export const t16Core = coreTree(t16, {
  root: 'DespatchAdvice',
  attributes: {
    CustomizationID: 'schemeID',
    ProfileID: 'schemeID',
    'Consignment/ID': agency,
    'PostalAddress/ID': agency,
    'Shipment/ID': agency,
    'StandardItemIdentification/ID': agency,
    'TransportHandlingUnit/ID': agency,
    AttributeID: agency,
    HazardClassID: agency,
    LotNumberID: agency,
    SerialID: agency,
    EndpointID: party,
    'PartyIdentification/ID': party,
    DeliveredQuantity: delivered,
    OutstandingQuantity: delivered,
    GrossVolumeMeasure: measure,
    GrossWeightMeasure: measure,
    Measure: measure,
    IdentificationCode: 'listID',
    TransportHandlingUnitTypeCode: 'listID listAgencyID listAgencyName listVersionID',
    UNDGCode: 'listID listAgencyID listAgencyName listVersionID name',
  },
  fixed: { UBLVersionID: '2.1' },
  tolerated: [
    ...['CustomsDeclaration', 'TransportEvent', 'ChildConsignmentQuantity', 'TotalPackagesQuantity'].map(
      (each) => `Consignment/${each}`,
    ),
    'TransportHandlingUnit/CustomsDeclaration',
  ],
  uncounted: ['OutstandingReason', 'Information'],
});

export const t71Core = coreTree(t71, {
  root: 'ApplicationResponse',
  attributes: {
    EndpointID: scheme,
    'PartyIdentification/ID': scheme,
    DocumentTypeCode: list,
    ResponseCode: list,
    StatusReasonCode: list,
  },
  tolerated: ['Status/Condition'],
  uncounted: ['Status'],
});
