import type { LintSentences } from './sentences.ts';
import { digitsOf, money } from './values.ts';

const arrives = (becomes: string | undefined): string => (becomes === undefined ? '' : ` "${becomes}" arrives.`);
const atField = (field: string | undefined): string => (field === undefined ? 'a value' : field);

function digits(expected: string | undefined): string {
  const { whole, decimals } = digitsOf(expected);
  return whole === undefined ? `${decimals} decimals` : `${whole} digits and ${decimals} decimals`;
}

/** English. */
export const englishLint: LintSentences = {
  line: (line) => `Line ${line}: `,
  of: {
    'LINT-CART-EMPTY': ({ effect }) =>
      effect === 'refuse'
        ? 'your purchasing system does not take an empty cart. Put an article into it, or leave without a cart.'
        : 'the cart is empty; this purchasing system may fail on it.',
    'LINT-LINE-COUNT': ({ found, expected }) =>
      `the cart has ${found} lines, your purchasing system takes at most ${expected}. Send some of them now and the rest in another cart.`,
    'LINT-FIELD-COUNT': ({ effect, found, expected }) =>
      effect === 'refuse'
        ? `the cart is too long: your purchasing system reads ${expected} form fields, it has ${found}. Send some of the lines in another cart.`
        : `the form has ${found} fields; many purchasing systems read only the first ${expected} and lose the rest of the cart.`,
    'LINT-MINIMUM-VALUE': ({ found, expected }, w) =>
      `the cart is worth ${money(found, w)}, the smallest order is ${money(expected, w)}. Add articles, or a larger quantity.`,
    'LINT-CURRENCY': ({ found, expected }) =>
      `the currency is ${found}, the agreement says ${expected}. Correct the mapping or the agreement.`,
    'LINT-LENGTH': ({ field, found, expected, becomes }) =>
      `${atField(field)} takes ${expected} characters, "${found}" is longer.${arrives(becomes)}`,
    'LINT-BYTES': ({ field, found, expected, becomes }) =>
      `${atField(field)} takes ${expected} bytes, "${found}" has more.${arrives(becomes)}`,
    'LINT-KEY-LENGTH': ({ field, found, expected }) =>
      `${atField(field)} takes ${expected} characters, "${found}" is longer, and a shortened one would be another. Map a shorter value.`,
    'LINT-KEY-CHARACTERS': ({ field, found, expected, becomes }) =>
      `${atField(field)} "${found}" has characters that do not get through (${expected}).${becomes === undefined ? ' Map another value.' : arrives(becomes)}`,
    'LINT-CHARSET': ({ field, found, expected, becomes }) =>
      `${atField(field)} "${found}" has characters that ${expected} lacks.${arrives(becomes)}`,
    'LINT-NUMBER': ({ field, found, expected }) =>
      `${atField(field)} must be a number${expected === undefined ? '' : ` of at most ${expected} characters`}; the mapping gives "${found}". Correct the mapping.`,
    'LINT-QUANTITY-DIGITS': ({ found, expected }) =>
      `the quantity ${found} has more digits than your purchasing system takes (${digits(expected)}). Choose another quantity or unit.`,
    'LINT-PRICE-DIGITS': ({ found, expected, becomes }) =>
      becomes === undefined
        ? `the price ${found} has more digits than can be sent (${digits(expected)}). Set the price for another quantity.`
        : `the price ${found} has more digits than can be sent (${digits(expected)}).${arrives(becomes)}`,
    'LINT-PRICE-ZERO': () => 'the article costs nothing; some purchasing systems take that for a missing price.',
    'LINT-UNIT-UNKNOWN': ({ found }) =>
      `unit ${found} is not in UN/ECE Recommendation 20 or 21. Add it to the unit table of the mapping, or correct the article.`,
    'LINT-UNIT-UNMAPPED': ({ found, becomes }) =>
      becomes === undefined
        ? `a purchasing system that has not mapped unit ${found} loses the line. Ask the buyer, and put the unit into the unit table of the mapping.`
        : `a purchasing system that has not mapped unit ${found} reads it as ${becomes}. Ask the buyer, and put the unit into the unit table of the mapping.`,
    'LINT-UNIT-UNSENDABLE': ({ found }) =>
      `the cart's format has no unit ${found}. Choose another unit for the article.`,
    'LINT-VAT-MISSING': ({ found }) =>
      `article ${found} has no VAT in the country of delivery, which the cart must tell. Add its rate.`,
    'LINT-UNSPSC-MISSING': ({ expected }) =>
      `the article has no ${expected} code, by which the purchasing system sorts and approves.`,
    'LINT-UNSPSC-LENGTH': ({ found, expected }) =>
      `the classification code "${found}" does not have the ${expected} digits that the purchasing system reads.`,
    'LINT-UNSPSC-VERSION': ({ found, expected }) =>
      `the UNSPSC code is of version ${found}, the purchasing system sorts by ${expected}.`,
    'LINT-MAPPING': ({ field, found, expected }) =>
      `the mapping of ${atField(field)} cannot use "${found}": expected ${expected}. Correct the mapping.`,
  },
};
