import { expect, test } from 'vitest';
import { isCxml } from '../../../formats/cxml/detect.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  '<cXML payloadID="1">',
  '<cxml>',
  '<?xml version="1.0"?>\n<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd"><cXML/>',
  '\ufeff<?xml version="1.0"?><!-- från inköp --><cXML/>',
])('%j is cXML', (text) => expect(isCxml(bytes(text))).toBe(true));

test('in UTF-16 too', () => {
  const units = Uint16Array.from('\ufeff<?xml version="1.0"?><cXML>', (c) => c.charCodeAt(0));
  expect(isCxml(new Uint8Array(units.buffer))).toBe(true);
});

test.each([
  '',
  '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>',
  '<cXMLs/>',
  '<!-- <cXML> --><Order/>',
  'cXML',
  `<!--${' -'.repeat(3_000)}`,
  ' '.repeat(5_000),
])('%j is not', (text) => expect(isCxml(bytes(text))).toBe(false));
