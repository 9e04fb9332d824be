import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALL_LIMITS, decodeParameters, mergeParameters, ParametersTooLarge } from '../../../formats/oci/parameters.ts';
import { utf8 } from './kit.ts';

const bytes = (...pieces: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(pieces.flatMap((piece) => (typeof piece === 'number' ? [piece] : [...utf8(piece)])));

describe('parameters of a query or a body', () => {
  it('keep their order, their repetitions and what is empty', () => {
    expect(decodeParameters(utf8('b=2&a=1&&b=&c&=x&d=1=2'))).toEqual([
      ['b', '2'],
      ['a', '1'],
      ['b', ''],
      ['c', ''],
      ['', 'x'],
      ['d', '1=2'],
    ]);
    expect(decodeParameters(new Uint8Array(0))).toEqual([]);
  });

  it('are decoded: plus is a blank, a lone percent sign stays', () => {
    expect(decodeParameters(utf8('n+a=%C3%85sa+%2B%0D%0Aµ&x=100%&y=%4z%zz%'))).toEqual([
      ['n a', 'Åsa +\r\nµ'],
      ['x', '100%'],
      ['y', '%4z%zz%'],
    ]);
  });

  it('are windows-1252 where anything in them is not UTF-8', () => {
    expect(decodeParameters(utf8('a=%C5sa&b=%80&c=%C3%A5'))).toEqual([
      ['a', 'Åsa'],
      ['b', '€'],
      ['c', 'Ã¥'],
    ]);
    expect(decodeParameters(bytes('a=', 0xe5))).toEqual([['a', 'å']]);
  });

  it('are what a content type of one byte a character says', () => {
    expect(decodeParameters(utf8('a=%C3%A5'), 'ISO-8859-1')).toEqual([['a', 'Ã¥']]);
    expect(decodeParameters(utf8('a=%E5'), 'utf-8')).toEqual([['a', 'å']]);
    expect(decodeParameters(utf8('a=%C3%A5'), 'klingon')).toEqual([['a', 'å']]);
  });

  it.each([
    ['bytes', { ...CALL_LIMITS, bytes: 3 }, '4'],
    ['count', { ...CALL_LIMITS, count: 0 }, '1'],
    ['name', { ...CALL_LIMITS, name: 1 }, '2'],
    ['value', { ...CALL_LIMITS, value: 0 }, '1'],
  ])('are bounded by %s', (_what, limits, found) => {
    let error: unknown;
    try {
      decodeParameters(utf8('ab=c'), undefined, limits);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ParametersTooLarge);
    expect(error).toMatchObject({ found });
  });

  it('are the same as those of the browser, for any text', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        const sent = new URLSearchParams(pairs).toString();
        expect(decodeParameters(utf8(sent))).toEqual(pairs);
      }),
    );
  });

  it('never fail on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (any) => void decodeParameters(any)));
  });

  it('are merged: the body wins, whatever the case of the name', () => {
    const query = decodeParameters(utf8('HOOK_URL=a&lang=sv'));
    const body = decodeParameters(utf8('hook_url=b&hook_url=c'));
    expect(mergeParameters(query, body)).toEqual([
      ['lang', 'sv'],
      ['hook_url', 'b'],
      ['hook_url', 'c'],
    ]);
  });
});
