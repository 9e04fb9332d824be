import { anonymous, type Case, type Cases } from './cases.ts';
import { remove, setAttribute, setText, type Node } from './document.ts';

const LINE = 'cac:CatalogueLine[1]';
const line = '/Catalogue/CatalogueLine[1]';
const PRICED = `${LINE}/cac:RequiredItemLocationQuantity`;
const priced = `${line}/RequiredItemLocationQuantity`;
const ITEM = `${LINE}/cac:Item`;
const item = `${line}/Item`;

const remover =
  (...paths: string[]) =>
  (document: Node): void => {
    for (const path of paths) remove(document, path);
  };
const texted = (path: string, text: string) => (document: Node) => setText(document, path, text);
const coded = (path: string, attribute: string, value?: string) => (document: Node) =>
  setAttribute(document, path, attribute, value);

/** A rule that alone finds something, at one place. */
function alone(id: string, spoil: Case['spoil'], path: string): [id: string, Case] {
  return [id, { spoil, found: [`${id} ${path}`] }];
}

const bii19 = (number: string, spoil: Case['spoil'], path = '/Catalogue'): [string, Case] =>
  alone(`BII2-T19-${number}`, spoil, path);
const eugen19 = (number: string, spoil: Case['spoil'], path: string): [string, Case] =>
  alone(`EUGEN-T19-${number}`, spoil, path);
const op19 = (number: string, spoil: Case['spoil'], path: string): [string, Case] =>
  alone(`OP-T19-${number}`, spoil, path);

