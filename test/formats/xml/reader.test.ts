import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { XmlElement } from '../../../formats/xml/element.ts';
import { XmlReader } from '../../../formats/xml/reader.ts';
import { readTree, utf8, xmlError } from '../kit.ts';

/** A tree as plain data; white space between elements does not count. */
function plain(element: XmlElement): unknown {
  const { name, ns, line, attributes, children, text } = element;
  return { name, ns, line, attributes, children: children.map(plain), text: children.length > 0 ? text.trim() : text };
}

describe('the tree', () => {
  const root = readTree(`<?xml version="1.0"?>
<o:Order xmlns:o="urn:o" xmlns="urn:d" xml:lang="sv" plain="1">
  <Note a="x &amp; y"> Å<![CDATA[<&>]]><!-- not this -->&#x1F600; </Note>
  <Empty/><Comment><!-- --></Comment><Instruction><?do it?></Instruction>
  <Mixed>before<b xmlns="">in</b>after<b xmlns=""/>
  </Mixed>
</o:Order>`);

  it('has local names, namespaces, attributes, texts and lines', () => {
    expect([root.name, root.ns, root.line]).toEqual(['Order', 'urn:o', 2]);
    expect(root.attribute('lang', 'http://www.w3.org/XML/1998/namespace')).toBe('sv');
    expect(root.attribute('plain')).toBe('1');
    expect(root.attribute('lang')).toBeUndefined();
    expect(root.attributes).toHaveLength(2);
    expect(root.children.map(({ name, ns, line }) => [name, ns, line])).toEqual([
      ['Note', 'urn:d', 3],
      ['Empty', 'urn:d', 4],
      ['Comment', 'urn:d', 4],
      ['Instruction', 'urn:d', 4],
      ['Mixed', 'urn:d', 5],
    ]);
    expect(root.children[0]!.text).toBe(' Å<&>😀 ');
    expect(root.children[0]!.attribute('a')).toBe('x & y');
  });

  it('tells which elements are empty: a comment is nothing, an instruction is something', () => {
    expect(root.children.map((child) => child.empty)).toEqual([false, true, true, false, false]);
  });

  it('keeps text beside child elements', () => {
    expect(root.children[4]!.text).toBe('beforeafter');
    expect(root.children[4]!.children[0]!.ns).toBe('');
  });

  it('is the same however the bytes are cut', () => {
    const document = utf8(
      `<?xml version='1.0' encoding='UTF-8'?><r xmlns:a="urn:a">\r\n<a:x y="1\r\n2">åäö 😀 &lt;\r\n</a:x>\r<z/></r>`,
    );
    const whole = plain(readTree(document));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        expect(plain(readTree(document, {}, sizes))).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('hands over elements down to the asked depth and forgets those that are dropped', () => {
    const seen: string[] = [];
    const tree = readTree('<a><line><x/></line><b><c/></b><line/></a>', {
      reportDepth: 1,
      onStart: (element, depth) => void seen.push(`${depth}<${element.name}`),
      onEnd: (element, depth) => {
        seen.push(`${depth}>${element.name}:${element.children.length}`);
        return element.name === 'line' ? 'drop' : 'keep';
      },
    });
    expect(seen).toEqual(['0<a', '1<line', '1>line:1', '1<b', '1>b:1', '1<line', '1>line:0', '0>a:1']);
    expect(tree).toBeUndefined();
  });
});

/** What saxes makes of the names in its own namespace mode, or that it refuses them. */
function bySaxes(document: string): unknown {
  const names: unknown[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (element) => {
    const of = Object.values(element.attributes).filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns');
    names.push([element.uri, element.local, ...of.map(({ uri, local, value }) => [uri, local, value])]);
  });
  try {
    parser.write(document).close();
    return names;
  } catch {
    return 'refused';
  }
}

function byUs(document: string): unknown {
  const names: unknown[] = [];
  const visit = (element: XmlElement): void => {
    names.push([element.ns, element.name, ...element.attributes.map(({ uri, local, value }) => [uri, local, value])]);
    element.children.forEach(visit);
  };
  try {
    visit(readTree(document));
    return names;
  } catch {
    return 'refused';
  }
}

describe('namespaces', () => {
  const prefix = fc.constantFrom('', 'p:', 'q:', 'xml:', 'xmlns:', 'a:b:', ':');
  const declaration = fc.constantFrom(
    '',
    ' xmlns="urn:d"',
    ' xmlns=""',
    ' xmlns:p="urn:1"',
    ' xmlns:p="urn:2" xmlns:q="urn:1"',
    ' xmlns:q="urn:2"',
    ' xmlns:p=""',
    ' xmlns:xml="http://www.w3.org/XML/1998/namespace"',
    ' xmlns:xml="urn:1"',
    ' xmlns:p="http://www.w3.org/XML/1998/namespace"',
    ' xmlns:xmlns="urn:1"',
    ' xmlns:p="http://www.w3.org/2000/xmlns/"',
  );
  const attributes = fc.constantFrom(
    '',
    ' a="1"',
    ' p:a="1"',
    ' p:a="1" q:a="2"',
    ' a="1" p:a="2"',
    ' xml:a="1"',
    ' z:a="1"',
  );
  const tag = fc.tuple(prefix, declaration, attributes);
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tag.map(([p, d, a]) => `<${p}e${d}${a}/>`),
      fc
        .tuple(tag, fc.array(tie('tree'), { minLength: 1, maxLength: 3 }))
        .map(([[p, d, a], children]) => `<${p}e${d}${a}>${children.join('')}</${p}e>`),
    ),
  }));

  it('are resolved and refused as saxes does in its namespace mode', () => {
    fc.assert(
      fc.property(tree, (document) => {
        expect(byUs(document)).toEqual(bySaxes(document));
      }),
      { numRuns: 1500 },
    );
  });

  it('say which prefix is not declared', () => {
    const error = xmlError(() => readTree('<a>\n<b:c/></a>'));
    expect(error).toMatchObject({ kind: 'malformed', line: 2, found: 'b:c' });
    expect(error.reason).toContain('prefix is not declared');
  });
});

