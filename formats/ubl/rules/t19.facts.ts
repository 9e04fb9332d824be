import type { XmlElement } from '../../xml/element.ts';
import { Facts } from './facts.ts';
import { Path } from './names.ts';
import { spanOf, UNREADABLE, type Span } from './t19.bis3.facts.ts';

const validity = new Path('cac:ValidityPeriod');

/** What the rules of a catalogue of BIS 1A need of its header. */
export class T19Facts extends Facts {
  /** When the catalogue is valid; NaN where it does not say so. */
  validity: Span = UNREADABLE;

  override header(root: XmlElement): void {
    this.validity = spanOf(validity.all(root), UNREADABLE);
  }
}
