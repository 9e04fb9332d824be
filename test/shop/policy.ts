import type { z } from 'zod';
import { agreementSchema } from '../../partners/agreement.ts';
import { orderPolicy } from '../../partners/orderPolicy.ts';
import type { EvaluationQuestion } from '../../shop/evaluate.ts';
import type { OrderPolicy } from '../../shop/orderPolicy.ts';

export type Settings = z.input<typeof agreementSchema>;

/** The policy of an agreement. */
export function policyOf(settings: Settings): OrderPolicy {
  return orderPolicy(agreementSchema.parse(settings));
}

/** What is asked about every line of an order that says nothing special, on a day. */
export function questionOn(
  day: string,
  settings: Settings = { price: { missing: 'hold' } },
): Omit<EvaluationQuestion, 'customerId' | 'lines'> {
  return {
    days: { checking: day, receipt: day, earliest: day },
    header: { currency: 'SEK', issueDate: day },
    vatCountry: 'SE',
    policy: policyOf(settings),
  };
}
