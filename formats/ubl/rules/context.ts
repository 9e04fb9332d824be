import type { XmlElement } from '../../xml/element.ts';
import { CBC } from '../namespaces.ts';
import { name, named, type Name } from './names.ts';

/** The nodes that a rule is tested on, read from the text in `Rule.context`. */
export class Context {
  /** The rule is tested on each attribute of this name instead of the element. */
  readonly attribute: string | undefined;
  /** True for the names that the context is about. */
  readonly matches: (element: Name) => boolean;
  /** Parent that it demands, or, if `#deep`, some element around. */
  readonly #outer: Name | undefined;
  readonly #deep: boolean;
  /** How many elements are open where it stands, if the context begins at the root. */
  readonly #depth: number | undefined;

  constructor(text: string) {
    const [elements, attribute] = text.split('/@') as [string, string | undefined];
    const steps = elements.split('/');
    this.attribute = attribute;
    this.matches = matcher(steps.pop()!);
    this.#depth = text.startsWith('/') ? steps.length : undefined;
    this.#deep = steps.at(-1) === '' && this.#depth === undefined;
    const outer = steps.find((step) => step !== '');
    this.#outer = outer === undefined ? undefined : name(outer);
  }

  /** True when the last of the open elements, which has the right name, stands where the context says. */
  stands(open: readonly XmlElement[]): boolean {
    if (this.#depth !== undefined && open.length !== this.#depth) return false;
    const outer = this.#outer;
    if (outer === undefined) return true;
    if (this.#deep) return open.some((element, i) => i < open.length - 1 && named(element, outer));
    const parent = open[open.length - 2];
    return parent !== undefined && named(parent, outer);
  }
}

function matcher(step: string): (element: Name) => boolean {
  if (step === 'cbc:*') return (element) => element.ns === CBC;
  if (step.startsWith('*')) return (element) => element.name.includes(step.slice(1, -1));
  const wanted = name(step);
  return (element) => element.name === wanted.name && element.ns === wanted.ns;
}
