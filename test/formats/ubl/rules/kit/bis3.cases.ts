import type { Cases } from './cases.ts';
import { addAfter, node, one, remove, setAttribute, setText, type Node } from './document.ts';

const LINE = 'cac:CatalogueLine';
const PRICED = `${LINE}/cac:RequiredItemLocationQuantity`;
const ITEM = `${LINE}/cac:Item`;
const FIRST_LINE = '/Catalogue/CatalogueLine[1]';
const FIRST_PRICED = `${FIRST_LINE}/RequiredItemLocationQuantity`;
const FIRST_ITEM = `${FIRST_LINE}/Item`;

const texted = (path: string, text: string) => (cart: Node) => setText(cart, path, text);

/** Gives the buyer an identifier of the scheme; which of two rules has `wrong` as its case is the rule's. */
function identified(scheme: string, wrong: string): (cart: Node) => void {
  return (cart) => {
    setText(cart, 'cac:ReceiverParty/cac:PartyIdentification/cbc:ID', wrong);
    setAttribute(cart, 'cac:ReceiverParty/cac:PartyIdentification/cbc:ID', 'schemeID', scheme);
  };
}

const identifiers: readonly [number: string, scheme: string, wrong: string][] = [
  ['R040', '0088', '7300000000012'],
  ['R041', '0192', '123456789'],
  ['R042', '0184', 'DK1234567'],
  ['R043', '0208', '0123456789'],
  ['R044', '0201', 'ÅBCDEF'],
  ['R045', '0210', 'ABCDEF12G34H567'],
  ['R047', '0211', 'IT12345678901'],
  ['R049', '0007', '2220007774'],
  ['R050', '0151', '12345678901'],
  ['R052', '0096', '123456789'],
  ['R053', '0198', '12345678'],
  ['R054', '0106', '1234567'],
  ['R055', '0190', '1234567890'],
  ['R057', '0217', '12345678901'],
];

/** Schemes of VAT numbers, which stand only where an endpoint is. */
function endpoint(scheme: string, wrong: string): (cart: Node) => void {
  return (cart) => {
    setText(cart, 'cac:ReceiverParty/cbc:EndpointID', wrong);
    setAttribute(cart, 'cac:ReceiverParty/cbc:EndpointID', 'schemeID', scheme);
  };
}

const BUYERS_ID = '/Catalogue/ReceiverParty/PartyIdentification/ID';
const BUYERS_ENDPOINT = '/Catalogue/ReceiverParty/EndpointID';

/** PEPPOL-COMMON rules, on the cart. */
export const commonCases: Cases = {
  'PEPPOL-COMMON-R001': {
    spoil: texted(`${ITEM}/cbc:Description`, ' \n'),
    found: [`PEPPOL-COMMON-R001 ${FIRST_ITEM}/Description`],
  },
  'PEPPOL-COMMON-R003': {
    spoil: (cart) =>
      cart.attributes.push({
        local: 'schemaLocation',
        uri: 'http://www.w3.org/2001/XMLSchema-instance',
        value: 'urn:x x.xsd',
      }),
    found: ['PEPPOL-COMMON-R003 /Catalogue', 'PEPPOL-T77-B00109 /Catalogue'],
  },
  'PEPPOL-COMMON-R030': {
    spoil: texted(`${LINE}/cac:LineValidityPeriod/cbc:EndDate`, '2026-03-04+01:00'),
    found: [`PEPPOL-COMMON-R030 ${FIRST_LINE}/LineValidityPeriod/EndDate`],
  },
  ...Object.fromEntries(
    identifiers.map(([number, scheme, wrong]) => [
      `PEPPOL-COMMON-${number}`,
      { spoil: identified(scheme, wrong), found: [`PEPPOL-COMMON-${number} ${BUYERS_ID}`] },
    ]),
  ),
  'PEPPOL-COMMON-R046': {
    // A cart may not have the scheme at all.
    spoil: endpoint('9907', '1234567890'),
    found: [`PEPPOL-COMMON-R046 ${BUYERS_ENDPOINT}`, `PEPPOL-T77-B02202 ${BUYERS_ENDPOINT}/@schemeID`],
  },
  'PEPPOL-COMMON-R056-1': {
    spoil: endpoint('9944', 'NL123456789B1'),
    found: [`PEPPOL-COMMON-R056-1 ${BUYERS_ENDPOINT}`],
  },
  'PEPPOL-COMMON-R056-2': {
    // A cart has no PartyTaxScheme; the rule is tested wherever one is.
    spoil: (cart) =>
      addAfter(
        cart,
        'cac:ReceiverParty/cac:PartyIdentification',
        node('cac:PartyTaxScheme', [
          node('cbc:CompanyID', 'NL12345678B12'),
          node('cac:TaxScheme', [node('cbc:ID', 'VAT')]),
        ]),
      ),
    found: [
      'PEPPOL-COMMON-R056-2 /Catalogue/ReceiverParty/PartyTaxScheme/CompanyID',
      'PEPPOL-T77-B02102 /Catalogue/ReceiverParty/PartyTaxScheme',
    ],
  },
};

