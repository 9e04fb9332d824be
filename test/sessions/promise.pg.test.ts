import { beforeAll, describe, expect, it } from 'vitest';
import { carryOutDecision } from '../../documents/carryOut.ts';
import { agreementSchema } from '../../partners/agreement.ts';
import { neutralCart } from '../../sessions/cartMessage.ts';
import { readCart } from '../../sessions/cartView.ts';
import { cartLines } from '../../sessions/orderedCart.ts';
import { writeCartMessage } from '../../sessions/writeCartMessage.ts';
import { orderDecisionSchema } from '../../shop/decision.ts';
import { evaluateLines } from '../../shop/evaluate.ts';
import { createTestDatabase, query, type TestDatabase } from '../kit/database.ts';
import { placed } from '../kit/placed.ts';
import { prices } from '../shop/fixtures.ts';
import { orderLine } from '../shop/lines.ts';
import { questionOn } from '../shop/policy.ts';
import { add, NOW, punchOut, shopping, smallShop, type TestPunchOut } from './kit.ts';

let database: TestDatabase;
let partner: TestPunchOut;
let number = '';
let lineIds: string[] = [];
const em = () => database.em();

beforeAll(async () => {
  database = await createTestDatabase();
  await smallShop(em());
  partner = await punchOut(em(), { promiseDays: 30 });
  const { session } = await shopping(em(), partner);
  await add(em(), session, 'SKR-1', '2', 'BX');
  await add(em(), session, 'PEN-1', '3');
  const cart = await neutralCart(em(), session, await readCart(em(), session, NOW), 'return', NOW);
  ({ number } = cart.header);
  lineIds = cart.lines.map(({ id }) => id);
  await writeCartMessage(em(), { sessionId: session.row.id, attempt: 'a', kind: 'return' }, NOW);
  // From now on everything is dearer.
  await prices(
    em(),
    { articleNumber: 'SKR-1', amount: '99', baseQuantity: '100' },
    { articleNumber: 'PEN-1', amount: '15' },
  );
  return database.close;
});

const ordered = (line: string | undefined, sellersId: string, quantity: string, amount: string) =>
  orderLine({
    ...{ quantity, price: { amount }, item: { sellersId } },
    ...(line !== undefined && { quotationLine: line }),
  });

/** What is made of a line of an order that names the cart, on a day. */
async function evaluate(line: ReturnType<typeof ordered>, day: string, quotation = number) {
  const { partnerId, mode } = partner.given.agreement;
  const header = { currency: 'SEK', issueDate: day, quotation };
  const fromCarts = await cartLines(em(), { partnerId, mode, header, lines: [line] });
  const question = { ...questionOn(day, { price: { against: ['cart', 'day'] } }), header };
  const [found] = await evaluateLines(em(), {
    ...question,
    customerId: partner.given.customer.id,
    fromCarts,
    lines: [line],
  });
  return [found?.priceOfTheDay?.chosenBy, found?.priceOfTheDay?.perShopUnit, found?.reasons.map(({ code }) => code)];
}

describe('a cart that goes back', () => {
  it('promises its prices until the day that it told, whatever becomes of the lists', async () => {
    expect(await evaluate(ordered(lineIds[1], 'PEN-1', '3', '12.50'), '2026-12-25')).toEqual(['cart', '12.5', []]);
    expect(await evaluate(ordered(lineIds[1], 'PEN-1', '9', '12.50'), '2026-11-25')).toEqual(['cart', '12.5', []]);
    expect(await evaluate(ordered(lineIds[0], 'SKR-1', '400', '0.50'), '2026-11-25')).toEqual(['cart', '0.5', []]);
  });

  it('promises them to a line without a number of its own, by the article', async () => {
    expect(await evaluate(ordered(undefined, 'PEN-1', '3', '12.50'), '2026-12-25')).toEqual(['cart', '12.5', []]);
  });

  it.each([
    ['after its last day', () => evaluate(ordered(lineIds[1], 'PEN-1', '3', '12.50'), '2026-12-26')],
    ['for less than it held', () => evaluate(ordered(lineIds[1], 'PEN-1', '2', '12.50'), '2026-11-25')],
    ['for a line that it has not', () => evaluate(ordered('99', 'PEN-1', '3', '12.50'), '2026-11-25')],
    ['where the order names another', () => evaluate(ordered('2', 'PEN-1', '3', '12.50'), '2026-11-25', 'XXXX-YYYY-1')],
  ])('promises nothing %s', async (_, found) => {
    expect(await found()).toEqual(['base', '15', ['PRICE_DEVIATION']]);
  });

  it('stores one promise for each line', async () => {
    const rows = await query(database.url, ['select promise from session_cart_line order by number']);
    expect(rows).toEqual([
      { promise: { cart: number, price: '100', unit: 'BX', quantity: '2', currency: 'SEK', until: '2026-12-25' } },
      { promise: { cart: number, price: '12.5', unit: 'C62', quantity: '3', currency: 'SEK', until: '2026-12-25' } },
    ]);
  });
});

describe('another article for what comes from a cart', () => {
  async function substitute(substitution: 'allowed' | 'notFromCart' | 'never', quotation: string) {
    const { agreement, customer } = partner.given;
    const { partnerId } = agreement;
    const lines = [ordered(lineIds[1], 'PEN-1', '3', '15')];
    const orderId = await placed(em(), {
      partnerId,
      customerId: customer.id,
      status: 'Waiting',
      header: { quotation },
      lines,
    });
    const settings = agreementSchema.parse({
      answers: { acceptance: 'whenClean', changesAllowed: true },
      deviations: { substitution },
    });
    const decision = orderDecisionSchema.parse({
      kind: 'acceptWithChanges',
      lines: [{ position: 1, action: 'change', substitute: 'SKR-1' }],
    });
    const given = { orderId, partnerId, mode: 'production', settings, decision, actor: 'Åsa' } as const;
    return em().transactional((tx) => carryOutDecision(tx, given));
  }

  it('is delivered where the agreement allows it', async () => {
    expect(await substitute('allowed', number)).toMatchObject({ responseCode: '30' });
    expect(await substitute('notFromCart', 'OFF-1')).toMatchObject({ responseCode: '30' });
  });

  it('is refused where it forbids it', async () => {
    const refused = { type: 'RequestInvalid', details: [{ found: 'position 1' }] };
    await expect(substitute('notFromCart', number)).rejects.toMatchObject(refused);
    await expect(substitute('never', 'OFF-1')).rejects.toMatchObject(refused);
  });
});
