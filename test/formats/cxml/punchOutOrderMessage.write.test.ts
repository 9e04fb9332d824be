import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cart, CartLine } from '../../../formats/document/cart.ts';
import { unmapped, type MappedFields } from '../../../formats/document/outgoingField.ts';
import { cxmlFields } from '../../../formats/cxml/fields.ts';
import { parsePunchOutOrderMessage } from '../../../formats/cxml/punchOutOrderMessage.parse.ts';
import { writePunchOutOrderMessage } from '../../../formats/cxml/punchOutOrderMessage.write.ts';
import { lineAmount, unitPrice } from '../../../formats/cxml/unitPrice.ts';
import { cxmlVersions, type CxmlVersion } from '../../../formats/cxml/versions.ts';
import { xmlText } from '../../../formats/xml/writer.ts';
import { expectGolden } from '../../kit/golden.ts';
import { cart, context, dtdErrors, dtdVersions, noDtds, read } from './kit.ts';

const [first, second, third] = cart.lines as [CartLine, CartLine, CartLine];
const withLines = (...lines: readonly CartLine[]): Cart => ({ ...cart, lines });

function message({
  lines = cart,
  mapped = unmapped,
  ...more
}: Partial<typeof context> & { lines?: Cart | undefined; mapped?: MappedFields } = {}): string {
  return writePunchOutOrderMessage(lines, mapped, { ...context, ...more });
}
const parsed = (xml: string): ReturnType<typeof parsePunchOutOrderMessage> => parsePunchOutOrderMessage(read(xml));

const mapped: MappedFields = {
  header: { 'Extrinsic[Avtal]': 'AVT-9', 'Extrinsic[QuoteID]': '', Shipping: '95.00' },
  line: (position) =>
    position !== 1
      ? {}
      : {
          'ItemID/SupplierPartID': 'P?{1}',
          'ItemID/BuyerPartID': '',
          'ItemDetail/UnitPrice': '38.50',
          'ItemDetail/Description': 'Beskrivning <&>',
          'ItemDetail/Description/ShortName': 'Kort',
          'ItemDetail/UnitOfMeasure': 'BUNT',
          'ItemDetail/Classification[UNSPSC]': '',
          'ItemDetail/Classification[MaterialGroup]': 'MG-7',
          'ItemDetail/ManufacturerPartID': '',
          'ItemDetail/ManufacturerName': 'Annan',
          'ItemDetail/URL': '',
          'ItemDetail/LeadTime': '5',
          'SupplierID[PrivateID]': '20077',
          Comments: 'Egen rad',
          'Extrinsic[Avtal]': 'AVT-10',
          'Extrinsic[Kostnadsställe]': '4711 "Öst"',
        },
};

