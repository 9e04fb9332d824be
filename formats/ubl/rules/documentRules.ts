import type { UblFormatId } from '../../document/order.ts';
import type { XmlElement } from '../../xml/element.ts';
import { identifyFormat, profiles } from '../profiles.ts';
import { text } from '../read.ts';
import type { DocumentConsumer } from '../stream.ts';
import type { Checked, CheckOptions, UblCheck } from './check.ts';
import { newCheck } from './transactions.ts';

/** A document's format and what its check found. */
export interface Judged extends Checked {
  readonly format: UblFormatId;
}

/**
 * Structure, rules and core of whatever known UBL document goes by: one more consumer of the pass that reads it, so
 * `new OrderParser({ consumers: [rules] })` parses and checks at once. `result` is there after the end.
 */
export class DocumentRules implements DocumentConsumer {
  readonly #options: CheckOptions;
  #check: UblCheck | undefined;
  #result: Judged | undefined;

  constructor(options: CheckOptions) {
    this.#options = options;
  }

  line(line: XmlElement, position: number, root: XmlElement): void {
    // A document whose lines come before its identifiers is judged all the same: by its root element.
    if (position === 1) this.#begin(identify(root) ?? byRoot(root));
    this.#check?.line(line, position, root);
  }

  end(root: XmlElement, lineCount: number): void {
    const format = identify(root);
    if (!format) return;
    if (lineCount === 0) this.#begin(format);
    this.#check!.end(root, lineCount);
    this.#result = { format, ...this.#check!.result };
  }

  /** Undefined for a document of no known format. */
  get result(): Judged | undefined {
    return this.#result;
  }

  #begin(format: UblFormatId | undefined): void {
    this.#check = format && newCheck(format, this.#options);
  }
}

function identify(root: XmlElement): UblFormatId | undefined {
  return identifyFormat({ root, customizationId: text(root, 'CustomizationID'), profileId: text(root, 'ProfileID') });
}

function byRoot(root: XmlElement): UblFormatId | undefined {
  return Object.values(profiles).find(({ root: { ns, name } }) => ns === root.ns && name === root.name)?.format;
}
