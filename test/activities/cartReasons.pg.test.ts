import { beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { OrderInHand, type ReadOrder, type Standing } from '../../activities/orderInHand.ts';
import { reasonSentence } from '../../documents/sentences.ts';
import type { OrderLine } from '../../formats/document/order.ts';
import { agreementSchema } from '../../partners/agreement.ts';
import { shopProfile } from '../../shop/profile.ts';
import type { Reason } from '../../shop/evaluation.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { placed } from '../kit/placed.ts';
import { punchOut, returnedCart, smallShop, type ReturnedCart, type TestPunchOut } from '../sessions/kit.ts';
import { orderHeader, prices } from '../shop/fixtures.ts';
import { orderLine } from '../shop/lines.ts';
import type { Settings } from '../shop/policy.ts';

/** What an agreement makes of an order that differs from its cart. */

let database: TestDatabase;
let partner: TestPunchOut;
const em = () => database.em();

beforeAll(async () => {
  database = await createTestDatabase();
  await smallShop(em());
  partner = await punchOut(em(), { promiseDays: 30 });
  return database.close;
});

const holdAll = {
  missing: 'hold',
  added: 'hold',
  quantity: 'hold',
  overUsed: 'hold',
  price: 'hold',
  unit: 'hold',
  expired: 'hold',
} as const;

const pens = ({ lines }: ReturnedCart, quantity = '3', amount = '12.50'): OrderLine =>
  orderLine({
    ...{ position: 2, id: '20', quantity, price: { amount } },
    item: { sellersId: 'PEN-1', sellersExtendedId: lines[1]!.auxiliaryId },
  });
const screws = ({ lines }: ReturnedCart, quantity = '2', unit = 'BX', amount = '100'): OrderLine =>
  orderLine({
    ...{ position: 1, id: '10', quantity, unit, price: { amount } },
    item: { sellersId: 'SKR-1', sellersExtendedId: lines[0]!.auxiliaryId },
  });

function inHand(
  lines: readonly OrderLine[],
  settings: Settings,
  day = '2026-11-26',
  { standing, quotation }: { standing?: Standing; quotation?: string } = {},
) {
  const { agreement, customer } = partner.given;
  const read = {
    document: { id: v7(), partner: agreement.partnerId, mode: 'production', receivedAt: new Date(`${day}T09:00:00Z`) },
    agreement: { ...agreement, settings: agreementSchema.parse(settings) },
    ...{
      day,
      header: orderHeader({ number: v7(), ...(quotation !== undefined && { quotation }) }),
      lines,
      lineCount: lines.length,
      contentHash: 'h',
    },
    ...{ judged: { refusals: [], questions: [], notices: [] }, repeated: new Map() },
  };
  const known = { customer, by: [], also: [], deliveryAddressId: undefined, rememberedPlace: undefined, reasons: [] };
  return async () => {
    const order = new OrderInHand(
      { ...read, shop: (await shopProfile(em()))! } as unknown as ReadOrder,
      known,
      standing,
    );
    const ofLines: Reason[] = [];
    for await (const batch of order.evaluated(em()))
      ofLines.push(...batch.flatMap(({ evaluated }) => evaluated.reasons));
    const tally = await order.tally(em());
    return { order, tally, reasons: [...tally.orderReasons, ...ofLines] };
  };
}

const told = (reasons: readonly Reason[]) => reasons.map((reason) => reasonSentence(reason, 'en'));
const codes = (reasons: readonly Reason[]) => reasons.map(({ code }) => code);

describe('an order that differs from its cart', () => {
  it('is asked about where the agreement says so, in words', async () => {
    const cart = await returnedCart(em(), partner);
    const added = orderLine({
      position: 3,
      id: '30',
      item: { sellersId: 'SKR-1' },
      quantity: '10',
      price: { amount: '0.5' },
    });
    const { reasons, tally } = await inHand([pens(cart, '4', '13'), added], { cart: holdAll })();
    expect(told(reasons.filter(({ code }) => code.startsWith('CART_')))).toEqual([
      `Line 30 of the order is not from cart ${cart.code}. Accept it if the line is meant all the same, or ask the buyer.`,
      `A line of cart ${cart.code} is not ordered: SKR-1. Accept it if the rest is not wanted or comes with another order, or ask the buyer.`,
      `Line 20: the order has 4 C62 of article PEN-1, but cart ${cart.code} had 3 C62. Accept it, change the quantity, or ask the buyer.`,
      `Line 20: article PEN-1 is ordered at 13.00 SEK, but cart ${cart.code} had 12.50 SEK. Accept it, change the price, or reject the line.`,
    ]);
    expect(tally.isClean).toBe(false);
  });

  it('is asked about in another unit, and after the last day of the promise', async () => {
    const cart = await returnedCart(em(), partner);
    const lines = [screws(cart, '400', 'C62', '0.50'), pens(cart)];
    const { reasons } = await inHand(lines, { cart: holdAll }, '2026-12-26')();
    expect(codes(reasons)).toEqual(['CART_UNIT_DEVIATION', 'CART_PROMISE_EXPIRED', 'CART_PROMISE_EXPIRED']);
  });

  it('is taken as it is where the agreement takes no notice, which is the default', async () => {
    const cart = await returnedCart(em(), partner);
    const { reasons, tally, order } = await inHand([pens(cart, '4')], {})();
    expect([reasons, tally.isClean]).toEqual([[], true]);
    for await (const [one] of order.evaluated(em())) {
      expect(one!.evaluated.cart).toMatchObject({ code: cart.code, line: 2, differences: ['quantity'] });
    }
  });

  it('has a line rejected, or is refused as a whole, without asking anybody', async () => {
    const cart = await returnedCart(em(), partner);
    const answers = { acceptance: 'whenClean', changesAllowed: true } as const;
    const line = await inHand([screws(cart), pens(cart, '4')], { answers, cart: { quantity: 'rejectLine' } })();
    expect([line.tally.rejected, line.tally.isClean]).toEqual([1, true]);
    const whole = await inHand([pens(cart)], { cart: { missing: 'rejectOrder' } })();
    expect(whole.tally.prices).toEqual({ questions: 0, refusals: 1 });
  });

  it('counts all its lines from one cart line, and what other orders have', async () => {
    const cart = await returnedCart(em(), partner);
    const twice = [pens(cart, '2'), { ...pens(cart, '2'), position: 3, id: '30' }];
    const settings = { cart: { ...holdAll, missing: 'ignore' } } as const;
    const { reasons } = await inHand(twice, settings)();
    expect(reasons).toMatchObject([{ line: '30', code: 'CART_QUANTITY_EXCEEDED', facts: { ordered: '4 C62' } }]);
    const { partnerId } = partner.given.agreement;
    await placed(em(), { partnerId, customerId: partner.given.customer.id, lines: [pens(cart, '2')] });
    const second = await inHand([pens(cart, '2')], settings)();
    expect(second.reasons).toMatchObject([
      { line: '20', code: 'CART_USED_UP', facts: { ordered: '2 C62', elsewhere: '2 C62', inCart: '3 C62' } },
    ]);
  });

  it('misses nothing that another order has, or that a change leaves as it is', async () => {
    const cart = await returnedCart(em(), partner);
    const { partnerId } = partner.given.agreement;
    const lines = [screws(cart), pens(cart)];
    const orderId = await placed(em(), { partnerId, customerId: partner.given.customer.id, lines });
    expect((await inHand([pens(cart, '1')], { cart: { missing: 'hold' } })()).reasons).toEqual([]);
    const standing = { orderId, header: orderHeader(), lines: [screws(cart)] };
    const change = await inHand([pens(cart, '4')], { cart: holdAll }, '2026-11-26', { standing })();
    expect(codes(change.reasons)).toEqual(['CART_QUANTITY_EXCEEDED']);
    const removed = await inHand([], { cart: holdAll }, '2026-11-26', { standing })();
    expect(codes(removed.reasons)).toEqual(['CART_LINES_MISSING']);
  });
});

describe('an order that names a cart as a whole', () => {
  it('is held against it, even where none of its lines is from there', async () => {
    const cart = await returnedCart(em(), partner);
    const line = orderLine({ item: { sellersId: 'GAM-1' }, quantity: '1' });
    const { tally } = await inHand([line], { cart: holdAll }, '2026-11-26', { quotation: cart.number })();
    expect(codes(tally.cartReasons)).toEqual(['CART_LINES_ADDED', 'CART_LINES_MISSING']);
    expect(tally.cartReasons).toMatchObject([{ facts: { carts: [cart.code], count: 1 } }, { facts: { count: 2 } }]);
  });
});

describe('the price that a cart promised', () => {
  it('ends with the last piece of the cart, where the agreement says so, and the reason tells', async () => {
    const cart = await returnedCart(em(), partner);
    await prices(em(), { articleNumber: 'PEN-1', amount: '15' });
    const { partnerId } = partner.given.agreement;
    const price = { against: ['cart', 'day'] } satisfies Settings['price'];
    const once = { price, cart: { promise: 'untilUsedUp' } } as const;
    expect((await inHand([pens(cart)], once)()).reasons).toEqual([]);
    await placed(em(), { partnerId, customerId: partner.given.customer.id, lines: [pens(cart)] });
    expect((await inHand([pens(cart)], { price })()).reasons).toEqual([]);
    const { reasons } = await inHand([pens(cart)], once)();
    expect(told(reasons)[0]).toContain(
      `It looks like the price of cart ${cart.number}, which other orders have used up`,
    );
  });
});
