import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cart, CartHeader, CartLine } from '../../../formats/document/cart.ts';
import { isCartUnit } from '../../../formats/ubl/cart.codes.ts';
import { parseCart, type ReceivedCartHeader, type ReceivedCartLine } from '../../../formats/ubl/cart.parse.ts';
import { XmlError } from '../../../formats/xml/error.ts';
import { isXmlText } from '../../../formats/xml/writer.ts';
import { utf8, xmlError } from '../kit.ts';
import { drill, formats, fullCart, writtenCart } from './carts.ts';
import { fixture, write } from './rules/kit/document.ts';
import { validate } from './rules/kit/findings.ts';

const options = { maxLines: 100 };

describe('a cart is read as a purchasing system reads it', () => {
  it('header, parties and every value of a line, in the words of 18A', async () => {
    const { format, header, lines } = parseCart(utf8(await writtenCart('peppol-18a-cart', fullCart)), options);
    expect(format).toBe('peppol-18a-cart');
    expect(header).toMatchObject({
      number: 'VK-7Å3-2',
      complete: true,
      contract: 'RA-2026-17',
      validUntil: '2026-03-05',
    });
    expect(header.seller).toEqual({
      endpoint: { scheme: 'SE:ORGNR', id: '5599001236' },
      identifications: [{ scheme: 'GLN', id: '7300000000011' }],
      name: 'Verktygsboden i Åmål',
    });
    expect(header.buyer.identifications).toEqual([
      { scheme: 'SE:ORGNR', id: '2220007773' },
      { scheme: 'ZZZ', id: 'K-2001' },
    ]);
    expect(lines[0]).toEqual({
      position: 1,
      id: '1',
      quantity: '12',
      unit: 'H87',
      price: { amount: '1295.00', currency: 'SEK', baseQuantity: '10' },
      contract: 'RA-2026-17/3',
      availableFrom: '2026-02-06',
      leadTime: '3',
      name: drill.name,
      description: drill.description,
      sellersId: 'SD-18',
      manufacturerNumber: 'ÅM-18/2',
      manufacturer: 'Åkes Maskiner',
      standardId: { scheme: 'GTIN', id: '07300000000109' },
      documents: [{ id: 'https://butik.example/bilder/sd-18.png', code: 'main_image' }],
      classifications: [
        { scheme: 'UNSPSC', code: '27112703' },
        { scheme: 'CPV', code: '42652000' },
        { scheme: 'eCLASS', code: '21-01-01-01' },
      ],
      tax: { category: 'S', percent: '25' },
      labels: ['Svanen', 'EU Ecolabel'],
      properties: [],
      service: false,
    });
    expect(lines[1]).toMatchObject({ service: true, partOf: 'SD-18', tax: { category: 'AA', percent: '12' } });
  });

  it('also one of a stranger, with embedded files and properties of its own', () => {
    const [line] = parseCart(write(fixture('cart3')), options).lines;
    expect(line!.documents).toEqual([
      {
        id: '1',
        embedded: { mimeCode: 'image/png', filename: 'sd-18.png', base64Length: 4 },
        uri: 'https://butik.example/bilder/sd-18.png',
        code: 'PRODUCT_IMAGE',
      },
    ]);
    expect(line!.properties).toEqual([{ name: 'Vikt', value: '1,5 kg' }]);
  });

  it('refuses what is no cart, and more lines than allowed', () => {
    expect(xmlError(() => parseCart(write(fixture('order')), options)).kind).toBe('unsupported');
    expect(() => parseCart(write(fixture('cart3')), { maxLines: 1 })).toThrow(XmlError);
    expect(() => parseCart(utf8('<a>'), options)).toThrow(XmlError);
  });
});

/** Text that has something in it that shows, and no white space at its ends. */
const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .filter((raw) => isXmlText(raw) && raw.trim() === raw && raw !== '');
const date = fc.constantFrom('2026-02-03', '2028-02-29', '2026-12-31');
const positive = fc.tuple(fc.nat(99_999), fc.integer({ min: 1, max: 9999 })).map(([whole, part]) => `${whole}.${part}`);
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
/** An object of these fields, without those that came out undefined. */
const record = <T>(model: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<T> =>
  fc
    .record(model)
    .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T);

const unit = fc
  .constantFrom('H87', 'C62', 'SET', 'KGM')
  .filter((code) => formats.every((each) => isCartUnit(each, code)));
