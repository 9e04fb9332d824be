import type { XmlElement } from '../../xml/element.ts';
import { Facts } from './facts.ts';
import { Path } from './names.ts';
import type { LatePlace } from './rule.ts';

const currency = new Path('cbc:DocumentCurrencyCode');
const lineItem = new Path('cac:LineItem');
const lineId = new Path('cbc:ID');

/** The first line of an identifier; `shared` when a later one has it too. */
interface FirstLine {
  readonly place: LatePlace;
  shared: boolean;
}

/** The currency of a BIS 3 document. */
export class Bis3Facts extends Facts {
  /** DocumentCurrencyCode as written. */
  currency: string | undefined;

  override header(root: XmlElement): void {
    this.currency = currency.first(root)?.text;
  }
}

/** Which lines have an identifier of their own. Of each line its identifier is kept. */
export class NumberedFacts extends Bis3Facts {
  readonly #first = new Map<string, FirstLine>();
  #seen = 0;
  #root = '';

  override line(line: XmlElement): void {
    this.#seen++;
    for (const item of lineItem.all(line)) {
      const id = lineId.first(item)?.text;
      const first = id === undefined ? undefined : this.#first.get(id);
      if (first) first.shared = true;
      else if (id !== undefined) this.#first.set(id, { place: this.#placeOf(item, id), shared: false });
    }
  }

  override header(root: XmlElement): void {
    super.header(root);
    this.#root = root.name;
  }

  /** True when no line before has the identifier. */
  isNew(id: string | undefined): boolean {
    return id !== undefined && !this.#first.has(id);
  }

  /** The first line of each identifier that later lines have too. */
  get shared(): readonly LatePlace[] {
    return [...this.#first.values()].filter(({ shared }) => shared).map(({ place }) => place);
  }

  #placeOf({ line }: XmlElement, found: string): LatePlace {
    return { path: `/${this.#root}/OrderLine[${this.#seen}]/LineItem`, line, found };
  }
}
