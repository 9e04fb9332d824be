import { mlrReasons, partySchemes } from '../generated/bis2.codes.ts';
import { attributeIs, attributePresent, codedIn, noEmptyElement } from './common.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

/**
 * What Peppol adds to BII for the message level response (BIS 36A, transaction T71, VA 3.7.0). EUGEN-T71-R005 is bound to the context of
 * R001, which comes first, and never fires.
 */
export const eugenRules: readonly Rule<Facts>[] = [
  attributeIs(
    'EUGEN-T71-R001',
    'cac:DocumentReference/cbc:DocumentTypeCode',
    'listID',
    ['UNCL1001'],
    'A document type must say its list (@listID).',
  ),
  attributeIs(
    'EUGEN-T71-R002',
    'cac:Response/cbc:ResponseCode',
    'listID',
    ['UNCL4343'],
    'A response code must say its list (@listID).',
  ),
  attributeIs(
    'EUGEN-T71-R003',
    'cac:Status/cbc:StatusReasonCode',
    'listID',
    ['PEPPOLSTATUS'],
    'A reason must say its list (@listID).',
  ),
  attributePresent(
    'EUGEN-T71-R004',
    'cbc:EndpointID',
    'schemeID',
    'An endpoint identifier must say its scheme (@schemeID).',
  ),
  noEmptyElement('EUGEN-T71-R006', '/ApplicationResponse'),
  codedIn('OP-T71-R001', 'cbc:EndpointID/@schemeID', partySchemes, 'of Peppol party identifier schemes'),
  codedIn(
    'OP-T71-R002',
    'cac:PartyIdentification/cbc:ID/@schemeID',
    partySchemes,
    'of Peppol party identifier schemes',
  ),
  codedIn('OP-071-R003', 'cac:Status/cbc:StatusReasonCode', mlrReasons, 'PEPPOLSTATUS (SV, BV, BW)'),
];
