import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '../../../formats/base64.ts';
import { unmapped } from '../../../formats/document/outgoingField.ts';
import { cxmlForm } from '../../../formats/cxml/browserForm.ts';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import { parsePunchOutOrderMessage } from '../../../formats/cxml/punchOutOrderMessage.parse.ts';
import { writePunchOutOrderMessage } from '../../../formats/cxml/punchOutOrderMessage.write.ts';
import { cart, context, read } from './kit.ts';

const xml = writePunchOutOrderMessage(cart, unmapped, { ...context, buyerCookie: '<k>å😀</k><![CDATA[å<ö]]>' });
const to = { action: 'https://inkop.example/retur?id=1&x=%C3%A5', target: '_top' };

describe('the form that carries a cart message', () => {
  it('holds its bytes in base64', () => {
    const { fields, ...form } = cxmlForm(xml, { encoding: 'base64', ...to });
    expect(form).toEqual({ ...to, method: 'post', charset: 'utf-8' });
    expect(fields.map(([name]) => name)).toEqual(['cxml-base64']);
    const bytes = decodeBase64(fields[0]![1])!;
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe(xml);
    expect(parsePunchOutOrderMessage(parseCxml(bytes)).items).toHaveLength(3);
  });

  it('or its text, in ASCII and meaning the same', () => {
    const { fields } = cxmlForm(xml, { encoding: 'urlencoded', ...to });
    expect(fields.map(([name]) => name)).toEqual(['cxml-urlencoded']);
    const [, value] = fields[0]!;
    expect(value).toMatch(/^[\t\n\r -~]*$/);
    expect(value).toContain('&#197;m&#229;ls Pappersbruk');
    const sent = parsePunchOutOrderMessage(read(xml));
    const received = parsePunchOutOrderMessage(read(value));
    const ascii = '<k>&#229;&#128512;</k><![CDATA[]]>&#229;<![CDATA[<]]>&#246;<![CDATA[]]>';
    expect([sent.buyerCookie, received.buyerCookie]).toEqual(['<k>å😀</k><![CDATA[å<ö]]>', ascii]);
    const texts = ({ items }: typeof sent): unknown =>
      items.map((item) => ({ ...item, extrinsics: item.extrinsics.map(({ name, text }) => [name, text]) }));
    expect(texts(received)).toEqual(texts(sent));
  });

  it('and nothing is lost on the way, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const [line] = cart.lines;
        const lines = [{ ...line!, name: `x${name}x` }];
        const message = writePunchOutOrderMessage({ ...cart, lines }, unmapped, context);
        const { fields } = cxmlForm(message, { encoding: 'urlencoded', ...to });
        const shortName = (text: string): unknown => parsePunchOutOrderMessage(read(text)).items[0]!.shortName;
        expect(shortName(fields[0]![1])).toBe(shortName(message));
      }),
    );
  });
});
