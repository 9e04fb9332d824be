import { anonymous, type Cases } from './cases.ts';
import { node, one, remove, setText } from './document.ts';

const LINE = 'cac:DespatchLine[1]';
const line = '/DespatchAdvice/DespatchLine[1]';

/** PEPPOL-T16-R rules of the BIS 3 despatch advice. What the model (B) and UBL say besides is not listed. */
export const despatchCases: Cases = {
  'PEPPOL-T16-R003': {
    spoil: (advice) => {
      remove(advice, `${LINE}/cac:Item/cac:SellersItemIdentification`);
      remove(advice, `${LINE}/cac:Item/cac:StandardItemIdentification`);
    },
    found: [`PEPPOL-T16-R003 ${line}/Item`],
  },
  'PEPPOL-T16-R004': {
    spoil: (advice) => remove(advice, `${LINE}/cac:Item/cbc:Name`),
    found: [`PEPPOL-T16-R004 ${line}`],
  },
  'PEPPOL-T16-R005': {
    spoil: (advice) => remove(advice, `${LINE}/cbc:DeliveredQuantity`),
    found: ['R005', 'R006'].map((number) => `PEPPOL-T16-${number} ${line}`),
  },
  'PEPPOL-T16-R006': {
    spoil: (advice) => setText(advice, `${LINE}/cbc:DeliveredQuantity`, '-1'),
    found: [`PEPPOL-T16-R006 ${line}/DeliveredQuantity`],
  },
  'PEPPOL-T16-R007': {
    spoil: (advice) => remove(advice, `${LINE}/cbc:OutstandingReason`),
    found: [`PEPPOL-T16-R007 ${line}/OutstandingQuantity`],
  },
  'PEPPOL-T16-R008': {
    spoil: anonymous('cac:BuyerCustomerParty/cac:Party'),
    found: ['PEPPOL-T16-R008 /DespatchAdvice/BuyerCustomerParty'],
  },
  'PEPPOL-T16-R009': {
    spoil: anonymous('cac:SellerSupplierParty/cac:Party'),
    found: ['PEPPOL-T16-R009 /DespatchAdvice/SellerSupplierParty'],
  },
  'PEPPOL-T16-R010': {
    spoil: anonymous('cac:OriginatorCustomerParty/cac:Party'),
    found: ['PEPPOL-T16-R010 /DespatchAdvice/OriginatorCustomerParty'],
  },
  'PEPPOL-T16-R011': {
    // A document with another identifier is of another type, so the rule is for one that stands where none belongs.
    spoil: (advice) => one(advice, 'cac:Shipment').children.push(node('cbc:CustomizationID', 'urn:example')),
    found: ['PEPPOL-T16-R011 /DespatchAdvice/Shipment/CustomizationID'],
  },
};
