import { describe, expect, it } from 'vitest';
import { DocumentPeek, type Peeked, type PeekOptions } from '../../formats/peek.ts';
import { cut, utf8, xmlError } from './kit.ts';
import { enveloped, ORDER_XML } from './ubl/kit.ts';

interface Look {
  readonly peeked: Peeked;
  /** Bytes that were taken. */
  readonly taken: number;
}

function peek(document: string, options: PeekOptions = {}, size = 64): Look {
  const looking = new DocumentPeek(options);
  let taken = 0;
  for (const piece of cut(utf8(document), [size])) {
    taken += piece.length;
    if (looking.write(piece) === 'done') break;
  }
  return { peeked: looking.finish(), taken };
}

const LINE = /<cac:OrderLine>[\s\S]*?<\/cac:OrderLine>/.exec(ORDER_XML)![0];
const LONG = ORDER_XML.replace('</Order>', `${LINE.repeat(1000)}</Order>`);

describe('a look at a document', () => {
  it('tells what it is and whose', () => {
    expect(peek(ORDER_XML).peeked).toEqual({
      root: { ns: 'urn:oasis:names:specification:ubl:schema:xsd:Order-2', name: 'Order' },
      format: 'peppol-28a-order',
      customizationId:
        'urn:www.cenbii.eu:transaction:biitrns001:ver2.0:extended:urn:www.peppol.eu:bis:peppol28a:ver1.0',
      profileId: 'urn:www.cenbii.eu:profile:bii28:ver2.0',
      number: '4500012345',
      buyer: [
        { scheme: 'GLN', id: '7300000000017' },
        { scheme: 'SE:ORGNR', id: '2120000142' },
        { scheme: 'SE:VAT', id: 'SE212000014201' },
      ],
      seller: [{ scheme: 'SE:ORGNR', id: '5560000001' }],
    });
  });

  it('sees through an envelope', () => {
    const { peeked } = peek(enveloped(LONG));
    expect(peeked.number).toBe('4500012345');
    expect(peeked.envelope).toEqual({
      sender: { scheme: '0007', id: '5560000001' },
      receiver: { scheme: '0088', id: '7350000000009' },
      instanceIdentifier: 'c3b1f1a0-0001-4000-8000-000000000001',
    });
  });

  it('stops after the first line, or later if more is to be checked', () => {
    const first = utf8(ORDER_XML.slice(0, ORDER_XML.indexOf('</cac:OrderLine>') + 16)).length;
    expect(peek(LONG, { wellFormedWithin: 0 }).taken).toBeLessThan(first + 64);
    expect(peek(LONG, { wellFormedWithin: 100_000 }).taken).toBeGreaterThanOrEqual(100_000);
    expect(peek(LONG, { wellFormedWithin: 100_000 }).taken).toBeLessThan(100_100);
  });

  it('finds a fault within the checked bytes, and keeps what it has seen', () => {
    const broken = LONG.replace(/<\/cac:OrderLine><\/Order>\s*$/, '</cac:OrderLine></Ordre>');
    expect(() => peek(broken, { wellFormedWithin: 1000 })).not.toThrow();
    const looking = new DocumentPeek({ wellFormedWithin: 10_000_000 });
    const error = xmlError(() => {
      for (const piece of cut(utf8(broken), [4096])) looking.write(piece);
      looking.finish();
    });
    expect(error).toMatchObject({ kind: 'malformed', found: '</Ordre>', expected: '</Order>' });
    expect(looking.seen?.number).toBe('4500012345');
  });

  it('finds that a short document is cut off', () => {
    expect(xmlError(() => peek(ORDER_XML.slice(0, -20))).reason).toContain('ends');
    expect(xmlError(() => peek(ORDER_XML.slice(0, 2000))).reason).toContain('ends');
  });

  it('does not read on in a document of an unknown kind', () => {
    const { peeked, taken } = peek(`<catalogue xmlns="urn:x">${'<item/>'.repeat(10_000)}`, { wellFormedWithin: 0 });
    expect(peeked).toEqual({ root: { ns: 'urn:x', name: 'catalogue' }, buyer: [], seller: [] });
    expect(taken).toBeLessThan(200);
  });

  it('names no format for an order that is none of ours, but what it says', () => {
    const { peeked } = peek(ORDER_XML.replace('peppol28a', 'peppol99z'));
    expect(peeked.format).toBeUndefined();
    expect(peeked.customizationId).toContain('peppol99z');
    expect(peeked.number).toBe('4500012345');
  });
});
