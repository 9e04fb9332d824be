import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact, Identifier, LinePrice, Party, Period } from '../../../formats/document/order.ts';
import type { OrderResponse, OrderResponseLine, ResponseItem } from '../../../formats/document/orderResponse.ts';
import { writeOrderResponse } from '../../../formats/ubl/orderResponse.write.ts';
import { isXmlText } from '../../../formats/xml/writer.ts';
import { expectGolden } from '../../kit/golden.ts';
import { acceptance, changes, rejection, statusWords, written } from './orderResponses.ts';
import { readOrderResponse } from './orderResponse.read.ts';

describe('order responses as files', () => {
  it.each([
    ['27', rejection],
    ['29', acceptance],
    ['30', changes],
  ])('code %s', async (code, response) => {
    expectGolden(`ubl/orderResponse.${code}.xml`, await written(response));
  });
});

async function* manyLines(): AsyncGenerator<OrderResponseLine> {
  for (let i = 1; i <= 500; i++) yield { id: `${i}`, orderLineId: `${i}0`, status: '29', item: { name: 'x' } };
}

describe('what is written', () => {
  it('has no lines for 27 and 29, whatever there is', async () => {
    for (const code of ['27', '29'] as const) {
      const text = await written({ ...changes, code });
      expect(text).not.toContain('OrderLine');
    }
  });

  it('is refused for 30 without lines', async () => {
    await expect(written({ ...changes, lines: [] })).rejects.toThrow('answers every line');
  });

  it.each([
    ['added', '30', 'Tillagd. Se bilaga'],
    ['backordered', '30', 'Kommer senare. Se bilaga'],
    ['delivered', '29', 'Redan levererad. Se bilaga'],
  ] as const)('says in the note what 28A has no code for: %s', async (status, code, note) => {
    const lines: OrderResponseLine[] = [
      { id: '1', orderLineId: '10', status, note: 'Se bilaga', item: { name: 'Pärm' } },
    ];
    const text = await written({ ...changes, lines });
    expect(text).toContain(`<cbc:LineStatusCode listID="UNCL1225">${code}<`);
    expect(text).toContain(`<cbc:Note>${note}<`);
  });

  it('takes lines as a stream', async () => {
    const pieces: string[] = [];
    for await (const piece of writeOrderResponse({ ...changes, lines: manyLines() }, statusWords)) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join('').match(/<cac:OrderLine>/g)).toHaveLength(500);
  });

  it('names schemes as 28A does, and leaves out an endpoint that it cannot name', async () => {
    const seller: Party = {
      endpoint: { scheme: '0242', id: '123456' },
      identifications: [{ scheme: '0007', id: '5560000001' }, { id: 'A-17' }],
    };
    const text = await written({ ...acceptance, seller });
    expect(text).toContain('<cbc:ID schemeID="SE:ORGNR">5560000001</cbc:ID>');
    expect(text).toContain('<cbc:ID schemeID="ZZZ">A-17</cbc:ID>');
    expect(text).not.toContain('123456');
  });

  it('gives an item without any data a dash, as an empty one is not allowed', async () => {
    const lines: OrderResponseLine[] = [{ id: '1', orderLineId: '10', status: '27', item: {} }];
    expect(await written({ ...changes, lines })).toMatch(/<cac:Item>\s*<cbc:Name>-<\/cbc:Name>\s*<\/cac:Item>/);
  });
});

const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .filter((raw) => isXmlText(raw) && raw.trim() === raw && raw !== '');
const date = fc.constantFrom('2026-02-02', '2028-02-29', '2026-12-31');
const decimal = fc.tuple(fc.nat(99_999), fc.nat(9999)).map(([whole, part]) => `${whole}.${part}`);
const identifier: fc.Arbitrary<Identifier> = fc.record({
  id: text,
  scheme: fc.constantFrom('SE:ORGNR', 'GLN', 'ZZZ'),
});
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
/** An object of these fields, without those that came out undefined. */
const record = <T>(model: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<T> =>
  fc
    .record(model)
    .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T);
const contact = record<Contact>({
  name: text,
  telephone: some(text),
  telefax: some(text),
  electronicMail: some(text),
});
const party = (contact: fc.Arbitrary<Contact | undefined>): fc.Arbitrary<Party> =>
  record<Party>({
    endpoint: some(identifier),
    identifications: fc.array(identifier, { maxLength: 2 }),
    name: text,
    contact,
  });
const period = record<Period>({ startDate: date, endDate: some(date) });
const item = record<ResponseItem>({ name: text, sellersId: some(text), standardId: some(identifier) });
const price = record<LinePrice>({
  amount: decimal,
  currency: fc.constantFrom('SEK', 'EUR'),
  baseQuantity: decimal,
  baseQuantityUnit: fc.constant('C62'),
});
const line = record<OrderResponseLine>({
  id: text,
  orderLineId: text,
  status: fc.constantFrom('27', '29', '30'),
  note: some(text),
  quantity: decimal,
  unit: fc.constantFrom('C62', 'EA'),
  promisedDelivery: some(period),
  price: some(price),
  item,
  substitute: some(item),
});
const response = record<OrderResponse>({
  number: text,
  issueDate: date,
  issueTime: some(fc.constant('12:00:00')),
  code: fc.constant('30'),
  note: some(text),
  currency: fc.constant('SEK'),
  orderNumber: text,
  seller: party(some(contact)),
  buyer: party(some(fc.record({ id: text }))),
  promisedDelivery: some(period),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
});

describe('reading it back', () => {
  it('gives what was written', async () => {
    await fc.assert(
      fc.asyncProperty(response, async (response) => {
        expect(readOrderResponse(await written(response))).toEqual(response);
      }),
    );
  });
});
