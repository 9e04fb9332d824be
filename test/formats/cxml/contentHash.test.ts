import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cxmlContentHash } from '../../../formats/cxml/contentHash.ts';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import { utf8 } from '../kit.ts';

const ORDER = readFileSync(join(import.meta.dirname, '../../data/cxml/order.xml'), 'utf8');

function hashOf(document: string | Uint8Array): string {
  const sha = createHash('sha256');
  const digest = { update: (bytes: Uint8Array) => void sha.update(bytes), digest: () => sha.digest('hex') };
  return cxmlContentHash(parseCxml(typeof document === 'string' ? utf8(document) : document), digest);
}
const EXPECTED = hashOf(ORDER);

describe('the content hash of a cXML document', () => {
  it.each([
    ['payloadID', ORDER.replace('20261125T0815.7.42@', '20261126T0900.7.43@')],
    ['timestamp', ORDER.replace('timestamp="2026-11-25T08:15:30+01:00"', 'timestamp="2026-11-26T09:00:00Z"')],
    ['secret and user agent', ORDER.replace('hemlig-åäö', 'ny').replace('portalen 7.1', 'portalen 7.2')],
    ['DOCTYPE', ORDER.replace(/<!DOCTYPE[^>]*>/, '')],
    ['white space between elements', ORDER.replaceAll(/>\s+</g, '><')],
    ['white space in text', ORDER.replace('Ring före leverans.', '\n  Ring  före\tleverans. ')],
    ['order of attributes', ORDER.replace('quantity="240" lineNumber="10"', 'lineNumber="10" quantity="240"')],
    ['references and marks', ORDER.replace('Fritt inburet', '<![CDATA[Fritt ]]>&#105;nburet<!-- nej -->')],
    ['default mode', ORDER.replace('deploymentMode="test"', 'deploymentMode="test" Id="r1"')],
  ])('is the same with another %s', (_what, xml) => {
    expect(xml).not.toBe(ORDER);
    expect(hashOf(xml)).toBe(EXPECTED);
  });

  it('is the same in another encoding', () => {
    const latin1 = ORDER.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"');
    expect(hashOf(Uint8Array.from(latin1, (character) => character.codePointAt(0)!))).toBe(EXPECTED);
  });

  it('knows production by its absence', () => {
    const production = hashOf(ORDER.replace('deploymentMode="test"', 'deploymentMode="production"'));
    expect(production).toBe(hashOf(ORDER.replace(' deploymentMode="test"', '')));
    expect(production).not.toBe(EXPECTED);
  });

  it.each([
    ['quantity', 'quantity="240"', 'quantity="241"'],
    ['way to write a number', '3849.50', '3849.5'],
    ['name of an element', 'SupplierPartAuxiliaryID>', 'SupplierPartAuxiliaryId>'],
    ['text beside elements', 'Ring före', 'Ring efter'],
    ['version', 'orderVersion="2"', 'orderVersion="3"'],
    ['content of an extrinsic', '<Number>25</Number>', '<Number>26</Number>'],
    ['part more', '<SupplierOrderInfo', '<Comments/><SupplierOrderInfo'],
  ])('is another with another %s', (_what, from, to) => {
    const changed = ORDER.replaceAll(from, to);
    expect(changed).not.toBe(ORDER);
    expect(hashOf(changed)).not.toBe(EXPECTED);
  });

  it('is another where two parts change places', () => {
    const [, first, second] = /(<PaymentTerm.*<\/PaymentTerm>)\s+(<PaymentTerm[^>]*\/>)/.exec(ORDER)!;
    expect(hashOf(ORDER.replace(first!, '').replace(second!, second! + first!))).not.toBe(EXPECTED);
  });
});
