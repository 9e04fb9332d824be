import type { CartLine, CartTax } from '../document/cart.ts';
import { Decimal, plain } from '../document/decimal.ts';
import { xmlText, type XmlNode } from '../xml/writer.ts';
import { cents, lineAmount } from './unitPrice.ts';

/** VAT of one rate: what it is taken from, and how much it is. */
interface TaxShare {
  readonly tax: CartTax;
  readonly taxable: Decimal;
  readonly amount: Decimal;
}

/** Money of the cart's currency. */
export function money(amount: string, currency: string): XmlNode {
  return { name: 'Money', attributes: { currency }, text: xmlText(amount) };
}

/** VAT of a line; undefined where its rate is not known (cXML DTD: ItemIn/Tax). */
export function writeLineTax(line: CartLine, currency: string, language: string): XmlNode | undefined {
  return line.tax && writeTax([share(line, line.tax)], currency, language);
}

/**
 * VAT of the cart, by category and rate: the sum of what the lines say (cXML DTD: PunchOutOrderMessageHeader/Tax). Undefined where a
 * line's rate is not known: half a sum would mislead.
 */
export function writeCartTax(lines: readonly CartLine[], currency: string, language: string): XmlNode | undefined {
  const shares = new Map<string, TaxShare>();
  for (const line of lines) {
    if (!line.tax) return undefined;
    const { tax, taxable, amount } = share(line, line.tax);
    const key = `${tax.category} ${new Decimal(tax.percent).toString()}`;
    const before = shares.get(key);
    shares.set(key, {
      tax,
      taxable: taxable.plus(before?.taxable ?? 0),
      amount: amount.plus(before?.amount ?? 0),
    });
  }
  return shares.size === 0 ? undefined : writeTax([...shares.values()], currency, language);
}

function share(line: CartLine, tax: CartTax): TaxShare {
  const taxable = lineAmount(line.price, line.quantity);
  return { tax, taxable, amount: cents(taxable.times(tax.percent).div(100)) };
}

function writeTax(shares: readonly TaxShare[], currency: string, language: string): XmlNode {
  const sum = shares.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
  const description = { name: 'Description', attributes: { 'xml:lang': language }, text: vat(language) };
  return {
    name: 'Tax',
    children: [money(sum.toFixed(2), currency), description, ...shares.map((each) => writeDetail(each, currency))],
  };
}

function writeDetail({ tax, taxable, amount }: TaxShare, currency: string): XmlNode {
  return {
    name: 'TaxDetail',
    attributes: { purpose: 'tax', category: 'vat', percentageRate: plain(new Decimal(tax.percent)) },
    children: [
      { name: 'TaxableAmount', children: [money(taxable.toFixed(2), currency)] },
      { name: 'TaxAmount', children: [money(amount.toFixed(2), currency)] },
    ],
  };
}

function vat(language: string): string {
  return /^sv\b/i.test(language) ? 'Moms' : 'VAT';
}
