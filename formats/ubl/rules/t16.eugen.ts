import { attributeIs, attributePresent, listedUnit, noEmptyElement, present } from './common.ts';
import type { Facts } from './facts.ts';
import { Path } from './names.ts';
import type { Rule } from './rule.ts';

const id = new Path('cbc:ID');

/** EUGEN rules of the despatch advice: what Peppol adds to BII (BIS 30A, transaction T16, VA 3.7.0). R003, on countries, never fires. */
export const eugenRules: readonly Rule<Facts>[] = [
  attributePresent(
    'EUGEN-T16-R001',
    'cbc:EndpointID',
    'schemeID',
    'An endpoint identifier must say its scheme (@schemeID).',
  ),
  {
    id: 'EUGEN-T16-R002',
    severity: 'fatal',
    context: 'cac:PartyIdentification',
    text: 'A party identifier must say its scheme (ID/@schemeID).',
    test: (party) => id.all(party).some((each) => each.attribute('schemeID') !== undefined),
    at: 'cbc:ID',
  },
  listedUnit('EUGEN-T16-R004'),
  attributeIs(
    'EUGEN-T16-R005',
    'cbc:UNDGCode',
    'listID',
    ['UNCL8273'],
    'Dangerous goods must say their list (@listID).',
  ),
  attributeIs(
    'EUGEN-T16-R006',
    'cbc:TransportHandlingUnitTypeCode',
    'listID',
    ['UNECERec21'],
    'The type of a handling unit must say its list (@listID).',
  ),
  present('EUGEN-T16-R007', 'cac:DespatchLine', 'cbc:DeliveredQuantity', 'Each line must have a delivered quantity.'),
  noEmptyElement('EUGEN-T16-R008', '/DespatchAdvice'),
];
