import {
  countries,
  currencies,
  deprecatedUnits,
  mimeTypes,
  orderTypes,
  packageUnits,
  partySchemes,
  taxCategories,
  units,
} from '../generated/bis2.codes.ts';
import { codedIn, notCodedIn } from './common.ts';
import type { Rule } from './rule.ts';
import type { T01Facts } from './t01.facts.ts';

/** Code list rules of the order (BIS 28A and 3A, transaction T01, VA 3.7.0). */
export const codeRules: readonly Rule<T01Facts>[] = [
  codedIn('OP-T01-R001', 'cbc:OrderTypeCode', orderTypes, 'UNCL 1001'),
  codedIn('OP-T01-R002', 'cbc:DocumentCurrencyCode', currencies, 'ISO 4217'),
  {
    id: 'OP-T01-R003',
    severity: 'fatal',
    context: 'cbc:*/@mimeCode',
    text: 'The MIME code must be in the IANA list of media types.',
    test: (_, __, value) => mimeTypes.has(value), // the one list that is compared letter by letter
    expected: 'a media type such as application/pdf',
  },
  codedIn('OP-T01-R004', 'cbc:EndpointID/@schemeID', partySchemes, 'of Peppol party identifier schemes'),
  codedIn(
    'OP-T01-R005',
    'cac:PartyIdentification/cbc:ID/@schemeID',
    partySchemes,
    'of Peppol party identifier schemes',
  ),
  codedIn('OP-T01-R006', 'cac:Country//cbc:IdentificationCode', countries, 'ISO 3166-1'),
  codedIn('OP-T01-R007', 'cbc:*/@currencyID', currencies, 'ISO 4217'),
  codedIn('OP-T01-R008', 'cac:TaxCategory/cbc:ID', taxCategories, 'UNCL 5305 (subset)'),
  codedIn('CL-001-001', 'cac:TaxCategory/cbc:ID', taxCategories, 'UNCL 5305 (subset)', 'warning'),
  codedIn('OP-T01-R009', 'cbc:*/@unitCode', units, 'UN/ECE Recommendation 20'),
  notCodedIn(
    'OP-T01-R010',
    'cbc:*/@unitCode',
    deprecatedUnits,
    'The unit is deprecated in UN/ECE Recommendation 20 and should not be used.',
  ),
  notCodedIn(
    'OP-T01-R011',
    'cbc:*/@unitCode',
    packageUnits,
    'The unit is a package code that later lists replace by one that begins with X.',
  ),
];