describe('the cart message', () => {
  it.each(cxmlVersions)('of %s is what it was', (version) => {
    expectGolden(`cxml/cart-${version}.xml`, message({ version }));
  });

  it('with every mapped field is what it was', () => {
    expectGolden('cxml/cart-mapped-1.2.071.xml', message({ version: '1.2.071', mapped, test: true }));
    expectGolden('cxml/cart-mapped-1.2.014.xml', message({ mapped }));
  });

  it('without cart says that nothing changes, or is an empty cart', () => {
    const cancelled = writePunchOutOrderMessage(undefined, mapped, context);
    expectGolden('cxml/cancelled.xml', cancelled);
    expect(parsed(cancelled)).toMatchObject({
      status: { code: 204 },
      total: { amount: '0', currency: 'SEK' },
      items: [],
    });
    const empty = writePunchOutOrderMessage(undefined, unmapped, { ...context, withoutCart: 'empty' });
    expect(parsed(empty)).toMatchObject({ status: { code: 200 }, total: { amount: '0' }, items: [] });
  });

  it('of an emptied cart says explicitly that there is nothing', () => {
    const nothing = parsed(message({ lines: { header: { ...cart.header, total: '0' }, lines: [] } }));
    expect(nothing).toMatchObject({ status: { code: 200 }, total: { amount: '0', currency: 'SEK' }, items: [] });
    expect(nothing).not.toHaveProperty('tax');
  });

  it('carries no secret and no time in Z', () => {
    const xml = message({ timestamp: '2026-11-25T19:00:00Z' });
    expect(xml).toContain('timestamp="2026-11-25T19:00:00+00:00"');
    expect(xml).not.toContain('SharedSecret');
  });

  it('echoes the buyer cookie byte for byte', () => {
    const buyerCookie = ' <k:s xmlns:k="urn:k">&#229;å</k:s>\r\n<![CDATA[]]&gt;<&]]>';
    expect(parsed(message({ buyerCookie })).buyerCookie).toBe(buyerCookie);
  });

  it('says the sum of the VAT only where every line has a rate', () => {
    const [header] = message().split('<ItemIn');
    expect(header).toContain('<TaxableAmount>');
    expect(parsed(message()).tax).toEqual({ amount: '2617.30', currency: 'SEK' });
    const { tax, ...untaxed } = third;
    expect(tax).toBeDefined();
    const partly = parsed(message({ lines: withLines(first, second, untaxed) }));
    expect(partly).not.toHaveProperty('tax');
    expect(partly.items.map((item) => item.tax?.amount)).toEqual(['2309.70', '250.00', undefined]);
    expect(message({ tax: false })).not.toContain('Tax');
  });
});

describe('before the official DTDs', () => {
  if (noDtds()) return;

  it.each(dtdVersions)('messages of %s have no errors', (version) => {
    const messages = [
      message({ version }),
      message({ version, mapped, test: true }),
      message({ version, lines: withLines() }),
      writePunchOutOrderMessage(undefined, unmapped, { ...context, version }),
    ];
    for (const xml of messages) expect(dtdErrors(xml, version)).toEqual([]);
  });

  it('a check that finds nothing would be none', () => {
    expect(dtdErrors(message({ version: '1.2.071' }), '1.2.014')).not.toEqual([]);
    expect(dtdErrors(message().replace(/<UnitOfMeasure>.*?<\/UnitOfMeasure>/s, ''), '1.2.014')).not.toEqual([]);
  });

  // Their DTDs are not at hand. 1.2.050 has the same item as 1.2.071; 1.2.036 lacks attributes of ItemIn, and has nothing that is newer.
  it.each(['1.2.050', '1.2.063'] as const)('messages of %s are those of 1.2.071', (version) => {
    expect(message({ version, mapped }).replace(version, '1.2.071')).toBe(message({ version: '1.2.071', mapped }));
  });

  it('messages of 1.2.036 are those of 1.2.071 without the structure of items', () => {
    const newest = message({ version: '1.2.071', mapped });
    const plain = newest.replaceAll(/ (parentLineNumber|itemType|itemClassification)="\w*"/g, '');
    expect(message({ version: '1.2.036', mapped })).toBe(plain.replace('1.2.071', '1.2.036'));
  });
});

