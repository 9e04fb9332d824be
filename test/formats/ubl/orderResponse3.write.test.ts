import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identifier, LinePrice, Party, Period } from '../../../formats/document/order.ts';
import type {
  OrderReceipt,
  OrderResponse,
  OrderResponseLine,
  ResponseItem,
} from '../../../formats/document/orderResponse.ts';
import { withoutBuyersId } from '../../../formats/ubl/blocks3.write.ts';
import { writeOrderResponse3 } from '../../../formats/ubl/orderResponse3.write.ts';
import { responseFormat } from '../../../formats/ubl/profiles.ts';
import { isXmlText } from '../../../formats/xml/writer.ts';
import { expectGolden } from '../../kit/golden.ts';
import { utf8 } from '../kit.ts';
import { readOrderResponse3 } from './orderResponse3.read.ts';
import { acceptance3, changes3, everyLine, everyResponse3, receipt3, rejection3, written3 } from './orderResponses.ts';
import { validate } from './rules/kit/findings.ts';

describe('order responses of BIS 3 as files', () => {
  it.each([
    ['AB', receipt3],
    ['AP', acceptance3],
    ['CA', changes3],
    ['RE', rejection3],
  ])('code %s', async (code, response) => {
    const text = await written3(response);
    expect(text).toContain(`<cbc:OrderResponseCode>${code}<`);
    expectGolden(`ubl/orderResponse3.${code}.xml`, text);
  });
});

describe('the process of an order', () => {
  it.each([
    ['peppol-28a-order', 'urn:www.cenbii.eu:profile:bii28:ver2.0', 'peppol-28a-order-response'],
    ['peppol-3a-order', 'urn:www.cenbii.eu:profile:bii03:ver2.0', undefined],
    ['peppol-3-order', 'urn:fdc:peppol.eu:poacc:bis:ordering:3', 'peppol-3-order-response'],
    ['peppol-3-order', 'urn:fdc:peppol.eu:poacc:bis:order_only:3', undefined],
    ['peppol-3-order', 'urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3', 'peppol-3-order-response-advanced'],
    ['peppol-3-order', 'urn:example', undefined],
  ] as const)('%s in %s is answered with %s', (format, profileId, answer) => {
    expect(responseFormat({ format, profileId })).toBe(answer);
  });

  it('stands in the answer', async () => {
    const text = await written3(acceptance3, 'peppol-3-order-response-advanced');
    expect(text).toContain('<cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order_response_advanced:3<');
    expect(text).toContain('<cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3<');
  });
});

async function* manyLines(): AsyncGenerator<OrderResponseLine> {
  for (let i = 1; i <= 500; i++) yield { id: `${i}`, orderLineId: `${i}0`, status: '29', item: { name: 'x' } };
}

