import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDecimal } from '../../../formats/document/decimal.ts';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import { orderId, parseOrderRequest, type ParsedCxmlOrder } from '../../../formats/cxml/orderRequest.parse.ts';
import type { Finding } from '../../../formats/document/finding.ts';
import { expectGolden } from '../../kit/golden.ts';
import { cxmlSamples, dtdErrors, noDtds, problem, read, SAMPLES } from './kit.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../../data/cxml', name), 'utf8');
const ORDER = fixture('order.xml');
const ODD = fixture('order-odd.xml');
const parsed = (xml: string, timeZone?: string): ParsedCxmlOrder =>
  parseOrderRequest(read(xml), timeZone === undefined ? {} : { timeZone });
const ids = (findings: readonly Finding[]): string[] => findings.map(({ id }) => id);
const golden = (name: string, order: ParsedCxmlOrder): void =>
  expectGolden(`cxml/${name}`, `${JSON.stringify(order, null, 2)}\n`);

/** An order in SEK with these items, whose total is the one given. */
function order(items: string, { total = '0', header = '', parts = '' } = {}): string {
  return `<cXML payloadID="1@x" timestamp="2026-11-25T08:00:00+01:00"><Request><OrderRequest>
    <OrderRequestHeader orderID="1" orderDate="2026-11-25" ${header}>
      <Total><Money currency="SEK">${total}</Money></Total><BillTo><Address><Name>Å</Name></Address></BillTo>${parts}
    </OrderRequestHeader>${items}</OrderRequest></Request></cXML>`;
}

function item(quantity: string, price: string, { attributes = '', detail = '', parts = '' } = {}): string {
  return `<ItemOut quantity="${quantity}" ${attributes}><ItemID><SupplierPartID>P</SupplierPartID></ItemID><ItemDetail>
    <UnitPrice><Money currency="SEK">${price}</Money></UnitPrice><Description>Å</Description><UnitOfMeasure>EA</UnitOfMeasure>${detail}
    </ItemDetail>${parts}</ItemOut>`;
}

describe('an OrderRequest', () => {
  it('is read with everything that the neutral order has a place for', () => {
    golden('order.json', parsed(ORDER));
  });

  it.runIf(!noDtds())('of ours is one by the official DTD', () => {
    expect(dtdErrors(ORDER, '1.2.071')).toEqual([]);
  });

  it('that is odd is read as far as it goes, and each oddity told with its place', () => {
    golden('order-odd.json', parsed(ODD));
  });

  it('never gives card data on', () => {
    expect(ORDER).toContain('4111111111111111');
    expect(JSON.stringify(parsed(ORDER))).not.toContain('4111111111111111');
  });

  it('tells its number before it is read', () => {
    expect(orderId(read(ORDER))).toBe('INK-2026-0815');
    expect(orderId(read('<cXML><Request><OrderRequest/></Request></cXML>'))).toBeUndefined();
  });

  it('is no other document', () => {
    const setup = '<cXML><Request><PunchOutSetupRequest operation="create"/></Request></cXML>';
    expect(problem(() => parsed(setup))).toMatchObject({ code: 450, found: undefined, expected: 'OrderRequest' });
  });

  it('without anything in it says what is missing, and throws nothing', () => {
    const { header, lines, findings } = parsed('<cXML><Request><OrderRequest/></Request></cXML>');
    expect(header).toMatchObject({ number: '', issueDate: '', currency: '' });
    expect(lines).toEqual([]);
    const fatal = findings.filter(({ severity }) => severity === 'fatal');
    expect(fatal.map(({ path }) => path)).toEqual([
      '/cXML/Request/OrderRequest/OrderRequestHeader',
      '/cXML/Request/OrderRequest/ItemOut',
    ]);
  });

  it('that deletes needs no lines', () => {
    const { header, findings } = parsed(order('', { header: 'type="delete"' }));
    expect(header.operation).toBe('delete');
    expect(findings).toEqual([]);
  });

  it('keeps at most 200 findings of each kind', () => {
    const bad = item('x', '1').repeat(500);
    expect(parsed(order(bad)).findings).toHaveLength(200);
  });
});

