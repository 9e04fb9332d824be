import { z } from 'zod';
import { chargeKinds, type ChargeRule } from '../shop/charges.ts';
import type { DeviationAction } from '../shop/orderPolicy.ts';

const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'must be a decimal such as 2 or 2.5');

/**
 * What becomes of freight, small-order and packaging charges, other charges of the order, and allowances of the order: all of a kind
 * together, up to an amount and a percentage of the order's sum at our prices; both must hold. The first rule of a kind whose limits hold
 * applies; beyond all of them, and where there is none, a person decides.
 */
export const chargeSettings = z
  .array(
    z.strictObject({
      kind: z.enum(chargeKinds),
      upTo: z.strictObject({ amount: decimal.optional(), percent: decimal.optional() }).prefault({}),
      /** `expected`: accepted silently. `tolerated`: accepted, with an entry in the timeline. */
      action: z.enum(['expected', 'tolerated', 'hold', 'rejectOrder']),
    }),
  )
  .max(20)
  .default([]);

const actions = {
  expected: 'accept',
  tolerated: 'notify',
  hold: 'hold',
  rejectOrder: 'rejectOrder',
} as const satisfies Record<string, DeviationAction>;

export function chargeRules(settings: z.output<typeof chargeSettings>): ChargeRule[] {
  return settings.map(({ kind, upTo: { amount, percent }, action }) => ({
    kind,
    upTo: { ...(amount !== undefined && { sum: amount }), ...(percent !== undefined && { percent }) },
    action: actions[action],
  }));
}
