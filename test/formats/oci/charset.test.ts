import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWindows1252, formCharset, isWritable, writable } from '../../../formats/oci/charset.ts';

describe('the charset of a form', () => {
  it.each([
    ['€ 5 – ”citat” … ™', 'EUR 5 - "citat" ... (TM)'],
    ['Škoda žluťoučký Łódź', 'Skoda zlutoucký Lódz'],
    ['Åäö ÅÄÖ é µ Ø ×', 'Åäö ÅÄÖ é µ Ø ×'],
    ['a\u030Angström', 'ångström'],
    ['⌀ 8 \u03BCm ≤ 5 Ω', 'Ø 8 µm <= 5 Ohm'],
    ['Ⅷ ﬁn ① ２', 'VIII fin 1 2'],
    ['漢字 😀', '?? ?'],
    ['a\u200Bb\u2009c', 'ab c'],
  ])('ISO-8859-1: %s', (text, expected) => expect(writable(text, 'iso-8859-1')).toBe(expected));

  it('has the signs of Windows beyond ISO-8859-1', () => {
    expect(writable('€ – ”š” Łódź', 'windows-1252')).toBe('€ – ”š” Lódz');
  });

  it('changes nothing in UTF-8 but half a character', () => {
    expect(writable('a\u030A 漢字 😀 €', 'utf-8')).toBe('a\u030A 漢字 😀 €');
    expect(writable('x\uD83D', 'utf-8')).toBe('x\uFFFD');
  });

  it.each(['utf-8', 'iso-8859-1', 'windows-1252'] as const)('can always be written in %s', (charset) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const controls = /[\u0080-\u009F]/g;
        expect(isWritable(writable(text, charset).replace(controls, ''), charset)).toBe(true);
      }),
    );
  });

  it('is known by several names', () => {
    expect([' UTF-8', 'utf8', 'latin1', 'ISO-8859-1', 'cp1252'].map(formCharset)).toEqual([
      'utf-8',
      'utf-8',
      'iso-8859-1',
      'iso-8859-1',
      'windows-1252',
    ]);
    expect(['', 'utf-16', 'constructor'].map(formCharset)).toEqual([undefined, undefined, undefined]);
  });

  it('decodes each byte of windows-1252 to a character of its own', () => {
    const text = decodeWindows1252(Uint8Array.from({ length: 256 }, (_, i) => i));
    expect(new Set(text).size).toBe(256);
    expect(text.slice(0x80, 0x82)).toBe('€\u0081');
    expect(text.slice(0x9e)).toBe(`žŸ${String.fromCharCode(...Array.from({ length: 96 }, (_, i) => 0xa0 + i))}`);
  });
});
