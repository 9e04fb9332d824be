import { expect, test } from 'vitest';
import { hasCxmlDtd, isCxml } from '../../../formats/cxml/detect.ts';

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

test.each([
  [true, '<!DOCTYPE Index SYSTEM "http://xml.cXML.org/schemas/cXML/1.2.063/cXML.dtd"><Index/>'],
  [true, "<?xml version='1.0'?>\n<!DOCTYPE Contract SYSTEM 'http://xml.cxml.org/schemas/cXML/1.1.010/Contract.dtd'>"],
  [false, '<!DOCTYPE html SYSTEM "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html/>'],
  [false, '<Index/>'],
])('a file that holds only a part of cXML is known by its DTD: %s for %j', (expected, text) =>
  expect(hasCxmlDtd(bytes(text))).toBe(expected),
);
