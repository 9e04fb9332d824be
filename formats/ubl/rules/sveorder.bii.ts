import type { XmlElement } from '../../xml/element.ts';
import { profiles } from '../profiles.ts';
import { attributePresent, normalized, present } from './common.ts';
import { dateNumber } from './dates.ts';
import { Path } from './names.ts';
import { double, round2 } from './numbers.ts';
import type { Rule } from './rule.ts';
import type { SveOrderFacts } from './sveorder.facts.ts';

/**
 * Rules of SveOrder 2.0 that CEN BII has for its core order (profile BII03 and transaction Trdm001, phase 1; PEPPOL's edition of 5 June 2014).
 * R022 does not exist. Three are kinder, as the standard's own text wants it: R011 lets one date be missing, identifiers may have tails and
 * other letter case, and R027 and R031 are told once per amount and quantity.
 */

const TOTALS = 'cac:AnticipatedMonetaryTotal';
const LINE = 'cac:LineItem';

const { customizations, profile, otherProfiles } = profiles['sveorder-2-order'];
/** BII06, procurement, has the order too. */
const PROCUREMENT = 'urn:www.cenbii.eu:profile:bii06:ver1.0';

const startDate = new Path('cbc:StartDate');
const endDate = new Path('cbc:EndDate');
const contractId = new Path('cbc:ID');
const address = new Path('cac:Party/cac:PostalAddress');
const addressId = new Path('cbc:ID');
const city = new Path('cbc:CityName');
const zone = new Path('cbc:PostalZone');
const country = new Path('cac:Party/cac:PostalAddress/cac:Country/cbc:IdentificationCode');
const taxScheme = new Path('cac:Party/cac:PartyTaxScheme');
const taxSchemeId = new Path('cac:TaxScheme/cbc:ID');
const companyId = new Path('cbc:CompanyID');
const itemNames = [
  'cac:Item/cbc:Name',
  'cac:Item/cac:StandardItemIdentification/cbc:ID',
  'cac:Item/cac:SellersItemIdentification/cbc:ID',
].map((path) => new Path(path));
const itemName = new Path('cbc:Name');
const lineExtension = new Path('cbc:LineExtensionAmount');
const allowanceTotal = new Path('cbc:AllowanceTotalAmount');
const chargeTotal = new Path('cbc:ChargeTotalAmount');
const payable = new Path('cbc:PayableAmount');
const taxAmount = new Path('cbc:TaxAmount');

function isProfile(value: string, profilesOfOrder: readonly string[]): boolean {
  return profilesOfOrder.includes(normalized(value).toLowerCase());
}

const identifiers: readonly Rule<SveOrderFacts>[] = [
  {
    id: 'BII-P03-001',
    severity: 'fatal',
    context: 'cbc:UBLVersionID',
    text: 'UBLVersionID must be 2.0.',
    test: (_, __, value) => value === '2.0',
    expected: '2.0',
  },
  {
    id: 'BII-P03-002',
    severity: 'fatal',
    context: 'cbc:CustomizationID',
    text: 'CustomizationID must be that of the order of CEN BII.',
    test: (_, __, value) => customizations.some((known) => normalized(value).startsWith(known)),
    expected: customizations[0],
  },
  {
    id: 'BII-P03-003',
    severity: 'fatal',
    context: 'cbc:ProfileID',
    text: 'ProfileID must be that of the order-only profile BII03.',
    test: (_, __, value) => isProfile(value, [profile, ...otherProfiles]),
    expected: profile,
  },
  {
    id: 'BIIPROFILE-T01-R001',
    severity: 'fatal',
    context: 'cbc:ProfileID',
    text: 'ProfileID must be that of a profile with orders (BII03 or BII06).',
    test: (_, __, value) => isProfile(value, [profile, ...otherProfiles, PROCUREMENT]),
    expected: profile,
  },
  present('BIIRULE-T01-R001', '/Order', 'cbc:UBLVersionID', 'An order must state its version of UBL (UBLVersionID).'),
  present('BIIRULE-T01-R002', '/Order', 'cbc:CustomizationID', 'An order must have a CustomizationID.'),
  present('BIIRULE-T01-R003', '/Order', 'cbc:ProfileID', 'An order must have a ProfileID.'),
  present('BIIRULE-T01-R004', '/Order', 'cbc:IssueDate', 'An order must have an issue date (IssueDate).'),
  present('BIIRULE-T01-R005', '/Order', 'cbc:ID', 'An order must have a number (ID).'),
  present('BIIRULE-T01-R030', '/Order', 'cbc:DocumentCurrencyCode', 'An order must state its currency.'),
];

