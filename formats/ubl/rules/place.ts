import type { XmlElement } from '../../xml/element.ts';

/** Where a walk stands: the open elements, and the path to them for findings. */
export class Place {
  readonly #open: XmlElement[] = [];
  /** Number of the order line that is walked; 0 in the header. */
  number = 0;

  enter(element: XmlElement): void {
    this.#open.push(element);
  }

  leave(): void {
    this.#open.pop();
  }

  get innermost(): XmlElement {
    return this.#open[this.#open.length - 1]!;
  }

  /** From the root to the innermost. */
  get open(): readonly XmlElement[] {
    return this.#open;
  }

  /** `/Order/OrderLine[3]/LineItem/Quantity`: path of the innermost open element or of something inside it. */
  path(inside?: XmlElement): string {
    const route = inside === undefined ? [] : (routeTo(this.innermost, inside) ?? []);
    const elements = [...this.#open, ...route];
    return elements.map((element, i) => `/${element.name}${this.#position(element, i, elements[i - 1])}`).join('');
  }

  /** `[1]` is left out where the element is alone; for the one order line of a document that is known only at the end. */
  #position(element: XmlElement, depth: number, parent: XmlElement | undefined): string {
    if (depth === 1 && this.number > 0) return `[${this.number}]`;
    if (!parent) return '';
    const alike = parent.children.filter((child) => child.name === element.name);
    return alike.length > 1 ? `[${alike.indexOf(element) + 1}]` : '';
  }
}

/** The elements from below `from` down to `to`. */
function routeTo(from: XmlElement, to: XmlElement): XmlElement[] | undefined {
  for (const child of from.children) {
    if (child === to) return [child];
    const rest = routeTo(child, to);
    if (rest) return [child, ...rest];
  }
  return undefined;
}
