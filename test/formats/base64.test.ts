import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../formats/base64.ts';
import { utf8 } from './kit.ts';

it('is the base64 of RFC 4648 with padding and without line breaks', () => {
  expect(['', 'f', 'fo', 'foo', 'foob', 'å'].map((text) => encodeBase64(utf8(text)))).toEqual([
    '',
    'Zg==',
    'Zm8=',
    'Zm9v',
    'Zm9vYg==',
    'w6U=',
  ]);
});

it('gives the bytes back, also from lines and without padding', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      const text = encodeBase64(bytes);
      expect(Buffer.from(text, 'base64').equals(bytes)).toBe(true);
      expect(decodeBase64(text)).toEqual(bytes);
      expect(decodeBase64(text.replace(/.{1,76}/g, '$&\r\n').replaceAll('=', ''))).toEqual(bytes);
    }),
  );
});

it('tells what is none', () => {
  expect(decodeBase64('Zm9v!')).toBeUndefined();
  expect(decodeBase64('Zm9vY')).toBeUndefined();
});
