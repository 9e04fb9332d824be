import type { CoreNode } from './core.ts';
import { Dispatch } from './dispatch.ts';
import type { Facts } from './facts.ts';
import type { Model, ModelNode } from './model.ts';
import type { Rule } from './rule.ts';
import { ubl21, type Schema } from './schema.ts';

/** All that documents of one transaction are checked against. */
export interface RuleSet<F extends Facts> {
  readonly rules: readonly Rule<F>[];
  /** Rules by the elements that they are tested on. */
  readonly dispatch: Dispatch<F>;
  /** The core of a BIS 2 document, which is checked on demand. */
  readonly core: CoreNode | undefined;
  /** The data model of a BIS 3 document: rules by place. */
  readonly model: ModelNode | undefined;
  /** The version of UBL that the documents are in. */
  readonly schema: Schema;
  readonly newFacts: () => F;
}

export function ruleSet<F extends Facts>(
  rules: readonly Rule<F>[],
  newFacts: () => F,
  { core, model, schema = ubl21 }: { readonly core?: CoreNode; readonly model?: Model; readonly schema?: Schema } = {},
): RuleSet<F> {
  const all = [...(model?.rules ?? []), ...rules];
  return { rules: all, dispatch: new Dispatch(rules, schema), core, model: model?.root, schema, newFacts };
}
