import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { OrderItem } from '../../formats/document/order.ts';
import { matchLines, type ProductMatch } from '../../shop/matching.ts';
import { productRungs, usualMatching, type MatchPolicy, type ProductRung } from '../../shop/matchPolicy.ts';
import { remember } from '../../shop/remembered.ts';
import { itemKey } from '../../shop/rememberedKey.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { countStatements, customers, emptyShop, products } from './fixtures.ts';
import { orderLine } from './lines.ts';

const GTIN = '9520000000011';
const OTHER_GTIN = '9520000000028';
const partnerId = v7();
const memory = { partnerId, mode: 'production', day: '2026-11-24' } as const;

let database: TestDatabase;
let customerId = '';

const articles = [
  {
    articleNumber: 'PÄRM-A',
    gtins: [GTIN],
    aliases: ['GAMMAL-A'],
    buyersNumbers: [{ customer: 'K1', number: 'B-A' }],
    manufacturer: 'Esselte',
    manufacturerNumber: 'ES-4711',
  },
  {
    articleNumber: 'PÄRM-B',
    gtins: [OTHER_GTIN],
    aliases: ['PÄRM-A'],
    buyersNumbers: [{ customer: 'K1', number: 'B-B' }],
    manufacturerNumber: 'ES-4712',
  },
  { articleNumber: 'PÄRM-C', gtins: [OTHER_GTIN], manufacturerNumber: 'ES-4712' },
];

async function fill(order: readonly object[]): Promise<void> {
  await emptyShop(database.em());
  [customerId = ''] = await customers(database.em(), { number: 'K1' });
  for (const article of order) await products(database.em(), article);
}

beforeAll(async () => {
  database = await createTestDatabase();
  await fill(articles);
  return database.close;
});

interface Asked {
  readonly products?: readonly ProductRung[];
  readonly fromCart?: string;
  readonly policy?: Partial<MatchPolicy>;
  readonly line?: Parameters<typeof orderLine>[0];
}

async function match(item: Partial<OrderItem>, { products: ladder, fromCart, policy, line }: Asked = {}) {
  const asked = { ...usualMatching, ...policy, ...(ladder && { products: ladder }) };
  const fromCarts = fromCart === undefined ? undefined : new Map([[1, await idOf(fromCart)]]);
  const lines = [orderLine({ ...line, item })];
  const [found] = await matchLines(database.em(), { customerId, lines, policy: asked, memory, fromCarts });
  return found ?? expect.fail('no answer');
}

async function idOf(articleNumber: string): Promise<string> {
  const lines = [orderLine({ item: { sellersId: articleNumber } })];
  const [found] = await matchLines(database.em(), { customerId, lines });
  return found?.product?.productId ?? expect.fail(`no ${articleNumber}`);
}

/** `PÄRM-A by gtin`, or the reason with its candidates. */
function told({ product, reasons }: ProductMatch): string {
  if (product) return `${product.articleNumber} by ${product.by}`;
  return reasons.map(({ code, candidates = [] }) => [code, ...candidates.map(({ number }) => number)].join(' ')).join();
}

const A: Readonly<Record<string, Partial<OrderItem>>> = {
  sellersItemId: { sellersId: 'PÄRM-A' },
  alias: { sellersId: 'GAMMAL-A' },
  buyersItemId: { buyersId: 'B-A' },
  gtin: { standardId: { id: GTIN, scheme: '0160' } },
  manufacturersId: { manufacturersId: 'ES-4711' },
};

describe('a rung', () => {
  it.each(Object.entries(A))(
    '%s finds its product alone, and nothing where the agreement leaves it out',
    async (by, item) => {
      const rung = by as ProductRung;
      expect(told(await match(item, { products: [rung] }))).toBe(`PÄRM-A by ${by}`);
      // its article number is an alias of another one, too
      const others = productRungs.filter((other) => other !== rung && (rung !== 'sellersItemId' || other !== 'alias'));
      expect(told(await match(item, { products: others }))).toBe('PRODUCT_UNKNOWN');
    },
  );

  it('of the cart finds the product of its line', async () => {
    expect(told(await match({}, { products: ['cart'], fromCart: 'PÄRM-B' }))).toBe('PÄRM-B by cart');
    expect(told(await match({ sellersId: 'OKÄND' }, { fromCart: 'PÄRM-B' }))).toBe('PRODUCT_UNKNOWN');
  });

  it('of the manufacturer is in no ladder that says nothing', async () => {
    expect(told(await match(A['manufacturersId']!))).toBe('PRODUCT_UNKNOWN');
    expect(told(await match({ manufacturersId: 'es 4711' }, { products: ['manufacturersId'] }))).toBe(
      'PRODUCT_UNKNOWN',
    );
  });
});