const line = record<Omit<CartLine, 'position'>>({
  id: text,
  sellersId: text,
  productKey: fc.constant('k'),
  auxiliaryId: fc.constant('a'),
  buyersId: some(text),
  standardId: some(fc.record({ scheme: fc.constant('0160'), id: text })),
  name: text,
  description: some(text),
  quantity: positive,
  unit,
  price: fc.record({ amount: positive, baseQuantity: positive }),
  tax: fc.constantFrom('25', '12', '6', '0').map((percent) => ({ category: 'S', percent })),
  leadTimeDays: some(fc.nat(365)),
  availableFrom: some(date),
  classifications: fc.array(fc.record({ scheme: fc.constantFrom('UNSPSC', 'CPV', 'HS'), code: text }), {
    maxLength: 2,
  }),
  manufacturer: some(text),
  manufacturerNumber: some(text),
  contract: some(text),
  service: fc.boolean(),
  labels: fc.array(text, { maxLength: 2 }),
  pictures: fc.array(fc.constant('https://butik.example/å.png'), { maxLength: 2 }),
  note: some(text),
});
const party = record<CartHeader['seller']>({
  endpoint: some(fc.constantFrom({ scheme: '0007', id: '5599001236' }, { scheme: '0088', id: '7300000000011' })),
  identifications: fc.array(
    fc.constantFrom(
      { scheme: '0007', id: '5599001236' },
      { scheme: '0088', id: '7300000000028' },
      { scheme: '0060', id: '1' },
    ),
    { minLength: 1, maxLength: 3 },
  ),
  name: text,
});
const header = record<CartHeader>({
  number: text,
  issueDate: fc.constant('2026-02-03'),
  issueTime: fc.constant('12:00:00'),
  timestamp: fc.constant('2026-02-03T12:00:00+01:00'),
  validUntil: some(date),
  currency: fc.constantFrom('SEK', 'EUR'),
  language: fc.constant('sv'),
  contract: some(text),
  complete: some(fc.boolean()),
  seller: party,
  buyer: party,
  customerNumber: text,
  buyerReference: some(text),
  total: fc.constant('1'),
});
const cart: fc.Arbitrary<Cart> = fc
  .tuple(header, fc.array(line, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([header, lines, bundled]) => ({
    header,
    lines: lines.map((each, i) => ({ ...each, position: i + 1, ...(bundled && i > 0 && { partOf: 1 }) })),
  }));

/** What a header and a line must come back as, in any format. */
function headerOf({
  number,
  issueDate,
  issueTime,
  contract,
  complete,
  buyerReference,
}: CartHeader): Partial<ReceivedCartHeader> {
  return { number, issueDate, issueTime, contract, complete, buyerReference } as Partial<ReceivedCartHeader>;
}

function lineOf(line: CartLine, { header, lines }: Cart): Partial<ReceivedCartLine> {
  const { position, id, quantity, unit, contract, availableFrom, name, description, sellersId, labels, service } = line;
  const parent = line.partOf === undefined ? undefined : lines[line.partOf - 1]!.sellersId;
  return {
    ...{ position, id, quantity, unit, contract, availableFrom, name, description, sellersId, labels, service },
    price: { ...line.price, currency: header.currency },
    leadTime: line.leadTimeDays?.toString(),
    manufacturer: line.manufacturer,
    manufacturerNumber: line.manufacturerNumber,
    partOf: parent,
  } as Partial<ReceivedCartLine>;
}

describe.each(formats)('any cart as %s', (format) => {
  it('comes back with its values, and breaks no rule that is fatal', async () => {
    await fc.assert(
      fc.asyncProperty(cart, async (cart) => {
        const bytes = utf8(await writtenCart(format, cart));
        const { findings } = validate(bytes);
        expect(findings.filter(({ severity }) => severity === 'fatal')).toEqual([]);
        const read = parseCart(bytes, options);
        const ends = cart.header.validUntil ?? (format === 'peppol-18a-cart' ? '2026-02-03' : undefined);
        expect(read.header.validUntil).toBe(ends);
        const wanted = (all: object): object =>
          Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
        expect(read.header).toMatchObject(wanted(headerOf(cart.header)));
        for (const [i, each] of read.lines.entries()) {
          expect(each).toMatchObject(wanted(lineOf(cart.lines[i]!, cart)));
          const { buyersId, standardId, tax } = cart.lines[i]!;
          expect(each.standardId?.id).toBe(standardId?.id);
          expect(each.buyersId).toBe(format === 'peppol-18a-cart' ? undefined : buyersId);
          expect(each.tax?.percent).toBe(tax!.percent);
          expect(each.classifications.map(({ code }) => code)).toEqual(
            cart.lines[i]!.classifications.map(({ code }) => code),
          );
        }
        expect(read.lines).toHaveLength(cart.lines.length);
      }),
    );
  });
});