const references: readonly Rule<SveOrderFacts>[] = [
  present('BIIRULE-T01-R006', 'cac:OriginatorDocumentReference', 'cbc:ID', 'A reference must have a number (ID).'),
  present('BIIRULE-T01-R007', 'cac:AdditionalDocumentReference', 'cbc:ID', 'A reference must have a number (ID).'),
  {
    id: 'BIIRULE-T01-R008',
    severity: 'fatal',
    context: 'cac:Contract',
    text: 'A contract must have a number (ID).',
    test: (contract) => (contractId.first(contract)?.text ?? '') !== '',
    at: 'cbc:ID',
  },
];

/** City and postal code, or the number of the place. */
function located(id: string, context: string): Rule<SveOrderFacts> {
  return {
    id,
    severity: 'warning',
    context,
    text: 'A party should have an address with city and postal code, or with the number of the place (ID).',
    test: (party) => address.all(party).some((each) => addressId.in(each) || (city.in(each) && zone.in(each))),
    at: 'cac:Party/cac:PostalAddress',
  };
}

/** A buyer in another country than the seller has a VAT number of its country. */
function isOwnVatNumber(buyer: XmlElement, sellersCountry: string | undefined): boolean {
  const own = country.first(buyer)?.text;
  if (own === undefined || sellersCountry === undefined || own === sellersCountry) return true;
  const schemes = taxScheme.all(buyer).filter((each) => taxSchemeId.first(each)?.text === 'VAT');
  return schemes.every((each) => companyId.first(each)?.text.startsWith(own) ?? true);
}

const parties: readonly Rule<SveOrderFacts>[] = [
  present(
    'BIIRULE-T01-R009',
    'cac:BuyerCustomerParty',
    'cac:Party/cac:PartyName/cbc:Name',
    'The buyer must have a name.',
  ),
  present(
    'BIIRULE-T01-R010',
    'cac:SellerSupplierParty',
    'cac:Party/cac:PartyName/cbc:Name',
    'The seller must have a name.',
  ),
  located('BIIRULE-T01-R012', 'cac:SellerSupplierParty'),
  located('BIIRULE-T01-R014', 'cac:BuyerCustomerParty'),
  {
    id: 'BIIRULE-T01-R015',
    severity: 'warning',
    context: 'cac:BuyerCustomerParty',
    text: 'The VAT number of a buyer in another country should begin with the code of that country.',
    test: (buyer, { sellersCountry }) => isOwnVatNumber(buyer, sellersCountry),
    at: 'cac:Party/cac:PartyTaxScheme/cbc:CompanyID',
  },
  {
    id: 'BIIRULE-T01-R011',
    severity: 'fatal',
    context: 'cac:RequestedDeliveryPeriod',
    text: 'The end of the delivery period (EndDate) must not be before its start (StartDate).',
    test: (period) =>
      !startDate.in(period) ||
      !endDate.in(period) ||
      dateNumber(startDate.first(period)) <= dateNumber(endDate.first(period)),
    at: 'cbc:EndDate',
  },
  present(
    'BIIRULE-T01-R028',
    'cac:Country',
    'cbc:IdentificationCode',
    'A country must have its code (IdentificationCode).',
  ),
];

