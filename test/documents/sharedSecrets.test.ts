import { expect, test } from 'vitest';
import { maskSharedSecrets } from '../../documents/sharedSecrets.ts';

const mask = (text: string) => {
  const { bytes, masked } = maskSharedSecrets(Buffer.from(text));
  return [bytes.toString(), masked];
};

test.each([
  ['text', '<SharedSecret>hemligt</SharedSecret>', '<SharedSecret>*******</SharedSecret>'],
  ['bytes, not characters', '<SharedSecret>åäö</SharedSecret>', '<SharedSecret>******</SharedSecret>'],
  ['references', '<SharedSecret>a&amp;b</SharedSecret>', '<SharedSecret>*******</SharedSecret>'],
  ['CDATA', '<SharedSecret> <![CDATA[<a>]]></SharedSecret>', '<SharedSecret>****************</SharedSecret>'],
  ['attributes', '<SharedSecret\n a="b">x</SharedSecret >', '<SharedSecret\n a="b">*</SharedSecret >'],
])('%s becomes as many asterisks as it has bytes', (_, text, expected) => {
  expect(mask(`<a>${text}ö</a>`)).toEqual([`<a>${expected}ö</a>`, 1]);
});

test('every secret is masked, and nothing else', () => {
  const text = '<a>hemligt<SharedSecret>ett</SharedSecret><b/><SharedSecret>två</SharedSecret></a>';
  expect(mask(text)).toEqual([
    '<a>hemligt<SharedSecret>***</SharedSecret><b/><SharedSecret>****</SharedSecret></a>',
    2,
  ]);
});

test.each([
  ['a comment', '<!-- <SharedSecret>x --><b/>', '<SharedSecret>y</SharedSecret>', '<SharedSecret>*</SharedSecret>'],
  ['another name', '<SharedSecrets>x</SharedSecrets>', '', ''],
])('%s stays as it is', (_, before, secret, expected) => {
  expect(mask(before + secret)).toEqual([before + expected, secret === '' ? 0 : 1]);
});

test('a secret in two bytes a character is not found', () => {
  expect(maskSharedSecrets(Buffer.from('<SharedSecret>x</SharedSecret>', 'utf16le')).masked).toBe(0);
});
