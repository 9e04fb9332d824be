import type { XmlElement } from '../../xml/element.ts';
import type { CoreNode, Limit } from './core.ts';
import { detail, type Findings } from './findings.ts';
import { named, type Name } from './names.ts';
import type { Place } from './place.ts';

const CARDINALITY = 'PEPPOL_CORE_R001';
const OUTSIDE = 'PEPPOL_CORE_R002';

/**
 * The core layer: PEPPOL_CORE_R001 (cardinality and attributes that the core demands) and PEPPOL_CORE_R002 (element or attribute
 * outside the core). Both are warnings: a document that goes beyond the core is an order all the same.
 */
export class CoreLayer {
  readonly #place: Place;
  readonly #findings: Findings;

  constructor(place: Place, findings: Findings) {
    this.#place = place;
    this.#findings = findings;
  }

  /**
   * An element of the core: its attributes, its text where the core fixes it, and how often its children stand.
   * @param gone children of the root that were let go of, and how many
   */
  own(element: XmlElement, core: CoreNode, gone?: Name & { readonly count: number }): void {
    for (const limit of core.limits) this.#limit(element, limit, gone?.name === limit.name ? gone.count : 0);
    for (const name of core.requiredAttributes) {
      if (element.attribute(name) === undefined) {
        this.#add(CARDINALITY, undefined, `The core demands the attribute ${name} here.`, name);
      }
    }
    for (const { local, uri } of element.attributes) {
      if (uri === '' && !core.attributes.includes(local)) this.#attribute(local);
    }
    if (core.fixed !== undefined && element.text.trim() !== core.fixed) {
      this.#add(CARDINALITY, undefined, `The core knows only the value ${core.fixed} here.`, core.fixed);
    }
  }

  #limit(element: XmlElement, limit: Limit, gone: number): void {
    let count = gone;
    if (gone > 1 && !limit.many) this.#add(CARDINALITY, undefined, `The core has ${limit.name} only once here.`);
    for (const child of element.children) {
      if (!named(child, limit) || ++count !== 2 || limit.many) continue;
      this.#add(CARDINALITY, child, `The core has ${limit.name} only once here.`);
    }
    if (limit.required && count === 0) {
      this.#add(CARDINALITY, undefined, `The core demands ${limit.name} here.`, limit.name);
    }
  }

  /** A child that UBL knows and the core does not. */
  outside(child: XmlElement, core: CoreNode): void {
    if (!core.tolerated.has(child.name))
      this.#add(OUTSIDE, child, 'The element is outside the core: receivers need not read it.');
  }

  #attribute(name: string): void {
    this.#findings.add({ id: OUTSIDE, layer: 'core', severity: 'warning' }, () => ({
      path: `${this.#place.path()}/@${name}`,
      line: this.#place.innermost.line,
      text: `The attribute ${name} is outside the core: receivers need not read it.`,
    }));
  }

  #add(id: string, inside: XmlElement | undefined, text: string, expected?: string): void {
    this.#findings.add({ id, layer: 'core', severity: 'warning' }, () => {
      const { line } = inside ?? this.#place.innermost;
      return { path: this.#place.path(inside), line, text, ...detail(undefined, expected) };
    });
  }
}