const lines: readonly Rule<SveOrderFacts>[] = [
  {
    id: 'BIIRULE-T01-R013',
    severity: 'fatal',
    context: LINE,
    text: 'Each line must have an item name, a standard item number or a seller’s item number.',
    test: (line) => itemNames.some((path) => path.in(line)),
    at: 'cac:Item',
  },
  {
    id: 'BIIRULE-T01-R016',
    severity: 'fatal',
    context: '/Order',
    text: 'An order must have at least one line (OrderLine/LineItem).',
    test: (_, facts) => facts.lines > 0,
  },
  present('BIIRULE-T01-R017', LINE, 'cbc:ID', 'Each line must have a number (ID).'),
  {
    id: 'BIIRULE-T01-R023',
    severity: 'warning',
    context: 'cac:Item',
    text: 'An item’s name should have at most 50 characters.',
    test: (item) => Array.from(itemName.first(item)?.text ?? '').length <= 50,
    at: 'cbc:Name',
  },
  {
    ...attributePresent(
      'BIIRULE-T01-R024',
      'cac:StandardItemIdentification/cbc:ID',
      'schemeID',
      'A standard item number should say its scheme (GTIN).',
    ),
    severity: 'warning',
  },
  {
    ...attributePresent(
      'BIIRULE-T01-R025',
      'cac:CommodityClassification/cbc:ItemClassificationCode',
      'listID',
      'A classification should say its list (@listID).',
    ),
    severity: 'warning',
  },
  {
    id: 'BIIRULE-T01-R026',
    severity: 'fatal',
    context: 'cac:LineItem/cac:Price/cbc:PriceAmount',
    text: 'A price must not be negative.',
    test: (amount) => double(amount) >= 0,
    expected: 'at least 0',
  },
  {
    id: 'BIIRULE-T01-R027',
    severity: 'fatal',
    context: 'cbc:*/@currencyID',
    text: 'All amounts must be in the currency of the order (DocumentCurrencyCode).',
    test: (_, { currency }, value) => currency === undefined || value === currency,
    expected: ({ currency }) => currency,
  },
  attributePresent('BIIRULE-T01-R031', '*Quantity*', 'unitCode', 'A quantity must have a unit (@unitCode).'),
];

/** An amount of the totals that should equal a sum, where it is sent. */
function summed(
  id: string,
  path: Path,
  at: string,
  total: (facts: SveOrderFacts, totals: XmlElement) => number,
  always = false,
): Rule<SveOrderFacts> {
  return {
    id,
    severity: 'warning',
    context: TOTALS,
    text: `${at.slice(4)} should equal the sum of what it is made of.`,
    test: (totals, facts) =>
      (!always && !path.in(totals)) || double(path.first(totals)) === round2(total(facts, totals)),
    at,
    expected: (facts, totals) => `${round2(total(facts, totals))}`,
  };
}

function orZero(path: Path, totals: XmlElement): number {
  return path.in(totals) ? double(path.first(totals)) : 0;
}

const sums: readonly Rule<SveOrderFacts>[] = [
  summed('BIIRULE-T01-R018', lineExtension, 'cbc:LineExtensionAmount', ({ lineAmounts }) => lineAmounts, true),
  summed('BIIRULE-T01-R019', allowanceTotal, 'cbc:AllowanceTotalAmount', ({ allowances }) => allowances),
  summed('BIIRULE-T01-R020', chargeTotal, 'cbc:ChargeTotalAmount', ({ charges }) => charges),
  summed(
    'BIIRULE-T01-R021',
    payable,
    'cbc:PayableAmount',
    ({ taxes }, totals) =>
      double(lineExtension.first(totals)) +
      orZero(chargeTotal, totals) -
      orZero(allowanceTotal, totals) +
      taxes.reduce((total, tax) => total + tax, 0),
    true,
  ),
  {
    id: 'BIIRULE-T01-R029',
    severity: 'warning',
    context: '/Order/cac:TaxTotal',
    text: 'The VAT total (TaxAmount) should equal the sum of the lines’ TotalTaxAmount.',
    test: (total, { lineTaxes }) => double(taxAmount.first(total)) === round2(lineTaxes ?? 0),
    at: 'cbc:TaxAmount',
    expected: ({ lineTaxes }) => `${round2(lineTaxes ?? 0)}`,
  },
];

export const biiRules = [...identifiers, ...references, ...parties, ...lines, ...sums];
