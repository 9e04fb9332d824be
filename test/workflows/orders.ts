import { orderXml } from '../../bench/orders.ts';
import { ARTICLES } from './engine.ts';

/** An order that nothing is to be said about. */
export function clean(number: string, lines = 3): string {
  return orderXml({ number, lines, articles: ARTICLES });
}

/** Its payable amount is not the sum of its parts: BII2-T01-R017. */
export function withWrongSum(number: string): string {
  return clean(number).replace(/(<cbc:PayableAmount[^>]*>)[^<]*/, '$11.00');
}

/** Three lines, the second with an article that the shop does not have. */
export function withUnknownArticle(number: string): string {
  const [before, first, second, third] = clean(number).split('<cac:OrderLine>');
  const unknown = second!
    .replace(/BA-\d{7}(?=<)/, 'XX-1')
    .replace(/<cbc:ID schemeID="GTIN">\d+</, '<cbc:ID schemeID="GTIN">00000000000000<');
  return [before, first, unknown, third].join('<cac:OrderLine>');
}

/** Three lines; the third has the number of the first. */
export function withRepeatedNumber(number: string): string {
  return clean(number).replace('<cac:LineItem>\n      <cbc:ID>3</cbc:ID>', '<cac:LineItem>\n      <cbc:ID>1</cbc:ID>');
}

/** One line that asks for half a krona less than the price of the day; the sums follow. */
export function withOtherPrice(number: string): string {
  const xml = clean(number, 1);
  const price = Number(/<cbc:PriceAmount currencyID="SEK">(.*?)</.exec(xml)![1]) - 0.5;
  const quantity = Number(/<cbc:Quantity[^>]*>(\d+)</.exec(xml)![1]);
  const net = price * quantity;
  const tax = net / 4;
  return xml
    .replace(/(<cbc:PriceAmount[^>]*>)[^<]*/, `$1${price.toFixed(2)}`)
    .replace(/(<cbc:(?:LineExtensionAmount|TaxExclusiveAmount)[^>]*>)[^<]*/g, `$1${net.toFixed(2)}`)
    .replace(/(<cbc:(?:TotalTaxAmount|TaxAmount)[^>]*>)[^<]*/g, `$1${tax.toFixed(2)}`)
    .replace(/(<cbc:(?:TaxInclusiveAmount|PayableAmount)[^>]*>)[^<]*/g, `$1${(net + tax).toFixed(2)}`);
}
