import type { FormatId } from '../../document/order.ts';
import { t01Core, t76Core } from './bis2.core.ts';
import { RuleSetCheck, type CheckOptions, type UblCheck } from './check.ts';
import { Facts } from './facts.ts';
import { ruleSet } from './ruleSet.ts';
import { biiRules as t01Bii } from './t01.bii.ts';
import { codeRules as t01Codes } from './t01.codes.ts';
import { eugenRules as t01Eugen } from './t01.eugen.ts';
import { T01Facts } from './t01.facts.ts';
import { biiRules as t76Bii } from './t76.bii.ts';
import { codeRules as t76Codes } from './t76.codes.ts';
import { eugenRules as t76Eugen } from './t76.eugen.ts';

/** The order of BIS 28A and of the order-only 3A. */
export const t01 = ruleSet<T01Facts>([...t01Bii, ...t01Eugen, ...t01Codes], t01Core, () => new T01Facts());

/** The order response of BIS 28A. */
export const t76 = ruleSet<Facts>([...t76Bii, ...t76Eugen, ...t76Codes], t76Core, () => new Facts());

type NewCheck = (options: CheckOptions) => UblCheck;

const checks: Readonly<Record<FormatId, NewCheck>> = {
  'peppol-28a-order': (options) => new RuleSetCheck(t01, options),
  'peppol-3a-order': (options) => new RuleSetCheck(t01, options),
  'peppol-28a-order-response': (options) => new RuleSetCheck(t76, options),
};

/** The check of one document of that format. */
export function newCheck(format: FormatId, options: CheckOptions): UblCheck {
  return checks[format](options);
}
