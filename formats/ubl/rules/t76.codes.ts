import {
  currencies,
  deprecatedUnits,
  packageUnits,
  partySchemes,
  responseCodes,
  taxCategories,
  units,
} from '../generated/bis2.codes.ts';
import { codedIn, notCodedIn } from './common.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

/** Code list rules of the order response (BIS 28A, transaction T76, VA 3.7.0). */
export const codeRules: readonly Rule<Facts>[] = [
  codedIn('OP-T76-R001', 'cbc:OrderResponseCode', responseCodes, 'UNCL 1225 (27, 29, 30)'),
  codedIn('OP-T76-R002', 'cac:LineItem//cbc:LineStatusCode', responseCodes, 'UNCL 1225 (27, 29, 30)'),
  codedIn('OP-T76-R003', 'cbc:DocumentCurrencyCode', currencies, 'ISO 4217'),
  codedIn('OP-T76-R004', 'cbc:EndpointID/@schemeID', partySchemes, 'of Peppol party identifier schemes'),
  codedIn(
    'OP-T76-R005',
    'cac:PartyIdentification/cbc:ID/@schemeID',
    partySchemes,
    'of Peppol party identifier schemes',
  ),
  codedIn('OP-T76-R006', 'cbc:*/@unitCode', units, 'UN/ECE Recommendation 20'),
  codedIn('OP-T76-R007', 'cbc:*/@currencyID', currencies, 'ISO 4217'),
  codedIn('OP-T76-R008', 'cac:TaxCategory/cbc:ID', taxCategories, 'UNCL 5305 (subset)'),
  notCodedIn(
    'OP-T76-R009',
    'cbc:*/@unitCode',
    deprecatedUnits,
    'The unit is deprecated in UN/ECE Recommendation 20 and should not be used.',
  ),
  notCodedIn(
    'OP-T76-R010',
    'cbc:*/@unitCode',
    packageUnits,
    'The unit is a package code that later lists replace by one that begins with X.',
  ),
];
