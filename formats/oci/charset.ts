/** Characters of the page in which a form is written. What its charset lacks would arrive as `&#nnnn;`. */
import type { FormCharset } from '../document/browserForm.ts';

/** Bytes 0x80 to 0x9F of windows-1252; the five that are not assigned keep their control characters (WHATWG Encoding, 9). */
const HIGH_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Decodes windows-1252, which browsers also take for ISO-8859-1. Every byte is a character. */
export function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes)
    text += byte >= 0x80 && byte < 0xa0 ? HIGH_CONTROLS[byte - 0x80] : String.fromCharCode(byte);
  return text;
}

/** Names of charsets as calls and content types write them. */
const NAMES: Readonly<Record<string, FormCharset>> = {
  'UTF-8': 'utf-8',
  UTF8: 'utf-8',
  'ISO-8859-1': 'iso-8859-1',
  'ISO8859-1': 'iso-8859-1',
  ISO_8859_1: 'iso-8859-1',
  'ISO_8859-1': 'iso-8859-1',
  LATIN1: 'iso-8859-1',
  'WINDOWS-1252': 'windows-1252',
  CP1252: 'windows-1252',
};

/** The charset of that name; undefined where it is none that pages are written in. */
export function formCharset(name: string): FormCharset | undefined {
  const key = name.trim().toUpperCase();
  return Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
}

/** A character that the charset lacks. ISO-8859-1 is meant as receivers read it, without what windows-1252 has beyond it. */
const FOREIGN: Readonly<Record<FormCharset, RegExp>> = {
  'utf-8': /\p{Cs}/u,
  'iso-8859-1': /[^\p{ASCII}\u00A0-\u00FF]/u,
  'windows-1252': /[^\p{ASCII}\u00A0-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u,
};

/** Can the text be written in the charset as it is? */
export function isWritable(text: string, charset: FormCharset): boolean {
  return !FOREIGN[charset].test(text);
}

/** Plain text for signs and letters that have no decomposition (Unicode NFKD) into what every charset has. */
const PLAIN: ReadonlyMap<string, string> = new Map(
  [
    ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212', '-'],
    ['\u2018\u2019\u201A\u201B\u2032\u2039\u203A', "'"],
    ['\u201C\u201D\u201E\u201F\u2033', '"'],
    ['\u2022\u25AA\u25CF', '*'],
    ['\u2044\u2215', '/'],
    ['\u2248\u223C', '~'],
    ['\u2300', 'Ø'],
    ['\u03BC', 'µ'],
    ['Ω', 'Ohm'],
    ['€', 'EUR'],
    ['™', '(TM)'],
    ['≤', '<='],
    ['≥', '>='],
    ['≠', '!='],
    ['ƒ', 'f'],
    ['Œ', 'OE'],
    ['œ', 'oe'],
    ['ẞ', 'SS'],
    ['Ł', 'L'],
    ['ł', 'l'],
    ['Đ', 'D'],
    ['đ', 'd'],
    ['Ħ', 'H'],
    ['ħ', 'h'],
    ['ı', 'i'],
  ].flatMap(([characters, plain]) => Array.from(characters!, (character): [string, string] => [character, plain!])),
);

const CHARACTER = /./gsu;

/**
 * The text in characters of the charset: what it lacks is written as plain text where there is one (`€` EUR, `–` -, `š` s), else `?`.
 * In UTF-8 nothing changes but a half of a character without its other half.
 */
export function writable(text: string, charset: FormCharset): string {
  if (isWritable(text, charset)) return text;
  if (charset === 'utf-8') return text.toWellFormed();
  return text.normalize('NFC').replace(CHARACTER, (character) => written(character, charset));
}

function written(character: string, charset: FormCharset): string {
  if (isWritable(character, charset)) return character;
  const plain = PLAIN.get(character);
  if (plain !== undefined) return plain;
  if (/\p{Zs}/u.test(character)) return ' ';
  const base = character.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
  return base.replace(CHARACTER, (each) => (isWritable(each, charset) ? each : (PLAIN.get(each) ?? '?')));
}