describe('several rungs', () => {
  const all: Partial<OrderItem> = {
    ...A['sellersItemId'],
    ...A['buyersItemId'],
    ...A['gtin'],
    ...A['manufacturersId'],
  };

  it('that agree are told by the first of the ladder, and what the others said is kept', async () => {
    const { product } = await match(
      { ...all, manufacturersId: 'OKÄND' },
      { products: ['gtin', 'sellersItemId', 'manufacturersId'] },
    );
    expect(product).toMatchObject({
      articleNumber: 'PÄRM-A',
      by: 'gtin',
      others: [
        { by: 'sellersItemId', articles: ['PÄRM-A'] },
        { by: 'manufacturersId', articles: [] },
      ],
    });
    expect((await match(A['gtin']!)).product).not.toHaveProperty('others');
  });

  it.each<[string, Partial<OrderItem>, readonly ProductRung[], string]>([
    [
      'contradict each other',
      { sellersId: 'PÄRM-A', buyersId: 'B-B' },
      productRungs,
      'PRODUCT_AMBIGUOUS PÄRM-A PÄRM-B',
    ],
    [
      'name the candidates in the order of the ladder',
      { sellersId: 'PÄRM-A', buyersId: 'B-B' },
      ['buyersItemId', 'sellersItemId'],
      'PRODUCT_AMBIGUOUS PÄRM-B PÄRM-A',
    ],
    [
      'do not contradict where one is left out',
      { sellersId: 'PÄRM-A', buyersId: 'B-B' },
      ['sellersItemId'],
      'PÄRM-A by sellersItemId',
    ],
    ['have two hits for one number', { manufacturersId: 'ES-4712' }, productRungs, 'PRODUCT_AMBIGUOUS PÄRM-B PÄRM-C'],
    ['decide together', { buyersId: 'B-B', manufacturersId: 'ES-4712' }, productRungs, 'PÄRM-B by buyersItemId'],
    [
      'take an alias of a number that is an article',
      { sellersId: 'PÄRM-A' },
      ['alias', 'sellersItemId'],
      'PÄRM-B by alias',
    ],
  ])('%s', async (_, item, ladder, expected) => {
    expect(told(await match(item, { products: ladder }))).toBe(expected);
  });

  it('contradict the cart', async () => {
    const found = await match(A['sellersItemId']!, { products: productRungs, fromCart: 'PÄRM-B' });
    expect(told(found)).toBe('PRODUCT_AMBIGUOUS PÄRM-A PÄRM-B');
    expect(found.reasons[0]?.candidates?.map(({ by }) => by)).toEqual(["seller's article number", 'line of a cart']);
  });
});

describe('a remembered answer', () => {
  const by = { partnerId, mode: 'production', orderId: v7(), actor: 'Åsa' } as const;
  const asked = { sellersId: 'PÄRM-A', standardId: { id: OTHER_GTIN, scheme: 'GTIN' } };

  it('decides alone, for exactly what was said, until its last day, in its mode, for its partner', async () => {
    expect(told(await match(asked))).toBe('PRODUCT_AMBIGUOUS PÄRM-A PÄRM-B PÄRM-C');
    const key = itemKey(orderLine({ item: asked }).item, customerId)!;
    const target = await idOf('PÄRM-C');
    await remember(database.em(), [{ kind: 'product', key, target, until: '2026-11-24' }], by);
    const found = await match(asked);
    expect(told(found)).toBe('PÄRM-C by remembered');
    expect(found.product?.others).toEqual([
      { by: 'sellersItemId', articles: ['PÄRM-A'] },
      { by: 'gtin', articles: ['PÄRM-B', 'PÄRM-C'] },
    ]);
    expect(told(await match({ ...asked, buyersId: 'B-A' }))).toContain('PRODUCT_AMBIGUOUS');
    expect(told(await match({ sellersId: 'PÄRM-A' }))).toBe('PÄRM-A by sellersItemId');
    const lines = [orderLine({ item: asked })];
    for (const other of [{ day: '2026-11-25' }, { mode: 'test' as const }, { partnerId: v7() }]) {
      const [later] = await matchLines(database.em(), { customerId, lines, memory: { ...memory, ...other } });
      expect(later?.product).toBeUndefined();
    }
  });

  it("in a customer's own words holds for that customer alone", async () => {
    const item = { name: 'Blå pärm, bred rygg' };
    const key = itemKey(orderLine({ item }).item, customerId)!;
    await remember(database.em(), [{ kind: 'product', key, target: await idOf('PÄRM-B') }], by);
    expect(told(await match(item))).toBe('PÄRM-B by remembered');
    expect(told(await match({ ...item, sellersId: 'X' }))).toBe('PRODUCT_UNKNOWN');
    const lines = [orderLine({ item })];
    const [other] = await matchLines(database.em(), { customerId: v7(), lines, memory });
    expect(other?.reasons).toMatchObject([{ code: 'PRODUCT_UNKNOWN' }]);
  });
});

