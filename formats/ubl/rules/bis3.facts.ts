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

/** What rules of BIS 3 orders and their answers need of lines and header. Of each line its identifier is kept. */
export class Bis3Facts extends Facts {
  /** DocumentCurrencyCode as written. */
  currency: string | undefined;
  readonly #first = new Map<string, FirstLine>();
  #seen = 0;

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
    this.#root = root.name;
    this.currency = currency.first(root)?.text;
  }

  /** True when no line before has the identifier. */
  isNew(id: string | undefined): boolean {
    return id !== undefined && !this.#first.has(id);
  }

  /** The first line of each identifier that later lines have too. */
  get shared(): readonly LatePlace[] {
    return [...this.#first.values()].filter(({ shared }) => shared).map(({ place }) => place);
  }

  #root = '';

  #placeOf({ line }: XmlElement, found: string): LatePlace {
    return { path: `/${this.#root}/OrderLine[${this.#seen}]/LineItem`, line, found };
  }
}