/** Rules of the catalogue of BIS 1A. What UBL and the core say besides is not listed. */
export const catalogue1aCases: Cases = Object.fromEntries([
  bii19('R001', remover('cbc:CustomizationID')),
  bii19('R002', remover('cbc:ProfileID')),
  bii19('R003', remover('cbc:IssueDate')),
  bii19('R004', remover('cbc:ID')),
  bii19(
    'R006',
    texted(`${PRICED}/cac:Price/cac:ValidityPeriod/cbc:EndDate`, '2026-02-02'),
    `${priced}/Price/ValidityPeriod/EndDate`,
  ),
  bii19('R007', remover('cac:ProviderParty')),
  bii19('R008', remover('cac:ReceiverParty')),
  [
    'BII2-T19-R009',
    {
      spoil: (document) => {
        const [seller] = document.children.filter(({ name }) => name === 'SellerSupplierParty');
        document.children.splice(document.children.indexOf(seller!), 0, structuredClone(seller!));
      },
      found: ['BII2-T19-R009 /Catalogue'],
    },
  ],
  bii19('R010', anonymous('cac:ProviderParty'), '/Catalogue/ProviderParty'),
  bii19('R011', anonymous('cac:ReceiverParty'), '/Catalogue/ReceiverParty'),
  bii19('R012', anonymous('cac:SellerSupplierParty/cac:Party'), '/Catalogue/SellerSupplierParty'),
  bii19('R013', anonymous('cac:ContractorCustomerParty/cac:Party'), '/Catalogue/ContractorCustomerParty'),
  bii19('R015', texted(`${PRICED}/cac:Price/cbc:PriceAmount`, '-1'), `${priced}/Price/PriceAmount`),
  bii19('R017', remover(`${LINE}/cac:LineValidityPeriod/cbc:EndDate`), `${line}/LineValidityPeriod`),
  bii19('R019', remover(`${ITEM}/cbc:Name`), item),
  bii19('R020', remover(`${ITEM}/cac:StandardItemIdentification`, `${ITEM}/cac:SellersItemIdentification`), item),
  bii19(
    'R021',
    coded(`${ITEM}/cac:StandardItemIdentification/cbc:ID`, 'schemeID'),
    `${item}/StandardItemIdentification/ID`,
  ),
  bii19(
    'R022',
    coded(`${ITEM}/cac:CommodityClassification/cbc:ItemClassificationCode`, 'listID'),
    `${item}/CommodityClassification/ItemClassificationCode`,
  ),
  bii19('R023', remover('cac:CatalogueLine[2]', 'cac:CatalogueLine')),
  bii19('R024', remover(`${LINE}/cbc:ID`), line),
  [
    'BII2-T19-R026',
    {
      spoil: texted(`${LINE}/cbc:MinimumOrderQuantity`, '-1'),
      found: ['R026', 'R030'].map((number) => `BII2-T19-${number} ${line}/MinimumOrderQuantity`),
    },
  ],
  bii19('R027', remover(`${ITEM}/cac:AdditionalItemProperty/cbc:Value`), `${item}/AdditionalItemProperty`),
  [
    'BII2-T19-R029',
    {
      spoil: texted(`${LINE}/cbc:MaximumOrderQuantity`, '-1'),
      found: ['R029', 'R031'].map((number) => `BII2-T19-${number} ${line}/MaximumOrderQuantity`),
    },
  ],
  [
    'BII2-T19-R030',
    {
      spoil: texted(`${LINE}/cbc:MinimumOrderQuantity`, '-0.5'),
      found: ['R026', 'R030'].map((number) => `BII2-T19-${number} ${line}/MinimumOrderQuantity`),
    },
  ],
  bii19('R031', texted(`${LINE}/cbc:MaximumOrderQuantity`, '0'), `${line}/MaximumOrderQuantity`),
  eugen19('R043', coded('cac:ProviderParty/cbc:EndpointID', 'schemeID'), '/Catalogue/ProviderParty/EndpointID'),
  eugen19(
    'R044',
    coded('cac:ProviderParty/cac:PartyIdentification/cbc:ID', 'schemeID'),
    '/Catalogue/ProviderParty/PartyIdentification/ID',
  ),
  eugen19('R045', coded(`${LINE}/cbc:ActionCode`, 'listID', 'ACTIONCODE:PEPPOL'), `${line}/ActionCode/@listID`),
  eugen19('R046', coded('cbc:ActionCode', 'listID', 'ACTIONCODE:BII2'), '/Catalogue/ActionCode/@listID'),
  eugen19(
    'R047',
    coded('cac:ReceiverParty/cac:PostalAddress/cac:Country/cbc:IdentificationCode', 'listID', 'ISO3166-1'),
    '/Catalogue/ReceiverParty/PostalAddress/Country/IdentificationCode/@listID',
  ),
  eugen19('R048', coded(`${LINE}/cbc:MinimumOrderQuantity`, 'unitCodeListID'), `${line}/MinimumOrderQuantity`),
  eugen19(
    'R049',
    coded(`${ITEM}/cac:ClassifiedTaxCategory/cbc:ID`, 'schemeID', 'UNCL5153'),
    `${item}/ClassifiedTaxCategory/ID/@schemeID`,
  ),
  eugen19(
    'R051',
    coded(`${ITEM}/cac:HazardousItem/cbc:UNDGCode`, 'listID', 'UNDG'),
    `${item}/HazardousItem/UNDGCode/@listID`,
  ),
  eugen19(
    'R053',
    coded(`${ITEM}/cac:Dimension/cbc:AttributeID`, 'schemeID', 'UNCL6155'),
    `${item}/Dimension/AttributeID/@schemeID`,
  ),
  eugen19('R054', texted('cbc:Name', ''), '/Catalogue'),
  [
    'EUGEN-T19-R055',
    {
      spoil: (document) => {
        const each = document.children.find(({ name }) => name === 'CatalogueLine')!;
        const goods = each.children.find(({ name }) => name === 'Item')!;
        const description = goods.children.find(({ name }) => name === 'Description')!;
        goods.children.splice(goods.children.indexOf(description), 0, structuredClone(description));
      },
      found: [1, 2].map((number) => `EUGEN-T19-R055 ${item}/Description[${number}]`),
    },
  ],
  alone('CL-T19-R001', texted(`${LINE}/cbc:ActionCode`, 'Replace'), `${line}/ActionCode`),
  alone(
    'CL-T19-R002',
    coded(
      `${ITEM}/cac:ItemSpecificationDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject`,
      'mimeCode',
      'image/bild',
    ),
    `${item}/ItemSpecificationDocumentReference/Attachment/EmbeddedDocumentBinaryObject/@mimeCode`,
  ),
  alone('CL-T19-R004', texted(`${ITEM}/cac:ClassifiedTaxCategory/cbc:ID`, 'O'), `${item}/ClassifiedTaxCategory/ID`),
  op19(
    'R001',
    texted('cac:ReceiverParty/cac:PostalAddress/cac:Country/cbc:IdentificationCode', 'SWE'),
    '/Catalogue/ReceiverParty/PostalAddress/Country/IdentificationCode',
  ),
  op19('R002', coded(`${LINE}/cbc:MinimumOrderQuantity`, 'unitCode', 'PCE'), `${line}/MinimumOrderQuantity/@unitCode`),
  op19('R003', texted(`${ITEM}/cac:HazardousItem/cbc:UNDGCode`, 'ÅÄÖ'), `${item}/HazardousItem/UNDGCode`),
  op19(
    'R005',
    coded('cac:ProviderParty/cbc:EndpointID', 'schemeID', '0007'),
    '/Catalogue/ProviderParty/EndpointID/@schemeID',
  ),
  op19(
    'R006',
    coded('cac:ProviderParty/cac:PartyIdentification/cbc:ID', 'schemeID', '0007'),
    '/Catalogue/ProviderParty/PartyIdentification/ID/@schemeID',
  ),
  op19('R007', texted('cbc:ActionCode', 'replace'), '/Catalogue/ActionCode'),
  op19('R009', texted(`${ITEM}/cac:Dimension/cbc:AttributeID`, 'ÖVRIGT'), `${item}/Dimension/AttributeID`),
  op19('R010', texted(`${LINE}/cbc:OrderableUnit`, 'st'), `${line}/OrderableUnit`),
  op19(
    'R011',
    coded(`${PRICED}/cac:Price/cbc:PriceAmount`, 'currencyID', 'KR'),
    `${priced}/Price/PriceAmount/@currencyID`,
  ),
  op19('R012', coded(`${ITEM}/cbc:Name`, 'languageID', 'swe'), `${item}/Name/@languageID`),
  op19(
    'R013',
    coded('cac:ProviderParty/cac:PartyLegalEntity/cbc:CompanyID', 'schemeID', '0007'),
    '/Catalogue/ProviderParty/PartyLegalEntity/CompanyID/@schemeID',
  ),
  op19('R014', coded(`${LINE}/cbc:MinimumOrderQuantity`, 'unitCode', '5C'), `${line}/MinimumOrderQuantity/@unitCode`),
  [
    'OP-T19-R015',
    {
      spoil: coded(`${LINE}/cbc:MinimumOrderQuantity`, 'unitCode', 'PK'),
      found: ['R014', 'R015'].map((number) => `OP-T19-${number} ${line}/MinimumOrderQuantity/@unitCode`),
    },
  ],
]);

