import { beforeAll, describe, expect, it } from 'vitest';
import { againstCarts } from '../../sessions/cartOfOrder.ts';
import { likeCart } from '../../sessions/likeCart.ts';
import { findOrder } from '../../shop/orderQueries.ts';
import { createTestDatabase, query, type TestDatabase } from '../kit/database.ts';
import { placed, type PlacedOrder } from '../kit/placed.ts';
import { orderLine } from '../shop/lines.ts';
import { punchOut, returnedCart, smallShop, type ReturnedCart, type TestPunchOut } from './kit.ts';

const DAY = '2026-11-26';
let database: TestDatabase;
let partner: TestPunchOut;
const em = () => database.em();

beforeAll(async () => {
  database = await createTestDatabase();
  await smallShop(em());
  partner = await punchOut(em(), { promiseDays: 30 });
  return database.close;
});

const returned = () => returnedCart(em(), partner);

interface Wanted {
  readonly article: 'SKR-1' | 'PEN-1';
  readonly quantity: string;
  readonly unit?: string;
  readonly price: string;
  readonly key?: string | undefined;
  readonly cartLine?: string;
}

let orders = 0;

async function order(
  wanted: readonly Wanted[],
  { quotation, status }: { quotation?: string; status?: PlacedOrder['status'] } = {},
) {
  const lines = wanted.map(({ article, quantity, unit = 'C62', price, key, cartLine }, index) =>
    orderLine({
      ...{ position: index + 1, id: String(10 * (index + 1)), quantity, unit, price: { amount: price } },
      item: { sellersId: article, ...(key !== undefined && { sellersExtendedId: key }) },
      ...(cartLine !== undefined && { quotationLine: cartLine }),
    }),
  );
  const header = { number: `Ö-${++orders}`, ...(quotation !== undefined && { quotation }) };
  const { partnerId } = partner.given.agreement;
  return placed(em(), { partnerId, customerId: partner.given.customer.id, header, lines, ...(status && { status }) });
}

async function compared(id: string, receipt = DAY) {
  return againstCarts(em(), await given(id, receipt));
}

async function given(id: string, receipt: string) {
  const order = (await findOrder(em(), { id }))!;
  return { order, mode: 'production', receivedAt: new Date(`${receipt}T09:00:00Z`), receipt } as const;
}

/** Per line of the cart: ordered, elsewhere, left, differences. */
async function rows(id: string, receipt?: string) {
  const { carts } = await compared(id, receipt);
  return carts.flatMap(({ lines }) =>
    lines.map(({ ordered, orderedElsewhere, left, differences }) => [ordered, orderedElsewhere, left, ...differences]),
  );
}

const screws = ({ lines }: ReturnedCart, quantity = '2', more: Partial<Wanted> = {}): Wanted => ({
  ...{ article: 'SKR-1', quantity, unit: 'BX', price: '100', key: lines[0]!.auxiliaryId },
  ...more,
});
const pens = ({ lines }: ReturnedCart, quantity = '3', more: Partial<Wanted> = {}): Wanted => ({
  ...{ article: 'PEN-1', quantity, price: '12.50', key: lines[1]!.auxiliaryId },
  ...more,
});

