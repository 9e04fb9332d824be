import type { XmlAttribute } from './element.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
/** Names that are remembered: many times what any vocabulary has, and little memory when a document makes names up. */
const MOST_NAMES = 10_000;

/** An element name as written, what it means in its scope, and which name came after it the last time. */
export interface ExpandedName {
  readonly raw: string;
  readonly local: string;
  readonly uri: string;
  next: ExpandedName | undefined;
}

/** Says what is wrong with a name or declaration; never returns. */
type Fail = (fault: NameFault, found: string) => never;
type NameFault = 'NAMESPACE_DECLARATION' | 'NAMESPACE_PREFIX' | 'NAME_COLON' | 'ATTRIBUTE_TWICE';

/** The bindings one element declares, on top of those around it. */
class Scope {
  readonly outer: Scope | undefined;
  /** Depth of the element that declares it. */
  readonly depth: number;
  readonly bindings = new Map<string, string>();
  readonly names = new Map<string, ExpandedName>();

  constructor(depth: number, outer?: Scope) {
    this.depth = depth;
    this.outer = outer;
  }

  uri(prefix: string): string | undefined {
    return this.bindings.get(prefix) ?? this.outer?.uri(prefix);
  }
}

/**
 * Namespaces in XML 1.0 on top of saxes' plain mode. saxes can do this itself, but resolves every name anew through all open elements:
 * a quarter of its time for flat documents, quadratic time for deep ones. Here a name is resolved once per scope, and mostly found
 * without hashing, because in data the same name follows the same name.
 */
export class Namespaces {
  readonly #fail: Fail;
  #depth = 0;
  #scope = new Scope(-1);
  #declared: Scope | undefined;
  #last: ExpandedName | undefined;
  readonly #texts = new Map<string, string>();

  constructor(fail: Fail) {
    this.#fail = fail;
    this.#scope.bindings.set('xml', XML).set('', '');
  }

  /** Takes a namespace declaration (`prefix` is empty for the default namespace) of the element that opens next. */
  declare(prefix: string, value: string): void {
    const uri = this.#internalized(value.trim());
    const wrong = prefix === 'xmlns' || prefix.includes(':') || uri === XMLNS || (prefix === 'xml') !== (uri === XML);
    if (wrong || (prefix !== '' && uri === '')) {
      this.#fail('NAMESPACE_DECLARATION', `xmlns:${prefix}="${value}"`);
    }
    this.#declared ??= new Scope(this.#depth, this.#scope);
    this.#declared.bindings.set(prefix, uri);
  }

  /** An element begins, after its declarations: its expanded name. */
  open(raw: string): ExpandedName {
    if (this.#declared) {
      this.#scope = this.#declared;
      this.#declared = undefined;
      this.#last = undefined;
    }
    this.#depth++;
    const guess = this.#last?.next;
    if (guess !== undefined && guess.raw === raw) return (this.#last = guess);
    const { names } = this.#scope;
    let name = names.get(raw);
    if (!name) {
      name = { raw, ...this.#resolve(raw, this.#scope.uri('')!), next: undefined };
      if (names.size < MOST_NAMES) names.set(raw, name);
    }
    if (this.#last) this.#last.next = name;
    return (this.#last = name);
  }

  /** The innermost element has ended. */
  close(): void {
    if (--this.#depth !== this.#scope.depth) return;
    this.#scope = this.#scope.outer!;
    this.#last = undefined;
  }

  /** Attributes of the element that has just begun: those with a prefix get their namespace. Refuses two of the same name. */
  resolveAttributes(raw: readonly XmlAttribute[]): XmlAttribute[] {
    const seen = new Set<string>();
    return raw.map((attribute) => {
      if (!attribute.local.includes(':')) return attribute;
      const { local, uri } = this.#resolve(attribute.local, '');
      const name = `{${uri}}${local}`;
      if (seen.has(name)) this.#fail('ATTRIBUTE_TWICE', name);
      seen.add(name);
      return { local, uri, value: attribute.value };
    });
  }

  #resolve(raw: string, unprefixed: string): { local: string; uri: string } {
    const colon = raw.indexOf(':');
    const local = this.#internalized(raw.slice(colon + 1));
    if (colon === 0 || local === '' || local.includes(':')) this.#fail('NAME_COLON', raw);
    if (colon < 0) return { local, uri: unprefixed };
    const uri = this.#scope.uri(raw.slice(0, colon));
    return uri === undefined ? this.#fail('NAMESPACE_PREFIX', raw) : { local, uri };
  }

  /** The same text as the engine holds it for literals and keys, so that comparing with a literal compares addresses. */
  #internalized(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size >= MOST_NAMES) return text;
    const [key] = Object.keys({ [text]: true });
    this.#texts.set(key!, key!);
    return key!;
  }
}
