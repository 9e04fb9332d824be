import {
  cartClassifications,
  cartCurrencies,
  cartIndicators,
  cartMimeTypes,
  cartPartySchemes,
  cartUnits,
  countries,
  taxCategories,
} from '../generated/bis2.codes.ts';
import { codedIn } from './common.ts';
import type { Rule } from './rule.ts';
import type { T77Facts } from './t77.facts.ts';

const SCHEMES = 'of Peppol party identifier schemes';
const UNITS = 'UN/ECE Recommendation 20 (without packages)';

/** Code list rules of the cart (BIS 18A, transaction T77, VA 3.7.0). OP-T77-R003 does not exist. */
export const codeRules: readonly Rule<T77Facts>[] = [
  {
    id: 'CL-T77-R001',
    severity: 'fatal',
    context: 'cbc:*/@mimeCode',
    text: 'The MIME code must be in the IANA list of media types.',
    test: (_, __, value) => cartMimeTypes.has(value), // the one list that is compared letter by letter
    expected: 'a media type such as application/pdf',
  },
  codedIn('CL-T77-R002', 'cac:ClassifiedTaxCategory/cbc:ID', taxCategories, 'UNCL 5305 (subset)'),
  codedIn('CL-T77-R003', 'cbc:ActionCode', cartIndicators, 'of indicators'),
  codedIn('CL-T77-R004', 'cbc:ItemClassificationCode/@listID', cartClassifications, 'of classifications', 'warning'),
  codedIn('CL-T77-R005', 'cbc:*/@currencyID', cartCurrencies, 'ISO 4217'),
  codedIn('CL-T77-R006', 'cac:OriginCountry/cbc:IdentificationCode', countries, 'ISO 3166-1'),
  codedIn('OP-T77-R001', 'cbc:BatchQuantity/@unitCode', cartUnits, UNITS),
  codedIn('OP-T77-R002', 'cbc:BaseQuantity/@unitCode', cartUnits, UNITS),
  codedIn('OP-T77-R004', 'cbc:EndpointID/@schemeID', cartPartySchemes, SCHEMES),
  codedIn('OP-T77-R005', 'cac:PartyIdentification/cbc:ID/@schemeID', cartPartySchemes, SCHEMES),
];
