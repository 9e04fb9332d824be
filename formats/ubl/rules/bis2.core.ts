import { tree as t01 } from '../generated/t01.core.table.ts';
import { tree as t76 } from '../generated/t76.core.table.ts';
import { coreTree, type CoreFacts } from './core.ts';

/** The cores of BIS 28A and 3A (official core rules of VA 3.7.0). */

const amount = 'currencyID currencyCodeListVersionID';
const quantity = 'unitCode! unitCodeListID!';
const scheme = 'schemeID!';
const list = 'listID!';

/** Attributes by end of path, for both transactions. */
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
