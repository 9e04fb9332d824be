import { profiles } from '../profiles.ts';
import type { NumberedFacts } from './bis3.facts.ts';
import { customizedFrom, oneCurrency } from './bis3.shared.ts';
import { normalized } from './common.ts';
import { Path } from './names.ts';
import type { Rule } from './rule.ts';

/**
 * Rules of the BIS 3 order response that its data model does not tell (PEPPOL-T76-R, release 2026.5). The advanced order response (T116)
 * has the same under its own ids.
 */

const names = ['cac:PartyLegalEntity/cbc:RegistrationName', 'cac:PartyIdentification/cbc:ID'].map(
  (path) => new Path(path),
);
const startDate = new Path('cbc:StartDate');
const endDate = new Path('cbc:EndDate');
const lineId = new Path('cbc:ID');

function officialName(id: string, role: string, who: string): Rule<NumberedFacts> {
  return {
    id,
    severity: 'fatal',
    context: `cac:${role}/cac:Party`,
    text: `The ${who} must have its official name (PartyLegalEntity/RegistrationName) or an identifier (PartyIdentification/ID).`,
    test: (party) => names.some((path) => path.in(party)),
  };
}

/** A response code goes with lines, or with none. */
function linesOf(id: string, code: string, what: string, lines: boolean): Rule<NumberedFacts> {
  return {
    id,
    severity: 'fatal',
    context: 'cbc:OrderResponseCode',
    text: `An order response with code ${code} (${what}) must have ${lines ? '' : 'no '}lines.`,
    test: (_, facts, value) => normalized(value) !== code || facts.lines > 0 === lines,
    found: ({ lines: count }) => `${count} lines`,
  };
}

/** The rules of a transaction whose documents are order responses. */
function responseRules(transaction: 'T76' | 'T116', customization: string): readonly Rule<NumberedFacts>[] {
  const rule = (number: string): string => `PEPPOL-${transaction}-${number}`;
  return [
    officialName(rule('R001'), 'BuyerCustomerParty', 'buyer'),
    officialName(rule('R002'), 'SellerSupplierParty', 'seller'),
    {
      id: rule('R003'),
      severity: 'fatal',
      context: 'cac:OrderLine/cac:LineItem',
      text: 'Each line must have a number (ID) that no other line has.',
      test: (line, facts) => facts.isNew(lineId.first(line)?.text),
      at: 'cbc:ID',
      late: ({ shared }) => shared,
    },
    {
      id: rule('R004'),
      severity: 'fatal',
      context: 'cac:PromisedDeliveryPeriod',
      text: 'The end of the promised delivery (EndDate) must not be before its start (StartDate).',
      test: (period) => {
        const [start, end] = [startDate.first(period)?.text, endDate.first(period)?.text];
        return start === undefined || end === undefined || end >= start;
      },
      at: 'cbc:EndDate',
    },
    {
      ...oneCurrency(rule('R005'), 'cbc:PriceAmount'),
      test: (price, { currency }) => price.attribute('currencyID') === currency,
    },
    customizedFrom(rule('R006'), customization),
    linesOf(rule('R007'), 'CA', 'conditionally accepted', true),
    linesOf(rule('R008'), 'AP', 'accepted', false),
    linesOf(rule('R009'), 'RE', 'rejected', false),
    linesOf(rule('R010'), 'AB', 'acknowledged', false),
  ];
}

export const advancedResponseRulesBis3 = responseRules(
  'T116',
  profiles['peppol-3-order-response-advanced'].customizations[0],
);

export const orderResponseRulesBis3 = responseRules('T76', profiles['peppol-3-order-response'].customizations[0]);
