import { profiles } from '../profiles.ts';
import { customizedFrom } from './bis3.shared.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

/** The rule of the BIS 3 message level response that its data model does not tell (PEPPOL-T71-R, release 2026.5). */
export const mlrRulesBis3: readonly Rule<Facts>[] = [
  customizedFrom('PEPPOL-T71-R001', profiles['peppol-3-mlr'].customizations[0]),
];
