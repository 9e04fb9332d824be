import type { XmlElement } from '../../xml/element.ts';
import {
  APPLICATION_RESPONSE,
  CAC,
  CATALOGUE,
  CBC,
  DESPATCH_ADVICE,
  EXT,
  ORDER,
  ORDER_CANCELLATION,
  ORDER_CHANGE,
  ORDER_RESPONSE,
} from '../namespaces.ts';

/** A qualified name. */
export interface Name {
  readonly ns: string;
  readonly name: string;
}

const ROOTS: Readonly<Record<string, string>> = {
  Order: ORDER,
  OrderResponse: ORDER_RESPONSE,
  OrderChange: ORDER_CHANGE,
  OrderCancellation: ORDER_CANCELLATION,
  DespatchAdvice: DESPATCH_ADVICE,
  ApplicationResponse: APPLICATION_RESPONSE,
  Catalogue: CATALOGUE,
};
const PREFIXES: Readonly<Record<string, string>> = { cac: CAC, cbc: CBC, ext: EXT };

/** Reads `cbc:ID` or, for a document's root, `Order`. */
export function name(step: string): Name {
  const colon = step.indexOf(':');
  const local = step.slice(colon + 1);
  const ns = colon < 0 ? ROOTS[local] : PREFIXES[step.slice(0, colon)];
  if (ns === undefined) throw new Error(`${step} is in no namespace that is known`);
  return { ns, name: local };
}

export function named(element: XmlElement, { ns, name }: Name): boolean {
  return element.name === name && element.ns === ns;
}

/** A relative path of child steps, such as `cac:LineItem/cbc:ID`. */
export class Path {
  readonly #steps: readonly Name[];

  constructor(path: string) {
    this.#steps = path.split('/').map(name);
  }

  /** All elements at the path, in document order. */
  all(element: XmlElement): XmlElement[] {
    const found: XmlElement[] = [];
    this.#all(element, 0, found);
    return found;
  }

  /** The first element at the path, or undefined. */
  first(element: XmlElement): XmlElement | undefined {
    return this.#first(element, 0);
  }

  in(element: XmlElement): boolean {
    return this.#first(element, 0) !== undefined;
  }

  #all(element: XmlElement, depth: number, found: XmlElement[]): void {
    const step = this.#steps[depth];
    if (!step) {
      found.push(element);
      return;
    }
    for (const child of element.children) if (named(child, step)) this.#all(child, depth + 1, found);
  }

  #first(element: XmlElement, depth: number): XmlElement | undefined {
    const step = this.#steps[depth];
    if (!step) return element;
    for (const child of element.children) {
      const found = named(child, step) ? this.#first(child, depth + 1) : undefined;
      if (found) return found;
    }
    return undefined;
  }
}
