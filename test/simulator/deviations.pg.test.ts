import { v7 } from 'uuid';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { OrderLineToWrite } from '../../formats/document/orderToWrite.ts';
import { neutralCart } from '../../sessions/cartMessage.ts';
import { readCart } from '../../sessions/cartView.ts';
import type { SessionInHand } from '../../sessions/inHand.ts';
import { cartLinesInUse } from '../../sessions/orderedCart.ts';
import { writeCartMessage } from '../../sessions/writeCartMessage.ts';
import { evaluateLines } from '../../shop/evaluate.ts';
import type { Buyer } from '../../simulator/buyer.ts';
import { endPromise, possibleDeviations, type Deviation } from '../../simulator/deviations.ts';
import { makeOrder } from '../../simulator/orders.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { add, NOW, punchOut, shopping, smallShop, type TestPunchOut } from '../sessions/kit.ts';
import { prices, products } from '../shop/fixtures.ts';
import { orderLine } from '../shop/lines.ts';
import { questionOn } from '../shop/policy.ts';

let database: TestDatabase;
let partner: TestPunchOut;
let session: SessionInHand;
let quotation = '';
let lines: OrderLineToWrite[] = [];
const em = () => database.em();
const today = '2026-11-25';

beforeAll(async () => {
  database = await createTestDatabase();
  await smallShop(em());
  await products(em(), { articleNumber: 'SÅG-1', minimumQuantity: '2' });
  await prices(em(), { articleNumber: 'SÅG-1', amount: '199' });
  partner = await punchOut(em(), { promiseDays: 30 });
  ({ session } = await shopping(em(), partner));
  await add(em(), session, 'SKR-1', '2', 'BX');
  await add(em(), session, 'PEN-1', '3');
  const cart = await neutralCart(em(), session, await readCart(em(), session, NOW), 'return', NOW);
  await writeCartMessage(em(), { sessionId: session.row.id, attempt: 'a', kind: 'return' }, NOW);
  quotation = cart.header.number;
  lines = cart.lines.map(({ id, sellersId, name, quantity, unit, price }) => ({
    ...{ id, sellersId, name, quantity, unit },
    price: { amount: price.amount, baseQuantity: price.baseQuantity },
  }));
  return database.close;
});

/** What an order with the deviation is found to have of the cart, by the article of each line; undefined: it comes from none. */
async function found(deviation: Deviation): Promise<Record<string, readonly string[] | undefined>> {
  const { agreement, customer } = partner.given;
  const buyer = { settings: agreement.settings, customerNumber: customer.number } as Buyer;
  const given = { lines, currency: 'SEK', quotation, format: 'peppol-28a-order', deviation } as const;
  const { order } = await makeOrder(em(), buyer, given, NOW);
  const ordered = order.lines.map((line, index) =>
    orderLine({
      position: index + 1,
      ...{ quantity: line.quantity, unit: line.unit, price: line.price, item: { sellersId: line.sellersId } },
    }),
  );
  const header = { currency: order.currency, issueDate: order.issueDate, quotation };
  const { partnerId } = agreement;
  const fromCarts = await cartLinesInUse(em(), { partnerId, mode: 'test', orderId: v7(), header, lines: ordered });
  const question = { ...questionOn(today), header, customerId: customer.id, fromCarts, lines: ordered };
  const evaluated = await evaluateLines(em(), question);
  return Object.fromEntries(order.lines.map(({ sellersId }, i) => [sellersId, evaluated[i]!.cart?.differences]));
}

test('an order differs from its cart as it is told to, and each difference is found', async () => {
  await endPromise(em(), session, today);
  await sql`update punch_out_session set mode = 'test'`.execute(em().getKysely());
  // the visit was none of a test agreement then, so its promise holds
  expect(await found('none')).toEqual({ 'SKR-1': [], 'PEN-1': [] });
  expect(await found('more')).toEqual({ 'SKR-1': ['quantity'], 'PEN-1': [] });
  expect(await found('price')).toEqual({ 'SKR-1': ['price'], 'PEN-1': [] });
  expect(await found('missing')).toEqual({ 'SKR-1': [] });
  expect(await found('added')).toEqual({ 'SKR-1': [], 'PEN-1': [], 'SÅG-1': undefined });
  expect(await possibleDeviations(em(), session, lines)).toContain('expired');
  await endPromise(em(), session, today);
  expect(await found('expired')).toEqual({ 'SKR-1': ['expired'], 'PEN-1': ['expired'] });
});

test('what a cart cannot show is not offered: a missing line of a single one, the end of no promise', async () => {
  const offered = await possibleDeviations(em(), undefined, lines.slice(0, 1));
  expect(offered).not.toContain('missing');
  expect(offered).not.toContain('expired');
  expect(offered).toContain('added');
});
