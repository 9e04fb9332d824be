import type { ShopKnowledge } from './ask.ts';
import type { Findings, SamplePlace } from './reading.ts';

/** The customer that the sample speaks of: the agreement is for it alone until somebody adds others. */
export function readBuyer(findings: Findings, { customer }: ShopKnowledge, from: SamplePlace): string | undefined {
  if (customer.outcome === 'found') {
    const { number } = customer.customer;
    findings.guess('customers', [number], 'identity', from);
    return number;
  }
  const { reason, outcome } = customer;
  const candidates = (reason.candidates ?? []).map(({ number }) => number);
  if (outcome === 'ambiguous') findings.note('customerAmbiguous', candidates);
  else findings.note('customerUnknown', from.found === undefined ? [] : [from.found]);
  return undefined;
}