describe('hostile and broken documents', () => {
  const DOCTYPE = '<!DOCTYPE a [<!ENTITY x "x"><!ENTITY y "&x;&x;&x;">]>';

  it.each([
    ['an empty document', '', 'malformed', 'The document is empty'],
    ['text', 'hello', 'malformed', 'outside the root'],
    ['JSON', '{"a":1}', 'malformed', 'outside the root'],
    ['a truncated document', '<a><b>x', 'malformed', 'ends too early'],
    ['a document cut in a tag', '<a><b', 'malformed', 'ends'],
    ['two roots', '<a/><b/>', 'malformed', 'second root'],
    ['text after the root', '<a/>x', 'malformed', 'outside the root'],
    ['an unknown entity', '<a>&nbsp;</a>', 'malformed', 'entity'],
    ['NUL', '<a>\u0000</a>', 'malformed', 'not allow'],
    ['NUL as a reference', '<a>&#0;</a>', 'malformed', 'reference'],
    ['a control character', '<a>\u000B</a>', 'malformed', 'not allow'],
    ['XML 1.1', '<?xml version="1.1"?><a/>', 'unsupported', 'Only XML 1.0'],
    ['a DOCTYPE', '<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>', 'malformed', 'DOCTYPE'],
    ['billion laughs', `${DOCTYPE}<a>&y;</a>`, 'malformed', 'DOCTYPE'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'malformed', 'DOCTYPE'],
    ['a repeated attribute', '<a b="1" b="2"/>', 'malformed', 'duplicate attribute'],
  ])('%s is refused', (_name, document, kind, reason) => {
    const error = xmlError(() => readTree(document));
    expect(error.kind).toBe(kind);
    expect(error.reason).toContain(reason);
    expect(error.line).toBeGreaterThan(0);
    expect(error.column).toBeGreaterThan(0);
  });

  it('a wrong closing tag is told with place, found and expected', () => {
    const error = xmlError(() => readTree('<a>\n  <b>\n  </c>\n</a>', {}, [3]));
    expect(error).toMatchObject({ kind: 'malformed', line: 3, column: 6, found: '</c>', expected: '</b>' });
  });

  it('an invisible character is told by its number', () => {
    expect(xmlError(() => readTree('<a>x\u0000</a>')).found).toBe('<a>xU+0000');
  });

  it('what is quoted is short and holds nothing that cannot be stored', () => {
    const documents = [
      `<${'x'.repeat(5000)}></y>`,
      `<a></${'y'.repeat(5000)}>`,
      `<a ${'b'.repeat(5000)}:c="1"/>`,
      `<?xml version="1.0" encoding="\u0000${'z'.repeat(500)}"?><a/>`,
      `<a>${'😀'.repeat(99)}\u0000`,
      `<a>${'😀'.repeat(99)} \u0000`,
    ];
    for (const document of documents) {
      const { reason, found = '', expected = '', message } = xmlError(() => readTree(document));
      for (const text of [reason, found, expected, message]) {
        expect(text.length).toBeLessThan(500);
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }
    }
  });

  it('a DOCTYPE is allowed where the format has one, unless it declares entities', () => {
    let doctype = '';
    const allow = { doctype: 'allow', onDoctype: (text: string) => void (doctype = text) } as const;
    expect(readTree('<!DOCTYPE cXML SYSTEM "x.dtd"><cXML/>', allow).name).toBe('cXML');
    expect(doctype).toBe(' cXML SYSTEM "x.dtd"');
    expect(xmlError(() => readTree(`${DOCTYPE}<a/>`, allow)).reason).toContain('internal subset');
    const parameter = '<!DOCTYPE a [ <!ENTITY % x "INCLUDE"> %x; <!ATTLIST a b CDATA "c"> ]>';
    expect(readTree(`${parameter}<a/>`, allow).attributes).toEqual([]);
    expect(readTree(`${parameter}<a/>`, allow).name).toBe('a');
    expect(xmlError(() => readTree(`${parameter}<a>&x;</a>`, allow)).reason).toContain('entity');
  });

  it('inner XML is handed over as it stands, wherever the chunks are cut', () => {
    const inner = ' a&amp;&#229;å😀\r\n<b c="1" ><d/><![CDATA[</b>]]></b ><!-- </a> --> ';
    const document = `<r><a>${inner}</a\n><a/><x><a></a></x><a>1<a>2</a>3</a></r>`;
    const expected = [inner, '', '', '2', '1<a>2</a>3'];
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 20 }), (sizes) => {
        const found: string[] = [];
        const take = (element: XmlElement, text: string): void => {
          expect(element.name).toBe('a');
          found.push(text);
        };
        readTree(document, { source: { of: new Set(['a']), take } }, sizes);
        expect(found).toEqual(expected);
      }),
    );
  });

  it('inner XML that is wanted is bounded like a text', () => {
    const source = { of: new Set(['a']), take: () => undefined };
    const document = `<r><a>${'<b/>'.repeat(50_000)}</a></r>`;
    expect(xmlError(() => readTree(document, { source, limits: { text: 1000 } })).kind).toBe('tooLarge');
  });

  it('white space before the declaration is accepted, and lines still count from the first', () => {
    const root = readTree('\r\n \n<?xml version="1.0"?>\n<a/>');
    expect(root.line).toBe(4);
    expect(readTree('\n<a/>').line).toBe(2);
    expect(xmlError(() => readTree('<a/><?xml version="1.0"?>')).kind).toBe('malformed');
  });

  it('every further call throws the first error again', () => {
    const reader = new XmlReader({ reportDepth: 0, onEnd: () => 'keep' });
    const first = xmlError(() => reader.write(utf8('<a></b>')));
    expect(xmlError(() => reader.write(utf8('<a>')))).toBe(first);
    expect(xmlError(() => reader.close())).toBe(first);
  });
});

