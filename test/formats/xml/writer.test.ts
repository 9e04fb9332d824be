import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { XmlElement } from '../../../formats/xml/element.ts';
import { group, isXmlText, leaf, writeXml, writtenXml, xmlText, type XmlNode } from '../../../formats/xml/writer.ts';
import { readTree } from '../kit.ts';

const ROOT = { name: 'Root', namespaces: { '': 'urn:root?a&b', cac: 'urn:cac', cbc: 'urn:cbc' } };
const URIS: Readonly<Record<string, string>> = ROOT.namespaces;

async function written(parts: Iterable<XmlNode> | AsyncIterable<XmlNode>): Promise<string> {
  let text = '';
  for await (const piece of writeXml(ROOT, parts)) text += piece;
  return text;
}

/** What was written, as the reader gives it back. */
function back(element: XmlElement): XmlNode {
  const prefix = Object.keys(URIS).find((key) => URIS[key] === element.ns)!;
  const attributes = Object.fromEntries(element.attributes.map(({ local, value }) => [local, value]));
  return {
    name: prefix === '' ? element.name : `${prefix}:${element.name}`,
    attributes,
    ...(element.children.length > 0 ? { children: element.children.map(back) } : { text: element.text }),
  };
}

const text = fc
  .oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Räksmörgås', ' \t\r\n', ']]>', '&amp;', '😀', '<a b="c">'))
  .filter(isXmlText);
const name = fc
  .tuple(fc.constantFrom('', 'cac:', 'cbc:'), fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,8}$/))
  .map((parts) => parts.join(''));
const attributes = fc.dictionary(fc.constantFrom('unitCode', 'listID', 'a-b'), text);
const { node } = fc.letrec<{ node: XmlNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ name, attributes, text }),
    fc.record({ name, attributes, children: fc.array(tie('node'), { minLength: 1, maxLength: 4 }) }),
  ),
}));

describe('the writer', () => {
  it('writes what the reader reads back: the same names, attributes and texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(node, { maxLength: 4 }), async (parts) => {
        const read = back(readTree(await written(parts)));
        expect(read.children ?? []).toEqual(parts.map(plain));
      }),
    );
  });

  it('keeps attributes in the order given and leaves undefined ones out', async () => {
    const part = { name: 'cbc:Q', attributes: { b: '1', a: undefined, c: '"2"' }, text: 'x' };
    expect(await written([part])).toContain('<cbc:Q b="1" c="&quot;2&quot;">x</cbc:Q>');
  });

  it('takes parts one by one and hands on pieces in between', async () => {
    let taken = 0;
    async function* parts(): AsyncGenerator<XmlNode> {
      for (; taken < 2000; taken++) yield { name: 'cbc:Note', text: `line ${taken}` };
    }
    const pieces = writeXml(ROOT, parts());
    await pieces.next();
    expect(taken).toBeLessThan(1000);
    let rest = 0;
    for await (const piece of pieces) rest += piece.length;
    expect(taken).toBe(2000);
    expect(rest).toBeGreaterThan(10_000);
  });

  it.each(['\u0000', '\u000B', '\uFFFE', '\uD800'])('refuses the character %j', async (character) => {
    expect(isXmlText(`a${character}`)).toBe(false);
    await expect(written([{ name: 'cbc:Note', text: `a${character}` }])).rejects.toThrow('XML forbids');
    await expect(written([{ name: 'cbc:Note', attributes: { a: character } }])).rejects.toThrow('XML forbids');
  });

  it.each(['a b', '1a', 'xx:a', 'cbc:', ''])('refuses the name %j', async (wrong) => {
    await expect(written([{ name: wrong, text: '' }])).rejects.toThrow('not a name');
  });

  it('leaves out elements without content', () => {
    expect(leaf('cbc:Note', undefined)).toBeUndefined();
    expect(leaf('cbc:Note', '')).toBeUndefined();
    expect(group('cac:Party', leaf('cbc:Name', ''), group('cac:Contact'))).toBeUndefined();
  });
});

/** The node with every field that reading gives. */
function plain({ name, attributes = {}, text, children }: XmlNode): XmlNode {
  return { name, attributes, ...(children ? { children: children.map(plain) } : { text: text ?? '' }) };
}

describe('a document at once', () => {
  const root = {
    ...ROOT,
    attributes: { id: 'a&b', none: undefined, 'xml:lang': 'sv' },
    dtd: 'http://dtd.example/x.dtd',
  };
  const mixed: XmlNode = { name: 'Text', mixed: [{ name: 'Short', text: 'Å' }, 'fritt & ', { name: 'Empty' }] };

  it('is what the stream gives', async () => {
    const parts = [mixed, { name: 'cac:Group', children: [{ name: 'cbc:ID', text: 'x' }] }];
    let streamed = '';
    for await (const piece of writeXml(root, parts)) streamed += piece;
    expect(writtenXml(root, parts)).toBe(streamed);
  });

  it('has a DOCTYPE, attributes of the root, mixed content without white space, and the XML of others as it is', () => {
    const nested = { name: 'Group', children: [mixed, { name: 'Cookie', source: ' <k>&#229;</k>\r\n' }] };
    expect(writtenXml({ ...root, namespaces: {} }, [nested])).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE Root SYSTEM "http://dtd.example/x.dtd">
<Root id="a&amp;b" xml:lang="sv">
  <Group>
    <Text><Short>Å</Short>fritt &amp; <Empty></Empty></Text>
    <Cookie> <k>&#229;</k>\r\n</Cookie>
  </Group>
</Root>
`,
    );
  });
});

it('text loses what XML cannot carry, and nothing else', () => {
  expect(xmlText('a\u0000b\uD800c\uFFFEd\u0007 😀\t\r\nå')).toBe('abcd 😀\t\r\nå');
  fc.assert(fc.property(text, (allowed) => xmlText(allowed) === allowed));
});
