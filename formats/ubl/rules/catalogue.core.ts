import { tree as t19 } from '../generated/t19.core.table.ts';
import { tree as t58 } from '../generated/t58.core.table.ts';
import { coreTree } from './core.ts';

/** The cores of BIS 1A, catalogue and response (official core rules of VA 3.7.0). */

const quantity = 'unitCode! unitCodeListID!';
const amount = 'currencyID currencyCodeListVersionID';
const measure = 'unitCode unitCodeListVersionID';

export const t19Core = coreTree(t19, {
  root: 'Catalogue',
  attributes: {
    'Item/Name': 'languageID',
    'AdditionalItemProperty/Name': 'languageID',
    '/Name': 'languageID',
    Description: 'languageID',
    DocumentDescription: 'languageID',
    Information: 'languageID',
    Keyword: 'languageID',
    Remarks: 'languageID',
    Value: 'languageID',
    WarrantyInformation: 'languageID',
    'SourceCatalogueReference/ID': 'schemeID',
    'StandardItemIdentification/ID': 'schemeID',
    'Certificate/ID': 'schemeID',
    'ClassifiedTaxCategory/ID': 'schemeID!',
    'PartyIdentification/ID': 'schemeID!',
    AttributeID: 'schemeID!',
    CompanyID: 'schemeID!',
    EndpointID: 'schemeID!',
    'TransactionConditions/ActionCode': 'listID',
    ActionCode: 'listID!',
    DocumentTypeCode: 'listID',
    IdentificationCode: 'listID!',
    ItemClassificationCode: 'listID! name',
    PackLevelCode: 'listID!',
    UNDGCode: 'listID!',
    BaseQuantity: quantity,
    ContentUnitQuantity: quantity,
    MaximumOrderQuantity: quantity,
    MaximumQuantity: quantity,
    MinimumOrderQuantity: quantity,
    MinimumQuantity: quantity,
    PackQuantity: quantity,
    Quantity: quantity,
    ValueQuantity: quantity,
    PriceAmount: amount,
    LeadTimeMeasure: measure,
    MaximumMeasure: measure,
    Measure: measure,
    MinimumMeasure: measure,
    EmbeddedDocumentBinaryObject: 'mimeCode format encodingCode characterSetCode uri filename',
  },
  tolerated: [
    'PartyLegalEntity/CompanyLegalForm',
    'PartyLegalEntity/HeadOfficeParty',
    'CatalogueLine/CallForTendersLineReference',
    'CatalogueLine/CallForTendersDocumentReference',
  ],
  uncounted: ['Remarks'],
});

export const t58Core = coreTree(t58, {
  root: 'ApplicationResponse',
  attributes: {
    EndpointID: 'schemeID',
    'PartyIdentification/ID': 'schemeID',
    'DocumentReference/ID': 'schemeID',
    ResponseCode: 'listID',
  },
  tolerated: [],
});
