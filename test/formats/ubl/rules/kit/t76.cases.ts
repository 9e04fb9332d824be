import { anonymous, type Cases } from './cases.ts';
import { addAfter, node, remove, setAttribute, setText, type Node } from './document.ts';

const BUYER = 'cac:BuyerCustomerParty/cac:Party';
const SELLER = 'cac:SellerSupplierParty/cac:Party';
const LINE = 'cac:OrderLine/cac:LineItem';
const QUANTITY_UNIT = '/OrderResponse/OrderLine[1]/LineItem/Quantity/@unitCode';

const unit = (code: string) => (response: Node) => setAttribute(response, `${LINE}/cbc:Quantity`, 'unitCode', code);

/** In an order response a tax category stands only in parts of UBL outside the core. */
function taxTotal(response: Node): void {
  addAfter(
    response,
    `${LINE}/cac:Delivery`,
    node('cac:TaxTotal', [
      node('cbc:TaxAmount', '1', { currencyID: 'SEK' }),
      node('cac:TaxSubtotal', [
        node('cbc:TaxAmount', '1', { currencyID: 'SEK' }),
        node('cac:TaxCategory', [node('cbc:ID', 'X'), node('cac:TaxScheme', [node('cbc:ID', 'VAT')])]),
      ]),
    ]),
  );
}

export const t76Cases: Cases = {
  'BII2-T76-R001': {
    spoil: (response) => remove(response, 'cbc:CustomizationID'),
    found: ['BII2-T76-R001 /OrderResponse'],
  },
  'BII2-T76-R002': {
    spoil: (response) => remove(response, 'cbc:ProfileID'),
    found: ['BII2-T76-R002 /OrderResponse'],
  },
  'BII2-T76-R003': {
    spoil: (response) => remove(response, 'cac:OrderLine[2]/cac:LineItem/cbc:ID'),
    found: ['BII2-T76-R003 /OrderResponse/OrderLine[2]'],
  },
  'BII2-T76-R021': { spoil: anonymous(BUYER), found: ['BII2-T76-R021 /OrderResponse/BuyerCustomerParty'] },
  'BII2-T76-R022': { spoil: anonymous(SELLER), found: ['BII2-T76-R022 /OrderResponse/SellerSupplierParty'] },
  'EUGEN-T76-R001': {
    spoil: (response) => setAttribute(response, `${SELLER}/cbc:EndpointID`, 'schemeID'),
    found: ['EUGEN-T76-R001 /OrderResponse/SellerSupplierParty/Party/EndpointID'],
  },
  'EUGEN-T76-R002': {
    spoil: (response) => setAttribute(response, `${BUYER}/cac:PartyIdentification/cbc:ID`, 'schemeID'),
    found: ['EUGEN-T76-R002 /OrderResponse/BuyerCustomerParty/Party/PartyIdentification/ID'],
  },
  'EUGEN-T76-R003': {
    spoil: (response) => setAttribute(response, 'cbc:OrderResponseCode', 'listID', 'UNCL4343'),
    found: ['EUGEN-T76-R003 /OrderResponse/OrderResponseCode/@listID'],
  },
  'EUGEN-T76-R004': {
    spoil: (response) => setAttribute(response, `${LINE}/cbc:LineStatusCode`, 'listID'),
    found: ['EUGEN-T76-R004 /OrderResponse/OrderLine[1]/LineItem/LineStatusCode'],
  },
  'EUGEN-T76-R005': {
    spoil: (response) => setText(response, 'cbc:Note', ''),
    found: ['EUGEN-T76-R005 /OrderResponse'],
  },
  'OP-T76-R001': {
    // AP is BIS 3's code.
    spoil: (response) => setText(response, 'cbc:OrderResponseCode', 'AP'),
    found: ['OP-T76-R001 /OrderResponse/OrderResponseCode'],
  },
  'OP-T76-R002': {
    spoil: (response) => setText(response, `${LINE}/cbc:LineStatusCode`, '5'),
    found: ['OP-T76-R002 /OrderResponse/OrderLine[1]/LineItem/LineStatusCode'],
  },
  'OP-T76-R003': {
    spoil: (response) => setText(response, 'cbc:DocumentCurrencyCode', 'KR'),
    found: ['OP-T76-R003 /OrderResponse/DocumentCurrencyCode'],
  },
  'OP-T76-R004': {
    spoil: (response) => setAttribute(response, `${BUYER}/cbc:EndpointID`, 'schemeID', '0088'),
    found: ['OP-T76-R004 /OrderResponse/BuyerCustomerParty/Party/EndpointID/@schemeID'],
  },
  'OP-T76-R005': {
    spoil: (response) => setAttribute(response, `${SELLER}/cac:PartyIdentification/cbc:ID`, 'schemeID', '0007'),
    found: ['OP-T76-R005 /OrderResponse/SellerSupplierParty/Party/PartyIdentification/ID/@schemeID'],
  },
  'OP-T76-R006': { spoil: unit('XPK'), found: [`OP-T76-R006 ${QUANTITY_UNIT}`] },
  'OP-T76-R007': {
    spoil: (response) => setAttribute(response, `${LINE}/cac:Price/cbc:PriceAmount`, 'currencyID', 'ECV'),
    found: ['OP-T76-R007 /OrderResponse/OrderLine[1]/LineItem/Price/PriceAmount/@currencyID'],
  },
  'OP-T76-R008': {
    spoil: taxTotal,
    found: ['OP-T76-R008 /OrderResponse/OrderLine[1]/LineItem/TaxTotal/TaxSubtotal/TaxCategory/ID'],
  },
  'OP-T76-R009': { spoil: unit('5C'), found: [`OP-T76-R009 ${QUANTITY_UNIT}`] },
  'OP-T76-R010': { spoil: unit('BX'), found: ['OP-T76-R009', 'OP-T76-R010'].map((id) => `${id} ${QUANTITY_UNIT}`) },
};