describe('prices', () => {
  const line = (price: CartLine['price'], quantity: string): CartLine => ({ ...second, price, quantity });
  const priceOf = (version: CxmlVersion, one: CartLine): unknown => {
    const [item] = parsed(message({ version, lines: withLines(one) })).items;
    return [item!.unitPrice!.amount, item!.priceBasis?.quantity];
  };

  it.each([
    [{ amount: '3849.5', baseQuantity: '100' }, '240', '38.495'],
    [{ amount: '12.50', baseQuantity: '1' }, '1', '12.5'],
    [{ amount: '1000', baseQuantity: '3' }, '3', '333.333'],
    [{ amount: '1', baseQuantity: '3' }, '1', '0.33'],
    [{ amount: '10', baseQuantity: '7' }, '100000', '1.4285714'],
    [{ amount: '0.0001', baseQuantity: '1000' }, '1', '0.0000001'],
  ])('%j for %s units is %s where no price basis is known', (price, quantity, expected) => {
    expect(priceOf('1.2.014', line(price, quantity))).toEqual([expected, undefined]);
  });

  it('keep their basis where the version knows one', () => {
    const hundred = line({ amount: '3849.5', baseQuantity: '100' }, '240');
    expect(priceOf('1.2.036', hundred)).toEqual(['3849.5', '100']);
    expect(priceOf('1.2.071', line({ amount: '5', baseQuantity: '1' }, '2'))).toEqual(['5', undefined]);
  });

  it('divided, give the same amount of the line', () => {
    const cents = fc.integer({ min: 1, max: 10_000_000 }).map((each) => (each / 100).toFixed(2));
    const base = fc.integer({ min: 1, max: 1000 }).map(String);
    const quantity = fc.integer({ min: 1, max: 100_000 }).map((each) => (each / 2).toString());
    fc.assert(
      fc.property(cents, base, quantity, (amount, baseQuantity, ordered) => {
        const price = { amount, baseQuantity };
        const one = { amount: unitPrice(price, ordered), baseQuantity: '1' };
        expect(lineAmount(one, ordered).toFixed(2)).toBe(lineAmount(price, ordered).toFixed(2));
      }),
      { examples: [['0.01', '6', '3']], numRuns: 1000 },
    );
  });
});

describe('every field of the list', () => {
  it.each(cxmlFields.map((field) => [field.level, field.name] as const))(
    '%s %s is filled by the mapping',
    (level, name) => {
      const key = name.replace('[name]', '[Egen]');
      const values = { [key]: '77', ...(name === 'Shipping/Description' && { Shipping: '1' }) };
      const filled = message({
        version: '1.2.071',
        lines: withLines(third),
        mapped: { header: level === 'header' ? values : {}, line: () => (level === 'line' ? values : {}) },
      });
      expect(filled).toContain('>77<');
      expect(message({ version: '1.2.071', lines: withLines(third) })).not.toContain('>77<');
    },
  );
});

describe('hostile texts', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      ']]>',
      '<![CDATA[',
      '\r\n',
      '"',
      "'",
      '~',
      '&amp;',
      '&#0;',
      '😀',
      '\u0000',
      '\u0007',
      '\uD800',
      '\uFFFE',
      '<!--',
      '?>',
      'å',
    ),
  );
  const hostile = fc.array(piece, { maxLength: 6 }).map((pieces) => `x${pieces.join('')}x`);
  const xmlSpace = /^[\t\n\r ]+|[\t\n\r ]+$/g;
  const kept = (text: string): string => xmlText(text).replaceAll(xmlSpace, '');

  it.each(['1.2.014', '1.2.071'] as const)('come back from a message of %s as they went in', (version) => {
    fc.assert(
      fc.property(
        fc.record({ name: hostile, description: hostile, note: hostile, reference: hostile, id: hostile }),
        (texts) => {
          const { id, ...more } = texts;
          const line: CartLine = { ...first, ...more, auxiliaryId: id, manufacturer: id };
          const xml = message({ version, lines: withLines(line), payloadId: id });
          const document = read(xml);
          const [item] = parsePunchOutOrderMessage(document).items;
          expect(document.payloadId).toBe(kept(id).trim());
          expect(item).toMatchObject({
            itemId: { supplierPartId: 'PAP-80A4', supplierPartAuxiliaryId: kept(id) },
            shortName: kept(texts.name),
            description: kept(texts.description),
            manufacturerName: kept(id),
            quantity: line.quantity,
            unitOfMeasure: line.unit,
          });
          const extrinsics = Object.fromEntries(item!.extrinsics.map(({ name, text }) => [name, text]));
          expect(item!.comments ?? extrinsics['Comments']).toBe(kept(texts.note));
          expect(extrinsics).toMatchObject({
            Reference: kept(texts.reference),
            ValidUntil: '2026-12-25',
            QuoteID: 'VK-2026-0815',
          });
        },
      ),
    );
  });
});
