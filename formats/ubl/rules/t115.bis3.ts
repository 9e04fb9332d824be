import { profiles } from '../profiles.ts';
import { customizedFrom, profiledAs } from './bis3.shared.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

const { customizations, profile } = profiles['peppol-3-order-cancellation'];

/** Rules of the BIS 3 order cancellation that its data model does not tell (PEPPOL-T115-R, release 2026.5). */
export const orderCancellationRulesBis3: readonly Rule<Facts>[] = [
  profiledAs('PEPPOL-T115-R031', [profile]),
  customizedFrom('PEPPOL-T115-R034', customizations[0]),
];
