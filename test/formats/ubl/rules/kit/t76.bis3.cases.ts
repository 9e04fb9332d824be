import type { Case, Cases } from './cases.ts';
import { node, one, remove, setAttribute, setText, type Node } from './document.ts';

const LINE = 'cac:OrderLine[1]/cac:LineItem';
const PERIOD = 'cac:PromisedDeliveryPeriod';

function withoutOfficialName(role: string): (response: Node) => void {
  return (response) => {
    const party = one(response, `cac:${role}/cac:Party`);
    party.children = party.children.filter(({ name }) => name === 'EndpointID');
  };
}

const answered = (code: string) => (response: Node) => setText(response, 'cbc:OrderResponseCode', code);

/**
 * PEPPOL-T76-R rules, and those of T116, which are the same. The document has the code CA and two lines. What the model (B) and
 * UBL say besides is not listed.
 */
export function responseCases(transaction: 'T76' | 'T116'): Cases {
  const ids = (...places: string[]): string[] => places.map((place) => `PEPPOL-${transaction}-${place}`);
  const line = '/OrderResponse/OrderLine[1]/LineItem';
  const party = (role: string): string => `/OrderResponse/${role}/Party`;
  const cases: Record<string, Case> = {
    R001: {
      spoil: withoutOfficialName('BuyerCustomerParty'),
      found: ids(`R001 ${party('BuyerCustomerParty')}`),
    },
    R002: {
      spoil: withoutOfficialName('SellerSupplierParty'),
      found: ids(`R002 ${party('SellerSupplierParty')}`),
    },
    R003: {
      spoil: (response) => setText(response, 'cac:OrderLine[2]/cac:LineItem/cbc:ID', '1'),
      found: ids(`R003 ${line}`, 'R003 /OrderResponse/OrderLine[2]/LineItem/ID'),
    },
    R004: {
      spoil: (response) => setText(response, `${LINE}/cac:Delivery/${PERIOD}/cbc:EndDate`, '2026-02-02'),
      found: ids(`R004 ${line}/Delivery/PromisedDeliveryPeriod/EndDate`),
    },
    R005: {
      spoil: (response) => setAttribute(response, `${LINE}/cac:Price/cbc:PriceAmount`, 'currencyID', 'NOK'),
      found: ids(`R005 ${line}/Price/PriceAmount/@currencyID`),
    },
    R006: {
      // A document with another identifier is of another type, so the rule is for one that stands where none belongs.
      spoil: (response) =>
        one(response, 'cac:OrderReference').children.push(node('cbc:CustomizationID', 'urn:example')),
      found: ids('R006 /OrderResponse/OrderReference/CustomizationID'),
    },
    R007: {
      spoil: (response) => remove(response, 'cac:OrderLine'),
      found: ids('R007 /OrderResponse/OrderResponseCode'),
    },
    R008: { spoil: answered('AP'), found: ids('R008 /OrderResponse/OrderResponseCode') },
    R009: { spoil: answered('RE'), found: ids('R009 /OrderResponse/OrderResponseCode') },
    R010: { spoil: answered('AB'), found: ids('R010 /OrderResponse/OrderResponseCode') },
  };
  return Object.fromEntries(Object.entries(cases).map(([number, each]) => [`PEPPOL-${transaction}-${number}`, each]));
}
