import type { Case, Cases } from './cases.ts';
import { addAfter, one, remove, setAttribute, setText, type Node } from './document.ts';

const BUYER = 'cac:BuyerCustomerParty/cac:Party';
const SELLER = 'cac:SellerSupplierParty/cac:Party';
const LINE = 'cac:OrderLine/cac:LineItem';
const TOTALS = 'cac:AnticipatedMonetaryTotal';
const PERIOD = 'cac:Delivery/cac:RequestedDeliveryPeriod';

const buyer = '/Order/BuyerCustomerParty/Party';
const seller = '/Order/SellerSupplierParty/Party';
const line = '/Order/OrderLine/LineItem';
const totals = '/Order/AnticipatedMonetaryTotal';

const texted = (path: string, text: string) => (order: Node) => setText(order, path, text);
const remover = (path: string) => (order: Node) => remove(order, path);
const coded = (path: string, attribute: string, value?: string) => (order: Node) =>
  setAttribute(order, path, attribute, value);
const twice = (path: string) => (order: Node) => addAfter(order, path, structuredClone(one(order, path)));

/** A rule that alone finds something, at one place. */
function alone(id: string, spoil: Case['spoil'], path: string): [id: string, Case] {
  return [id, { spoil, found: [`${id} ${path}`] }];
}

const bii = (number: string, spoil: Case['spoil'], path: string): [string, Case] =>
  alone(`BIIRULE-T01-${number}`, spoil, path);
const eugen = (number: string, spoil: Case['spoil'], path: string): [string, Case] =>
  alone(`EUGEN-T01-${number}`, spoil, path);
const core = (number: number, path: string, found: string): [string, Case] =>
  alone(`BIICORE-T01-R${number}`, twice(path), found);

/** Moves the buyer to another country, with the VAT number of this one. */
function abroad(order: Node): void {
  setText(order, `${BUYER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`, 'NO');
}

function charges(order: Node): void {
  setText(order, 'cac:AllowanceCharge[1]/cbc:Amount', '-60');
  setText(order, `${TOTALS}/cbc:ChargeTotalAmount`, '-60');
  setText(order, `${TOTALS}/cbc:PayableAmount`, '180');
}

/** Takes away all that names the item. */
function withoutNumbers(order: Node): void {
  remove(order, `${LINE}/cac:Item/cbc:Name`);
  remove(order, `${LINE}/cac:Item/cac:SellersItemIdentification`);
  remove(order, `${LINE}/cac:Item/cac:StandardItemIdentification`);
}

