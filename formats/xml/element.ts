/** An attribute other than a namespace declaration. `uri` is empty for one without prefix (Namespaces in XML 1.0, 6.2). */
export interface XmlAttribute {
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

const NO_CHILDREN: XmlElement[] = [];
export const NO_ATTRIBUTES: never[] = [];

/** One element of the tree that the reader builds. Treat it as read-only once it was handed over. */
export class XmlElement {
  /** Local name. */
  readonly name: string;
  /** Namespace URI; empty for none. */
  readonly ns: string;
  /** In document order, namespace declarations left out. */
  readonly attributes: readonly XmlAttribute[];
  /** 1-based line where the start tag ends, as XML Schema validators count. */
  readonly line: number;
  /** In document order; comments and processing instructions are not kept. */
  children: readonly XmlElement[] = NO_CHILDREN;
  /** The element's own text, not trimmed. White space after a child element is left out, other text there is kept (mixed content). */
  text = '';
  /** True when a processing instruction stands directly in the element. */
  hasInstruction = false;

  constructor(name: string, ns: string, attributes: readonly XmlAttribute[], line: number) {
    this.name = name;
    this.ns = ns;
    this.attributes = attributes;
    this.line = line;
  }

  /** True when the element has no child node but comments. */
  get empty(): boolean {
    return this.text === '' && this.children.length === 0 && !this.hasInstruction;
  }

  /** The value of an attribute by local name and namespace, or undefined. */
  attribute(local: string, uri = ''): string | undefined {
    for (const attribute of this.attributes) {
      if (attribute.local === local && attribute.uri === uri) return attribute.value;
    }
    return undefined;
  }

  /** Adds a child at the end; for whoever builds the tree. */
  append(child: XmlElement): void {
    if (this.children === NO_CHILDREN) this.children = [child];
    else (this.children as XmlElement[]).push(child);
  }

  /** Takes the last child away again, after it was handed over. */
  dropLast(): void {
    (this.children as XmlElement[]).pop();
  }
}
