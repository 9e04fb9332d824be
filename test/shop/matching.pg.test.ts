import { beforeAll, describe, expect, it } from 'vitest';
import { matchLines, type ProductMatch } from '../../shop/matching.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { countStatements, customers, products } from './fixtures.ts';
import { orderLine } from './lines.ts';

const GTIN_PEN = '9520000000011';
const GTIN_BOTH = '9520000000028';

let database: TestDatabase;
let customerId: string | undefined;
let otherCustomerId: string | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  [customerId, otherCustomerId] = await customers(em, { number: 'K1' }, { number: 'K2' });
  await products(
    em,
    {
      articleNumber: 'PEN',
      name: { sv: 'Penna', en: 'Pen' },
      gtins: [GTIN_PEN, GTIN_BOTH],
      aliases: ['GAMMAL-1', 'DELAD'],
      buyersNumbers: [{ customer: 'K1', number: 'B-1' }],
      units: [{ unit: 'BX', factor: '12' }],
    },
    { articleNumber: 'PAPPER', gtins: [GTIN_BOTH], aliases: ['DELAD', 'PEN'], unit: 'PK', name: { en: 'Paper' } },
    { articleNumber: 'GAMMAL', status: 'withdrawn', replacedBy: 'PEN' },
    { articleNumber: 'UTGÅTT', status: 'withdrawn' },
    {
      articleNumber: 'SKRUV',
      minimumQuantity: '100',
      maximumQuantity: '1000',
      multipleQuantity: '50',
      units: [{ unit: 'BX', factor: '33.5' }],
    },
  );
  return database.close;
});

async function match(line: Parameters<typeof orderLine>[0], customer = customerId): Promise<ProductMatch> {
  const [found] = await matchLines(database.em(), { customerId: customer, lines: [orderLine(line)] });
  return found ?? expect.fail('no answer');
}

describe('the ladder', () => {
  it.each([
    ["seller's article number", { sellersId: 'PEN' }, 'sellersItemId'],
    ["seller's article number with spaces around", { sellersId: ' PEN ' }, 'sellersItemId'],
    ['alias', { sellersId: 'GAMMAL-1' }, 'alias'],
    ["buyer's number", { buyersId: 'B-1' }, 'buyersItemId'],
    ['GTIN', { standardId: { id: GTIN_PEN, scheme: 'GTIN' } }, 'gtin'],
    ['GTIN as 0160', { standardId: { id: GTIN_PEN, scheme: '0160' } }, 'gtin'],
    ['EAN with 14 digits', { standardId: { id: `0${GTIN_PEN}`, scheme: 'EAN' } }, 'gtin'],
    ['GTIN without scheme', { standardId: { id: GTIN_PEN } }, 'gtin'],
    ['an unknown number beside a known one', { sellersId: 'X', buyersId: 'B-1' }, 'buyersItemId'],
    ['a shared GTIN beside the article number', { sellersId: 'PEN', standardId: { id: GTIN_BOTH } }, 'sellersItemId'],
  ])('%s', async (_, item, by) => {
    const { product, reasons } = await match({ item });
    expect(product).toMatchObject({ articleNumber: 'PEN', name: 'Penna', by, shopUnit: 'C62', unitFactor: '1' });
    expect(reasons).toEqual([]);
  });

  it('takes the article number before an alias of the same text', async () => {
    expect((await match({ item: { sellersId: 'PEN' } })).product?.articleNumber).toBe('PEN');
  });

  it.each([
    ['a name alone', { name: 'Penna' }, 'no identifier, name "Penna"'],
    ['other letters', { sellersId: 'pen' }, "seller's id pen"],
    ["another customer's number", { buyersId: 'B-1' }, "buyer's id B-1"],
    ['a standard id of another scheme', { standardId: { id: GTIN_PEN, scheme: 'UPC-A' } }, `standard id ${GTIN_PEN}`],
    ['a description', { description: 'PEN', sellersId: '' }, 'no identifier'],
  ])('does not guess from %s', async (_, item, found) => {
    const { product, reasons } = await match({ item }, otherCustomerId);
    expect(product).toBeUndefined();
    expect(reasons).toEqual([expect.objectContaining({ code: 'PRODUCT_UNKNOWN', line: '10', field: 'Item', found })]);
  });

  it('names an unknown item by all that the buyer calls it', async () => {
    const item = {
      name: ' Penna ',
      sellersId: 'X',
      buyersId: ' ',
      standardId: { id: '1'.repeat(300), scheme: 'gtin' },
    };
    const { reasons } = await match({ item }, otherCustomerId);
    expect(reasons[0]?.facts).toEqual({ item: { name: 'Penna', sellersId: 'X', gtin: `${'1'.repeat(200)}…` } });
    const { reasons: other } = await match({ item: { standardId: { id: 'A-1', scheme: 'UPC-A' } } }, otherCustomerId);
    expect(other[0]?.facts).toEqual({ item: { standardId: 'A-1' } });
  });

  it('knows no buyer’s numbers while the customer is unknown', async () => {
    const [found] = await matchLines(database.em(), {
      customerId: undefined,
      lines: [orderLine({ item: { buyersId: 'B-1' } })],
    });
    expect(found?.reasons).toMatchObject([{ code: 'PRODUCT_UNKNOWN' }]);
  });
});

