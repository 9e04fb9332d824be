import { plainDate } from '../../document/date.ts';
import type { XmlElement } from '../../xml/element.ts';
import { identifierFormats, isDutchVat, type TestedScheme } from '../identifiers.ts';
import { normalized, noSchemaLocation } from './common.ts';
import type { Facts } from './facts.ts';
import { Path } from './names.ts';
import type { Rule } from './rule.ts';

/** PEPPOL-COMMON rules: those that every transaction of BIS 3 has (release 2026.5). */

const NOT_SPACE = /[^\t\n\r ]/;

/** Rule id, severity and where the identifier stands; formats are in identifiers.ts. Danish ones (R042, R052, R053) keep white space. */
const IDENTIFIERS: readonly [number: string, scheme: TestedScheme, severity: Rule<Facts>['severity'], what: string][] =
  [
    ['R040', '0088', 'fatal', 'GLN'],
    ['R041', '0192', 'fatal', 'Norwegian organisation number'],
    ['R042', '0184', 'fatal', 'Danish CVR number'],
    ['R052', '0096', 'fatal', 'Danish P number'],
    ['R053', '0198', 'fatal', 'Danish SE number'],
    ['R043', '0208', 'fatal', 'Belgian enterprise number'],
    ['R044', '0201', 'warning', 'Italian IPA code'],
    ['R045', '0210', 'warning', 'Italian fiscal code'],
    ['R046', '9907', 'warning', 'Italian fiscal code'],
    ['R047', '0211', 'warning', 'Italian VAT number'],
    ['R049', '0007', 'fatal', 'Swedish organisation number'],
    ['R050', '0151', 'fatal', 'Australian business number'],
    ['R054', '0106', 'warning', 'Dutch KVK number'],
    ['R055', '0190', 'warning', 'Dutch organisation number'],
    ['R056-1', '9944', 'warning', 'Dutch VAT number'],
    ['R057', '0217', 'warning', 'Dutch establishment number'],
  ];
const AS_WRITTEN = new Set<string>(['0184', '0096', '0198']);
const EVERYWHERE = 'cbc:EndpointID | cac:PartyIdentification/cbc:ID | cbc:CompanyID';

function identifierRule([number, scheme, severity, what]: (typeof IDENTIFIERS)[number]): Rule<Facts> {
  const { accepts, expected } = identifierFormats[scheme];
  const read = AS_WRITTEN.has(scheme) ? (text: string): string => text : normalized;
  return {
    id: `PEPPOL-COMMON-${number}`,
    severity,
    context: scheme === '9907' ? 'cbc:EndpointID' : EVERYWHERE,
    text: `The identifier must be a right ${what} (scheme ${scheme}).`,
    test: (element, _, value) => element.attribute('schemeID') !== scheme || accepts(read(value)),
    expected,
  };
}

const companyId = new Path('cbc:CompanyID');
const taxScheme = new Path('cac:TaxScheme/cbc:ID');
/** Schemes whose rule comes before that on the VAT number: in one Schematron pattern only the first that matches is tested. */
const BEFORE_VAT = new Set<string>(IDENTIFIERS.filter(([number]) => number !== 'R057').map(([, scheme]) => scheme));

function isRightVatNumber(id: XmlElement): boolean {
  const number = normalized(id.text);
  return !number.startsWith('NL') || BEFORE_VAT.has(id.attribute('schemeID') ?? '') || isDutchVat(number);
}

export const bis3Rules: readonly Rule<Facts>[] = [
  {
    id: 'PEPPOL-COMMON-R001',
    severity: 'fatal',
    context: '*',
    text: 'There must be no empty elements: leave the element out instead.',
    test: ({ children }, _, value) => children.length > 0 || NOT_SPACE.test(value),
  },
  noSchemaLocation('PEPPOL-COMMON-R003', '/*', 'warning'),
  {
    id: 'PEPPOL-COMMON-R030',
    severity: 'fatal',
    context: 'cbc:IssueDate | cbc:DueDate | cbc:TaxPointDate | cbc:StartDate | cbc:EndDate | cbc:ActualDeliveryDate',
    text: 'A date must be written as YYYY-MM-DD.',
    test: (_, __, value) => plainDate(value) === value,
    expected: 'a date such as 2026-01-31',
  },
  ...IDENTIFIERS.map(identifierRule),
  {
    id: 'PEPPOL-COMMON-R056-2',
    severity: 'warning',
    context: 'cac:PartyTaxScheme',
    text: 'A Dutch VAT number must have the form NL123456789B12.',
    test: (scheme) =>
      taxScheme.all(scheme).every(({ text }) => normalized(text) !== 'VAT') ||
      companyId.all(scheme).every(isRightVatNumber),
    at: 'cbc:CompanyID',
    expected: 'NL123456789B12',
  },
];
