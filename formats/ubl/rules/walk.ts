import type { XmlElement } from '../../xml/element.ts';
import { CoreLayer } from './coreLayer.ts';
import { coreChild, type CoreNode } from './core.ts';
import type { Handler } from './dispatch.ts';
import type { Facts } from './facts.ts';
import { detail, type Findings } from './findings.ts';
import { modelChild, type ModelNode } from './model.ts';
import { Place } from './place.ts';
import type { RuleSet } from './ruleSet.ts';
import type { Aggregate, Declaration, Schema, Slot } from './schema.ts';
import { Sequence, StructureLayer } from './structure.ts';

/** Lines that were dropped from the root: the positions among its children at which they stood, and their place in UBL. */
export interface DroppedLines {
  readonly at: ReadonlySet<number>;
  readonly slot: Slot;
}

/**
 * Walks subtrees once and applies all layers on the way: structure against UBL's declarations, core against the core tree, rules by
 * element name and by place in the data model. Where UBL does not know an element, its content is walked with what is known of each element by itself.
 */
export class Walk<F extends Facts> {
  readonly #set: RuleSet<F>;
  readonly #schema: Schema;
  readonly #facts: F;
  readonly #findings: Findings;
  readonly #place = new Place();
  readonly #structure: StructureLayer;
  readonly #core: CoreLayer;

  constructor(set: RuleSet<F>, facts: F, findings: Findings) {
    this.#set = set;
    this.#schema = set.schema;
    this.#facts = facts;
    this.#findings = findings;
    this.#structure = new StructureLayer(this.#place, findings, set.schema.version);
    this.#core = new CoreLayer(this.#place, findings);
  }

  /** One line, the `number`th child of its name of the root. */
  line(
    root: XmlElement,
    line: XmlElement,
    number: number,
    core: CoreNode | undefined,
    model: ModelNode | undefined,
  ): void {
    this.#place.enter(root);
    this.#place.number = number;
    this.#visit(line, this.#schema.declarationOf(line), core, model);
    this.#place.leave();
  }

  /** The root without its lines. */
  header(
    root: XmlElement,
    core: CoreNode | undefined,
    model: ModelNode | undefined,
    dropped: DroppedLines | undefined,
  ): void {
    this.#place.number = 0;
    this.#visit(root, this.#schema.declarationOf(root), core, model, dropped);
  }

  #visit(
    element: XmlElement,
    declaration: Declaration | undefined,
    core: CoreNode | undefined,
    model: ModelNode | undefined,
    dropped?: DroppedLines,
  ): void {
    const place = this.#place;
    place.enter(element);
    if (element.empty) this.#empty(element);
    const content = declaration?.content;
    if (declaration) this.#structure.own(element, declaration);
    const gone = dropped && { ...dropped.slot.declaration, count: this.#facts.lines };
    if (core) this.#core.own(element, core, gone);
    if (content?.kind === 'aggregate') this.#sequence(element, content, core, model, dropped);
    else
      for (const child of element.children) this.#visit(child, this.#schema.declarationOf(child), undefined, undefined);
    if (model) this.#modelRules(element, model);
    this.#rules(element, declaration); // after the children: the root is judged when all of it was seen
    place.leave();
  }

  #sequence(
    element: XmlElement,
    type: Aggregate,
    core: CoreNode | undefined,
    model: ModelNode | undefined,
    dropped?: DroppedLines,
  ): void {
    const sequence = new Sequence(type);
    const { children } = element;
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      if (dropped?.at.has(i)) sequence.step(dropped.slot);
      const slot = this.#structure.child(child, sequence);
      const known = core && slot ? coreChild(core, child) : undefined;
      if (core && slot && !known) this.#core.outside(child, core);
      this.#visit(
        child,
        slot?.declaration ?? this.#schema.declarationOf(child),
        known,
        model && modelChild(model, child),
      );
    }
    if (dropped?.at.has(children.length)) sequence.step(dropped.slot);
    this.#structure.end(element, sequence);
  }

  /** The rules of the place. */
  #modelRules(element: XmlElement, { handlers }: ModelNode): void {
    for (const handler of handlers) {
      if (!this.#holds(handler, element, element.text)) this.#broken(handler, element);
    }
  }

  #rules(element: XmlElement, declaration: Declaration | undefined): void {
    const { element: onElement, attribute: onAttribute } = this.#set.dispatch.for(element, declaration?.index);
    if (onElement.length === 0 && (onAttribute.length === 0 || element.attributes.length === 0)) return;
    const { open } = this.#place;
    for (const handler of onElement) {
      if (!handler.context.stands(open) || this.#holds(handler, element, element.text)) continue;
      this.#broken(handler, element);
    }
    if (onAttribute.length === 0) return;
    for (const { local, uri, value } of element.attributes) {
      if (uri !== '') continue;
      for (const handler of onAttribute) {
        if (handler.context.attribute !== local || !handler.context.stands(open)) continue;
        if (!this.#holds(handler, element, value)) this.#broken(handler, element);
      }
    }
  }

  #holds({ rule }: Pick<Handler<F>, 'rule'>, element: XmlElement, value: string): boolean {
    const { open } = this.#place;
    return rule.test(element, this.#facts, value, open[open.length - 2]);
  }

  #broken({ rule, at }: Pick<Handler<F>, 'rule' | 'at'>, element: XmlElement): void {
    const { id, severity, text, found, expected } = rule;
    this.#findings.add({ id, layer: 'rules', severity }, () => {
      const inside = at.path?.first(element);
      const shown = inside ?? element;
      // An attribute of an element that is not there is not worth naming.
      const attribute = at.path && !inside ? undefined : at.attribute;
      const value = attribute === undefined ? undefined : shown.attribute(attribute);
      const path = this.#place.path(inside) + (value === undefined ? '' : `/@${attribute}`);
      const own = value ?? (shown.children.length > 0 || attribute !== undefined ? undefined : shown.text);
      const wanted = typeof expected === 'function' ? expected(this.#facts, element) : expected;
      return { path, line: shown.line, text, ...detail(found ? found(this.#facts) : own, wanted) };
    });
  }

  /** The header comes last, so the first empty element is the one with the lowest line. */
  #empty(element: XmlElement): void {
    const { empty } = this.#facts;
    if (!empty || element.line < empty.line) this.#facts.empty = { path: this.#place.path(), line: element.line };
  }
}
