import type { Cases } from './cases.ts';
import { addAfter, all, node, remove, setAttribute, setText, type Node } from './document.ts';

const LINE = 'cac:CatalogueLine';
const PRICED = `${LINE}/cac:RequiredItemLocationQuantity`;
const ITEM = `${LINE}/cac:Item`;
const FIRST_LINE = '/Catalogue/CatalogueLine[1]';
const FIRST_PRICED = `${FIRST_LINE}/RequiredItemLocationQuantity`;
const FIRST_ITEM = `${FIRST_LINE}/Item`;
const BATCH = `${FIRST_PRICED}/DeliveryUnit/BatchQuantity`;
const SELLER = '/Catalogue/ProviderParty';

const twice = (path: string, made: () => Node) => (cart: Node) => addAfter(cart, path, made());
const remover = (path: string) => (cart: Node) => remove(cart, path);
const texted = (path: string, text: string) => (cart: Node) => setText(cart, path, text);
const coded = (path: string, attribute: string, value?: string) => (cart: Node) =>
  setAttribute(cart, path, attribute, value);

function withoutCurrency(cart: Node): void {
  remove(cart, `${PRICED}/cac:Price`);
}

/** Rules of the cart of BIS 18A. */
export const t77Cases: Cases = {
  'BII3-T77-R001': {
    spoil: remover('cbc:CustomizationID'),
    found: ['BII3-T77-R001 /Catalogue', 'EUGEN-T77-R001 /Catalogue'],
  },
  'BII3-T77-R002': {
    spoil: remover('cbc:ProfileID'),
    found: ['BII3-T77-R002 /Catalogue', 'EUGEN-T77-R002 /Catalogue'],
  },
  'BII3-T77-R003': {
    spoil: remover('cbc:IssueDate'),
    found: ['BII3-T77-R003 /Catalogue', 'EUGEN-T77-R003 /Catalogue/ValidityPeriod/EndDate'],
  },
  'BII3-T77-R004': { spoil: remover('cbc:IssueTime'), found: ['BII3-T77-R004 /Catalogue'] },
  'BII3-T77-R005': { spoil: remover('cbc:ID'), found: ['BII3-T77-R005 /Catalogue'] },
  'BII3-T77-R009': { spoil: remover(`${LINE}[1]/cbc:ID`), found: [`BII3-T77-R009 ${FIRST_LINE}`] },
  'BII3-T77-R010': {
    spoil: texted(`${PRICED}/cac:DeliveryUnit/cbc:BatchQuantity`, '-1'),
    found: [`BII3-T77-R010 ${BATCH}`],
  },
  'BII3-T77-R011': {
    spoil: texted(`${PRICED}/cac:Price/cbc:PriceAmount`, '-0.01'),
    found: [`BII3-T77-R011 ${FIRST_PRICED}/Price/PriceAmount`],
  },
  'BII3-T77-R012': {
    spoil: remover(`${LINE}[2]/cac:Item/cac:SellersItemIdentification`),
    found: ['BII3-T77-R012 /Catalogue/CatalogueLine[2]/Item'],
  },
  'BII3-T77-R013': { spoil: remover(`${LINE}[1]/cac:Item/cbc:Name`), found: [`BII3-T77-R013 ${FIRST_ITEM}`] },
  'BII3-T77-R015': {
    spoil: remover(`${LINE}[1]/cac:Item/cac:ClassifiedTaxCategory`),
    found: ['R015', 'R028', 'R029'].map((number) => `BII3-T77-${number} ${FIRST_ITEM}`),
  },
  'BII3-T77-R016': {
    spoil: withoutCurrency,
    found: [
      'BII3-T77-R016 /Catalogue',
      `EUGEN-T77-R009 ${FIRST_PRICED}`,
      'EUGEN-T77-R009 /Catalogue/CatalogueLine[2]/RequiredItemLocationQuantity',
    ],
  },
  'BII3-T77-R017': {
    spoil: (cart) =>
      addAfter(cart, 'cac:ValidityPeriod', node('cac:ValidityPeriod', [node('cbc:EndDate', '2026-04-01')])),
    found: ['BII3-T77-R017 /Catalogue'],
  },
  'BII3-T77-R018': { spoil: remover('cac:ProviderParty/cac:PartyName'), found: [`BII3-T77-R018 ${SELLER}`] },
  'BII3-T77-R019': { spoil: remover('cac:ProviderParty/cac:PartyIdentification'), found: [`BII3-T77-R019 ${SELLER}`] },
  'BII3-T77-R020': {
    spoil: twice('cac:ReceiverParty/cac:PartyName', () => node('cac:PartyName', [node('cbc:Name', 'Skolan')])),
    found: ['BII3-T77-R020 /Catalogue/ReceiverParty'],
  },
  'BII3-T77-R021': {
    spoil: twice(`${PRICED}/cac:DeliveryUnit`, () =>
      node('cac:DeliveryUnit', [node('cbc:BatchQuantity', '3', { unitCode: 'H87' })]),
    ),
    found: [`BII3-T77-R021 ${FIRST_LINE}`],
  },
  'BII3-T77-R022': {
    spoil: (cart) => {
      const related = (): Node => node('cac:ComponentRelatedItem', [node('cbc:ID', 'SD-18')]);
      addAfter(cart, `${LINE}/cac:LineValidityPeriod`, related(), related());
    },
    found: [`BII3-T77-R022 ${FIRST_LINE}`],
  },
  'BII3-T77-R023': {
    spoil: twice(`${ITEM}/cbc:Description`, () => node('cbc:Description', 'Sladdlös')),
    found: [`BII3-T77-R023 ${FIRST_ITEM}`],
  },
  'BII3-T77-R024': {
    // UBL lets the identification stand only once, so this breaks its structure too.
    spoil: twice(`${ITEM}/cac:ManufacturersItemIdentification`, () =>
      node('cac:ManufacturersItemIdentification', [node('cbc:ID', 'x')]),
    ),
    found: [`BII3-T77-R024 ${FIRST_ITEM}`],
  },
  'BII3-T77-R025': {
    spoil: twice(`${ITEM}/cac:ItemSpecificationDocumentReference`, () =>
      node('cac:ItemSpecificationDocumentReference', [node('cbc:ID', 'blad.pdf')]),
    ),
    found: [`BII3-T77-R025 ${FIRST_ITEM}`],
  },
  'BII3-T77-R026': {
    spoil: twice(`${ITEM}/cac:ItemSpecificationDocumentReference/cbc:DocumentDescription`, () =>
      node('cbc:DocumentDescription', 'från sidan'),
    ),
    found: [`BII3-T77-R026 ${FIRST_ITEM}`],
  },
  'BII3-T77-R027': {
    spoil: twice(`${ITEM}/cac:ManufacturerParty`, () =>
      node('cac:ManufacturerParty', [node('cac:PartyName', [node('cbc:Name', 'En annan')])]),
    ),
    found: [`BII3-T77-R027 ${FIRST_ITEM}`],
  },
  'BII3-T77-R028': {
    spoil: remover(`${LINE}[2]/cac:Item/cac:ClassifiedTaxCategory/cbc:ID`),
    found: ['BII3-T77-R028 /Catalogue/CatalogueLine[2]/Item'],
  },
  'BII3-T77-R029': {
    spoil: remover(`${LINE}[2]/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent`),
    found: ['BII3-T77-R029 /Catalogue/CatalogueLine[2]/Item'],
  },
  'BII3-T77-R031': {
    spoil: coded(`${ITEM}/cac:CommodityClassification/cbc:ItemClassificationCode`, 'listID'),
    found: [`BII3-T77-R031 ${FIRST_ITEM}/CommodityClassification/ItemClassificationCode`],
  },
  'CL-T77-R001': {
    spoil: coded(
      `${ITEM}/cac:ItemSpecificationDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject`,
      'mimeCode',
      'image/jpg',
    ),
    found: [
      `CL-T77-R001 ${FIRST_ITEM}/ItemSpecificationDocumentReference/Attachment/EmbeddedDocumentBinaryObject/@mimeCode`,
    ],
  },
  'CL-T77-R002': {
    spoil: texted(`${ITEM}/cac:ClassifiedTaxCategory/cbc:ID`, 'K'),
    found: [`CL-T77-R002 ${FIRST_ITEM}/ClassifiedTaxCategory/ID`],
  },
  'CL-T77-R003': {
    spoil: texted('cbc:ActionCode', '1'),
    found: ['CL-T77-R003 /Catalogue/ActionCode', 'EUGEN-T77-R004 /Catalogue/ActionCode'],
  },
  'CL-T77-R004': {
    spoil: coded(`${ITEM}/cac:CommodityClassification/cbc:ItemClassificationCode`, 'listID', 'TST'),
    found: [`CL-T77-R004 ${FIRST_ITEM}/CommodityClassification/ItemClassificationCode/@listID`],
  },
  'CL-T77-R005': {
    spoil: coded(`${PRICED}/cac:Price/cbc:PriceAmount`, 'currencyID', 'KR'),
    found: [`CL-T77-R005 ${FIRST_PRICED}/Price/PriceAmount/@currencyID`],
  },
  'CL-T77-R006': {
    spoil: texted(`${ITEM}/cac:OriginCountry/cbc:IdentificationCode`, 'SWE'),
    found: [`CL-T77-R006 ${FIRST_ITEM}/OriginCountry/IdentificationCode`],
  },
  'EUGEN-T77-R001': {
    spoil: (cart) => {
      const [id] = all(cart, 'cbc:CustomizationID');
      id!.text += ':extended:urn:example:1.0';
    },
    found: ['EUGEN-T77-R001 /Catalogue/CustomizationID'],
  },
  'EUGEN-T77-R002': {
    spoil: texted('cbc:ProfileID', 'urn:www.cenbii.eu:profile:bii28:ver2.0'),
    found: ['EUGEN-T77-R002 /Catalogue/ProfileID'],
  },
  'EUGEN-T77-R003': {
    spoil: texted('cac:ValidityPeriod/cbc:EndDate', '2026-02-01'),
    found: ['EUGEN-T77-R003 /Catalogue/ValidityPeriod/EndDate'],
  },
  'EUGEN-T77-R004': {
    spoil: texted('cbc:ActionCode', ' true '),
    found: ['EUGEN-T77-R004 /Catalogue/ActionCode'],
  },
  'EUGEN-T77-R006': { spoil: remover('cac:ProviderParty/cbc:EndpointID'), found: ['EUGEN-T77-R006 /Catalogue'] },
  'EUGEN-T77-R007': { spoil: remover('cac:ReceiverParty/cbc:EndpointID'), found: ['EUGEN-T77-R007 /Catalogue'] },
  'EUGEN-T77-R008': {
    spoil: coded(`${PRICED}/cac:Price/cbc:BaseQuantity`, 'unitCode', 'C62'),
    found: [`EUGEN-T77-R008 ${FIRST_PRICED}/Price/BaseQuantity/@unitCode`],
  },
  'EUGEN-T77-R009': {
    spoil: remover(`${LINE}[1]/cac:RequiredItemLocationQuantity/cac:Price`),
    found: [`EUGEN-T77-R009 ${FIRST_PRICED}`],
  },
  'EUGEN-T77-R010': {
    spoil: texted(`${ITEM}/cac:AdditionalItemProperty/cbc:Value`, 'nej'),
    found: [`EUGEN-T77-R010 ${FIRST_ITEM}/AdditionalItemProperty[1]/Value`],
  },
  'EUGEN-T77-R011': {
    spoil: coded(`${PRICED}/cbc:LeadTimeMeasure`, 'unitCode', 'HUR'),
    found: [`EUGEN-T77-R011 ${FIRST_PRICED}/LeadTimeMeasure/@unitCode`],
  },
  'EUGEN-T77-R012': {
    spoil: twice(`${ITEM}/cac:ItemSpecificationDocumentReference`, () =>
      node('cac:ItemSpecificationDocumentReference', [
        node('cbc:ID', 'baksida.png'),
        node('cbc:DocumentTypeCode', 'main_image'),
      ]),
    ),
    found: [`BII3-T77-R025 ${FIRST_ITEM}`, `EUGEN-T77-R012 ${FIRST_ITEM}`],
  },
  'EUGEN-T77-R013': {
    spoil: coded('cac:ProviderParty/cbc:EndpointID', 'schemeID'),
    found: [`EUGEN-T77-R013 ${SELLER}/EndpointID`, `EUGEN-T77-R014 ${SELLER}/EndpointID`],
  },
  'EUGEN-T77-R014': {
    spoil: coded('cac:ReceiverParty/cbc:EndpointID', 'schemeID'),
    found: ['R013', 'R014'].map((number) => `EUGEN-T77-${number} /Catalogue/ReceiverParty/EndpointID`),
  },
  'EUGEN-T77-R015': {
    spoil: texted('cbc:UBLVersionID', '2.0'),
    found: ['EUGEN-T77-R015 /Catalogue/UBLVersionID'],
  },
  'OP-T77-R001': {
    spoil: coded(`${LINE}[2]/cac:RequiredItemLocationQuantity/cac:DeliveryUnit/cbc:BatchQuantity`, 'unitCode', 'PK'),
    found: [
      'OP-T77-R001 /Catalogue/CatalogueLine[2]/RequiredItemLocationQuantity/DeliveryUnit/BatchQuantity/@unitCode',
    ],
  },
  'OP-T77-R002': {
    spoil: (cart) => {
      setAttribute(cart, `${PRICED}/cac:DeliveryUnit/cbc:BatchQuantity`, 'unitCode', 'XPK');
      setAttribute(cart, `${PRICED}/cac:Price/cbc:BaseQuantity`, 'unitCode', 'XPK');
    },
    found: [`OP-T77-R001 ${BATCH}/@unitCode`, `OP-T77-R002 ${FIRST_PRICED}/Price/BaseQuantity/@unitCode`],
  },
  'OP-T77-R004': {
    spoil: coded('cac:ReceiverParty/cbc:EndpointID', 'schemeID', '0088'),
    found: ['OP-T77-R004 /Catalogue/ReceiverParty/EndpointID/@schemeID'],
  },
  'OP-T77-R005': {
    spoil: coded('cac:ReceiverParty/cac:PartyIdentification[2]/cbc:ID', 'schemeID', 'SellerAssigned'),
    found: ['OP-T77-R005 /Catalogue/ReceiverParty/PartyIdentification[2]/ID/@schemeID'],
  },
};
