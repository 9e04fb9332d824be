import type { XmlElement } from '../../xml/element.ts';

/** A date as a number, `20260203`, as the official rules compare dates; NaN with a time zone or where it is missing. */
export function dateNumber(element: XmlElement | undefined): number {
  const digits = element?.text.replaceAll('-', '').trim() ?? '';
  return /^\d+$/.test(digits) ? Number(digits) : NaN;
}
