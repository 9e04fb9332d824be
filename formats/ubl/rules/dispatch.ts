import { Context } from './context.ts';
import type { Facts } from './facts.ts';
import { Path, type Name } from './names.ts';
import type { Rule } from './rule.ts';
import type { Schema } from './schema.ts';

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
  readonly #schema: Schema;
  /** Filled as elements occur: most documents have few of them. */
  readonly #byDeclaration: (Handlers<F> | undefined)[];

  constructor(rules: readonly Rule<F>[], schema: Schema) {
    this.#schema = schema;
    this.#byDeclaration = schema.declarations.map(() => undefined);
    this.#handlers = rules.map((rule) => {
      const context = new Context(rule.context, rule.outside);
      return { rule, context, at: spot(rule.at, context.attribute) };
    });
  }

  /** Rules on elements of this name. `index` is that of its declaration, if it has one. */
  for(element: Name, index = this.#schema.declarationOf(element)?.index): Handlers<F> {
    return index === undefined ? this.#of(element) : (this.#byDeclaration[index] ??= this.#of(element));
  }

  #of(element: Name): Handlers<F> {
    const found = this.#handlers.filter(({ context }) => context.matches(element));
    return {
      element: found.filter(({ context }) => context.attribute === undefined),
      attribute: found.filter(({ context }) => context.attribute !== undefined),
    };
  }
}
