import {
  catalogueActions,
  catalogueLineActions,
  countries,
  currencies,
  dangerousGoods,
  deprecatedUnits,
  languages,
  measures,
  mimeTypes,
  packageUnits,
  partySchemes,
  taxCategories,
  units,
} from '../generated/bis2.codes.ts';
import { codedIn, notCodedIn } from './common.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

const SCHEMES = 'of Peppol party identifier schemes';
const UNITS = 'UN/ECE Recommendation 20';

/**
 * Code list rules of the catalogue (BIS 1A, transaction T19, VA 3.7.0). OP-T19-R004 and CL-T19-R003 do not exist; OP-T19-R008 is on an
 * element that UBL does not have, and so does not exist here.
 */
export const codeRules: readonly Rule<Facts>[] = [
  codedIn('CL-T19-R001', 'cac:CatalogueLine/cbc:ActionCode', catalogueLineActions, 'of actions'),
  {
    id: 'CL-T19-R002',
    severity: 'fatal',
    context: 'cbc:*/@mimeCode',
    text: 'The MIME code must be in the IANA list of media types.',
    test: (_, __, value) => mimeTypes.has(value), // compared letter by letter
    expected: 'a media type such as application/pdf',
  },
  codedIn('CL-T19-R004', 'cac:ClassifiedTaxCategory/cbc:ID', taxCategories, 'UNCL 5305 (subset)'),
  codedIn('OP-T19-R001', 'cac:Country//cbc:IdentificationCode', countries, 'ISO 3166-1'),
  codedIn('OP-T19-R002', 'cbc:*/@unitCode', units, UNITS),
  codedIn('OP-T19-R003', 'cbc:UNDGCode', dangerousGoods, 'UNCL 8273'),
  codedIn('OP-T19-R005', 'cbc:EndpointID/@schemeID', partySchemes, SCHEMES),
  codedIn('OP-T19-R006', 'cac:PartyIdentification/cbc:ID/@schemeID', partySchemes, SCHEMES),
  codedIn('OP-T19-R007', '/Catalogue/cbc:ActionCode', catalogueActions, 'of actions'),
  codedIn('OP-T19-R009', 'cbc:AttributeID', measures, 'UNCL 6313'),
  codedIn('OP-T19-R010', 'cbc:OrderableUnit', units, UNITS),
  codedIn('OP-T19-R011', 'cbc:*/@currencyID', currencies, 'ISO 4217'),
  codedIn('OP-T19-R012', 'cbc:*/@languageID', languages, 'ISO 639-1'),
  codedIn('OP-T19-R013', 'cbc:CompanyID/@schemeID', partySchemes, SCHEMES),
  notCodedIn(
    'OP-T19-R014',
    'cbc:*/@unitCode',
    deprecatedUnits,
    'The unit is deprecated in UN/ECE Recommendation 20 and should not be used.',
  ),
  notCodedIn(
    'OP-T19-R015',
    'cbc:*/@unitCode',
    packageUnits,
    'The unit is a package code that later lists replace by one that begins with X.',
  ),
];
