import { expect, test } from 'vitest';
import { simpleTypes, type SimpleTypeName } from '../../../../formats/ubl/rules/simpleTypes.ts';

/** Each was put to the official XSD validator (Xerces). */
const cases: readonly [type: SimpleTypeName, right: readonly string[], wrong: readonly string[]][] = [
  [
    'decimal',
    ['0', '-1', '+5', ' 7 ', '\n7\t', '5.', '.5', '-.5', '007', '99999999999999999999.99'],
    ['', ' ', '.', '-', '1e3', 'NaN', 'INF', '1,5', '--1', '1 000', '0x10', '\u00a05', '٣'],
  ],
  [
    'date',
    [
      '2026-02-03',
      '2024-02-29',
      '2000-02-29',
      '2026-02-03Z',
      '2026-02-03+01:00',
      '2026-02-03-14:00',
      ' 2026-02-03 ',
      '12026-01-01',
      '-0001-01-01',
    ],
    [
      '',
      '2026-02-30',
      '2023-02-29',
      '1900-02-29',
      '2026-2-3',
      '20260203',
      '2026-13-01',
      '2026-00-01',
      '2026-01-00',
      '2026-02-03T00:00:00',
      '2026-02-03+15:00',
      '2026-02-03+14:01',
      '0000-01-01',
      '02026-01-01',
      '26-01-01',
    ],
  ],
  [
    'time',
    ['12:00:00', '23:59:59', '24:00:00', '24:00:00.0', '12:00:00.123', '12:00:00Z', '12:00:00-14:00', ' 12:00:00 '],
    [
      '',
      '24:00:01',
      '24:00:00.1',
      '25:00:00',
      '12:60:00',
      '12:00:60',
      '12:00',
      '9:30:00',
      '12:00:00.',
      '12:00:00+14:30',
    ],
  ],
  ['boolean', ['true', 'false', '1', '0', ' true '], ['', 'TRUE', 'yes', '2', 'tr ue']],
  [
    'base64Binary',
    ['', ' ', 'QUJD', 'QQ==', 'QUI=', 'Q U J D', 'QUJD\nQUJD', 'QQ= ='],
    ['QQ=', 'abc', '=', 'QR==', 'QUJ=', 'QUJD!', 'QQ==QQ==', '===='],
  ],
  ['language', ['sv', 'sv-SE', 'i-klingon', ' sv '], ['', 'svenska språket', 'sv_SE', 'abcdefghi', '1a']],
  ['normalizedString', ['', ' a\nb '], []],
  ['string', ['', ' a\nb '], []],
  [
    'anyURI',
    [
      '',
      'https://kommun.example/avtal?a=b#c',
      'relative path',
      'C:\\avtal.pdf',
      'urn:[a]',
      'http://[::1]/',
      '?[a]',
      '%41',
      '///',
    ],
    ['http://', 'x:', '1:2', ':a', 'å:b', 'x:#a', '#a#b', '%4', '100%', 'a[b]', 'http://[', '//'],
  ],
];

test.each(cases)('%s', (type, right, wrong) => {
  const { accepts } = simpleTypes[type];
  expect(right.filter((text) => !accepts(text))).toEqual([]);
  expect(wrong.filter(accepts)).toEqual([]);
});

test('megabytes of base64 are judged at once', () => {
  const text = 'QUJD'.repeat(2_000_000);
  expect(simpleTypes.base64Binary.accepts(text)).toBe(true);
  expect(simpleTypes.base64Binary.accepts(`${text}Q`)).toBe(false);
});
