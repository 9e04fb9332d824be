import { attributeIs, attributePresent, listedUnit, noEmptyElement } from './common.ts';
import type { Facts } from './facts.ts';
import { Path } from './names.ts';
import type { Rule } from './rule.ts';

const description = new Path('cbc:Description');

/**
 * EUGEN rules of the catalogue: what Peppol adds to BII (BIS 1A, transaction T19, VA 3.7.0). R050 is on PackageLevelCode, which UBL does
 * not have (its name is PackLevelCode), and so does not exist here.
 */
export const eugenRules: readonly Rule<Facts>[] = [
  attributePresent(
    'EUGEN-T19-R043',
    'cbc:EndpointID',
    'schemeID',
    'An endpoint identifier must say its scheme (@schemeID).',
  ),
  attributePresent(
    'EUGEN-T19-R044',
    'cac:PartyIdentification/cbc:ID',
    'schemeID',
    'A party identifier must say its scheme (@schemeID).',
  ),
  attributeIs(
    'EUGEN-T19-R045',
    'cac:CatalogueLine/cbc:ActionCode',
    'listID',
    ['ACTIONCODE:BII2'],
    'The action of a line must say its list (@listID).',
  ),
  attributeIs(
    'EUGEN-T19-R046',
    '/Catalogue/cbc:ActionCode',
    'listID',
    ['ACTIONCODE:PEPPOL'],
    'The action of a catalogue must say its list (@listID).',
  ),
  attributeIs(
    'EUGEN-T19-R047',
    'cac:Country/cbc:IdentificationCode',
    'listID',
    ['ISO3166-1:Alpha2'],
    'A country must say its list (@listID).',
  ),
  listedUnit('EUGEN-T19-R048'),
  attributeIs(
    'EUGEN-T19-R049',
    'cac:ClassifiedTaxCategory/cbc:ID',
    'schemeID',
    ['UNCL5305'],
    'A tax category must say its list (@schemeID).',
  ),
  attributeIs(
    'EUGEN-T19-R051',
    'cbc:UNDGCode',
    'listID',
    ['UNCL8273'],
    'Dangerous goods must say their list (@listID).',
  ),
  attributeIs('EUGEN-T19-R053', 'cbc:AttributeID', 'schemeID', ['UNCL6313'], 'A dimension must say its list.'),
  noEmptyElement('EUGEN-T19-R054', '/Catalogue'),
  {
    id: 'EUGEN-T19-R055',
    severity: 'fatal',
    context: 'cac:CatalogueLine/cac:Item/cbc:Description',
    text: 'An item must have only one description in a language, and one without a language (@languageID) alone.',
    test: (each, _, __, item) => {
      const language = each.attribute('languageID');
      const same = description.all(item!).filter((other) => {
        const its = other.attribute('languageID');
        return its === undefined || its === language;
      });
      return same.length === 1;
    },
  },
];