describe('an order held against its cart', () => {
  it('has no differences where it orders what the cart had', async () => {
    const cart = await returned();
    const result = await compared(await order([screws(cart), pens(cart)]));
    expect(result).toMatchObject({ added: [], isWhole: true, carts: [{ cart: cart.code }] });
    expect(result.carts[0]!.lines).toMatchObject([
      {
        line: 1,
        articleNumber: 'SKR-1',
        quantity: '2',
        unit: 'BX',
        price: '100',
        until: '2026-12-25',
        ordered: '2',
        left: '0',
      },
      {
        line: 2,
        articleNumber: 'PEN-1',
        quantity: '3',
        ordered: '3',
        orderLines: [{ position: 2, lineId: '20' }],
        differences: [],
      },
    ]);
  });

  it('tells what is missing, added, more, dearer, in another unit and too late', async () => {
    const cart = await returned();
    const other = await compared(
      await order([pens(cart, '4', { price: '13' }), { article: 'SKR-1', quantity: '400', price: '0.50' }]),
    );
    expect(other.carts[0]!.lines.map(({ differences }) => differences)).toEqual([['missing'], ['quantity', 'price']]);
    expect(other.added).toEqual([{ position: 2, lineId: '20' }]);
    const inPieces = await order([screws(cart, '400', { unit: 'C62', price: '0.50' })]);
    expect(await rows(inPieces, '2026-12-26')).toMatchObject([
      ['2', '0', '0', 'unit', 'expired'],
      ['0', '4', '-1'],
    ]);
  });

  it('counts what other orders have of the cart, until they are rejected or cancelled', async () => {
    const cart = await returned();
    const first = await order([pens(cart, '2', { key: undefined, cartLine: cart.lines[1]!.id })], {
      quotation: cart.number,
    });
    const second = await order([pens(cart, '2')]);
    await order([pens(cart, '1')], { status: 'Waiting' });
    const ofPens = async (id: string) => (await rows(id)).at(1);
    expect(await ofPens(first)).toEqual(['2', '2', '-1', 'overUsed']);
    expect(await ofPens(second)).toEqual(['2', '2', '-1', 'overUsed']);
    await query(database.url, [`update orders set status = 'Cancelled' where id = '${first}'`]);
    expect(await ofPens(second)).toEqual(['2', '0', '1']);
  });

  it('follows lines that were rejected and quantities that were changed', async () => {
    const cart = await returned();
    const first = await order([pens(cart, '2')]);
    const second = await order([pens(cart, '1')]);
    await query(database.url, [`update order_line set decision = '{"quantity": "1"}' where order_id = '${first}'`]);
    expect((await rows(second))[1]).toEqual(['1', '1', '1']);
    await query(database.url, [`update order_line set response_status = '27' where order_id = '${first}'`]);
    expect((await rows(second))[1]).toEqual(['1', '0', '2']);
    await query(database.url, [`update orders set status = 'Rejected' where id = '${second}'`]);
    expect((await rows(second))[1]).toEqual(['1', '0', '3']);
  });

  it('says that a unit is another where the article has lost the one of the cart', async () => {
    const cart = await returned();
    const id = await order([screws(cart)]);
    await query(database.url, [`update product_unit set unit = 'CT' where unit = 'BX'`]);
    expect((await rows(id))[0]).toEqual(['0', '0', '2', 'unit']);
    await query(database.url, [`update product_unit set unit = 'XBX' where unit = 'CT'`]);
    expect((await rows(id))[0]).toEqual(['2', '0', '0']);
    await query(database.url, [`update product_unit set unit = 'BX' where unit = 'XBX'`]);
  });

  it('is not held against a cart where it changes another order', async () => {
    const cart = await returned();
    const id = await order([pens(cart)]);
    await query(database.url, [`update orders set header = header || '{"operation": "change"}' where id = '${id}'`]);
    expect((await compared(id)).carts).toEqual([]);
  });

  it('may come from several carts', async () => {
    const [one, two] = [await returned(), await returned()];
    const { carts, added } = await compared(await order([screws(one), pens(two)]));
    expect(carts.map(({ cart }) => cart).toSorted()).toEqual([one.code, two.code].toSorted());
    expect(added).toEqual([]);
  });

  it('is held against none where it names none, or an article that the named line is not', async () => {
    expect(await compared(await order([{ article: 'PEN-1', quantity: '3', price: '12.50' }]))).toEqual({
      carts: [],
      added: [],
      isWhole: true,
    });
    const cart = await returned();
    const wrong = await compared(await order([pens(cart, '3', { article: 'SKR-1', key: cart.lines[1]!.auxiliaryId })]));
    expect(wrong.added).toEqual([{ position: 1, lineId: '10' }]);
    expect(wrong.carts[0]!.lines.map(({ differences }) => differences)).toEqual([['missing'], ['missing']]);
  });
});

describe('an order that names no cart', () => {
  const like = async (id: string, receipt = DAY) => likeCart(em(), await given(id, receipt));
  const boxes: Wanted = { article: 'SKR-1', quantity: '2', unit: 'BX', price: '100' };
  const pieces: Wanted = { article: 'PEN-1', quantity: '3', price: '13' };

  it('looks like the newest cart of its customer with the same articles and quantities that nobody has ordered', async () => {
    await query(database.url, ['update punch_out_session set returned_at = null']);
    const [first, second] = [await returned(), await returned()];
    const id = await order([pieces, { ...boxes, quantity: '400', unit: 'C62', price: '0.50' }]);
    const found = (await like(id))!;
    expect([first.code, second.code]).toContain(found.cart);
    expect(found.lines.map(({ differences }) => differences)).toEqual([['unit'], ['price']]);
    await order([screws(first)]);
    await order([pens(second)], { status: 'Waiting' });
    expect(await like(id)).toBeUndefined();
  });

  it('looks like none where an article or a quantity differs, or the cart is a month old or of another customer', async () => {
    const cart = await returned();
    expect((await like(await order([boxes, pieces])))?.cart).toBe(cart.code);
    const others = [
      [boxes],
      [boxes, { ...pieces, quantity: '4' }],
      [boxes, pieces, { ...pieces, article: 'SKR-1' }],
    ] as const;
    for (const lines of others) expect(await like(await order(lines))).toBeUndefined();
    const id = await order([boxes, pieces]);
    expect(await like(id, '2026-12-26')).toBeUndefined();
    expect(await like(id, '2026-11-24')).toBeUndefined();
    await query(database.url, [
      `update orders set customer_id = (select id from customer where number = 'K-2') where id = '${id}'`,
    ]);
    expect(await like(id)).toBeUndefined();
  });
});
