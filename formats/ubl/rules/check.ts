import type { Finding } from '../../document/finding.ts';
import type { XmlElement } from '../../xml/element.ts';
import { CAC } from '../namespaces.ts';
import type { Facts } from './facts.ts';
import { Findings } from './findings.ts';
import type { RuleSet } from './ruleSet.ts';
import { declarationOf, type Slot } from './schema.ts';
import { Walk } from './walk.ts';

/** Takes what a streaming reader hands over: each line once, then the rest. */
export interface SubtreeConsumer {
  /** An OrderLine is complete. It is the last child of the root now and will be dropped. */
  line(line: XmlElement, root: XmlElement): void;
  /** The document is complete; the root holds everything but its lines. */
  end(root: XmlElement): void;
}

/** What a check found. */
export interface Checked {
  /** At most about 1,000, by line; no id is missing. */
  readonly findings: readonly Finding[];
  /** Findings beyond those. */
  readonly omitted: number;
  /** True when no finding is fatal. */
  readonly valid: boolean;
}

/** Structure and rules are always checked, the core layer on demand. */
export interface CheckOptions {
  readonly core: boolean;
}

/** A check in the making, and its result after the end. */
export interface DocumentCheck extends SubtreeConsumer {
  readonly result: Checked;
}

/** Applies a rule set to one document in the same pass as the reader, in memory that does not grow with the number of lines. */
export class UblCheck<F extends Facts> implements DocumentCheck {
  readonly #set: RuleSet<F>;
  readonly #core: boolean;
  readonly #facts: F;
  readonly #findings = new Findings();
  readonly #walk: Walk<F>;
  readonly #linesAt = new Set<number>();
  #lines = 0;

  constructor(set: RuleSet<F>, { core }: CheckOptions) {
    this.#set = set;
    this.#core = core;
    this.#facts = set.newFacts();
    this.#walk = new Walk(set, this.#facts, this.#findings);
  }

  line(line: XmlElement, root: XmlElement): void {
    this.#linesAt.add(root.children.length - 1);
    this.#walk.line(root, line, ++this.#lines, this.#core ? this.#set.core.children.get(line.name) : undefined);
    this.#facts.line(line);
  }

  end(root: XmlElement): void {
    this.#facts.header(root);
    const slot = lineSlot(root);
    const dropped = slot && { at: this.#linesAt, slot };
    this.#walk.header(root, this.#core ? this.#set.core : undefined, dropped);
  }

  get result(): Checked {
    const { fatal, omitted } = this.#findings;
    // Whether the first line is the only one shows only at the end.
    const shorten = (path: string): string => (this.#lines === 1 ? path.replace('/OrderLine[1]', '/OrderLine') : path);
    return { findings: this.#findings.sorted(shorten), omitted, valid: !fatal };
  }
}

function lineSlot(root: XmlElement): Slot | undefined {
  const content = declarationOf(root)?.content;
  return content?.kind === 'aggregate'
    ? content.slots.find(({ declaration: { ns, name } }) => ns === CAC && name === 'OrderLine')
    : undefined;
}