/** Rules of SveOrder 2.0. */
export const sveOrderCases: Cases = Object.fromEntries([
  alone('BII-P03-001', texted('cbc:UBLVersionID', '2.1'), '/Order/UBLVersionID'),
  alone(
    'BII-P03-002',
    texted('cbc:CustomizationID', 'urn:www.cenbii.eu:transaction:biitrdm001:ver1.0'),
    '/Order/CustomizationID',
  ),
  [
    'BII-P03-003',
    {
      spoil: texted('cbc:ProfileID', 'urn:www.cenbii.eu:profile:bii06:ver1.0'),
      found: ['BII-P03-003 /Order/ProfileID'],
    },
  ],
  [
    'BIIPROFILE-T01-R001',
    {
      spoil: texted('cbc:ProfileID', 'urn:www.cenbii.eu:profile:bii28:ver2.0'),
      found: ['BII-P03-003 /Order/ProfileID', 'BIIPROFILE-T01-R001 /Order/ProfileID'],
    },
  ],
  bii('R001', remover('cbc:UBLVersionID'), '/Order'),
  bii('R002', remover('cbc:CustomizationID'), '/Order'),
  bii('R003', remover('cbc:ProfileID'), '/Order'),
  bii('R004', remover('cbc:IssueDate'), '/Order'),
  bii('R005', remover('cbc:ID'), '/Order'),
  bii('R006', remover('cac:OriginatorDocumentReference/cbc:ID'), '/Order/OriginatorDocumentReference'),
  bii('R007', remover('cac:AdditionalDocumentReference/cbc:ID'), '/Order/AdditionalDocumentReference'),
  bii('R008', texted('cac:Contract/cbc:ID', ''), '/Order/Contract/ID'),
  [
    'BIIRULE-T01-R009',
    {
      spoil: remover(`${BUYER}/cac:PartyName`),
      found: [`BIICORE-T01-R436 ${buyer}`, 'BIIRULE-T01-R009 /Order/BuyerCustomerParty'],
    },
  ],
  [
    'BIIRULE-T01-R010',
    {
      spoil: remover(`${SELLER}/cac:PartyName`),
      found: [`BIICORE-T01-R439 ${seller}`, 'BIIRULE-T01-R010 /Order/SellerSupplierParty'],
    },
  ],
  bii('R011', texted(`${PERIOD}/cbc:EndDate`, '2014-02-09'), '/Order/Delivery/RequestedDeliveryPeriod/EndDate'),
  [
    'BIIRULE-T01-R012',
    {
      spoil: remover(`${SELLER}/cac:PostalAddress/cbc:PostalZone`),
      found: ['BIIRULE-T01-R012 /Order/SellerSupplierParty/Party/PostalAddress', `EUGEN-T01-R001 ${seller}`],
    },
  ],
  bii('R013', withoutNumbers, `${line}/Item`),
  [
    'BIIRULE-T01-R014',
    {
      spoil: remover(`${BUYER}/cac:PostalAddress/cbc:CityName`),
      found: [`BIIRULE-T01-R014 ${buyer}/PostalAddress`, `EUGEN-T01-R002 ${buyer}`],
    },
  ],
  bii('R015', abroad, `${buyer}/PartyTaxScheme/CompanyID`),
  [
    'BIIRULE-T01-R016',
    {
      spoil: remover('cac:OrderLine'),
      found: [
        'BIIRULE-T01-R016 /Order',
        `BIIRULE-T01-R018 ${totals}/LineExtensionAmount`,
        'BIIRULE-T01-R029 /Order/TaxTotal/TaxAmount',
      ],
    },
  ],
  bii('R017', remover(`${LINE}/cbc:ID`), line),
  [
    'BIIRULE-T01-R018',
    {
      spoil: texted(`${TOTALS}/cbc:LineExtensionAmount`, '201'),
      found: [`BIIRULE-T01-R018 ${totals}/LineExtensionAmount`, `BIIRULE-T01-R021 ${totals}/PayableAmount`],
    },
  ],
  [
    'BIIRULE-T01-R019',
    {
      spoil: (order) => {
        setText(order, `${TOTALS}/cbc:AllowanceTotalAmount`, '11');
        setText(order, `${TOTALS}/cbc:PayableAmount`, '299');
      },
      found: [`BIIRULE-T01-R019 ${totals}/AllowanceTotalAmount`],
    },
  ],
  [
    'BIIRULE-T01-R020',
    {
      spoil: (order) => {
        setText(order, `${TOTALS}/cbc:ChargeTotalAmount`, '61');
        setText(order, `${TOTALS}/cbc:PayableAmount`, '301');
      },
      found: [`BIIRULE-T01-R020 ${totals}/ChargeTotalAmount`],
    },
  ],
  bii('R021', texted(`${TOTALS}/cbc:PayableAmount`, '300.01'), `${totals}/PayableAmount`),
  bii('R023', texted(`${LINE}/cac:Item/cbc:Name`, 'å'.repeat(51)), `${line}/Item/Name`),
  bii(
    'R024',
    coded(`${LINE}/cac:Item/cac:StandardItemIdentification/cbc:ID`, 'schemeID'),
    `${line}/Item/StandardItemIdentification/ID`,
  ),
  bii(
    'R025',
    coded(`${LINE}/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode`, 'listID'),
    `${line}/Item/CommodityClassification/ItemClassificationCode`,
  ),
  bii('R026', texted(`${LINE}/cac:Price/cbc:PriceAmount`, '-50'), `${line}/Price/PriceAmount`),
  bii('R027', coded('cac:TaxTotal/cbc:TaxAmount', 'currencyID', 'EUR'), '/Order/TaxTotal/TaxAmount/@currencyID'),
  [
    'BIIRULE-T01-R028',
    {
      spoil: remover(`${SELLER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`),
      found: [`BIIRULE-T01-R028 ${seller}/PostalAddress/Country`, `EUGEN-T01-R001 ${seller}`],
    },
  ],
  bii('R029', texted(`${LINE}/cbc:TotalTaxAmount`, '49'), '/Order/TaxTotal/TaxAmount'),
  ['BIIRULE-T01-R030', { spoil: remover('cbc:DocumentCurrencyCode'), found: ['BIIRULE-T01-R030 /Order'] }],
  bii('R031', coded(`${LINE}/cac:Price/cbc:BaseQuantity`, 'unitCode'), `${line}/Price/BaseQuantity`),
  eugen('R001', remover(`${SELLER}/cac:PostalAddress/cbc:StreetName`), seller),
  eugen('R002', remover(`${BUYER}/cac:PostalAddress/cbc:StreetName`), buyer),
  eugen(
    'R003',
    remover('cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:PostalZone'),
    '/Order/Delivery/DeliveryLocation/Address',
  ),
  eugen('R004', remover('cac:AllowanceCharge[2]/cbc:AllowanceChargeReason'), '/Order/AllowanceCharge[2]'),
  eugen('R005', remover(`${LINE}/cbc:Quantity`), line),
  eugen('R006', charges, '/Order/AllowanceCharge[1]/Amount'),
  eugen(
    'R007',
    (order) => {
      remove(order, `${PERIOD}/cbc:StartDate`);
      remove(order, `${PERIOD}/cbc:EndDate`);
    },
    '/Order/Delivery/RequestedDeliveryPeriod',
  ),
  [
    'EUGEN-T01-R008',
    {
      spoil: texted(`${TOTALS}/cbc:PayableAmount`, '-1'),
      found: [`BIIRULE-T01-R021 ${totals}/PayableAmount`, `EUGEN-T01-R008 ${totals}/PayableAmount`],
    },
  ],
  [
    'EUGEN-T01-R009',
    {
      spoil: texted(`${LINE}/cbc:LineExtensionAmount`, '-1'),
      found: [`BIIRULE-T01-R018 ${totals}/LineExtensionAmount`, `EUGEN-T01-R009 ${line}/LineExtensionAmount`],
    },
  ],
  eugen('R010', texted(`${LINE}/cbc:Quantity`, '-1'), `${line}/Quantity`),
  alone(
    'PCL-001-006',
    coded(`${BUYER}/cac:PartyIdentification/cbc:ID`, 'schemeID', '0088'),
    `${buyer}/PartyIdentification/ID/@schemeID`,
  ),
  alone('PCL-001-007', coded(`${SELLER}/cbc:EndpointID`, 'schemeID', '0007'), `${seller}/EndpointID/@schemeID`),
  core(435, `${BUYER}/cac:PartyIdentification`, buyer),
  core(436, `${BUYER}/cac:PartyName`, buyer),
  core(437, `${BUYER}/cac:PartyLegalEntity`, buyer),
  core(438, `${SELLER}/cac:PartyIdentification`, seller),
  core(439, `${SELLER}/cac:PartyName`, seller),
  core(440, `${SELLER}/cac:PartyLegalEntity`, seller),
  core(441, `${LINE}/cac:Item/cbc:Description`, `${line}/Item`),
  core(444, 'cbc:Note', '/Order'),
  core(445, 'cac:ValidityPeriod', '/Order'),
  core(446, 'cac:OrderDocumentReference', '/Order'),
  core(447, 'cac:Contract', '/Order'),
  core(448, 'cac:Delivery', '/Order'),
  core(449, 'cac:Delivery/cac:DeliveryParty/cac:PartyName', '/Order/Delivery/DeliveryParty'),
]);
