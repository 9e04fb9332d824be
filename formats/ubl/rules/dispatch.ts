import type { XmlElement } from '../../xml/element.ts';
import { CBC } from '../namespaces.ts';
import type { Facts } from './facts.ts';
import { name, named, type Name, Path } from './names.ts';
import type { Rule } from './rule.ts';
import { allDeclarations, declarationOf } from './schema.ts';

/** A rule that is tested on elements of one name, and what its context demands besides the name. */
export interface Handler<F extends Facts> {
  readonly rule: Rule<F>;
  readonly parent: Name | undefined;
  /** Depth that the context demands (0 is the root), or undefined. */
  readonly depth: number | undefined;
  readonly attribute: string | undefined;
  readonly at: Spot;
}

/** Where a finding points to, from the context's element. */
export interface Spot {
  readonly path: Path | undefined;
  readonly attribute: string | undefined;
}

export interface Handlers<F extends Facts> {
  readonly element: readonly Handler<F>[];
  readonly attribute: readonly Handler<F>[];
}

interface Context {
  readonly matches: (element: Name) => boolean;
  readonly parent: Name | undefined;
  readonly depth: number | undefined;
  readonly attribute: string | undefined;
}

/** Reads a rule's context; see `Rule.context`. */
function context(text: string): Context {
  const steps = text.split('/');
  const rooted = steps[0] === '';
  if (rooted) steps.shift();
  const attribute = steps.at(-1)!.startsWith('@') ? steps.pop()!.slice(1) : undefined;
  const element = steps.pop()!;
  const parent = steps.pop();
  return {
    matches: matcher(element),
    parent: parent === undefined ? undefined : name(parent),
    depth: rooted ? (parent === undefined ? 0 : 1) : undefined,
    attribute,
  };
}

function matcher(step: string): (element: Name) => boolean {
  if (step === 'cbc:*') return (element) => element.ns === CBC;
  if (step.startsWith('*')) return (element) => element.name.includes(step.slice(1, -1));
  const wanted = name(step);
  return (element) => element.name === wanted.name && element.ns === wanted.ns;
}

function spot({ context, at = '' }: Pick<Rule<Facts>, 'context' | 'at'>): Spot {
  const [, path, attribute] = /^(.*?)\/?(?:@(\w+))?$/.exec(at)!;
  return { path: path ? new Path(path) : undefined, attribute: attribute ?? context.split('/@')[1] };
}

/** Rules by the element that they are tested on, looked up by declaration in an array. */
export class Dispatch<F extends Facts> {
  readonly #rules: readonly (Handler<F> & { readonly matches: (element: Name) => boolean })[];
  readonly #byDeclaration: readonly Handlers<F>[];

  constructor(rules: readonly Rule<F>[]) {
    this.#rules = rules.map((rule) => ({
      rule,
      ...context(rule.context),
      at: spot(rule),
    }));
    this.#byDeclaration = allDeclarations.map((declaration) => this.#of(declaration));
  }

  /** Rules on an element of this name, wherever it stands. */
  for(element: XmlElement, index = declarationOf(element)?.index): Handlers<F> {
    return index === undefined ? this.#of(element) : this.#byDeclaration[index]!;
  }

  #of(element: Name): Handlers<F> {
    const found = this.#rules.filter((handler) => handler.matches(element));
    return {
      element: found.filter(({ attribute }) => attribute === undefined),
      attribute: found.filter(({ attribute }) => attribute !== undefined),
    };
  }
}

/** True when the element stands where the context says. */
export function stands<F extends Facts>(handler: Handler<F>, parent: XmlElement | undefined, depth: number): boolean {
  return (
    (handler.depth === undefined || handler.depth === depth) &&
    (handler.parent === undefined || (parent !== undefined && named(parent, handler.parent)))
  );
}
