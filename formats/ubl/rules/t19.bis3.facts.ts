import type { XmlElement } from '../../xml/element.ts';
import { dateNumber } from './dates.ts';
import { Facts } from './facts.ts';
import { Path } from './names.ts';

/** Two days as numbers, `20260203`; NaN where one is no date. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const startDate = new Path('cbc:StartDate');
const endDate = new Path('cbc:EndDate');
const validity = new Path('cac:ValidityPeriod');

export const UNREADABLE: Span = { start: NaN, end: NaN };

/** The days of the periods; what is not said is that of the span around. Several, on which official validators break off, are none. */
export function spanOf([period, ...others]: readonly XmlElement[], around: Span): Span {
  if (period === undefined) return around;
  if (others.length > 0) return UNREADABLE;
  const [start, end] = [startDate.first(period), endDate.first(period)];
  return { start: start ? dateNumber(start) : around.start, end: end ? dateNumber(end) : around.end };
}

/** What the rules of a catalogue need of its header. */
export class T19Bis3Facts extends Facts {
  /** When the catalogue is valid. */
  validity: Span = UNREADABLE;

  override header(root: XmlElement): void {
    this.validity = spanOf(validity.all(root), { start: 0, end: 99_999_999 });
  }
}
