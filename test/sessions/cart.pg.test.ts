import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { acknowledgePrices, addToCart, changeLine, removeLine, restoreLine } from '../../sessions/cart.ts';
import { cartSummary } from '../../sessions/cartSummary.ts';
import { readCart } from '../../sessions/cartView.ts';
import { adoptCart, saveForLater, unsentCarts } from '../../sessions/earlierCarts.ts';
import type { SessionInHand } from '../../sessions/inHand.ts';
import { PunchOutSession } from '../../sessions/session.entity.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { countStatements, customers, prices, products } from '../shop/fixtures.ts';
import { add, after, NOW, punchOut, shopping, smallShop, type TestPunchOut } from './kit.ts';

let database: TestDatabase;
let partner: TestPunchOut;

beforeAll(async () => {
  database = await createTestDatabase();
  await smallShop(database.em());
  partner = await punchOut(database.em());
  return database.close;
});

const em = () => database.em();
const visit = async (more: object = {}) => (await shopping(em(), partner, more)).session;
const view = (session: SessionInHand, now = NOW) => readCart(em(), session, now);

describe('a cart', () => {
  test('shows prices of the day with quantity breaks, sums and VAT of the country', async () => {
    const session = await visit();
    await add(em(), session, 'SKR-1', '20');
    await add(em(), session, 'PEN-1', '3');
    const cart = await view(session);
    expect(cart.lines).toMatchObject([
      {
        ...{
          number: 1,
          articleNumber: 'SKR-1',
          name: 'Träskruv försänkt',
          unit: 'C62',
          units: ['C62', 'BX'],
          quantity: '20',
        },
        ...{ rules: { minimum: '10', multiple: '10' }, price: { amount: '50', baseQuantity: '100' }, unitPrice: '0.5' },
        ...{ amount: '10', tax: { category: 'S', percent: '25' }, inStock: true, leadTimeDays: 3, problems: [] },
      },
      { number: 2, articleNumber: 'PEN-1', unitPrice: '12.5', amount: '37.5', problems: [] },
    ]);
    expect(cart).toMatchObject({
      ...{ currency: 'SEK', total: '47.5', totalWithVat: '59.38', belowMinimum: false, day: '2026-11-25' },
      ...{ vat: [{ base: '47.5', amount: '11.88' }], validUntil: '2026-12-25', isChangeable: true },
    });
    await changeLine(em(), session, 1, { quantity: '1000' }, NOW);
    expect((await view(session)).lines[0]).toMatchObject({ unitPrice: '0.45', amount: '450', problems: [] });
    await changeLine(em(), session, 1, { quantity: '5', unit: 'BX' }, NOW);
    expect((await view(session)).lines[0]).toMatchObject({
      ...{ unit: 'BX', price: { amount: '9000', baseQuantity: '100' }, unitPrice: '90', amount: '450', problems: [] },
    });
    expect(await cartSummary(em(), session)).toEqual({ count: 2, sum: '487.5' });
  });

  test('takes a form once, joins the same article, and keeps lines with words of their own apart', async () => {
    const session = await visit();
    const form = { articleNumber: 'PEN-1', quantity: '2', formKey: 'abc' };
    const twice = await Promise.all([addToCart(em(), session, form, NOW), addToCart(em(), session, form, NOW)]);
    expect(twice).toEqual([1, 1]);
    expect(await add(em(), session, 'PEN-1', '1.5')).toBe(1);
    await changeLine(em(), session, 1, { note: '  Till våning 3\u0000 ', reference: 'KST 4711' }, NOW);
    expect(await add(em(), session, 'PEN-1', '1')).toBe(2);
    expect((await view(session)).lines).toMatchObject([
      { quantity: '3.5', note: 'Till våning 3', reference: 'KST 4711' },
      { quantity: '1' },
    ]);
    await changeLine(em(), session, 1, { note: '' }, NOW);
    const [first] = (await view(session)).lines;
    expect(first).not.toHaveProperty('note');
    expect(first).toHaveProperty('reference', 'KST 4711');
  });

  test('gives a removed line back', async () => {
    const session = await visit();
    await add(em(), session, 'PEN-1', '2');
    await removeLine(em(), session, 1, NOW);
    await removeLine(em(), session, 1, NOW);
    expect(await view(session)).toMatchObject({
      lines: [],
      total: '0',
      removed: [{ number: 1, articleNumber: 'PEN-1' }],
    });
    expect(await add(em(), session, 'PEN-1', '1')).toBe(2);
    await restoreLine(em(), session, 1, NOW);
    expect((await view(session)).lines.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('says which quantity would be right', async () => {
    const session = await visit();
    await add(em(), session, 'SKR-1', '14');
    expect((await view(session)).lines[0]!.problems).toEqual([
      { code: 'quantity', limit: 'multiple', of: '10', suggestion: '20' },
    ]);
    await changeLine(em(), session, 1, { quantity: '3' }, NOW);
    expect((await view(session)).lines[0]!.problems).toMatchObject([{ limit: 'minimum', suggestion: '10' }]);
    await changeLine(em(), session, 1, { quantity: '0.01', unit: 'BX' }, NOW);
    expect((await view(session)).lines[0]!.problems).toMatchObject([
      { limit: 'minimum', of: '0.05', suggestion: '0.05' },
    ]);
  });

  test.each([
    ['quantity', { quantity: '0' }, 'RequestInvalid'],
    ['a quantity that is none', { quantity: '1e9' }, 'RequestInvalid'],
    ['a unit of another article', { quantity: '1', unit: 'KGM' }, 'RequestInvalid'],
    ['an unknown article', { articleNumber: '<script>' }, 'NotFound'],
    ['an article with a NUL', { articleNumber: 'PEN\0' }, 'NotFound'],
    ['an article that is not sold any more', { articleNumber: 'GAM-1' }, 'NotFound'],
    ['a form key without end', { formKey: 'k'.repeat(101) }, 'RequestInvalid'],
  ])('refuses %s', async (_, form, type) => {
    const session = await visit();
    const added = { articleNumber: 'PEN-1', quantity: '1', formKey: 'f', ...form };
    await expect(addToCart(em(), session, added, NOW)).rejects.toMatchObject({ type });
    await expect(changeLine(em(), session, 9, { quantity: '1' }, NOW)).rejects.toMatchObject({ type: 'NotFound' });
    expect((await view(session)).lines).toEqual([]);
  });

  test('takes no more lines than agreed, and nothing outside the assortment', async () => {
    const small = await punchOut(em(), { maximumLines: 1, assortment: { categories: ['Pennor'] } });
    const { session } = await shopping(em(), small);
    await add(em(), session, 'PEN-1', '1');
    await changeLine(em(), session, 1, { note: 'x' }, NOW);
    await expect(add(em(), session, 'PEN-1', '1')).rejects.toMatchObject({
      ...{ type: 'RequestInvalid', details: [{ element: 'lines', found: '2', expected: 'at most 1 lines in a cart' }] },
    });
    await expect(add(em(), session, 'SKR-1', '10')).rejects.toMatchObject({ type: 'AccessDenied' });
  });

  test('of a session that only looks cannot be changed, nor one of a session that is over', async () => {
    const looking = await visit({ operation: 'inspect' });
    await expect(add(em(), looking, 'PEN-1', '1')).rejects.toMatchObject({ type: 'AccessDenied' });
    expect((await view(looking)).isChangeable).toBe(false);
    const session = await visit();
    const late = addToCart(em(), session, { articleNumber: 'PEN-1', quantity: '1', formKey: 'x' }, after(90_000_000));
    await expect(late).rejects.toMatchObject({ type: 'SessionExpired' });
  });

  test('takes a constant number of statements, whatever its length', async () => {
    const session = await visit();
    await add(em(), session, 'PEN-1', '1');
    const short = await countStatements(em(), (one) => readCart(one, session, NOW));
    for (let line = 0; line < 20; line += 1) {
      await add(em(), session, 'PEN-1', '1');
      await changeLine(em(), session, line + 1, { reference: `R${line}` }, NOW);
    }
    expect(await countStatements(em(), (one) => readCart(one, session, NOW))).toBe(short);
  });
});

describe('what changes while the buyer shops', () => {
  test('is told at the line, and kept until it is acknowledged', async () => {
    await products(em(), { articleNumber: 'HAN-1', name: { sv: 'Handske' }, units: [{ unit: 'PR', factor: '2' }] });
    await prices(em(), { articleNumber: 'HAN-1', amount: '80' });
    const session = await visit();
    await add(em(), session, 'HAN-1', '4');
    await add(em(), session, 'HAN-1', '1', 'PR');
    await prices(em(), { articleNumber: 'HAN-1', amount: '85.25' });
    expect((await view(session)).lines.map(({ problems }) => problems)).toEqual([
      [{ code: 'priceChanged', was: '80', now: '85.25' }],
      [{ code: 'priceChanged', was: '160', now: '170.5' }],
    ]);
    await acknowledgePrices(em(), session, NOW);
    expect((await view(session)).lines.map(({ problems }) => problems)).toEqual([[], []]);
    await products(em(), { articleNumber: 'HAN-1', name: { sv: 'Handske' } });
    expect((await view(session)).lines[1]!.problems).toEqual([{ code: 'unitGone', known: ['C62'] }]);
    await sql`delete from price where product_id = (select id from product where article_number = 'HAN-1')`.execute(
      em().getKysely(),
    );
    expect((await view(session)).lines[0]!.problems).toEqual([{ code: 'priceMissing' }]);
    await products(em(), { articleNumber: 'HAN-1', name: { sv: 'Handske' }, status: 'withdrawn', replacedBy: 'PEN-1' });
    expect((await view(session)).lines[0]!.problems).toEqual([{ code: 'withdrawn', replacedBy: 'PEN-1' }]);
  });

  test('a customer that moves to another group pays the prices of that group', async () => {
    const session = await visit();
    await add(em(), session, 'PEN-1', '1');
    await prices(em(), {
      list: { code: 'GRP', currency: 'SEK', kind: 'group', group: 'guld' },
      articleNumber: 'PEN-1',
      amount: '10',
    });
    await customers(em(), { number: 'K-1', name: 'Umeå Verkstad AB', group: 'guld' });
    expect((await view(session)).lines[0]!.problems).toEqual([{ code: 'priceChanged', was: '12.5', now: '10' }]);
    await customers(em(), { number: 'K-1', name: 'Umeå Verkstad AB' });
    expect((await view(session)).lines[0]!.problems).toEqual([]);
  });

  test('a cart below the minimum order value says so', async () => {
    const wholesale = await punchOut(em(), { minimumOrderValue: '100' });
    const { session } = await shopping(em(), wholesale);
    await add(em(), session, 'PEN-1', '7');
    expect(await view(session)).toMatchObject({ total: '87.5', minimumOrderValue: '100', belowMinimum: true });
    await add(em(), session, 'PEN-1', '1');
    expect((await view(session)).belowMinimum).toBe(false);
  });
});

describe('an unsent cart', () => {
  const anna = { user: { key: 'anna@example.com' } };

  test('is offered to the same identified user at the next start, and taken over once', async () => {
    const first = await visit(anna);
    await add(em(), first, 'PEN-1', '2');
    await changeLine(em(), first, 1, { note: 'Blå' }, NOW);
    const second = await visit(anna);
    const offered = await unsentCarts(em(), second, NOW);
    expect(offered).toMatchObject([{ code: first.row.cartCode, lines: 1, saved: false }]);
    expect(await unsentCarts(em(), await visit({ user: { key: 'bo' } }), NOW)).toEqual([]);
    expect(await unsentCarts(em(), await visit(), NOW)).toEqual([]);
    await add(em(), second, 'SKR-1', '10');
    expect(await adoptCart(em(), second, offered[0]!.code, NOW)).toBe(1);
    expect((await view(second)).lines).toMatchObject([
      { articleNumber: 'SKR-1' },
      { number: 2, articleNumber: 'PEN-1', note: 'Blå' },
    ]);
    await expect(adoptCart(em(), second, offered[0]!.code, NOW)).rejects.toMatchObject({ type: 'NotFound' });
    expect(await unsentCarts(em(), await visit(anna), NOW)).toMatchObject([{ code: second.row.cartCode }]);
  });

  test('of a shared user is found by its code, by the same partner and customer alone', async () => {
    const first = await visit();
    await add(em(), first, 'PEN-1', '2');
    await saveForLater(em(), first, NOW);
    const typed = ` ${first.row.cartCode.toLowerCase().replace('-', '')} `;
    const elsewhere = await punchOut(em());
    const { session: stranger } = await shopping(em(), elsewhere);
    await expect(adoptCart(em(), stranger, typed, NOW)).rejects.toMatchObject({ type: 'NotFound' });
    const [other] = await customers(em(), { number: 'K-2' });
    const sister = await visit({ customer: { id: other!, number: 'K-2', name: 'Kund K-2' } });
    await expect(adoptCart(em(), sister, typed, NOW)).rejects.toMatchObject({ type: 'NotFound' });
    const identified = await visit(anna);
    await add(em(), identified, 'PEN-1', '1');
    const shared = await visit();
    await expect(adoptCart(em(), shared, identified.row.cartCode, NOW)).rejects.toMatchObject({ type: 'NotFound' });
    expect(await adoptCart(em(), shared, typed, NOW)).toBe(1);
  });

  test('is offered for thirty days', async () => {
    const bo = { user: { key: 'bo@example.com' } };
    const first = await visit(bo);
    await add(em(), first, 'PEN-1', '2');
    const days = (count: number) => after(count * 86_400_000);
    const later = (await shopping(em(), partner, bo, days(29))).session;
    expect(await unsentCarts(em(), later, days(29))).toHaveLength(1);
    expect(await unsentCarts(em(), later, days(31))).toEqual([]);
  });
});

test('fifty sessions of one shared user at once never see each other’s lines', async () => {
  const sessions = await Promise.all(Array.from({ length: 50 }, () => visit()));
  expect(new Set(sessions.map(({ row }) => row.cartCode)).size).toBe(50);
  await Promise.all(
    sessions.map(async (session, index) => {
      await add(em(), session, 'PEN-1', String(index + 1));
      await changeLine(em(), session, 1, { reference: `session ${index}` }, NOW);
      await add(em(), session, 'SKR-1', String((index + 1) * 10));
    }),
  );
  const carts = await Promise.all(sessions.map((session) => view(session)));
  for (const [index, { lines }] of carts.entries()) {
    expect(lines.map(({ quantity, reference }) => [quantity, reference])).toEqual([
      [String(index + 1), `session ${index}`],
      [String((index + 1) * 10), undefined],
    ]);
  }
  expect(
    await em().count(PunchOutSession, { lastLine: { $gt: 2 }, id: { $in: sessions.map(({ row }) => row.id) } }),
  ).toBe(0);
});
