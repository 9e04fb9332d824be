import type { XmlElement } from '../../xml/element.ts';
import { profiles } from '../profiles.ts';
import { customizedFrom, identifiedItem, profiledAs, standardRate, taxRate } from './bis3.shared.ts';
import { nameOrIdentifier } from './common.ts';
import { Path } from './names.ts';
import { double } from './numbers.ts';
import type { Rule } from './rule.ts';
import { spanOf, type Span, type T19Bis3Facts } from './t19.bis3.facts.ts';

/** Rules of the BIS 3 catalogue that its data model does not tell (PEPPOL-T19-R, release 2026.5). R002 and R003 do not exist. */

const LINE = 'cac:CatalogueLine';
const PRICED = 'cac:RequiredItemLocationQuantity';
const VAT = 'cac:ClassifiedTaxCategory';

const lineValidity = new Path('cac:LineValidityPeriod');
const priceValidity = new Path('cac:Price/cac:ValidityPeriod');
const priceAmount = new Path('cac:Price/cbc:PriceAmount');
const maximum = new Path('cbc:MaximumOrderQuantity');
const minimum = new Path('cbc:MinimumOrderQuantity');

/** When a line is valid: in its own period, else the catalogue's. */
function lineSpan(line: XmlElement | undefined, { validity }: T19Bis3Facts): Span {
  return line === undefined ? validity : spanOf(lineValidity.all(line), validity);
}

/** When a price is valid: in its own period, else the line's. */
function priceSpan(priced: XmlElement, line: XmlElement | undefined, facts: T19Bis3Facts): Span {
  return spanOf(priceValidity.all(priced), lineSpan(line, facts));
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.start <= outer.end && inner.end <= outer.end && inner.end >= outer.start;
}

function notNegative(id: string, path: Path, at: string, what: string): Rule<T19Bis3Facts> {
  return {
    id,
    severity: 'fatal',
    context: LINE,
    text: `The ${what} quantity of an order must not be negative.`,
    test: (line) => !path.in(line) || double(path.first(line)) >= 0,
    at,
    expected: 'at least 0',
  };
}

const { customizations, profile, otherProfiles } = profiles['peppol-3-catalogue'];

const periods: readonly Rule<T19Bis3Facts>[] = [
  {
    id: 'PEPPOL-T19-R001',
    severity: 'fatal',
    context: '/Catalogue/cac:ValidityPeriod',
    text: 'The end of the validity (EndDate) must not be before its start (StartDate).',
    test: (_, { validity: { start, end } }) => end >= start,
    at: 'cbc:EndDate',
  },
  {
    id: 'PEPPOL-T19-R007',
    severity: 'fatal',
    context: LINE,
    text: 'A line must be valid within the validity of the catalogue.',
    test: (line, facts) => isWithin(lineSpan(line, facts), facts.validity),
    at: 'cac:LineValidityPeriod',
  },
  {
    id: 'PEPPOL-T19-R013',
    severity: 'fatal',
    context: LINE,
    text: 'The end of the validity of a line (EndDate) must not be before its start (StartDate).',
    test: (line, facts) => {
      const { start, end } = lineSpan(line, facts);
      return start <= end;
    },
    at: 'cac:LineValidityPeriod/cbc:EndDate',
  },
  {
    id: 'PEPPOL-T19-R011',
    severity: 'fatal',
    context: PRICED,
    text: 'A price must be valid within the validity of the line, or of the catalogue.',
    test: (priced, facts, _, line) => isWithin(priceSpan(priced, line, facts), lineSpan(line, facts)),
    at: 'cac:Price/cac:ValidityPeriod',
  },
  {
    id: 'PEPPOL-T19-R016',
    severity: 'fatal',
    context: PRICED,
    text: 'The end of the validity of a price (EndDate) must not be before its start (StartDate).',
    test: (priced, facts, _, line) => {
      const { start, end } = priceSpan(priced, line, facts);
      return start <= end;
    },
    at: 'cac:Price/cac:ValidityPeriod/cbc:EndDate',
  },
];

export const catalogueRulesBis3: readonly Rule<T19Bis3Facts>[] = [
  ...periods,
  nameOrIdentifier('PEPPOL-T19-R004', 'cac:SellerSupplierParty', 'seller'),
  nameOrIdentifier('PEPPOL-T19-R005', 'cac:ContractorCustomerParty', 'customer'),
  {
    id: 'PEPPOL-T19-R006',
    severity: 'fatal',
    context: PRICED,
    text: 'A price (Price/PriceAmount) must be there and not be negative.',
    test: (priced) => double(priceAmount.first(priced)) >= 0,
    at: 'cac:Price/cbc:PriceAmount',
    expected: 'at least 0',
  },
  notNegative('PEPPOL-T19-R008', maximum, 'cbc:MaximumOrderQuantity', 'largest'),
  notNegative('PEPPOL-T19-R009', minimum, 'cbc:MinimumOrderQuantity', 'smallest'),
  {
    id: 'PEPPOL-T19-R010',
    severity: 'fatal',
    context: LINE,
    text: 'The largest quantity of an order must not be less than the smallest.',
    test: (line) =>
      !maximum.in(line) || !minimum.in(line) || double(maximum.first(line)) >= double(minimum.first(line)),
    at: 'cbc:MaximumOrderQuantity',
  },
  identifiedItem('PEPPOL-T19-R012', 'cac:Item'),
  taxRate('PEPPOL-T19-R014', VAT),
  standardRate('PEPPOL-T19-R015', VAT),
  profiledAs('PEPPOL-T19-R017', [profile, ...otherProfiles]),
  customizedFrom('PEPPOL-T19-R018', customizations[0]),
];
