import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTree, utf8, xmlError } from '../kit.ts';

const NOTE = 'Räksmörgås 😀 €';

function utf16(text: string, littleEndian: boolean, mark = true): Uint8Array {
  const units = (mark ? '\uFEFF' : '') + text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), littleEndian);
  return bytes;
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.codePointAt(0)!);
const withMark = (bytes: Uint8Array): Uint8Array => Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]);
const document = (encoding: string, note = NOTE): string =>
  `<?xml version="1.0"${encoding === '' ? '' : ` encoding="${encoding}"`}?>\n<a>${note}</a>`;

describe('encodings that are read', () => {
  it.each<[string, Uint8Array, string | undefined, string]>([
    ['UTF-8 without a word', utf8(`<a>${NOTE}</a>`), undefined, NOTE],
    ['UTF-8 declared', utf8(document('utf-8')), undefined, NOTE],
    ['UTF-8 with a mark', withMark(utf8(document('UTF-8'))), 'UTF-8', NOTE],
    ['UTF-8 by content type', utf8(document('')), 'utf-8', NOTE],
    ['UTF-16 little endian', utf16(document('UTF-16'), true), undefined, NOTE],
    ['UTF-16 big endian', utf16(document('UTF-16'), false), 'UTF-16', NOTE],
    ['UTF-16 without a mark', utf16(document('UTF-16LE'), true, false), undefined, NOTE],
    ['UTF-16 without a declaration', utf16(`<a>${NOTE}</a>`, false), undefined, NOTE],
    ['ISO-8859-1 declared', latin1(document('ISO-8859-1', 'Räksmörgås \u0080')), undefined, 'Räksmörgås \u0080'],
    ['ISO-8859-1 by content type', latin1('<a>Räksmörgås</a>'), 'iso-8859-1', 'Räksmörgås'],
    ['declared after white space', latin1(`\n ${document('latin1', 'å')}`), undefined, 'å'],
  ])('%s', (_name, bytes, charset, note) => {
    const options = charset === undefined ? {} : { charset };
    for (const sizes of [[], [1], [3], [7]]) expect(readTree(bytes, options, sizes).text).toBe(note);
  });

  it('any text in any of them, however it is cut', () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 40 })
      .map((raw) => raw.replace(/[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|[<>&]/gu, ''));
    fc.assert(
      fc.property(text, fc.boolean(), fc.integer({ min: 1, max: 9 }), (note, littleEndian, size) => {
        expect(readTree(utf8(document('UTF-8', note)), {}, [size]).text).toBe(note);
        expect(readTree(utf16(document('UTF-16', note), littleEndian), {}, [size]).text).toBe(note);
      }),
      { numRuns: 50 },
    );
  });
});

describe('encodings that are refused', () => {
  it.each<[string, Uint8Array, string | undefined, string]>([
    ['windows-1252 declared', latin1(document('windows-1252', 'å')), undefined, 'windows-1252'],
    ['UTF-7 by content type', utf8(document('')), 'utf-7', 'utf-7'],
    ['UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), undefined, 'UTF-32'],
    ['EBCDIC', Uint8Array.from([0x4c, 0x6f, 0xa7, 0x94, 0x93]), undefined, 'EBCDIC'],
  ])('%s: says what was found and what is read', (_name, bytes, charset, found) => {
    const error = xmlError(() => readTree(bytes, charset === undefined ? {} : { charset }));
    expect(error).toMatchObject({ kind: 'encoding', found, expected: 'UTF-8, UTF-16, ISO-8859-1' });
  });

  it.each<[string, Uint8Array, string | undefined, string]>([
    ['a mark against the declaration', withMark(utf8(document('ISO-8859-1', 'x'))), undefined, 'ISO-8859-1'],
    ['a mark against the content type', withMark(utf8(document(''))), 'iso-8859-1', 'iso-8859-1'],
    ['the content type against the declaration', utf8(document('UTF-8')), 'iso-8859-1', 'UTF-8'],
    ['UTF-16 declared in 8 bits', utf8(document('UTF-16')), undefined, 'UTF-16'],
    ['UTF-8 declared in 16 bits', utf16(document('UTF-8'), true), undefined, 'UTF-8'],
  ])('%s', (_name, bytes, charset, found) => {
    const error = xmlError(() => readTree(bytes, charset === undefined ? {} : { charset }));
    expect(error).toMatchObject({ kind: 'encoding', found });
  });

  it('bytes that are not what they should be are shown with their place', () => {
    const bytes = Uint8Array.from([...utf8('<a>\n<b>å</b>\n  '), 0xe5, 0x20, ...utf8('</a>')]);
    for (const sizes of [[], [1], [5]]) {
      const error = xmlError(() => readTree(bytes, {}, sizes));
      expect(error).toMatchObject({ kind: 'encoding', line: 3, column: 2, expected: 'UTF-8, UTF-16, ISO-8859-1' });
      expect(error.found).toMatch(/^e5( 20)?/);
    }
  });

  it('a lone surrogate in UTF-16 and a cut character at the end are refused', () => {
    expect(xmlError(() => readTree(utf16('<a>\uD83D</a>', true))).kind).toBe('encoding');
    expect(xmlError(() => readTree(Uint8Array.from([...utf8('<a>'), 0xc3]))).kind).toBe('encoding');
  });
});
