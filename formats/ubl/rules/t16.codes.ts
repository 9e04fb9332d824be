import {
  countries,
  dangerousGoods,
  deprecatedUnits,
  handlingUnitMeasures,
  handlingUnits,
  packageUnits,
  partySchemes,
  units,
} from '../generated/bis2.codes.ts';
import { codedIn, notCodedIn } from './common.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

const SCHEMES = 'of Peppol party identifier schemes';

/** Code list rules of the despatch advice (BIS 30A, transaction T16, VA 3.7.0). */
export const codeRules: readonly Rule<Facts>[] = [
  codedIn('OP-T16-R001', 'cac:Country//cbc:IdentificationCode', countries, 'ISO 3166-1'),
  codedIn('OP-T16-R002', 'cbc:*/@unitCode', units, 'UN/ECE Recommendation 20'),
  codedIn('OP-T16-R003', 'cbc:UNDGCode', dangerousGoods, 'UNCL 8273'),
  codedIn('OP-T16-R004', 'cbc:TransportHandlingUnitTypeCode', handlingUnits, 'UN/ECE Recommendation 21'),
  codedIn('OP-T16-R005', 'cbc:EndpointID/@schemeID', partySchemes, SCHEMES),
  codedIn('OP-T16-R006', 'cac:PartyIdentification/cbc:ID/@schemeID', partySchemes, SCHEMES),
  codedIn(
    'OP-T16-R007',
    'cac:TransportHandlingUnit/cac:MeasurementDimension/cbc:AttributeID',
    handlingUnitMeasures,
    'UNCL 6313 (AAB, AAW)',
  ),
  notCodedIn(
    'OP-T16-R008',
    'cbc:*/@unitCode',
    deprecatedUnits,
    'The unit is deprecated in UN/ECE Recommendation 20 and should not be used.',
  ),
  notCodedIn(
    'OP-T16-R009',
    'cbc:*/@unitCode',
    packageUnits,
    'The unit is a package code that later lists replace by one that begins with X.',
  ),
];
