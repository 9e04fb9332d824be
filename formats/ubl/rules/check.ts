import type { Finding } from '../../document/finding.ts';
import type { XmlElement } from '../../xml/element.ts';
import { CAC } from '../namespaces.ts';
import type { DocumentConsumer } from '../stream.ts';
import type { Facts } from './facts.ts';
import { detail, Findings } from './findings.ts';
import type { Bis3Release } from './releases.ts';
import type { RuleSet } from './ruleSet.ts';
import type { Schema, Slot } from './schema.ts';
import { Walk } from './walk.ts';

/** Structure and rules are always checked, the core layer on demand. */
export interface CheckOptions {
  readonly core: boolean;
  /** Release of the rules of BIS 3; the newest where it is not given. Rules of other families have one release. */
  readonly bis3?: Bis3Release | undefined;
}

/** What a check found. */
export interface Checked {
  /** By line; at most about 1,000, with every id that occurred. */
  readonly findings: readonly Finding[];
  /** Findings beyond those. */
  readonly omitted: number;
  /** True when no finding is fatal. */
  readonly valid: boolean;
}

/** The check of one document, whatever its transaction. */
export interface UblCheck extends Required<Pick<DocumentConsumer, 'line' | 'end'>> {
  /** Complete after `end`. */
  readonly result: Checked;
}

/** Applies a rule set to one document while it goes by, in memory that does not grow with the number of lines. */
export class RuleSetCheck<F extends Facts> implements UblCheck {
  readonly #set: RuleSet<F>;
  readonly #core: boolean;
  readonly #facts: F;
  readonly #findings = new Findings();
  readonly #walk: Walk<F>;
  readonly #linesAt = new Set<number>();
  #lines = 0;
  #lineName = '';

  constructor(set: RuleSet<F>, { core }: CheckOptions) {
    this.#set = set;
    this.#core = core;
    this.#facts = set.newFacts();
    this.#walk = new Walk(set, this.#facts, this.#findings);
  }

  line(line: XmlElement, position: number, root: XmlElement): void {
    if (position === 1) this.#facts.header(root);
    this.#linesAt.add(root.children.length - 1);
    this.#lineName = line.name;
    const { core, model } = this.#set;
    const lineCore = this.#core ? core?.children.get(line.name) : undefined;
    this.#walk.line(root, line, position, lineCore, model?.children.get(line.name));
    this.#facts.line(line);
  }

  end(root: XmlElement, lineCount: number): void {
    this.#lines = lineCount;
    this.#facts.lines = lineCount;
    this.#facts.header(root);
    const { core, model, schema } = this.#set;
    const slot = lineSlot(schema, root, this.#lineName);
    this.#walk.header(root, this.#core ? core : undefined, model, slot && { at: this.#linesAt, slot });
    for (const { id, severity, text, late } of this.#set.rules) {
      for (const { path, line, found } of late?.(this.#facts) ?? []) {
        this.#findings.add({ id, layer: 'rules', severity }, () => ({ path, line, text, ...detail(found, undefined) }));
      }
    }
  }

  get result(): Checked {
    const { fatal, omitted } = this.#findings;
    // Whether the first line is the only one shows only at the end.
    const line = `/${this.#lineName}`;
    const shorten = (path: string): string => (this.#lines === 1 ? path.replace(`${line}[1]`, line) : path);
    return { findings: this.#findings.sorted(shorten), omitted, valid: !fatal };
  }
}

function lineSlot(schema: Schema, root: XmlElement, line: string): Slot | undefined {
  const content = schema.declarationOf(root)?.content;
  const slots = content?.kind === 'aggregate' ? content.slots : [];
  return slots.find(({ declaration: { ns, name } }) => ns === CAC && name === line);
}