/** PEPPOL-T77-R rules of the Punch Out 3 cart. */
export const t77Bis3Cases: Cases = {
  'PEPPOL-T77-R001': {
    spoil: texted('cac:ValidityPeriod/cbc:EndDate', '2026-02-01'),
    found: ['PEPPOL-T77-R001 /Catalogue/ValidityPeriod/EndDate'],
  },
  'PEPPOL-T77-R002': {
    spoil: texted(`${PRICED}/cac:DeliveryUnit/cbc:BatchQuantity`, '0'),
    found: [`PEPPOL-T77-R002 ${FIRST_PRICED}/DeliveryUnit/BatchQuantity`],
  },
  'PEPPOL-T77-R003': {
    spoil: texted(`${PRICED}/cac:Price/cbc:PriceAmount`, '-0.01'),
    found: [`PEPPOL-T77-R003 ${FIRST_PRICED}/Price/PriceAmount`],
  },
  'PEPPOL-T77-R004': {
    spoil: (cart) => remove(cart, `${LINE}[2]/cac:Item/cac:SellersItemIdentification`),
    found: ['PEPPOL-T77-R004 /Catalogue/CatalogueLine[2]/Item'],
  },
  'PEPPOL-T77-R005': {
    spoil: (cart) =>
      addAfter(
        cart,
        `${ITEM}/cac:ItemSpecificationDocumentReference`,
        structuredClone(one(cart, `${ITEM}/cac:ItemSpecificationDocumentReference`)),
      ),
    found: [`PEPPOL-T77-R005 ${FIRST_ITEM}`],
  },
  'PEPPOL-T77-R006': {
    spoil: (cart) => setAttribute(cart, `${PRICED}/cac:Price/cbc:BaseQuantity`, 'unitCode', 'C62'),
    found: [`PEPPOL-T77-R006 ${FIRST_PRICED}/Price/BaseQuantity/@unitCode`],
  },
  'PEPPOL-T77-R007': {
    spoil: texted(`${LINE}[2]/cac:Item/cac:AdditionalItemProperty/cbc:Value`, 'nej'),
    found: ['PEPPOL-T77-R007 /Catalogue/CatalogueLine[2]/Item/AdditionalItemProperty[1]/Value'],
  },
  'PEPPOL-T77-R008': {
    spoil: (cart) => {
      setText(cart, `${ITEM}/cac:ClassifiedTaxCategory/cbc:ID`, 'Z');
      remove(cart, `${LINE}[1]/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent`);
    },
    found: ['PEPPOL-T77-B09102', 'PEPPOL-T77-R008'].map((id) => `${id} ${FIRST_ITEM}/ClassifiedTaxCategory`),
  },
  'PEPPOL-T77-R009': {
    spoil: texted(`${ITEM}/cac:ClassifiedTaxCategory/cbc:Percent`, '0'),
    found: [`PEPPOL-T77-R009 ${FIRST_ITEM}/ClassifiedTaxCategory/Percent`],
  },
  'PEPPOL-T77-R010': {
    // A document with another identifier is no cart of this BIS, so the rule is for one that stands where none belongs.
    spoil: (cart) => one(cart, 'cac:ReferencedContract').children.push(node('cbc:CustomizationID', 'urn:example:cart')),
    found: ['PEPPOL-T77-B01101', 'PEPPOL-T77-R010'].map((id) => `${id} /Catalogue/ReferencedContract/CustomizationID`),
  },
};
