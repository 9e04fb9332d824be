import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTree, utf8 } from '../kit.ts';
import { elements, mutable, PLAIN, serialise, type Style, type Tree } from '../tree.ts';
import { enveloped, ORDER_XML, readOrder } from './kit.ts';

const order = (): Tree => mutable(readTree(ORDER_XML));
const hashOf = (document: string | Uint8Array, sizes: readonly number[] = []): string =>
  readOrder(document, {}, sizes).contentHash!;
const EXPECTED = hashOf(ORDER_XML);
const COUNT = [...elements(order())].length;

const style: fc.Arbitrary<Style> = fc.record({
  prefix: fc.constantFrom('cbc', 'ns', 'å'),
  defaultNamespace: fc.boolean(),
  space: fc.constantFrom('', '\n', '\r\n\t', '   '),
  pad: fc.constantFrom('', ' ', '\n    '),
  comments: fc.boolean(),
  cdata: fc.boolean(),
  reverseAttributes: fc.boolean(),
  schemaLocation: fc.boolean(),
  declareLocally: fc.boolean(),
});

function encoded(text: string, encoding: string): Uint8Array {
  const document = `<?xml version="1.0" encoding="${encoding}"?>${text}`;
  if (encoding === 'UTF-8') return utf8(document);
  if (encoding === 'ISO-8859-1') return Uint8Array.from(document, (character) => character.codePointAt(0)!);
  const units = `\uFEFF${document}`;
  const bytes = new Uint8Array(units.length * 2);
  for (let i = 0; i < units.length; i++) bytes.set([units.charCodeAt(i) >> 8, units.charCodeAt(i) & 0xff], i * 2);
  return bytes;
}

/** Ways to change what an element says; false where there is nothing to change without losing the format. */
const changesOf: readonly ((element: Tree) => boolean)[] = [
  function rename(element) {
    element.ns += 'x';
    return !['CustomizationID', 'ProfileID', 'OrderLine'].includes(element.name);
  },
  function changeText(element) {
    if (element.children.length > 0 || element.name === 'CustomizationID') return false;
    element.text += '0';
    return true;
  },
  function changeAttribute(element) {
    const [first] = element.attributes;
    if (first) first.value += '0';
    return first !== undefined;
  },
  function swapChildren(element) {
    const [a, b, ...rest] = element.children;
    if (a && b) element.children = [b, a, ...rest];
    return a !== undefined && b !== undefined;
  },
];

const note = (content: string): string => hashOf(ORDER_XML.replace('Leveras till lastkaj B.', content));

describe('the content hash', () => {
  it('is the same however the order is written, encoded, cut or wrapped', () => {
    fc.assert(
      fc.property(
        style,
        fc.constantFrom('UTF-8', 'ISO-8859-1', 'UTF-16'),
        fc.constantFrom([], [1000], [37, 4096]),
        fc.boolean(),
        (style, encoding, sizes, wrap) => {
          const text = serialise(order(), { ...style, cdata: style.cdata && !wrap, comments: style.comments && !wrap });
          const document = wrap ? enveloped(text).replace(/^<\?xml[^>]*>/, '') : text;
          expect(hashOf(encoded(document, encoding), sizes)).toBe(EXPECTED);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('does not see the envelope, nor its instance identifier', () => {
    expect(hashOf(enveloped(ORDER_XML, 'one'))).toBe(EXPECTED);
    expect(hashOf(enveloped(ORDER_XML, 'two'))).toBe(EXPECTED);
  });

  it('sees every text, attribute, element and order of elements', () => {
    const seen = new Set([EXPECTED]);
    let changes = 0;
    const expectOther = (change: (element: Tree) => boolean, index: number): void => {
      const root = order();
      const { element } = [...elements(root)][index]!;
      if (!change(element)) return;
      seen.add(hashOf(serialise(root, PLAIN)));
      changes++;
    };
    for (let i = 1; i < COUNT; i++) for (const change of changesOf) expectOther(change, i);
    expect(changes).toBeGreaterThan(300);
    expect(seen.size).toBe(changes + 1);
  });

  it('tells texts apart from markup that looks alike', () => {
    const hashes = ['a b', 'ab', 'a  b', 'a&#160;b', 'a&lt;b/&gt;', 'a<x/>b', '<x/>ab', '<x>ab</x>', '', '<x/>'].map(
      note,
    );
    // Runs of white space are one space; where a text stands among elements does not count, as UBL has no mixed content.
    expect(hashes[2]).toBe(hashes[0]);
    expect(hashes[5]).toBe(hashes[6]);
    expect(new Set(hashes).size).toBe(hashes.length - 2);
  });

  it('ignores line breaks in the base64 of an embedded file', () => {
    expect(hashOf(ORDER_XML.replace('JVBERi0xLjQK', 'JVBERi\n  0xLjQK'))).toBe(EXPECTED);
    expect(hashOf(ORDER_XML.replace('JVBERi0xLjQK', 'JVBERi0xLjQL'))).not.toBe(EXPECTED);
  });

  it('stays what it is: stored hashes must keep their meaning', () => {
    expect(EXPECTED).toMatch(/^[0-9a-f]{64}$/);
    expect(
      hashOf(
        '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><cbc:ProfileID>urn:www.cenbii.eu:profile:bii28:ver2.0</cbc:ProfileID></Order>',
      ),
    ).toMatchInlineSnapshot(`"e37eaf6e6b84bf83bf3893ad22437e01f9eb2e668fbdbf20039e2d824af4b697"`);
  });
});
