import { Decimal, isDecimal, plain } from '../../../formats/document/decimal.ts';
import { ociField } from '../../../formats/oci/fields.ts';
import { scaledPrice } from '../../../formats/oci/numbers.ts';
import { findField } from '../../mapping/check.ts';
import { cartFields } from '../../mapping/fields.ts';
import type { Digits } from '../../platforms/platform.ts';
import { of, ofAgreement, refusal, type Hit, type LintedLine, type LintInput, type LintRule } from '../input.ts';
import { roles } from '../sent.ts';

/** Quantities, prices and other numbers. */
export const numberRules: readonly LintRule[] = [
  {
    id: 'LINT-NUMBER',
    text: 'A field for numbers that the mapping fills with something else, or with more digits than it has.',
    audience: 'administrator',
    from: 'protocol',
    *check(input) {
      for (const [field, found] of Object.entries(input.mapped.header)) {
        const isNumeric = findField(cartFields[input.protocol], 'header', field)?.kind === 'number';
        if (isNumeric && found !== '' && !isDecimal(found)) yield { effect: 'refuse', field, found, ...ofAgreement };
      }
      for (const { line, sent } of input.lines) {
        for (const [field, found] of sent) {
          const hit = badNumber(field, found, input);
          if (hit) yield { ...hit, line: line.position };
        }
      }
    },
  },
  {
    id: 'LINT-QUANTITY-DIGITS',
    text: 'A quantity with more digits than the field has.',
    audience: 'buyer',
    from: 'protocol and platform',
    *check({ lines, protocol, facts: { quantityDigits } }) {
      if (quantityDigits === undefined) return;
      const field = roles[protocol].quantity;
      for (const { line, sent } of lines) {
        const found = sent.get(field) ?? '';
        if (!isDecimal(found) || fits(new Decimal(found), quantityDigits.value)) continue;
        const expected = digitsText(quantityDigits.value);
        const effect = refusal(quantityDigits);
        yield { effect, line: line.position, field, found, expected, ...of(quantityDigits) };
      }
    },
  },
  {
    id: 'LINT-PRICE-DIGITS',
    text: 'A price with more digits than can be sent, also for a larger price unit.',
    audience: 'administrator',
    from: 'protocol and platform',
    *check(input) {
      const field = roles[input.protocol].price;
      for (const line of input.lines) {
        const hit = isScaled(input, line) ? scaledDigits(input, line) : priceDigits(input, line.sent.get(field));
        if (hit) yield { line: line.line.position, field, ...hit };
      }
    },
  },
  {
    id: 'LINT-PRICE-ZERO',
    text: 'A line that costs nothing, which some systems take for a line without a price.',
    audience: 'administrator',
    from: 'our advice',
    *check({ lines, protocol }) {
      const field = roles[protocol].price;
      for (const { line, sent } of lines) {
        const found = sent.get(field) ?? '';
        if (!isDecimal(found) || !new Decimal(found).isZero()) continue;
        yield { effect: 'notice', line: line.position, field, found, source: 'our advice', status: 'assumed' };
      }
    },
  },
];

/** Prices and quantities have rules of their own about digits. */
function badNumber(field: string, found: string, input: LintInput): Hit | undefined {
  if (input.fieldOf(field)?.kind !== 'number') return undefined;
  const { price, quantity } = roles[input.protocol];
  const longest = field === price || field === quantity ? undefined : input.longestOf(field)?.characters;
  if (isNumber(field, found, input) && found.length <= (longest ?? Infinity)) return undefined;
  return { effect: 'refuse', field, found, ...(longest !== undefined && { expected: `${longest}` }), ...ofAgreement };
}

type PriceHit = Omit<Hit, 'line' | 'field'>;

function isNumber(field: string, value: string, { protocol }: LintInput): boolean {
  const form = protocol === 'oci' ? ociField(field)?.form : undefined;
  if (form === 'whole' || form === 'count') return /^\d+$/.test(value);
  return isDecimal(protocol === 'oci' ? value.replace(',', '.') : value);
}

/** Does the OCI form choose the price unit itself? Not where the mapping gives a price. */
function isScaled({ protocol, mapped }: LintInput, { line }: LintedLine): boolean {
  return protocol === 'oci' && mapped.line(line.position)['PRICE'] === undefined;
}

function scaledDigits({ ociVersion, settings, facts }: LintInput, { line }: LintedLine): PriceHit | undefined {
  const { priceDigits } = facts;
  if (priceDigits === undefined) return undefined;
  const { decimalSign = '.', priceDecimals } = settings.oci ?? {};
  const scaled = scaledPrice(line.price, { version: ociVersion, decimalSign, priceDecimals });
  const found = priceText(line.price.amount, line.price.baseQuantity);
  const digits = { ...priceDigits.value, decimals: priceDecimals ?? priceDigits.value.decimals };
  const expected = digitsText(digits);
  if (scaled === undefined || !fits(scaled.price, digits)) {
    return { effect: refusal(priceDigits), found, expected, ...of(priceDigits) };
  }
  if (scaled.exact) return undefined;
  const becomes = priceText(plain(scaled.price), plain(scaled.priceUnit));
  return { effect: 'cut', found, expected, becomes, ...of(priceDigits) };
}

function priceDigits({ facts }: LintInput, found = ''): PriceHit | undefined {
  const { priceDigits: fact } = facts;
  if (fact === undefined || !isDecimal(found)) return undefined;
  const price = new Decimal(found);
  if (fits(price, fact.value)) return undefined;
  const expected = digitsText(fact.value);
  const rounded = price.toDecimalPlaces(fact.value.decimals, Decimal.ROUND_HALF_UP);
  return fits(rounded, fact.value) && !rounded.isZero()
    ? { effect: 'cut', found, expected, becomes: plain(rounded), ...of(fact) }
    : { effect: refusal(fact), found, expected, ...of(fact) };
}

function fits(number: Decimal, { whole = Infinity, decimals }: Digits): boolean {
  return number.decimalPlaces() <= decimals && number.abs().trunc().toFixed().length <= whole;
}

/** `11.3`: digits before and after the decimal sign; `*.4` where any number may stand before it. */
function digitsText({ whole, decimals }: Digits): string {
  return `${whole ?? '*'}.${decimals}`;
}

function priceText(amount: string, per: string): string {
  return per === '1' ? amount : `${amount} / ${per}`;
}