describe('units', () => {
  it("of the partner are read by the agreement's table, also where the product has one of that name", async () => {
    await products(database.em(), {
      articleNumber: 'LÅDA',
      unit: 'C62',
      units: [
        { unit: 'BX', factor: '12' },
        { unit: 'ST', factor: '5' },
      ],
    });
    const quantity = async (unit: string, units: Record<string, string>) =>
      (await match({ sellersId: 'LÅDA' }, { policy: { units }, line: { quantity: '2', unit } })).shopQuantity;
    expect(await quantity('KRT', { KRT: 'BX' })).toBe('24');
    expect(await quantity('ST', { ST: 'C62' })).toBe('2');
    expect(await quantity('ST', {})).toBe('10');
    expect(await quantity('KRT', {})).toBeUndefined();
  });

  it("that the product does not know are the buyer's word; another word than the product's is a question", async () => {
    const line = (unit: string, rate: string) => ({
      quantity: '3',
      unit,
      price: { amount: '100', baseQuantity: '100', baseQuantityUnit: 'C62', orderableUnitFactorRate: rate },
    });
    const known = await match({ sellersId: 'LÅDA' }, { line: line('KRT', '24') });
    expect(known).toMatchObject({ shopQuantity: '72', product: { unitFactor: '24' }, reasons: [] });
    expect((await match({ sellersId: 'LÅDA' }, { line: line('BX', '12') })).reasons).toEqual([]);
    const { reasons, shopQuantity } = await match({ sellersId: 'LÅDA' }, { line: line('BX', '10') });
    expect(shopQuantity).toBe('36');
    expect(reasons).toMatchObject([
      { code: 'UNIT_CONTRADICTION', facts: { articleNumber: 'LÅDA', unit: 'BX', theirs: '10 C62', ours: '12 C62' } },
    ]);
  });
});

describe('a line without a product', () => {
  const written = { quantity: '2', price: { amount: '450' }, lineExtensionAmount: '900.00' };

  it.each<[MatchPolicy['unknownLine'], object | undefined, boolean]>([
    ['hold', undefined, false],
    ['rejectLine', { action: 'rejectLine' }, false],
    ['rejectOrder', { action: 'rejectOrder' }, false],
    ['asText', { action: 'notify' }, true],
  ])('is %s', async (unknownLine, action, freeText) => {
    const found = await match({ name: 'Montering på plats' }, { policy: { unknownLine }, line: written });
    expect(found.reasons).toMatchObject([{ code: 'PRODUCT_UNKNOWN', ...action }]);
    expect(found.reasons[0]?.action).toBe(action && (action as { action: string }).action);
    expect(found.freeText ?? false).toBe(freeText);
  });

  it.each([
    ['a name', {}, written],
    ['a price', { name: 'Montering' }, { quantity: '2' }],
    ['a quantity', { name: 'Montering' }, { ...written, quantity: '0' }],
    ['an amount of quantity x price', { name: 'Montering' }, { ...written, lineExtensionAmount: '9000.00' }],
    [
      'a price for its own unit',
      { name: 'Montering' },
      { ...written, price: { amount: '450', baseQuantityUnit: 'HUR' } },
    ],
    ['no charge', { name: 'Montering' }, { ...written, allowanceCharges: [{ charge: true, amount: '5' }] }],
  ])('is a question without %s', async (_, item, line) => {
    const { freeText, reasons } = await match(item, { policy: { unknownLine: 'asText' }, line });
    expect(freeText).toBeUndefined();
    expect(reasons).toMatchObject([{ code: 'PRODUCT_UNKNOWN' }]);
    expect(reasons[0]).not.toHaveProperty('action');
  });

  it('does not hide that several products fit', async () => {
    const found = await match(
      { manufacturersId: 'ES-4712', name: 'Pärm' },
      { products: productRungs, policy: { unknownLine: 'asText' }, line: written },
    );
    expect(told(found)).toContain('PRODUCT_AMBIGUOUS');
  });
});

describe('the order of rows in the database', () => {
  const value = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const item = fc.record({
    sellersId: value('PÄRM-A', 'PÄRM-B', 'GAMMAL-A', 'OKÄND'),
    buyersId: value('B-A', 'B-B'),
    standardId: value({ id: GTIN }, { id: OTHER_GTIN }),
    manufacturersId: value('ES-4711', 'ES-4712'),
  });
  const clean = (given: object) => JSON.parse(JSON.stringify(given)) as Partial<OrderItem>;

  it('does not matter for a match, in one statement', async () => {
    const items = fc.sample(item, 60).map(clean);
    const lines = items.map((each, index) => orderLine({ position: index + 1, id: `${index}`, item: each }));
    const policy = { ...usualMatching, products: productRungs };
    const results: string[] = [];
    const orders = [articles, articles.toReversed(), [articles[1]!, articles[2]!, articles[0]!]];
    for (const order of orders) {
      await fill(order);
      const count = await countStatements(database.em(), async (em) => {
        const found = await matchLines(em, { customerId, lines, policy, memory });
        const withoutIds = JSON.stringify(found, (key, each: unknown) =>
          key === 'productId' || key === 'id' ? undefined : each,
        );
        results.push(withoutIds);
      });
      expect(count).toBe(1);
    }
    expect(new Set(results).size).toBe(1);
  });
});
