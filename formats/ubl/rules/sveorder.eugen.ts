import { partySchemes } from '../generated/bis2.codes.ts';
import { codedIn, once, recommended } from './common.ts';
import { Path } from './names.ts';
import { double } from './numbers.ts';
import type { Rule } from './rule.ts';
import type { SveOrderFacts } from './sveorder.facts.ts';

/**
 * What PEPPOL's first edition adds to the BII rules of a SveOrder 2.0 (EUGEN-T01, PCL-001), and how often the core lets elements stand
 * (BIICORE-T01-R435 to R449). SFTI did not adopt the lists of schemes, so PCL-001 only warns, and against the list of VA 3.7.0. The
 * rest of BIICORE-T01, which warns of each element outside the core, does not exist here: SveOrder's reader keeps what it can.
 */

const address = ['cbc:StreetName', 'cbc:CityName', 'cbc:PostalZone', 'cac:Country/cbc:IdentificationCode'];
const quantity = new Path('cbc:Quantity');
const startOrEnd = ['cbc:StartDate', 'cbc:EndDate'].map((path) => new Path(path));

/** Everything of an address that is below `path`. */
function addressed(id: string, context: string, path: string, parts: readonly string[]): Rule<SveOrderFacts> {
  const wanted = parts.map((part) => new Path(`${path}${part}`));
  return {
    id,
    severity: 'warning',
    context,
    text: `An address should have ${parts.map((part) => part.split(':').at(-1)).join(', ')}.`,
    test: (element) => wanted.every((each) => each.in(element)),
  };
}

/** Not negative; `optional`: where it is sent. */
function notNegative(id: string, context: string, at: string, optional = false): Rule<SveOrderFacts> {
  const wanted = new Path(at);
  return {
    id,
    severity: 'fatal',
    context,
    text: `${at.slice(4)} must not be negative.`,
    test: (element) => (optional && !wanted.in(element)) || double(wanted.first(element)) >= 0,
    at,
    expected: 'at least 0',
  };
}

export const eugenRules: readonly Rule<SveOrderFacts>[] = [
  addressed('EUGEN-T01-R001', 'cac:SellerSupplierParty/cac:Party', 'cac:PostalAddress/', address),
  addressed('EUGEN-T01-R002', 'cac:BuyerCustomerParty/cac:Party', 'cac:PostalAddress/', address),
  addressed('EUGEN-T01-R003', 'cac:Delivery/cac:DeliveryLocation/cac:Address', '', address.slice(1)),
  recommended(
    'EUGEN-T01-R004',
    'cac:AllowanceCharge',
    'cbc:AllowanceChargeReason',
    'An allowance or charge should have a reason (AllowanceChargeReason).',
  ),
  {
    id: 'EUGEN-T01-R005',
    severity: 'warning',
    context: 'cac:LineItem',
    text: 'Each line should have an ordered quantity with a unit (Quantity/@unitCode).',
    test: (line) => quantity.all(line).some((each) => each.attribute('unitCode') !== undefined),
    at: 'cbc:Quantity',
  },
  notNegative('EUGEN-T01-R006', 'cac:AllowanceCharge', 'cbc:Amount'),
  {
    id: 'EUGEN-T01-R007',
    severity: 'fatal',
    context: 'cac:Delivery/cac:RequestedDeliveryPeriod',
    text: 'A delivery period must have a start or an end (StartDate, EndDate).',
    test: (period) => startOrEnd.some((path) => path.in(period)),
  },
  notNegative('EUGEN-T01-R008', 'cac:AnticipatedMonetaryTotal', 'cbc:PayableAmount'),
  notNegative('EUGEN-T01-R009', 'cac:LineItem', 'cbc:LineExtensionAmount', true),
  notNegative('EUGEN-T01-R010', 'cac:LineItem', 'cbc:Quantity', true),
  codedIn(
    'PCL-001-006',
    'cac:PartyIdentification/cbc:ID/@schemeID',
    partySchemes,
    'of Peppol party identifier schemes',
    'warning',
  ),
  codedIn('PCL-001-007', 'cbc:EndpointID/@schemeID', partySchemes, 'of Peppol party identifier schemes', 'warning'),
];

/** The core lets an element stand once at most; a name of buyer and seller exactly once. */
function counted(number: number, context: string, path: string, least: 0 | 1 = 0): Rule<SveOrderFacts> {
  const often = least === 1 ? 'exactly once' : 'at most once';
  return {
    ...once(`BIICORE-T01-R${number}`, context, path, `The core has ${path.slice(4)} ${often} here.`, least),
    severity: 'warning',
  };
}

const BUYER = '/Order/cac:BuyerCustomerParty/cac:Party';
const SELLER = '/Order/cac:SellerSupplierParty/cac:Party';
const RECEIVER = '/Order/cac:Delivery/cac:DeliveryParty';

/** R442 and R443, on the originator, look for an element that does not exist and never fire. */
export const coreRules: readonly Rule<SveOrderFacts>[] = [
  counted(435, BUYER, 'cac:PartyIdentification'),
  counted(436, BUYER, 'cac:PartyName', 1),
  counted(437, BUYER, 'cac:PartyLegalEntity'),
  counted(438, SELLER, 'cac:PartyIdentification'),
  counted(439, SELLER, 'cac:PartyName', 1),
  counted(440, SELLER, 'cac:PartyLegalEntity'),
  counted(441, '/Order/cac:OrderLine/cac:LineItem/cac:Item', 'cbc:Description'),
  counted(444, '/Order', 'cbc:Note'),
  counted(445, '/Order', 'cac:ValidityPeriod'),
  counted(446, '/Order', 'cac:OrderDocumentReference'),
  counted(447, '/Order', 'cac:Contract'),
  counted(448, '/Order', 'cac:Delivery'),
  counted(449, RECEIVER, 'cac:PartyName'),
];
