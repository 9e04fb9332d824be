import type { XmlElement } from '../../xml/element.ts';
import { CBC } from '../namespaces.ts';
import { name, named, type Name } from './names.ts';

/** The nodes that a rule is tested on, read from the text in `Rule.context`. A node that several of its alternatives mean is one node. */
export class Context {
  /** The rule is tested on each attribute of this name instead of the element; the same in all alternatives. */
  readonly attribute: string | undefined;
  readonly #alternatives: readonly Alternative[];
  readonly #outside: string | undefined;

  /** @param outside local name of an element in which it does not stand */
  constructor(text: string, outside?: string) {
    this.#outside = outside;
    const alternatives = text.split(' | ').map((each) => each.split('/@') as [string, string?]);
    this.attribute = alternatives[0]![1];
    this.#alternatives = alternatives.map(([elements]) => new Alternative(elements));
  }

  /** True for the names that the context is about. */
  matches(element: Name): boolean {
    return this.#alternatives.some((each) => each.matches(element));
  }

  /** True when the last of the open elements stands where the context says. */
  stands(open: readonly XmlElement[]): boolean {
    const innermost = open[open.length - 1]!;
    if (this.#outside !== undefined && open.some((each) => each !== innermost && each.name === this.#outside))
      return false;
    for (const each of this.#alternatives) if (each.matches(innermost) && each.stands(open)) return true;
    return false;
  }
}

/** What a step asks of an element around. */
type Outer = (element: XmlElement) => boolean;

class Alternative {
  readonly matches: (element: Name) => boolean;
  /** Elements that it demands outside, the nearest first: the parent and so on, or, if `#deep`, one that is anywhere around. */
  readonly #outer: readonly Outer[];
  readonly #deep: boolean;
  /** How many elements are open where it stands, if the context begins at the root. */
  readonly #depth: number | undefined;

  constructor(text: string) {
    const steps = text.split('/');
    this.matches = matcher(steps.pop()!);
    this.#depth = text.startsWith('/') ? steps.length : undefined;
    this.#deep = steps.at(-1) === '' && this.#depth === undefined;
    this.#outer = steps
      .filter((step) => step !== '')
      .toReversed()
      .map(outer);
  }

  stands(open: readonly XmlElement[]): boolean {
    if (this.#depth !== undefined && open.length !== this.#depth) return false;
    if (this.#deep) return open.some((element, i) => i < open.length - 1 && this.#outer[0]!(element));
    for (let i = 0; i < this.#outer.length; i++) {
      const around = open[open.length - 2 - i];
      if (around === undefined || !this.#outer[i]!(around)) return false;
    }
    return true;
  }
}

/** `cac:Party`, or `cac:AllowanceCharge[cbc:ChargeIndicator='true']`: with a child of that text. */
function outer(step: string): Outer {
  const [, element, child, value] = /^([^[]+)(?:\[(.+)='(.+)'\])?$/.exec(step) as unknown as [
    string,
    string,
    string?,
    string?,
  ];
  const wanted = name(element);
  if (child === undefined) return (around) => named(around, wanted);
  const inside = name(child);
  return (around) =>
    named(around, wanted) && around.children.some((each) => named(each, inside) && each.text === value);
}

function matcher(step: string): (element: Name) => boolean {
  if (step === 'cbc:*') return (element) => element.ns === CBC;
  if (step.startsWith('*')) return (element) => element.name.includes(step.slice(1, -1));
  const wanted = name(step);
  return (element) => element.name === wanted.name && element.ns === wanted.ns;
}