describe('limits', () => {
  it.each([
    ['bytes', { bytes: 10 }, '<a>1234567</a>'],
    ['nested elements', { depth: 3 }, '<a><a><a><a/></a></a></a>'],
    ['elements', { elements: 3 }, '<a><b/><b/><b/></a>'],
    ['attributes', { attributesPerElement: 2 }, '<a xmlns:x="urn:x" b="" c=""/>'],
    ['characters in one text', { text: 3 }, '<a>12<![CDATA[34]]></a>'],
    ['characters in one attribute', { text: 3 }, '<a b="1234"/>'],
    ['elements and attributes outside', { keptNodes: 3 }, '<a><b/><b/><b/></a>'],
    ['elements and attributes outside', { keptNodes: 3 }, '<a b="" c=""><b/></a>'],
  ])('%s', (what, limits, document) => {
    const error = xmlError(() => readTree(document, { limits }));
    expect(error.kind).toBe('tooLarge');
    expect(error.reason).toContain(what);
    expect(error.expected).toMatch(/^≤ \d+$/);
  });

  it('what is dropped does not count as kept', () => {
    const lines = '<line><x/><y/></line>'.repeat(50);
    const seen: string[] = [];
    readTree(`<a>${lines}</a>`, {
      limits: { keptNodes: 5 },
      reportDepth: 1,
      onEnd: (element) => (seen.push(element.name), 'drop'),
    });
    expect(seen).toHaveLength(51);
  });

  it.each([
    ['a comment', `<a><!--${'x'.repeat(400_000)}`],
    ['an attribute', `<a b="${'x'.repeat(400_000)}`],
    ['a name', `<${'x'.repeat(400_000)}`],
    ['an instruction', `<?x ${'x'.repeat(400_000)}`],
    ['a document type', `<!DOCTYPE a [${'x'.repeat(400_000)}`],
  ])('%s without end is refused while it grows', (_name, document) => {
    const error = xmlError(() => {
      const reader = new XmlReader({ reportDepth: 0, onEnd: () => 'keep', limits: { text: 100_000 } });
      reader.write(utf8(document));
    });
    expect(error.kind).toBe('tooLarge');
  });

  it('an embedded file may be longer than a text', () => {
    const long = 'QUJD'.repeat(100_000);
    const options = { limits: { text: 1000 }, longText: 'File' };
    expect(readTree(`<a><File>${long}</File></a>`, options, [50_000]).children[0]!.text).toBe(long);
    expect(xmlError(() => readTree(`<a><Note>${long}</Note></a>`, options)).kind).toBe('tooLarge');
  });

  it('100,000 nested elements, 50,000 attributes and 300,000 declarations end at once', () => {
    const start = performance.now();
    expect(xmlError(() => readTree('<a>'.repeat(100_000))).kind).toBe('tooLarge');
    expect(
      xmlError(() => readTree(`<a ${Array.from({ length: 50_000 }, (_, i) => `b${i}=""`).join(' ')}/>`)).kind,
    ).toBe('tooLarge');
    expect(readTree(`<a>${'<b:b xmlns:b="urn:b"/>'.repeat(99_000)}</a>`).children).toHaveLength(99_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