describe('whatever stands in it', () => {
  const JUNK = [
    '',
    ' ',
    '-1',
    '0',
    '1e9',
    'NaN',
    '99999999999999999999999999999999',
    '\u0085å',
    '2026-13-45T99:99:99Z',
    '[object]',
  ];
  const values = [...ORDER.matchAll(/(?<==")[^"<>]+(?=")|(?<=>)[^<>]*\S[^<>]*(?=<)/g)].slice(4);
  const elements = [...ORDER.matchAll(/<(\w+)[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/^<(cXML|Request|OrderRequest)\b/.test(tag));

  it('every value may be junk: nothing is thrown, and what cannot be read is told or left out', () => {
    expect(values.length).toBeGreaterThan(150);
    for (const { index, 0: value } of values) {
      for (const junk of JUNK) {
        const { header, lines, findings } = parsed(ORDER.slice(0, index) + junk + ORDER.slice(index + value.length));
        const isUsable = findings.every(({ severity }) => severity !== 'fatal');
        if (isUsable) expect([header.number, header.issueDate, header.currency]).not.toContain('');
        for (const { quantity, price } of lines) {
          for (const number of [quantity, price?.amount, price?.baseQuantity, price?.orderableUnitFactorRate]) {
            if (number !== undefined) expect(isDecimal(number)).toBe(true);
          }
        }
      }
    }
  });

  it('every element may be another: nothing is thrown', () => {
    for (const tag of new Set(elements)) {
      const name = /\w+/.exec(tag)![0];
      const renamed = ORDER.replaceAll(new RegExp(`(</?)${name}\\b`, 'g'), '$1Annat');
      expect(() => parsed(renamed)).not.toThrow();
    }
  });
});

describe('the total', () => {
  const lines =
    item('3', '1.005') + item('2', '50', { detail: '<PriceBasisQuantity quantity="100" conversionFactor="12"/>' });

  it.each(['15.02', '15.015', '15.03'])('%s is the sum, but for rounding', (total) => {
    expect(parsed(order(lines, { total })).questions).toEqual([]);
  });

  it.each(['15.05', '14.99', '1.00', '-15.02'])('%s is not, and a person is asked', (total) => {
    const [question] = parsed(order(lines, { total })).questions;
    expect(question).toMatchObject({ id: 'CXML-ORDER-TOTAL', severity: 'warning', found: total, expected: '15.015' });
  });

  const money = (amount: string): string => `<Money currency="SEK">${amount}</Money>`;
  const parts = `<Shipping>${money('95')}</Shipping><Tax>${money('25')}</Tax>`;

  it.each(['100', '195', '125', '220'])('%s may have tax and freight in it, or not', (total) => {
    expect(parsed(order(item('1', '100'), { total, parts })).questions).toEqual([]);
  });

  it.each(['120', '245'])('%s may not', (total) => {
    expect(ids(parsed(order(item('1', '100'), { total, parts })).questions)).toEqual(['CXML-ORDER-TOTAL']);
  });

  it('of a blanket order is a commitment, and a person is asked', () => {
    const xml = order(item('1', '5'), { total: '90000', header: 'orderType="blanket"' });
    const { header, questions } = parsed(xml);
    expect(header.orderTypeCode).toBe('221');
    expect(questions).toMatchObject([{ id: 'CXML-ORDER-BLANKET', found: '90000 SEK' }]);
  });

  it('is that of the lines, whatever they are', () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 });
    const line = fc.record({ quantity: fc.integer({ min: 1, max: 10_000 }), cents });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.integer({ min: 2, max: 1_000 }), (all, off) => {
        const xml = all.map((each) => item(`${each.quantity}`, (each.cents / 100).toFixed(2))).join('');
        const sum = all.reduce((total, each) => total + each.quantity * each.cents, 0);
        const asked = (total: number): string[] =>
          ids(parsed(order(xml, { total: (total / 100).toFixed(2) })).questions);
        expect(asked(sum)).toEqual([]);
        expect(asked(sum + off + all.length)).toEqual(['CXML-ORDER-TOTAL']);
      }),
    );
  });
});

