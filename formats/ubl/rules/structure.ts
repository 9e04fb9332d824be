import type { XmlElement } from '../../xml/element.ts';
import { EXT } from '../namespaces.ts';
import { detail, type Findings } from './findings.ts';
import type { Place } from './place.ts';
import { slotOf, type Aggregate, type Basic, type Declaration, type Schema, type Slot } from './schema.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const BLANK = /^[\t\n\r ]*$/;

/** How children follow each other in one element: slots in order, each as often as UBL allows. */
export class Sequence {
  readonly type: Aggregate;
  #last = -1;
  #requiredSeen = 0;

  constructor(type: Aggregate) {
    this.type = type;
  }

  /** Takes the next child's slot; says what is wrong with it there. */
  step(slot: Slot): 'fine' | 'repeated' | 'late' {
    const { position } = slot;
    if (position === this.#last) return slot.many ? 'fine' : 'repeated';
    if (position < this.#last) return 'late';
    this.#last = position;
    if (slot.required) this.#requiredSeen++;
    return 'fine';
  }

  /** The slot that was stepped on last. */
  get last(): Slot | undefined {
    return this.type.slots[this.#last];
  }

  /** True when no required child can be missing; otherwise look for each. */
  get complete(): boolean {
    return this.#requiredSeen === this.type.required;
  }
}

/** The structure layer: what the XSD of UBL says. All its findings are fatal. */
export class StructureLayer {
  readonly #place: Place;
  readonly #findings: Findings;
  /** `UBL 2.1`, for a person. */
  readonly #ubl: string;

  constructor(place: Place, findings: Findings, version: Schema['version']) {
    this.#place = place;
    this.#findings = findings;
    this.#ubl = `UBL ${version}`;
  }

  /** The element's own text and attributes, and what kind of children it may have. */
  own(element: XmlElement, declaration: Declaration): void {
    const { content } = declaration;
    if (content.kind === 'basic') this.#basic(element, content);
    else if (!BLANK.test(element.text)) this.#text(element);
    if (content.kind === 'extension') this.#extension(element);
    if (element.attributes.length > 0) this.#attributes(element, declaration);
    if (content.kind === 'basic' && content.required.length > 0) this.#required(element, content);
  }

  /** A child of an aggregate; answers its slot, or undefined when UBL does not know it there. */
  child(child: XmlElement, sequence: Sequence): Slot | undefined {
    const slot = slotOf(sequence.type, child);
    if (!slot) {
      this.#unknown(child, sequence);
      return undefined;
    }
    const { last } = sequence;
    const verdict = sequence.step(slot);
    if (verdict === 'repeated') this.#add('UBL-REPEATED', child, 'The element may stand here only once.');
    if (verdict === 'late') {
      this.#add('UBL-ORDER', child, `The element stands too late: it belongs before ${last!.declaration.name}.`);
    }
    return slot;
  }

  /** After the last child. */
  end(element: XmlElement, sequence: Sequence): void {
    if (sequence.complete) return;
    for (const { declaration, required } of sequence.type.slots) {
      const { ns, name } = declaration;
      if (!required || sequence.last?.declaration === declaration) continue;
      if (element.children.some((child) => child.name === name && child.ns === ns)) continue;
      this.#add('UBL-MISSING', undefined, `The element must contain ${name}.`, undefined, name);
    }
  }

  #unknown(child: XmlElement, { type }: Sequence): void {
    const slot = type.byName.get(child.name);
    if (slot) {
      const text = `${child.name} is in the wrong namespace.`;
      this.#add('UBL-NAMESPACE', child, text, child.ns || 'no namespace', slot.declaration.ns);
    } else {
      const text = `${this.#ubl} does not know ${child.name} in ${this.#place.innermost.name}.`;
      this.#add('UBL-UNKNOWN', child, text, child.name);
    }
  }

  #basic(element: XmlElement, { value }: Basic): void {
    for (const child of element.children) {
      this.#add('UBL-UNKNOWN', child, `${element.name} may contain text only.`, child.name);
    }
    if (value.accepts(element.text) || element.children.length > 0) return;
    const text = element.text === '' ? 'The element must not be empty.' : 'The value is not of the right kind.';
    this.#add('UBL-VALUE', undefined, text, element.text, value.expected);
  }

  #text(element: XmlElement): void {
    this.#add('UBL-TEXT', undefined, `${element.name} may contain elements only.`, element.text.trim());
  }

  /** ExtensionContent: exactly one element, of a namespace of its own. */
  #extension(element: XmlElement): void {
    if (element.children.length === 0) this.#add('UBL-MISSING', undefined, 'ExtensionContent must contain an element.');
    for (const [i, child] of element.children.entries()) {
      if (i > 0) this.#add('UBL-REPEATED', child, 'ExtensionContent may contain only one element.');
      else if (child.ns === '' || child.ns === EXT) {
        this.#add('UBL-NAMESPACE', child, 'The content of an extension needs a namespace of its own.', child.ns);
      }
    }
  }

  #attributes(element: XmlElement, { content, name }: Declaration): void {
    for (const { local, uri, value } of element.attributes) {
      if (uri === XSI) {
        if (!allowedXsi(local, value, name, content))
          this.#attribute('UBL-ATTRIBUTE', local, value, 'is not allowed here');
        continue;
      }
      const type = content.kind === 'basic' && uri === '' ? content.attributes.get(local) : undefined;
      if (!type) this.#attribute('UBL-ATTRIBUTE', local, value, `is not known to ${this.#ubl} here`);
      else if (!type.accepts(value))
        this.#attribute('UBL-VALUE', local, value, 'has a value of the wrong kind', type.expected);
    }
  }

  #required(element: XmlElement, { required }: Basic): void {
    for (const name of required) {
      if (element.attribute(name) !== undefined) continue;
      this.#add('UBL-ATTRIBUTE-MISSING', undefined, `The attribute ${name} must be there.`, undefined, name);
    }
  }

  #attribute(id: string, local: string, value: string, problem: string, expected?: string): void {
    this.#findings.add({ id, layer: 'structure', severity: 'fatal' }, () => {
      const path = `${this.#place.path()}/@${local}`;
      const { line } = this.#place.innermost;
      return { path, line, text: `The attribute ${local} ${problem}.`, ...detail(value, expected) };
    });
  }

  #add(id: string, inside: XmlElement | undefined, text: string, found?: string, expected?: string): void {
    this.#findings.add({ id, layer: 'structure', severity: 'fatal' }, () => {
      const { line } = inside ?? this.#place.innermost;
      return { path: this.#place.path(inside), line, text, ...detail(found, expected) };
    });
  }
}

/**
 * Attributes that XML Schema itself allows everywhere (Structures, 2.6). UBL has no nillable element; a type may be named only if it is
 * the element's own (`IDType` on ID), since UBL derives none from another.
 */
function allowedXsi(local: string, value: string, element: string, content: Declaration['content']): boolean {
  if (local === 'schemaLocation' || local === 'noNamespaceSchemaLocation') return true;
  if (local !== 'type') return false;
  const own = content.kind === 'aggregate' ? content.type : element;
  return value.trim().replace(/^[^:]*:/, '') === `${own}Type`;
}
