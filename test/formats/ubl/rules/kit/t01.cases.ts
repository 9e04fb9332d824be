import { anonymous, type Cases } from './cases.ts';
import { addAfter, node, one, remove, setAttribute, setText, type Node } from './document.ts';

const BUYER = 'cac:BuyerCustomerParty/cac:Party';
const SELLER = 'cac:SellerSupplierParty/cac:Party';
const TOTALS = 'cac:AnticipatedMonetaryTotal';
const LINE = 'cac:OrderLine/cac:LineItem';
const LINE_2 = 'cac:OrderLine[2]/cac:LineItem';

function taxSubtotal(category: string): Node {
  return node('cac:TaxSubtotal', [
    node('cbc:TaxAmount', '237.50', { currencyID: 'SEK' }),
    node('cac:TaxCategory', [node('cbc:ID', category), node('cac:TaxScheme', [node('cbc:ID', 'VAT')])]),
  ]);
}

const unit = (code: string) => (order: Node) => setAttribute(order, `${LINE}/cbc:Quantity`, 'unitCode', code);
const QUANTITY_UNIT = '/Order/OrderLine[1]/LineItem/Quantity/@unitCode';

export const t01Cases: Cases = {
  'BII2-T01-R001': {
    spoil: (order) => remove(order, 'cbc:CustomizationID'),
    found: ['BII2-T01-R001 /Order'],
  },
  'BII2-T01-R002': { spoil: (order) => remove(order, 'cbc:ProfileID'), found: ['BII2-T01-R002 /Order'] },
  'BII2-T01-R003': {
    spoil: (order) => remove(order, `${LINE_2}/cbc:ID`),
    found: ['BII2-T01-R003 /Order/OrderLine[2]'],
  },
  'BII2-T01-R004': { spoil: (order) => remove(order, 'cbc:IssueDate'), found: ['BII2-T01-R004 /Order'] },
  'BII2-T01-R005': { spoil: (order) => remove(order, 'cac:ValidityPeriod'), found: ['BII2-T01-R005 /Order'] },
  'BII2-T01-R006': { spoil: (order) => remove(order, 'cbc:ID'), found: ['BII2-T01-R006 /Order'] },
  'BII2-T01-R007': {
    spoil: (order) => remove(order, 'cac:AllowanceCharge[2]/cbc:AllowanceChargeReason'),
    found: ['BII2-T01-R007 /Order/AllowanceCharge[2]'],
  },
  'BII2-T01-R009': { spoil: (order) => remove(order, 'cbc:DocumentCurrencyCode'), found: ['BII2-T01-R009 /Order'] },
  'BII2-T01-R010': {
    spoil: (order) => setText(order, `${LINE_2}/cbc:Quantity`, '-0.01'),
    found: ['BII2-T01-R010 /Order/OrderLine[2]/LineItem/Quantity'],
  },
  'BII2-T01-R011': {
    spoil: (order) => setText(order, `${LINE}/cac:Price/cbc:PriceAmount`, '-70'),
    found: ['BII2-T01-R011 /Order/OrderLine[1]/LineItem/Price/PriceAmount'],
  },
  'BII2-T01-R012': {
    spoil: (order) => setText(order, `${TOTALS}/cbc:PayableAmount`, '-1187.50'),
    found: [
      'BII2-T01-R012 /Order/AnticipatedMonetaryTotal/PayableAmount',
      'BII2-T01-R017 /Order/AnticipatedMonetaryTotal/PayableAmount',
    ],
  },
  'BII2-T01-R013': {
    spoil: (order) => remove(order, `${TOTALS}/cbc:LineExtensionAmount`),
    found: [
      'BII2-T01-R013 /Order/AnticipatedMonetaryTotal',
      'BII2-T01-R014 /Order/AnticipatedMonetaryTotal',
      'BII2-T01-R017 /Order/AnticipatedMonetaryTotal/PayableAmount',
    ],
  },
  'BII2-T01-R014': {
    spoil: (order) => setText(order, `${LINE_2}/cbc:LineExtensionAmount`, '300.01'),
    found: ['BII2-T01-R014 /Order/AnticipatedMonetaryTotal/LineExtensionAmount'],
  },
  'BII2-T01-R015': {
    spoil: (order) => setText(order, 'cac:AllowanceCharge[2]/cbc:Amount', '99.99'),
    found: ['BII2-T01-R015 /Order/AnticipatedMonetaryTotal/AllowanceTotalAmount'],
  },
  'BII2-T01-R016': {
    // 1 means the same as true, but the official test compares text.
    spoil: (order) => setText(order, 'cac:AllowanceCharge[1]/cbc:ChargeIndicator', '1'),
    found: ['BII2-T01-R016 /Order/AnticipatedMonetaryTotal/ChargeTotalAmount'],
  },
  'BII2-T01-R017': {
    spoil: (order) => setText(order, `${TOTALS}/cbc:PayableAmount`, '1187.51'),
    found: ['BII2-T01-R017 /Order/AnticipatedMonetaryTotal/PayableAmount'],
  },
  'BII2-T01-R018': {
    spoil: (order) => setText(order, `${LINE_2}/cbc:TotalTaxAmount`, '75.01'),
    found: ['BII2-T01-R018 /Order/TaxTotal/TaxAmount'],
  },
  'BII2-T01-R019': {
    spoil: (order) => remove(order, `${LINE}/cac:Item/cac:AdditionalItemProperty/cbc:Name`),
    found: ['BII2-T01-R019 /Order/OrderLine[1]/LineItem/Item/AdditionalItemProperty'],
  },
  'BII2-T01-R020': {
    spoil: (order) => remove(order, `${LINE}/cac:Item/cac:AdditionalItemProperty/cbc:Value`),
    found: ['BII2-T01-R020 /Order/OrderLine[1]/LineItem/Item/AdditionalItemProperty'],
  },
  'BII2-T01-R021': { spoil: anonymous(BUYER), found: ['BII2-T01-R021 /Order/BuyerCustomerParty'] },
  'BII2-T01-R022': { spoil: anonymous(SELLER), found: ['BII2-T01-R022 /Order/SellerSupplierParty'] },
  'BII2-T01-R029': {
    spoil: (order) => remove(order, 'cac:OrderLine[1]/cac:LineItem/cbc:Quantity'),
    found: ['R010', 'R029', 'R030'].map((id) => `BII2-T01-${id} /Order/OrderLine[1]`),
  },
  'BII2-T01-R030': {
    spoil: (order) => setAttribute(order, `${LINE}/cbc:Quantity`, 'unitCode'),
    found: ['BII2-T01-R030 /Order/OrderLine[1]/LineItem/Quantity'],
  },
  'BII2-T01-R031': {
    spoil: (order) => (one(order, `${LINE_2}/cac:Item`).children = [node('cbc:Description', 'Pärm')]),
    found: ['BII2-T01-R031 /Order/OrderLine[2]/LineItem/Item'],
  },
  'EUGEN-T01-R011': {
    spoil: (order) => setAttribute(order, `${BUYER}/cbc:EndpointID`, 'schemeID'),
    found: ['EUGEN-T01-R011 /Order/BuyerCustomerParty/Party/EndpointID'],
  },
  'EUGEN-T01-R012': {
    spoil: (order) => setAttribute(order, 'cac:Delivery/cac:DeliveryParty/cac:PartyIdentification/cbc:ID', 'schemeID'),
    found: ['EUGEN-T01-R012 /Order/Delivery/DeliveryParty/PartyIdentification/ID'],
  },
  'EUGEN-T01-R013': {
    spoil: (order) => setAttribute(order, 'cbc:OrderTypeCode', 'listID', 'UNCL1002'),
    found: ['EUGEN-T01-R013 /Order/OrderTypeCode/@listID'],
  },
  'EUGEN-T01-R014': {
    spoil: (order) => setAttribute(order, 'cbc:DocumentCurrencyCode', 'listID'),
    found: ['EUGEN-T01-R014 /Order/DocumentCurrencyCode'],
  },
  'EUGEN-T01-R015': {
    spoil: (order) =>
      setAttribute(order, `${SELLER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`, 'listID', 'ISO3166'),
    found: ['EUGEN-T01-R015 /Order/SellerSupplierParty/Party/PostalAddress/Country/IdentificationCode/@listID'],
  },
  'EUGEN-T01-R016': {
    spoil: (order) => setAttribute(order, `${LINE}/cac:Price/cbc:BaseQuantity`, 'unitCodeListID'),
    found: ['EUGEN-T01-R016 /Order/OrderLine[1]/LineItem/Price/BaseQuantity'],
  },
  'EUGEN-T01-R017': {
    spoil: (order) => setAttribute(order, `${LINE}/cac:Item/cac:ClassifiedTaxCategory/cbc:ID`, 'schemeID'),
    found: ['EUGEN-T01-R017 /Order/OrderLine[1]/LineItem/Item/ClassifiedTaxCategory/ID'],
  },
  'EUGEN-T01-R018': { spoil: (order) => setText(order, 'cbc:Note', ''), found: ['EUGEN-T01-R018 /Order'] },
  'EUGEN-T01-R019': {
    spoil: (order) => {
      remove(order, `${LINE_2}/cbc:LineExtensionAmount`);
      setText(order, `${LINE}/cbc:LineExtensionAmount`, '1000.00');
    },
    found: ['EUGEN-T01-R019 /Order/AnticipatedMonetaryTotal'],
  },
  'OP-T01-R001': {
    spoil: (order) => setText(order, 'cbc:OrderTypeCode', '9999'),
    found: ['OP-T01-R001 /Order/OrderTypeCode'],
  },
  'OP-T01-R002': {
    spoil: (order) => setText(order, 'cbc:DocumentCurrencyCode', 'sek'),
    found: ['OP-T01-R002 /Order/DocumentCurrencyCode'],
  },
  'OP-T01-R003': {
    spoil: (order) => {
      const file = 'cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject';
      setAttribute(order, file, 'mimeCode', 'text/txt');
    },
    found: ['OP-T01-R003 /Order/AdditionalDocumentReference[1]/Attachment/EmbeddedDocumentBinaryObject/@mimeCode'],
  },
  'OP-T01-R004': {
    // The numeric schemes of BIS 3 are not valid in 28A.
    spoil: (order) => setAttribute(order, `${SELLER}/cbc:EndpointID`, 'schemeID', '0007'),
    found: ['OP-T01-R004 /Order/SellerSupplierParty/Party/EndpointID/@schemeID'],
  },
  'OP-T01-R005': {
    spoil: (order) => setAttribute(order, `${SELLER}/cac:PartyIdentification/cbc:ID`, 'schemeID', '0007'),
    found: ['OP-T01-R005 /Order/SellerSupplierParty/Party/PartyIdentification/ID/@schemeID'],
  },
  'OP-T01-R006': {
    spoil: (order) => setText(order, `${BUYER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`, 'XX'),
    found: ['OP-T01-R006 /Order/BuyerCustomerParty/Party/PostalAddress/Country/IdentificationCode'],
  },
  'OP-T01-R007': {
    spoil: (order) => setAttribute(order, `${LINE}/cac:Price/cbc:PriceAmount`, 'currencyID', 'KRONOR'),
    found: ['OP-T01-R007 /Order/OrderLine[1]/LineItem/Price/PriceAmount/@currencyID'],
  },
  'OP-T01-R008': {
    spoil: (order) => addAfter(order, 'cac:TaxTotal/cbc:TaxAmount', taxSubtotal('X')),
    found: ['CL-001-001', 'OP-T01-R008'].map((id) => `${id} /Order/TaxTotal/TaxSubtotal/TaxCategory/ID`),
  },
  'CL-001-001': {
    spoil: (order) => addAfter(order, 'cac:TaxTotal/cbc:TaxAmount', taxSubtotal('s')),
    found: ['CL-001-001', 'OP-T01-R008'].map((id) => `${id} /Order/TaxTotal/TaxSubtotal/TaxCategory/ID`),
  },
  'OP-T01-R009': { spoil: unit('PCE'), found: [`OP-T01-R009 ${QUANTITY_UNIT}`] },
  'OP-T01-R010': { spoil: unit('5C'), found: [`OP-T01-R010 ${QUANTITY_UNIT}`] },
  'OP-T01-R011': { spoil: unit('PK'), found: ['OP-T01-R010', 'OP-T01-R011'].map((id) => `${id} ${QUANTITY_UNIT}`) },
};
