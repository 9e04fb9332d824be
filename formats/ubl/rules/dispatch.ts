import { Context } from './context.ts';
import type { Facts } from './facts.ts';
import { Path, type Name } from './names.ts';
import type { Rule } from './rule.ts';
import { allDeclarations, declarationOf } from './schema.ts';

/** A rule made ready for the walk. */
export interface Handler<F extends Facts> {
  readonly rule: Rule<F>;
  readonly context: Context;
  readonly at: Spot;
}

/** Where a finding points to, from the context's element. */
export interface Spot {
  readonly path: Path | undefined;
  readonly attribute: string | undefined;
}

/** The rules that may concern elements of one name. */
export interface Handlers<F extends Facts> {
  readonly element: readonly Handler<F>[];
  readonly attribute: readonly Handler<F>[];
}

/** Reads `Rule.at`. */
export function spot(at = '', contextAttribute?: string): Spot {
  const [, path, attribute] = /^(.*?)\/?(?:@(\w+))?$/.exec(at)!;
  return { path: path ? new Path(path) : undefined, attribute: attribute ?? contextAttribute };
}

/** Rules by the element that they are tested on, looked up by declaration in an array. */
export class Dispatch<F extends Facts> {
  readonly #handlers: readonly Handler<F>[];
  readonly #byDeclaration: readonly Handlers<F>[];

  constructor(rules: readonly Rule<F>[]) {
    this.#handlers = rules.flatMap((rule) =>
      rule.context.split(' | ').map((alternative) => {
        const context = new Context(alternative);
        return { rule, context, at: spot(rule.at, context.attribute) };
      }),
    );
    this.#byDeclaration = allDeclarations.map((declaration) => this.#of(declaration));
  }

  /** Rules on elements of this name. `index` is that of its declaration, if it has one. */
  for(element: Name, index = declarationOf(element)?.index): Handlers<F> {
    return index === undefined ? this.#of(element) : this.#byDeclaration[index]!;
  }

  #of(element: Name): Handlers<F> {
    const found = this.#handlers.filter(({ context }) => context.matches(element));
    return {
      element: found.filter(({ context }) => context.attribute === undefined),
      attribute: found.filter(({ context }) => context.attribute !== undefined),
    };
  }
}