const bii58 = (number: string, spoil: Case['spoil'], path = '/ApplicationResponse'): [string, Case] =>
  alone(`BII2-T58-${number}`, spoil, path);
const ANSWER = 'cac:DocumentResponse';
const answer = '/ApplicationResponse/DocumentResponse';
const SENDER = '/ApplicationResponse/SenderParty';
const CODE = `${ANSWER}/cac:Response/cbc:ResponseCode`;

/** Rules of the catalogue response of BIS 1A. */
export const catalogueResponse1aCases: Cases = Object.fromEntries([
  bii58('R001', remover('cbc:ProfileID')),
  bii58('R002', remover('cbc:CustomizationID')),
  bii58('R003', remover('cbc:IssueDate')),
  bii58('R004', remover('cbc:ID')),
  bii58('R005', remover('cac:SenderParty')),
  bii58('R006', remover('cac:ReceiverParty')),
  bii58('R007', anonymous('cac:SenderParty'), SENDER),
  bii58('R008', anonymous('cac:ReceiverParty'), '/ApplicationResponse/ReceiverParty'),
  bii58('R009', remover(`${ANSWER}/cac:Response`)),
  bii58('R010', remover(`${ANSWER}/cac:DocumentReference`)),
  alone('EUGEN-T58-R001', coded('cac:SenderParty/cbc:EndpointID', 'schemeID'), `${SENDER}/EndpointID`),
  alone(
    'EUGEN-T58-R002',
    coded('cac:SenderParty/cac:PartyIdentification/cbc:ID', 'schemeID'),
    `${SENDER}/PartyIdentification/ID`,
  ),
  alone('EUGEN-T58-R003', coded(CODE, 'listID', 'UNCL1225'), `${answer}/Response/ResponseCode/@listID`),
  alone('EUGEN-T58-R004', texted('cbc:Note', ''), '/ApplicationResponse'),
  alone('OP-T58-R001', coded('cac:SenderParty/cbc:EndpointID', 'schemeID', '0007'), `${SENDER}/EndpointID/@schemeID`),
  alone(
    'OP-T58-R002',
    coded('cac:SenderParty/cac:PartyIdentification/cbc:ID', 'schemeID', '0007'),
    `${SENDER}/PartyIdentification/ID/@schemeID`,
  ),
  alone('OP-T58-R003', texted(CODE, 'AB'), `${answer}/Response/ResponseCode`),
  alone('OP-T58-R004', coded('cbc:ID', 'unitCode', '5C'), '/ApplicationResponse/ID/@unitCode'),
  [
    'OP-T58-R005',
    {
      spoil: coded('cbc:ID', 'unitCode', 'PK'),
      found: ['R004', 'R005'].map((number) => `OP-T58-${number} /ApplicationResponse/ID/@unitCode`),
    },
  ],
]);
