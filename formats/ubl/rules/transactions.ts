import type { FormatId } from '../../document/order.ts';
import { table as t01Bis3Table } from '../generated/t01.bis3.table.ts';
import { table as t76Bis3Table } from '../generated/t76.bis3.table.ts';
import { table as t77Bis3Table } from '../generated/t77.bis3.table.ts';
import { t01Core, t76Core } from './bis2.core.ts';
import { bis3Rules } from './bis3.common.ts';
import { Bis3Facts } from './bis3.facts.ts';
import { RuleSetCheck, type CheckOptions, type UblCheck } from './check.ts';
import { Facts } from './facts.ts';
import { model } from './model.ts';
import { ruleSet } from './ruleSet.ts';
import { biiRules as t01Bii } from './t01.bii.ts';
import { orderRulesBis3 } from './t01.bis3.ts';
import { T01Bis3Facts } from './t01.bis3.facts.ts';
import { codeRules as t01Codes } from './t01.codes.ts';
import { eugenRules as t01Eugen } from './t01.eugen.ts';
import { T01Facts } from './t01.facts.ts';
import { biiRules as t76Bii } from './t76.bii.ts';
import { orderResponseRulesBis3 } from './t76.bis3.ts';
import { codeRules as t76Codes } from './t76.codes.ts';
import { eugenRules as t76Eugen } from './t76.eugen.ts';
import { biiRules as t77Bii } from './t77.bii.ts';
import { bis3CartRules } from './t77.bis3.ts';
import { codeRules as t77Codes } from './t77.codes.ts';
import { eugenRules as t77Eugen } from './t77.eugen.ts';
import { T77Facts } from './t77.facts.ts';

/** The order of BIS 28A and of the order-only 3A. */
export const t01 = ruleSet<T01Facts>([...t01Bii, ...t01Eugen, ...t01Codes], () => new T01Facts(), { core: t01Core });

/** The order response of BIS 28A. */
export const t76 = ruleSet<Facts>([...t76Bii, ...t76Eugen, ...t76Codes], () => new Facts(), { core: t76Core });

/** The order of BIS 3. */
export const t01Bis3 = ruleSet<T01Bis3Facts>([...bis3Rules, ...orderRulesBis3], () => new T01Bis3Facts(), {
  model: model(t01Bis3Table, 'T01', 'OrderLine'),
});

/** The order response of BIS 3. */
export const t76Bis3 = ruleSet<Bis3Facts>([...bis3Rules, ...orderResponseRulesBis3], () => new Bis3Facts(), {
  model: model(t76Bis3Table, 'T76', 'OrderLine'),
});

/** The cart of BIS 18A; no core was published for it. */
export const t77 = ruleSet<T77Facts>([...t77Bii, ...t77Eugen, ...t77Codes], () => new T77Facts());

/** The cart of Punch Out 3. */
export const t77Bis3 = ruleSet<T77Facts>([...bis3Rules, ...bis3CartRules], () => new T77Facts(), {
  model: model(t77Bis3Table, 'T77', 'CatalogueLine'),
});

type NewCheck = (options: CheckOptions) => UblCheck;

const checks: Readonly<Record<FormatId, NewCheck>> = {
  'peppol-28a-order': (options) => new RuleSetCheck(t01, options),
  'peppol-3a-order': (options) => new RuleSetCheck(t01, options),
  'peppol-28a-order-response': (options) => new RuleSetCheck(t76, options),
  'peppol-3-order': (options) => new RuleSetCheck(t01Bis3, options),
  'peppol-3-order-response': (options) => new RuleSetCheck(t76Bis3, options),
  'peppol-18a-cart': (options) => new RuleSetCheck(t77, options),
  'peppol-3-cart': (options) => new RuleSetCheck(t77Bis3, options),
};

/** The check of one document of that format. */
export function newCheck(format: FormatId, options: CheckOptions): UblCheck {
  return checks[format](options);
}
