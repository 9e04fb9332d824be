import { describe, expect, it } from 'vitest';
import { KEPT_BODY_BYTES, maskBody, maskHeaders, maskText } from '../../documents/refusedRequests.ts';

describe('masking', () => {
  it.each([
    ['<SharedSecret>abc</SharedSecret>', '<SharedSecret>***</SharedSecret>'],
    ['<x:sharedSecret a="1">abc</x:sharedSecret>', '<x:sharedSecret a="1">***</x:sharedSecret>'],
    ['<Credential><SharedSecret>cut off here', '<Credential><SharedSecret>***'],
    ['<Password>\n  two lines\n</Password>', '<Password>***</Password>'],
    ['<login password="abc" user="me"/>', '<login password=*** user="me"/>'],
    ['{"api_token": "abc", "n": 1}', '{"api_token": ***, "n": 1}'],
    ['user=me&password=abc&x=1', 'user=me&password=***&x=1'],
    ['Authorization: Bearer abcdefgh', 'Authorization: *** ***'],
    ['said Basic dXNlcjpwYXNz to us', 'said Basic *** to us'],
    ['a\0b', 'ab'],
    ['<Order><ID>4711</ID></Order>', '<Order><ID>4711</ID></Order>'],
  ])('%j becomes %j', (text, masked) => expect(maskText(text)).toBe(masked));

  it('hides what the caller showed wherever it stands', () => {
    expect(maskText('path/s3cr3t?s3cr3t', ['s3cr3t', ''])).toBe('path/***?***');
    expect(maskHeaders({ 'user-agent': 'a s3cr3t', 'x-forwarded-for': ['1.2.3.4', '5.6.7.8'] }, ['s3cr3t'])).toEqual({
      'user-agent': 'a ***',
      'x-forwarded-for': '1.2.3.4, 5.6.7.8',
    });
  });

  it('keeps of headers that are not known to be harmless only the name', () => {
    expect(
      maskHeaders({
        authorization: 'Basic x',
        cookie: 'a=b',
        'X-Anything': 'v',
        'Content-Type': 'text/xml',
        none: undefined,
      }),
    ).toEqual({
      authorization: '***',
      cookie: '***',
      'X-Anything': '***',
      'Content-Type': 'text/xml',
    });
  });

  it('keeps 4 KiB of a body, in UTF-16 too', () => {
    expect(maskBody(Buffer.alloc(10_000, 'x'))).toHaveLength(KEPT_BODY_BYTES);
    expect(maskBody(Buffer.from('<a><Password>abc</Password></a>', 'utf16le'))).toBe('<a><Password>***</Password></a>');
  });
});
