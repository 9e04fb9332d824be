import { plainDate } from '../document/date.ts';
import { isDecimal } from '../document/decimal.ts';
import type { Finding } from '../document/finding.ts';
import type { Period } from '../document/order.ts';
import { shown } from '../document/shown.ts';
import type { XmlElement } from '../xml/element.ts';
import { basic, compact, text } from './read.ts';

/** More of the same help nobody, and a document with 10,000 bad lines must stay small. */
const MOST_FINDINGS = 200;

/**
 * Reads typed values and remembers what could not be read. Its findings are ours (layer `advice`): what the document's own rules say
 * about the same place is theirs to say. Fatal ones make an order unusable whatever the agreement allows.
 * - `RT-ORDER-MISSING` a value is missing without which an order cannot be kept
 * - `RT-ORDER-VALUE` a number, date or indicator that is none
 * - `RT-ORDER-CURRENCY` an amount in another currency than the document's (warning: only line prices keep their own)
 */
export class Values {
  readonly findings: Finding[] = [];
  /** The document's currency, once it is known. */
  currency: string | undefined;
  /** Line that is being read; 0 in the header. */
  position = 0;
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Text of a decimal as sent, trimmed. `where` is the path of the parent below the root or line. */
  decimal(parent: XmlElement | undefined, name: string, where: string): string | undefined {
    const element = basic(parent, name);
    const value = element?.text.trim();
    if (element === undefined || !value) return undefined;
    if (isDecimal(value)) return value;
    return this.#unreadable(element, `${where}${name}`, value, 'a decimal number such as 12.50');
  }

  /** A decimal with a currency, which is compared with the document's. */
  amount(parent: XmlElement | undefined, name: string, where: string): string | undefined {
    const currency = basic(parent, name)?.attribute('currencyID');
    if (currency !== undefined && this.currency !== undefined && currency !== this.currency) {
      this.#add('RT-ORDER-CURRENCY', 'warning', basic(parent, name)!.line, `${where}${name}/@currencyID`, {
        text: 'An amount is in another currency than the document.',
        found: shown(currency, 100),
        expected: shown(this.currency, 100),
      });
    }
    return this.decimal(parent, name, where);
  }

  date(parent: XmlElement | undefined, name: string, where: string): string | undefined {
    const element = basic(parent, name);
    const value = element?.text.trim();
    if (element === undefined || !value) return undefined;
    return plainDate(value) ?? this.#unreadable(element, `${where}${name}`, value, 'a date such as 2026-01-31');
  }

  boolean(parent: XmlElement | undefined, name: string, where: string): boolean | undefined {
    const element = basic(parent, name);
    const value = element?.text.trim();
    if (element === undefined || !value) return undefined;
    if (value === 'true' || value === '1') return true;
    if (value === 'false' || value === '0') return false;
    return this.#unreadable(element, `${where}${name}`, value, 'true or false');
  }

  period(parent: XmlElement | undefined, where: string): Period | undefined {
    if (parent === undefined) return undefined;
    const period = compact({
      startDate: this.date(parent, 'StartDate', where),
      startTime: text(parent, 'StartTime'),
      endDate: this.date(parent, 'EndDate', where),
      endTime: text(parent, 'EndTime'),
    });
    return Object.keys(period).length === 0 ? undefined : period;
  }

  /** Remembers that a value is missing without which the order cannot be kept. */
  missing(where: string, line: number): void {
    this.#add('RT-ORDER-MISSING', 'fatal', line, where, { text: `${where.replace(/^.*\//, '')} is missing.` });
  }

  #unreadable(element: XmlElement, where: string, found: string, expected: string): undefined {
    this.#add('RT-ORDER-VALUE', 'fatal', element.line, where, {
      text: `${element.name} is not ${expected.replace(/ such as .*/, '')}.`,
      found: shown(found, 100).toWellFormed(),
      expected,
    });
  }

  #add(
    id: string,
    severity: Finding['severity'],
    line: number,
    where: string,
    more: { text: string; found?: string; expected?: string },
  ): void {
    if (this.findings.length >= MOST_FINDINGS) return;
    const place = this.position === 0 ? '' : `/OrderLine[${this.position}]`;
    this.findings.push({ id, layer: 'advice', severity, path: `/${this.#root}${place}/${where}`, line, ...more });
  }
}
