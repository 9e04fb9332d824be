import type { CoreNode } from './core.ts';
import { Dispatch } from './dispatch.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

/** All that documents of one transaction are checked against. */
export interface RuleSet<F extends Facts> {
  readonly rules: readonly Rule<F>[];
  readonly dispatch: Dispatch<F>;
  readonly core: CoreNode;
  readonly newFacts: () => F;
}

export function ruleSet<F extends Facts>(rules: readonly Rule<F>[], core: CoreNode, newFacts: () => F): RuleSet<F> {
  return { rules, dispatch: new Dispatch(rules), core, newFacts };
}