describe('what is written', () => {
  it.each(['27', '29'] as const)('has no lines for %s, whatever there is', async (code) => {
    expect(await written3({ ...changes3, code })).not.toContain('OrderLine');
  });

  it('is refused for 30 without lines', async () => {
    await expect(written3({ ...changes3, lines: [] })).rejects.toThrow('answers every line');
  });

  it('answers one order line in parts, and says what may come at an unknown day', async () => {
    const part = { orderLineId: '20', unit: 'C62', item: { name: 'Väggfärg', sellersId: 'VF-100' } };
    const text = await written3({
      ...changes3,
      lines: [
        { ...part, id: '1', status: '30', quantity: '6', promisedDelivery: { startDate: '2026-03-12' } },
        { ...part, id: '2', status: 'backordered', quantity: '3', promisedDelivery: { startDate: '2026-04-01' } },
        { ...part, id: '3', status: 'backordered', quantity: '1' },
        { ...part, id: '4', status: 'delivered', quantity: '2' },
        { ...part, id: '5', status: 'added', quantity: '2' },
      ],
    });
    const all = (name: string): string[] =>
      [...text.matchAll(new RegExp(`<cbc:${name}[^>]*>([^<]*)<`, 'g'))].map(([, value]) => value!);
    expect(all('LineStatusCode')).toEqual(['3', '3', '3', '42', '1']);
    expect(all('Quantity')).toEqual(['6', '3', '0', '2', '2']);
    expect(all('MaximumBackorderQuantity')).toEqual(['1']);
    expect(all('LineID')).toEqual(['20', '20', '20', '20', '20']);
    expect(validate(utf8(text)).findings).toEqual([]);
  });

  it('names the order change that is answered, in the advanced response alone', async () => {
    const answer = { ...acceptance3, changeReference: 'ÄO-2' };
    const advanced = await written3(answer, 'peppol-3-order-response-advanced');
    expect(advanced).toMatch(/<cac:OrderChangeDocumentReference>\s*<cbc:ID>ÄO-2</);
    expect(validate(utf8(advanced)).findings).toEqual([]);
    expect(await written3(answer)).not.toContain('OrderChangeDocumentReference');
  });

  it('takes lines as a stream', async () => {
    const pieces: string[] = [];
    const response = { ...changes3, lines: manyLines() };
    for await (const piece of writeOrderResponse3(response, 'peppol-3-order-response')) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join('').match(/<cac:OrderLine>/g)).toHaveLength(500);
  });

  it('names schemes by their codes, and drops the scheme of an identification that is none', async () => {
    const seller: Party = {
      endpoint: { scheme: 'SE:ORGNR', id: '5599001236' },
      identifications: [
        { scheme: 'GLN', id: '7300000001117' },
        { scheme: 'GLN', id: '1' },
        { scheme: 'ZZZ', id: 'A' },
      ],
    };
    const text = await written3({ ...acceptance3, seller });
    expect(text).toContain('<cbc:EndpointID schemeID="0007">5599001236<');
    expect(text).toContain('<cbc:ID schemeID="0088">7300000001117<');
    expect(text).toContain('<cbc:ID>1<');
    expect(text).toContain('<cbc:ID>A<');
    expect(validate(utf8(text)).findings).toEqual([]);
  });

  it('gives a party without an endpoint the first identity that may be one', async () => {
    const seller: Party = { identifications: [{ id: 'A' }], legal: { scheme: '0007', id: '5599001236' } };
    const text = await written3({ ...acceptance3, seller });
    expect(text).toContain('<cbc:EndpointID schemeID="0007">5599001236<');
    expect(validate(utf8(text)).findings).toEqual([]);
  });

  it('gives a base quantity without a unit that of the line, and an item without a name NA', async () => {
    const price = { amount: '7.10', baseQuantity: '100' };
    const lines: OrderResponseLine[] = [
      { id: '1', orderLineId: '1', status: '30', unit: 'MTR', price, item: { sellersId: 'A' } },
    ];
    const text = await written3({ ...changes3, lines });
    expect(text).toContain('<cbc:PriceAmount currencyID="SEK">7.10<');
    expect(text).toContain('<cbc:BaseQuantity unitCode="MTR">100<');
    expect(text).toContain('<cbc:Name>NA<');
    expect(text).not.toContain('<cbc:Quantity');
    expect(validate(utf8(text)).findings).toEqual([]);
  });
});

describe('every answer that we can give', () => {
  it.each(['peppol-3-order-response', 'peppol-3-order-response-advanced'] as const)(
    'has no findings by the rules: %s',
    async (format) => {
      const all = [...everyResponse3(), { ...changes3, lines: everyLine() }];
      expect(all.length).toBeGreaterThan(300);
      for (const response of all) {
        const { format: found, findings } = validate(utf8(await written3(response, format)));
        expect(found).toBe(format);
        expect(findings, JSON.stringify(response)).toEqual([]);
      }
    },
  );
});

const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .filter((raw) => isXmlText(raw) && raw.trim() === raw && raw !== '');
const date = fc.constantFrom('2026-02-02', '2028-02-29', '2026-12-31');
const time = fc.constantFrom('00:00:00', '23:59:59Z', '12:30:00+01:00');
const decimal = fc.tuple(fc.nat(99_999), fc.nat(9999)).map(([whole, part]) => `${whole}.${part}`);
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
/** An object of these fields, without those that came out undefined. */
const record = <T>(model: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<T> =>
  fc
    .record(model)
    .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T);
/** DUNS numbers and others that have no check digit. */
const identifier: fc.Arbitrary<Identifier> = fc.record({ id: text, scheme: fc.constantFrom('0060', '0204') });
const party = record<Party>({
  endpoint: identifier,
  identifications: fc.array(fc.oneof(identifier, fc.record({ id: text })), { maxLength: 2 }),
  legalName: some(text),
});
const period = record<Period>({ startDate: date, startTime: some(time), endDate: some(date), endTime: some(time) });
const item = record<ResponseItem>({
  name: text,
  buyersId: some(text),
  sellersId: some(text),
  standardId: some(fc.record({ id: text, scheme: fc.constant('0160') })),
});
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
  // The buyer's number of a substitute has no place in the document.
  substitute: some(item.map(withoutBuyersId)),
});
const header = {
  number: text,
  salesOrderId: some(text),
  issueDate: date,
  issueTime: some(time),
  note: some(text),
  currency: fc.constant('SEK'),
  customerReference: some(text),
  orderNumber: text,
  seller: party,
  buyer: party,
  promisedDelivery: some(period),
};
const receipt = record<OrderReceipt>({ ...header, code: fc.constant('12') });
const bare = record<OrderResponse>({ ...header, code: fc.constantFrom('27', '29'), lines: fc.constant([]) });
const full = record<OrderResponse>({
  ...header,
  code: fc.constant('30'),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
});

describe('reading it back', () => {
  it('gives what was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(receipt, bare, full), async (response) => {
        expect(readOrderResponse3(await written3(response))).toEqual(response);
      }),
    );
  });
});
