import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { asciiXml } from '../../../formats/xml/ascii.ts';
import { isXmlText, writtenXml } from '../../../formats/xml/writer.ts';
import { readTree } from '../kit.ts';

it('every character beyond ASCII becomes a reference', () => {
  expect(asciiXml('<a b="å">ö 😀 &amp; ~</a>')).toBe('<a b="&#229;">&#246; &#128512; &amp; ~</a>');
});

it('in a CDATA section, where a reference means nothing, it stands between two', () => {
  expect(asciiXml('<a><![CDATA[<å>]]>ö<![CDATA[x]]></a>')).toBe(
    '<a><![CDATA[<]]>&#229;<![CDATA[>]]>&#246;<![CDATA[x]]></a>',
  );
});

it('the document means the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }).filter(isXmlText), (text) => {
      const xml = asciiXml(writtenXml({ name: 'a', namespaces: {}, attributes: { b: text } }, [{ name: 'c', text }]));
      expect(xml).toMatch(/^[\t\n\r -~\u007F]*$/);
      const root = readTree(xml);
      expect([root.attribute('b'), root.children[0]!.text]).toEqual([text, text]);
      expect(readTree(`<a><![CDATA[${text.replaceAll(']]>', '')}]]></a>`).text).toBe(
        readTree(asciiXml(`<a><![CDATA[${text.replaceAll(']]>', '')}]]></a>`)).text,
      );
    }),
  );
});
