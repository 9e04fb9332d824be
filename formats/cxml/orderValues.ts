import { isDecimal } from '../document/decimal.ts';
import type { Finding } from '../document/finding.ts';
import { shown } from '../document/shown.ts';
import type { XmlElement } from '../xml/element.ts';
import type { CxmlMoney } from './item.parse.ts';
import { parseMoment, type Moment } from './moment.ts';
import { attribute, child } from './read.ts';

/** More of the same help nobody, and an order with 10,000 bad lines must stay small. */
const MOST = 200;
const LONGEST = 100;

/**
 * - `fatal`: the order cannot be kept whatever an agreement allows
 * - `question`: it can be kept, and a person must look at it before it is accepted
 * - `notice`: it is told, and hinders nothing
 */
export type Weight = 'fatal' | 'question' | 'notice';

/** The rules of ours that an order is held to; the digest's section 7 and the comments of the DTD are their source. */
export type OrderRule =
  /** A part is missing: fatal where the order cannot be kept without it, else a notice. */
  | 'CXML-ORDER-MISSING'
  /** A number or date that is none: fatal where a line cannot be priced without it, else a question. */
  | 'CXML-ORDER-VALUE'
  /** An amount in another currency than the order's: notice, since prices keep theirs. */
  | 'CXML-ORDER-CURRENCY'
  /** Total is not the sum of the lines, with or without tax, shipping and modifications: question. */
  | 'CXML-ORDER-TOTAL'
  /** A blanket order commits to an amount, and not to its lines: question. */
  | 'CXML-ORDER-BLANKET'
  /** isInternalVersion: nothing has changed for the supplier: notice. */
  | 'CXML-ORDER-INTERNAL'
  /** A line number that an earlier line has: notice, since the check of lines asks about it. */
  | 'CXML-LINE-NUMBER'
  /** A line without SupplierPartID that is not isAdHoc: notice, since matching asks about it. */
  | 'CXML-LINE-PART'
  /** A line that is taken back, not ordered (isReturn): question. */
  | 'CXML-LINE-RETURN'
  /** A line whose quantity is wanted on several days (ScheduleLine): question. */
  | 'CXML-LINE-SCHEDULE'
  /** ItemOut/@operation: `delete` leaves the line out (notice), `block` is a question. */
  | 'CXML-LINE-OPERATION';

export interface Report {
  readonly weight: Weight;
  readonly rule: OrderRule;
  /** Path below OrderRequest, or below the item that is being read. */
  readonly where: string;
  readonly line: number;
  /** One sentence for a person. */
  readonly text: string;
  readonly found?: string;
  readonly expected?: string;
}

export interface ValuesOptions {
  /** The order's currency (ISO 4217); empty where none was found. */
  readonly currency: string;
  readonly timeZone: string | undefined;
}

/** Reads typed values of an order and remembers what is wrong with them; nothing here throws. Layer `advice`: no standard's own rules. */
export class OrderValues {
  readonly currency: string;
  /** Fatal ones and notices. */
  readonly findings: Finding[] = [];
  readonly questions: Finding[] = [];
  /** The item that is being read, counted from 1; 0 in the header. */
  position = 0;
  readonly #timeZone: string | undefined;

  constructor({ currency, timeZone }: ValuesOptions) {
    this.currency = currency;
    this.#timeZone = timeZone;
  }

  report({ weight, rule, where, line, text, found, expected }: Report): void {
    const list = weight === 'question' ? this.questions : this.findings;
    if (list.length >= MOST) return;
    const item = this.position === 0 ? '' : `/ItemOut[${this.position}]`;
    list.push({
      id: rule,
      layer: 'advice',
      severity: weight === 'fatal' ? 'fatal' : 'warning',
      path: `/cXML/Request/OrderRequest${item}/${where}`,
      line,
      text,
      ...(found === undefined ? {} : { found: shown(found, LONGEST) }),
      ...(expected === undefined ? {} : { expected: shown(expected, LONGEST) }),
    });
  }

  missing(where: string, line: number, weight: 'fatal' | 'notice'): void {
    const text = `${where.replace(/^(.*\/)?@?/, '')} is missing.`;
    this.report({ weight, rule: 'CXML-ORDER-MISSING', where, line, text });
  }

  /** A decimal as sent, trimmed. */
  decimal(text: string | undefined, where: string, line: number, weight: 'fatal' | 'question'): string | undefined {
    const value = text?.trim();
    if (!value || isDecimal(value)) return value || undefined;
    const expected = 'a decimal number such as 12.50';
    this.report({ weight, rule: 'CXML-ORDER-VALUE', where, line, text: 'This is no number.', found: value, expected });
    return undefined;
  }

  /** The Money in the element. */
  money(parent: XmlElement | undefined, where: string, weight: 'fatal' | 'question'): CxmlMoney | undefined {
    const money = child(parent, 'Money');
    const amount = money && this.decimal(money.text, `${where}/Money`, money.line, weight);
    if (amount === undefined) return undefined;
    const currency = attribute(money, 'currency')?.toUpperCase() ?? this.currency;
    if (currency !== this.currency) {
      const text = "An amount is in another currency than the order's.";
      const place = { where: `${where}/Money/@currency`, line: money!.line };
      const values = { found: currency, expected: this.currency };
      this.report({ weight: 'notice', rule: 'CXML-ORDER-CURRENCY', ...place, text, ...values });
    }
    return { amount, currency };
  }

  /** A date in an attribute. `below` is the path of the element, with its slash. */
  moment(element: XmlElement | undefined, name: string, below: string): Moment | undefined {
    const found = attribute(element, name);
    const moment = found === undefined ? undefined : parseMoment(found, this.#timeZone);
    if (found !== undefined && moment === undefined) {
      const place = { where: `${below}@${name}`, line: element!.line };
      const values = { found, expected: 'a date such as 2026-01-31T12:00:00+01:00' };
      this.report({ weight: 'question', rule: 'CXML-ORDER-VALUE', ...place, text: 'This is no date.', ...values });
    }
    return moment;
  }
}
