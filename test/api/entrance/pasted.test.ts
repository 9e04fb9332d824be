import { describe, expect, test } from 'vitest';
import { parseCurl } from '../../../api/entrance/rehearsal/curl.ts';
import { readPasted } from '../../../api/entrance/rehearsal/pasted.ts';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

describe('a command of curl', () => {
  test.each([
    ['curl -u user:secret https://x.example/punchin/a', 'user:secret'],
    ["curl -u 'user:it'\\''s' https://x.example/punchin/a", "user:it's"],
    ['curl --user="user:a b" https://x.example/punchin/a', 'user:a b'],
    ['curl -uuser:"\\"q\\$" https://x.example/punchin/a', 'user:"q$'],
    ["curl --user $'user:a\\'b' https://x.example/punchin/a", "user:a'b"],
  ])('%s shows who it is', (command, shown) => {
    const parsed = parseCurl(command)!;
    expect(parsed.headers.get('authorization')).toBe(basic(shown));
    expect(parsed.url).toBe('https://x.example/punchin/a');
  });

  test('goes on over lines, and has headers, method and data', () => {
    const command = `curl -i -s -X post 'https://x.example/punchin/a' \\
      -H "Content-Type: application/xml" -H 'Authorization: Bearer abc' -m 5 \\
      --data-raw '<Order/>'`;
    expect(parseCurl(command)).toEqual({
      url: 'https://x.example/punchin/a',
      method: 'POST',
      headers: new Map([
        ['content-type', 'application/xml'],
        ['authorization', 'Bearer abc'],
      ]),
      body: '<Order/>',
      file: undefined,
    });
  });

  test('names the file that it would send', () => {
    expect(parseCurl('curl --data-binary @order.xml https://x.example/punchin/a')).toMatchObject({ file: 'order.xml' });
  });

  test('is not whatever begins otherwise, and no text takes long', () => {
    expect(parseCurl('<Order/>')).toBeUndefined();
    expect(parseCurl('')).toBeUndefined();
    const begin = performance.now();
    for (const text of [`curl ${'\\'.repeat(50_000)}`, `curl "${'a"'.repeat(50_000)}`, `curl ${"'".repeat(99_999)}`])
      parseCurl(text);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});

describe('what was pasted', () => {
  test.each([
    [
      'https://x.example/base/punchout/hub/big?USERNAME=a&HOOK_URL=b',
      'form',
      { door: 'punchout', kind: 'hub', code: 'big' },
    ],
    [
      'POST /punchin/umea HTTP/1.1\r\nAuthorization: Bearer x\r\n\r\n<Order/>',
      'xml',
      { door: 'punchin', kind: 'partner', code: 'umea' },
    ],
    [
      'curl -d "USERNAME=a&PASSWORD=b" https://x.example/punchout/umea',
      'form',
      { door: 'punchout', kind: 'partner', code: 'umea' },
    ],
    ['<?xml version="1.0"?><cXML/>', 'cxml', undefined],
    ['USERNAME=a\nPASSWORD: b=c', 'form', undefined],
    ['hello', 'form', undefined],
    ['', 'nothing', undefined],
  ])('%s', (text, kind, address) => {
    expect(readPasted(text)).toMatchObject({ kind, ...(address && { address }) });
  });

  test('has fields one a line, or as a form sends them', () => {
    expect(readPasted('USERNAME=a\nPASSWORD: b=c').inBody).toEqual([
      ['USERNAME', 'a'],
      ['PASSWORD', 'b=c'],
    ]);
    expect(readPasted('USERNAME=a%20b&X=1').inBody).toEqual([
      ['USERNAME', 'a b'],
      ['X', '1'],
    ]);
  });

  test('is UTF-8 by now, whatever its declaration says', () => {
    const { body } = readPasted('<?xml version="1.0" encoding="ISO-8859-1"?><Order>Å</Order>');
    expect(Buffer.from(body).toString()).toBe('<?xml version="1.0"?><Order>Å</Order>');
  });
});
