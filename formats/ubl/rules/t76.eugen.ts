import { attributeIs, attributePresent, noEmptyElement } from './common.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

/** EUGEN rules of the order response: what Peppol adds to BII (BIS 28A, transaction T76, VA 3.7.0). */
export const eugenRules: readonly Rule<Facts>[] = [
  attributePresent(
    'EUGEN-T76-R001',
    'cbc:EndpointID',
    'schemeID',
    'An endpoint identifier must say its scheme (@schemeID).',
  ),
  attributePresent(
    'EUGEN-T76-R002',
    'cac:PartyIdentification/cbc:ID',
    'schemeID',
    'A party identifier must say its scheme (@schemeID).',
  ),
  attributeIs(
    'EUGEN-T76-R003',
    'cbc:OrderResponseCode',
    'listID',
    ['UNCL1225'],
    'A response code must say its list (@listID).',
  ),
  attributeIs(
    'EUGEN-T76-R004',
    'cac:LineItem/cbc:LineStatusCode',
    'listID',
    ['UNCL1225'],
    'A line status code must say its list (@listID).',
  ),
  noEmptyElement('EUGEN-T76-R005', '/OrderResponse'),
];
