/** Where children stopped following a content model, and what could have stood there. */
export interface Mismatch {
  /** Index of the first child that does not fit; the number of children where one is missing. */
  readonly index: number;
  readonly expected: readonly string[];
}

/** A part of a content model: may it be empty, and which of its names can stand first and last. */
interface Fragment {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const EMPTY: Fragment = { nullable: true, first: [], last: [] };

/**
 * The content model of an element (XML 1.0, 3.2.1) as an automaton of its names (Glushkov). Models of a DTD are deterministic (appendix E): a
 * name never has two places to go.
 */
export class ContentModel {
  /** `any`: whatever is declared; `mixed`: text and these elements in any order; `elements`: those of the model, no text. */
  readonly kind: 'any' | 'mixed' | 'elements';
  readonly #names: string[] = [];
  readonly #follow: number[][] = [];
  readonly #tokens: string[];
  #at = 0;
  readonly #whole: Fragment;

  constructor(model: string) {
    this.#tokens = model.match(/[\w.#-]+|[()|,?*+]/g) ?? [];
    if (model === 'ANY') this.kind = 'any';
    else this.kind = model.startsWith('(#PCDATA') ? 'mixed' : 'elements';
    this.#whole = model === 'ANY' || model === 'EMPTY' ? EMPTY : this.#parse();
  }

  /** Undefined where the children follow the model. */
  mismatch(children: readonly string[]): Mismatch | undefined {
    if (this.kind === 'any') return undefined;
    if (this.kind === 'mixed') {
      const index = children.findIndex((name) => !this.#names.includes(name));
      return index < 0 ? undefined : { index, expected: this.#names.filter((name) => name !== '#PCDATA') };
    }
    let [open, complete] = [this.#whole.first, this.#whole.nullable];
    for (const [index, name] of children.entries()) {
      const place = open.find((each) => this.#names[each] === name);
      if (place === undefined) return { index, expected: this.#named(open) };
      open = this.#follow[place]!;
      complete = this.#whole.last.includes(place);
    }
    return complete ? undefined : { index: children.length, expected: this.#named(open) };
  }

  #named(places: readonly number[]): string[] {
    return [...new Set(places.map((place) => this.#names[place]!))];
  }

  #parse(): Fragment {
    const token = this.#tokens[this.#at++]!;
    return this.#repeated(token === '(' ? this.#group() : this.#name(token));
  }

  /** `(a, b | c)`: after the opening parenthesis. */
  #group(): Fragment {
    let whole = this.#parse();
    for (let separator = this.#tokens[this.#at++]; separator !== ')'; separator = this.#tokens[this.#at++]) {
      whole = separator === ',' ? this.#sequence(whole, this.#parse()) : choice(whole, this.#parse());
    }
    return whole;
  }

  #name(name: string): Fragment {
    const place = this.#names.push(name) - 1;
    this.#follow.push([]);
    return { nullable: false, first: [place], last: [place] };
  }

  #sequence(a: Fragment, b: Fragment): Fragment {
    this.#link(a.last, b.first);
    return {
      nullable: a.nullable && b.nullable,
      first: a.nullable ? [...a.first, ...b.first] : a.first,
      last: b.nullable ? [...a.last, ...b.last] : b.last,
    };
  }

  #repeated(part: Fragment): Fragment {
    const sign = this.#tokens[this.#at] ?? '';
    if (!['?', '*', '+'].includes(sign)) return part;
    this.#at++;
    if (sign !== '?') this.#link(part.last, part.first);
    return { ...part, nullable: part.nullable || sign !== '+' };
  }

  #link(from: readonly number[], to: readonly number[]): void {
    for (const place of from) this.#follow[place]!.push(...to);
  }
}

function choice(a: Fragment, b: Fragment): Fragment {
  return { nullable: a.nullable || b.nullable, first: [...a.first, ...b.first], last: [...a.last, ...b.last] };
}