describe('lines', () => {
  const one = (xml: string): ParsedCxmlOrder['lines'][number] => parsed(order(xml)).lines[0]!;

  it('keep the number of the buyer, and are counted where they have none', () => {
    const { lines } = parsed(order(item('1', '0', { attributes: 'lineNumber="00010"' }) + item('1', '0')));
    expect(lines.map(({ id }) => id)).toEqual(['00010', '2']);
  });

  it('have the price of a basis, with the factor between the units', () => {
    const basis =
      '<PriceBasisQuantity quantity="100" conversionFactor="12"><UnitOfMeasure>EA</UnitOfMeasure></PriceBasisQuantity>';
    const price = { amount: '50', currency: 'SEK', baseQuantity: '100', baseQuantityUnit: 'EA' };
    expect(one(item('2', '50', { detail: basis })).price).toEqual({ ...price, orderableUnitFactorRate: '12' });
    expect(one(item('2', '50', { detail: basis.replace('12', '1.0') })).price).toEqual(price);
  });

  it('of a blanket order say what they may cost', () => {
    const xml = `<ItemOut quantity="1"><ItemID><SupplierPartID>S</SupplierPartID></ItemID><BlanketItemDetail>
      <Description xml:lang="sv">Städning</Description><MaxAmount><Money currency="SEK">50000</Money></MaxAmount>
      <MaxQuantity quantity="80"><UnitOfMeasure>HUR</UnitOfMeasure></MaxQuantity></BlanketItemDetail></ItemOut>`;
    const { lines, questions } = parsed(order(xml));
    expect(ids(questions)).toEqual(['CXML-ORDER-BLANKET']);
    expect(lines[0]!.item).toMatchObject({
      name: 'Städning',
      properties: [
        { name: 'MaxAmount', value: '50000 SEK' },
        { name: 'MaxQuantity', value: '80 HUR' },
      ],
    });
  });

  it('share what is booked on several places', () => {
    const share = (id: string, amount: string): string =>
      `<Distribution><Accounting name="K"><Segment type="Kostnadsställe" id="${id}" description="d"/></Accounting>
       <Charge><Money currency="SEK">${amount}</Money></Charge></Distribution>`;
    const { accountingCost } = one(item('1', '0', { parts: share('4711', '60.00') + share('4712', '40.00') }));
    expect(accountingCost).toBe('Kostnadsställe: 4711 (60.00 SEK)\nKostnadsställe: 4712 (40.00 SEK)');
  });

  it.each([
    ['vat', '25', '', { id: 'S', percent: '25' }],
    ['VAT', '0', '', { id: 'Z', percent: '0' }],
    ['vat', '0.0', 'exemptDetail="exempt"', { id: 'E', percent: '0' }],
    ['sales', '8', '', undefined],
    ['vat', 'x', '', undefined],
  ])('taxed %s %s %s', (category, rate, more, expected) => {
    const detail = `<TaxDetail category="${category}" percentageRate="${rate}" ${more}/>`;
    const parts = `<Tax><Money currency="SEK">0</Money>${detail}</Tax>`;
    expect(one(item('1', '0', { parts })).item.taxCategory).toEqual(expected);
  });

  it('in parts of others leave the total to the buyer', () => {
    const set = item('1', '100', { attributes: 'lineNumber="1"' });
    const part = item('2', '30', { attributes: 'lineNumber="2" parentLineNumber="1"' });
    const { lines, questions } = parsed(order(set + part, { total: '100' }));
    expect(lines[1]!.parentLineId).toBe('1');
    expect(questions).toEqual([]);
  });
});

describe('days', () => {
  const wanted = (date: string, timeZone?: string): unknown =>
    parsed(order(item('1', '0'), { header: `requestedDeliveryDate="${date}"` }), timeZone).header.requestedDelivery
      ?.startDate;

  it.each([
    ['2026-12-01', '2026-12-01'],
    ['2026-12-01T23:59:00-08:00', '2026-12-01'],
    ['2026-12-01T23:00:00Z', '2026-12-01'],
    ['2026-12-01 10:00', '2026-12-01'],
    ['2026-12-01T10:00:00.123+0100', '2026-12-01'],
    ['Mon May 19 18:29:48 +0000 2008', '2008-05-19'],
    ['2026-02-30', undefined],
    ['2026-12-01T25:00:00Z', undefined],
    ['1/12/2026', undefined],
  ])('%s is %s', (date, day) => {
    expect(wanted(date)).toBe(day);
  });

  it('in UTC are those of the shop, in an offset those of the sender', () => {
    expect(wanted('2026-12-01T23:00:00Z', 'Europe/Stockholm')).toBe('2026-12-02');
    expect(wanted('2026-06-01T22:00:00+00:00', 'Europe/Stockholm')).toBe('2026-06-02');
    expect(wanted('2026-12-01T23:00:00-08:00', 'Europe/Stockholm')).toBe('2026-12-01');
  });
});

const names = cxmlSamples();
if (names.length === 0) console.log('../shared/data/cxml/samples is absent: no orders of other systems are read here.');
else {
  const documents = names.map((name) => [name, parseCxml(readFileSync(join(SAMPLES, name)))] as const);

  describe('orders of other systems', () => {
    it.each(documents.filter(([, { name }]) => name === 'OrderRequest'))('%s can be placed', (name, document) => {
      const { header, lines, findings, questions } = parseOrderRequest(document);
      expect(findings).toEqual([]);
      // Its total counts one of its two lines only.
      expect(ids(questions)).toEqual(name.endsWith('purchase_order_request_200.xml') ? ['CXML-ORDER-TOTAL'] : []);
      expect(header).toMatchObject({
        number: expect.stringMatching(/./),
        currency: expect.stringMatching(/^[A-Z]{3}$/),
      });
      expect(header.buyer.identifications).not.toEqual([]);
      expect(header.deliveryAddress?.country).toBe('US');
      expect(header.invoicee?.name).toBeDefined();
      expect(lines.length).toBeGreaterThan(0);
      for (const {
        price,
        unit,
        item: { sellersId },
      } of lines) {
        expect([price?.amount, unit, sellersId]).toEqual([expect.stringMatching(/^[\d.]+$/), 'EA', expect.any(String)]);
      }
    });
  });
}
