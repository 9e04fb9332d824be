import { profiles } from '../profiles.ts';
import { customizedFrom } from './bis3.shared.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

/** The rule of the BIS 3 catalogue response that its data model does not tell (PEPPOL-T58-R, release 2026.5). */
export const catalogueResponseRulesBis3: readonly Rule<Facts>[] = [
  customizedFrom('PEPPOL-T58-R001', profiles['peppol-3-catalogue-response'].customizations[0]),
];
