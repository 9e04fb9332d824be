/**
 * Formats of party identifiers by ISO 6523 code, as Peppol BIS 3 tests them (PEPPOL-COMMON rules of the Schematron 2026.5, named at
 * each). Text is taken without white space around it.
 */

const digits = (text: string): number[] => Array.from(text, Number);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** GS1 General Specifications, 7.9.1: weights 3, 1, 3 ... from the digit left of the check digit. Any length, as in R040. */
export function isGln(text: string): boolean {
  if (!/^\d+$/.test(text)) return false;
  const [check, ...rest] = digits(text).toReversed() as [number, ...number[]];
  const weighted = sum(rest.map((digit, i) => digit * (i % 2 === 0 ? 3 : 1)));
  return (10 - (weighted % 10)) % 10 === check;
}

/** Swedish organisation number: 10 digits, the last by Luhn (R049). */
export function isSwedishNumber(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const doubled = digits(text).map((digit, i) => (i % 2 === 0 ? digit * 2 : digit));
  return sum(doubled.map((each) => (each > 9 ? each - 9 : each))) % 10 === 0;
}

/** Norwegian organisation number: 9 digits, modulus 11 with weights 2 to 7 from the right (R041). */
function isNorwegianNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text) || Number(text) === 0) return false;
  const [check, ...rest] = digits(text).toReversed() as [number, ...number[]];
  return (11 - (sum(rest.map((digit, i) => digit * ((i % 6) + 2))) % 11)) % 11 === check;
}

/** Belgian enterprise number: 10 digits, the last two 97 minus the remainder of the rest (R043). */
function isBelgianNumber(text: string): boolean {
  return /^\d{10}$/.test(text) && 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8));
}

/** Australian business number: 11 digits, weighted sum divisible by 89 (R050). */
function isAustralianNumber(text: string): boolean {
  if (!/^\d{11}$/.test(text)) return false;
  const [first, ...rest] = digits(text) as [number, ...number[]];
  return ((first - 1) * 10 + sum(rest.map((digit, i) => digit * (2 * i + 1)))) % 89 === 0;
}

/** Whole number of two places as XPath casts it: white space around it and a sign are fine. */
const TWO = '(?:\\d\\d|[-+ ]\\d|\\d )';
const FISCAL_CODE = new RegExp(`^[A-Za-z]{6}${TWO}[A-Za-z]${TWO}.{3}\\d[A-Za-z]$`, 'u');

/** Italian fiscal code: 16 characters of a fixed pattern, or a whole number of 11 characters (R045, R046). */
function isItalianFiscalCode(text: string): boolean {
  return FISCAL_CODE.test(text) || /^(?:\d{11}|[-+]\d{10})$/.test(text);
}

/** Italian VAT number; one that does not begin with IT is not tested (R047). */
function isItalianVat(text: string): boolean {
  if (!/^(?:IT|it)/.test(text)) return true;
  const number = text.slice(2);
  if (!/^\d{11}$/.test(number)) return false;
  const mapped = digits(number).map((digit, i) => (i % 2 === 0 ? digit : ((digit * 2) % 10) + (digit > 4 ? 1 : 0)));
  return sum(mapped) % 10 === 0;
}

export function isDutchVat(text: string): boolean {
  return /^NL\d{9}B\d{2}$/.test(text);
}

const matches =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text);

/** One scheme's format and what a right one looks like. */
export interface IdentifierFormat {
  readonly accepts: (text: string) => boolean;
  readonly expected: string;
}

/** By ISO 6523 code; schemes that are not here are not tested. */
export const identifierFormats = {
  '0007': { accepts: isSwedishNumber, expected: '10 digits, the last a check digit' },
  '0088': { accepts: isGln, expected: 'digits, the last a check digit of GS1' },
  '0096': { accepts: matches(/^\d{10}$/), expected: '10 digits' },
  '0106': { accepts: matches(/^\d{8}$/), expected: '8 digits' },
  '0151': { accepts: isAustralianNumber, expected: '11 digits with check digits' },
  '0184': { accepts: matches(/^(?:DK)?\d{8}$/), expected: 'DK and 8 digits, or 8 digits' },
  '0190': { accepts: matches(/^\d{20}$/), expected: '20 digits' },
  '0192': { accepts: isNorwegianNumber, expected: '9 digits, the last a check digit' },
  '0198': { accepts: matches(/^DK\d{8}$/), expected: 'DK and 8 digits' },
  '0201': { accepts: matches(/^[A-Za-z0-9]{6}$/), expected: '6 letters or digits' },
  '0208': { accepts: isBelgianNumber, expected: '10 digits, the last two check digits' },
  '0210': { accepts: isItalianFiscalCode, expected: 'an Italian fiscal code' },
  '0211': { accepts: isItalianVat, expected: 'IT and 11 digits with a check digit' },
  '0217': { accepts: matches(/^\d{12}$/), expected: '12 digits' },
  '9907': { accepts: isItalianFiscalCode, expected: 'an Italian fiscal code' },
  '9944': { accepts: isDutchVat, expected: 'an identifier such as NL123456789B12' },
} as const satisfies Readonly<Record<string, IdentifierFormat>>;

export type TestedScheme = keyof typeof identifierFormats;

/** True when BIS 3 takes the identifier under that scheme (ISO 6523 code). */
export function isIdentifier(scheme: string, id: string): boolean {
  const formats: Readonly<Record<string, IdentifierFormat>> = identifierFormats;
  return formats[scheme]?.accepts(id.trim()) ?? true;
}