describe('questions', () => {
  it.each([
    ['one alias of two products', { sellersId: 'DELAD' }, ['alias', 'alias']],
    ['one GTIN of two products', { standardId: { id: GTIN_BOTH } }, ['GTIN', 'GTIN']],
    [
      "seller's number and GTIN of different products",
      { sellersId: 'PAPPER', standardId: { id: GTIN_PEN } },
      ["seller's article number", 'GTIN'],
    ],
  ])('%s', async (_, item, by) => {
    const { product, reasons } = await match({ item });
    expect(product).toBeUndefined();
    expect(reasons).toMatchObject([{ code: 'PRODUCT_AMBIGUOUS', line: '10', field: 'Item' }]);
    const candidates = reasons[0]?.candidates ?? [];
    expect(candidates.map(({ number }) => number).toSorted()).toEqual(['PAPPER', 'PEN']);
    expect(candidates.map((candidate) => candidate.by).toSorted()).toEqual(by.toSorted());
  });

  it('a withdrawn product, with its replacement', async () => {
    const { product, reasons } = await match({ item: { sellersId: 'GAMMAL' } });
    expect(product?.articleNumber).toBe('GAMMAL');
    expect(reasons).toMatchObject([
      {
        code: 'PRODUCT_WITHDRAWN',
        found: 'GAMMAL',
        facts: { articleNumber: 'GAMMAL', replacement: 'PEN Penna' },
        candidates: [{ number: 'PEN', name: 'Penna', by: 'replacement' }],
      },
    ]);
  });

  it('a withdrawn product without replacement', async () => {
    const { reasons } = await match({ item: { sellersId: 'UTGÅTT' } });
    expect(reasons).toEqual([expect.objectContaining({ code: 'PRODUCT_WITHDRAWN', expected: 'an active product' })]);
    expect(reasons[0]?.candidates).toBeUndefined();
  });

  it('a unit without conversion, with the units that there are', async () => {
    const { product, shopQuantity, reasons } = await match({ unit: 'KGM', item: { sellersId: 'PEN' } });
    expect(reasons).toEqual([
      {
        code: 'UNIT_UNKNOWN',
        line: '10',
        field: 'Quantity/@unitCode',
        found: 'KGM',
        expected: 'C62, BX (= 12 C62)',
        facts: { articleNumber: 'PEN', unit: 'KGM', known: 'C62, BX (= 12 C62)' },
      },
    ]);
    expect(product?.unitFactor).toBeUndefined();
    expect(shopQuantity).toBeUndefined();
  });

  it.each([
    ['99', 'C62', 'at least 100 C62', '99'],
    ['1050', 'C62', 'at most 1000 C62', '1050'],
    ['101', 'C62', 'a multiple of 50 C62', '101'],
    ['4', 'BX', 'a multiple of 50 C62', '134'],
    ['0', 'C62', 'more than 0', undefined],
    ['-5', 'C62', 'more than 0', undefined],
    ['1e3', 'C62', 'more than 0', undefined],
    ['1000000000000000', 'C62', 'a quantity with at most 15 digits', undefined],
  ])('a quantity that is not allowed: %s %s', async (quantity, unit, expected, shopQuantity) => {
    const found = await match({ quantity, unit, item: { sellersId: 'SKRUV' } });
    expect(found.reasons).toMatchObject([
      { code: 'QUANTITY_NOT_ALLOWED', line: '10', field: 'Quantity', found: `${quantity} ${unit}`, expected },
    ]);
    expect(found.shopQuantity).toBe(shopQuantity);
    expect(found.reasons[0]?.facts).toMatchObject({ articleNumber: 'SKRUV', limit: { kind: expect.any(String) } });
  });
});

describe('quantities', () => {
  it('are exact in shop units', async () => {
    expect((await match({ quantity: '2.25', unit: 'XBX', item: { sellersId: 'PEN' } })).shopQuantity).toBe('27');
    expect((await match({ quantity: '0.000000000001', item: { sellersId: 'PEN' } })).shopQuantity).toBe(
      '0.000000000001',
    );
    expect((await match({ quantity: '20', unit: 'BX', item: { sellersId: 'SKRUV' } })).reasons).toMatchObject([
      { expected: 'a multiple of 50 C62' },
    ]);
    expect((await match({ quantity: '100', unit: 'BX', item: { sellersId: 'PEN' } })).shopQuantity).toBe('1200');
  });
});

describe('a batch', () => {
  it('takes one statement, keeps the order of the lines, and shortens absurd values', async () => {
    const lines = Array.from({ length: 500 }, (_, index) =>
      orderLine({ position: index + 1, id: `${index}`, item: { sellersId: index % 2 ? 'PEN' : 'X'.repeat(10_000) } }),
    );
    let found: ProductMatch[] = [];
    const statements = await countStatements(database.em(), async (em) => {
      found = await matchLines(em, { customerId, lines });
    });
    expect(statements).toBe(1);
    expect(found.map(({ product }) => product?.articleNumber)).toEqual(
      lines.map((_, index) => (index % 2 ? 'PEN' : undefined)),
    );
    expect(found[0]?.reasons[0]?.found.length).toBeLessThan(250);
  });
});
