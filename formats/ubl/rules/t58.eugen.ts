import { catalogueResponses, deprecatedUnits, packageUnits, partySchemes } from '../generated/bis2.codes.ts';
import { attributeIs, attributePresent, codedIn, noEmptyElement, notCodedIn } from './common.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

const SCHEMES = 'of Peppol party identifier schemes';

/** What Peppol adds to BII for the catalogue response (BIS 1A, transaction T58, VA 3.7.0). */
export const eugenRules: readonly Rule<Facts>[] = [
  attributePresent(
    'EUGEN-T58-R001',
    'cbc:EndpointID',
    'schemeID',
    'An endpoint identifier must say its scheme (@schemeID).',
  ),
  attributePresent(
    'EUGEN-T58-R002',
    'cac:PartyIdentification/cbc:ID',
    'schemeID',
    'A party identifier must say its scheme (@schemeID).',
  ),
  attributeIs(
    'EUGEN-T58-R003',
    'cbc:ResponseCode',
    'listID',
    ['UNCL4343'],
    'A response code must say its list (@listID).',
  ),
  noEmptyElement('EUGEN-T58-R004', '/ApplicationResponse'),
  codedIn('OP-T58-R001', 'cbc:EndpointID/@schemeID', partySchemes, SCHEMES),
  codedIn('OP-T58-R002', 'cac:PartyIdentification/cbc:ID/@schemeID', partySchemes, SCHEMES),
  codedIn('OP-T58-R003', 'cbc:ResponseCode', catalogueResponses, 'UNCL 4343 (AP, RE)'),
  notCodedIn(
    'OP-T58-R004',
    'cbc:*/@unitCode',
    deprecatedUnits,
    'The unit is deprecated in UN/ECE Recommendation 20 and should not be used.',
  ),
  notCodedIn(
    'OP-T58-R005',
    'cbc:*/@unitCode',
    packageUnits,
    'The unit is a package code that later lists replace by one that begins with X.',
  ),
];
