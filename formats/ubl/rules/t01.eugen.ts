import { attributeIs, attributePresent, listedUnit, noEmptyElement } from './common.ts';
import type { Rule } from './rule.ts';
import type { T01Facts } from './t01.facts.ts';

/** EUGEN rules of the order: what Peppol adds to BII (BIS 28A and 3A, transaction T01, VA 3.7.0). */
export const eugenRules: readonly Rule<T01Facts>[] = [
  attributePresent(
    'EUGEN-T01-R011',
    'cbc:EndpointID',
    'schemeID',
    'An endpoint identifier must say its scheme (@schemeID).',
  ),
  attributePresent(
    'EUGEN-T01-R012',
    'cac:PartyIdentification/cbc:ID',
    'schemeID',
    'A party identifier must say its scheme (@schemeID).',
  ),
  attributeIs(
    'EUGEN-T01-R013',
    'cbc:OrderTypeCode',
    'listID',
    ['UNCL1001', 'UNCLD1001'],
    'An order type code must say its list (@listID).',
  ),
  attributeIs(
    'EUGEN-T01-R014',
    'cbc:DocumentCurrencyCode',
    'listID',
    ['ISO4217'],
    'The currency code must say its list (@listID).',
  ),
  attributeIs(
    'EUGEN-T01-R015',
    'cac:Country/cbc:IdentificationCode',
    'listID',
    ['ISO3166-1:Alpha2'],
    'A country code must say its list (@listID).',
  ),
  listedUnit('EUGEN-T01-R016'),
  attributeIs(
    'EUGEN-T01-R017',
    'cac:ClassifiedTaxCategory/cbc:ID',
    'schemeID',
    ['UNCL5305'],
    'A tax category must say its list (@schemeID).',
  ),
  noEmptyElement('EUGEN-T01-R018', '/Order'),
  {
    id: 'EUGEN-T01-R019',
    severity: 'fatal',
    context: 'cac:AnticipatedMonetaryTotal',
    text: 'When an order has totals (AnticipatedMonetaryTotal), every line must have an amount (LineItem/LineExtensionAmount).',
    test: (_, { lineWithoutAmount }) => lineWithoutAmount === undefined,
    expected: ({ lineWithoutAmount }) => `LineExtensionAmount on line ${lineWithoutAmount}`,
  },
];
