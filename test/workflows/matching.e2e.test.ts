import { beforeAll, describe, expect, test } from 'vitest';
import { articleNumber, BUYER, DELIVERY_PLACE, priceInCents, SELLER } from '../../bench/articles.ts';
import { readChunks } from '../../documents/chunks.ts';
import { answersTo } from '../../documents/outbound.ts';
import { readTimeline } from '../../documents/timeline.ts';
import { findAgreement } from '../../partners/partners.ts';
import { neutralCart } from '../../sessions/cartMessage.ts';
import { readCart } from '../../sessions/cartView.ts';
import { readCustomer } from '../../shop/customerRecords.ts';
import { findOrder, linesAfter } from '../../shop/orderQueries.ts';
import { forgetAnswer, listRemembered } from '../../shop/remembered.ts';
import { cxmlOrder } from '../api/punchin/cxmlOrder.ts';
import { query } from '../kit/database.ts';
import { add, ociReturn, shopping } from '../sessions/kit.ts';
import { TestEngine, type TestPartner } from './engine.ts';
import { clean, withUnknownArticle } from './orders.ts';

let house: TestEngine;

beforeAll(async () => {
  house = await TestEngine.start();
  return house.close;
});

let serial = 0;
const nextNumber = (): string => `M-${(serial += 1)}`;
const whenClean = { answers: { acceptance: 'whenClean' } } as const;

/** The facts of the first entry of a kind. */
async function factsOf(inboundDocumentId: string, code: string): Promise<unknown> {
  const rows = await readTimeline(house.database.em(), { inboundDocumentId });
  return rows.find((row) => row.code === code)?.facts;
}

describe('an answer', () => {
  test('about an article is remembered: the next order with the same number is placed, until it is forgotten', async () => {
    const partner = await house.partner(whenClean);
    const order = (number: string) => withUnknownArticle('M-REPEATED').replaceAll('M-REPEATED', number);
    const [first, second, third] = [nextNumber(), nextNumber(), nextNumber()];
    const held = await house.receive(partner, order(first), { number: first });
    await house.reached(held, 'waiting');
    const [, asked] = await linesAfter(house.database.em(), held, 0, 2);
    const article = articleNumber(Number(/\d+$/.exec(asked!.line.item.name!)![0]));
    await house.decide(held, {
      kind: 'accept',
      lines: [{ position: 2, action: 'accept', articleNumber: article, remember: true }],
    });
    expect((await house.result(partner, held)).outcome).toBe('placed');
    const { answers } = await listRemembered(house.database.em(), { partnerId: partner.id, limit: 10 });
    expect(answers).toMatchObject([
      { kind: 'product', key: { sellersId: 'XX-1' }, by: 'operator: Anna', orderId: held },
    ]);

    const placed = await house.receive(partner, order(second), { number: second });
    expect((await house.result(partner, placed)).outcome).toBe('placed');
    const [, line] = await linesAfter(house.database.em(), placed, 0, 3);
    expect(line).toMatchObject({ match: { by: 'remembered', articleNumber: article }, reasons: [] });
    expect(await factsOf(placed, 'lines.matched')).toMatchObject({ counts: { remembered: 1 } });

    const other = await house.partner(whenClean);
    await house.reached(await house.receive(other, order(third), { number: third }), 'waiting');
    expect(await forgetAnswer(house.database.em(), partner.id, answers[0]!.id)).toBe(true);
    const fourth = nextNumber();
    await house.reached(await house.receive(partner, order(fourth), { number: fourth }), 'waiting');
  });

  test('about the customer is remembered, and the timeline says so', async () => {
    const partner = await house.partner(whenClean);
    // A buyer that nobody knows, in every place where the order names it.
    const foreign = (number: string) =>
      clean(number).replaceAll(BUYER.organisationNumber, '5599999999').replaceAll(BUYER.gln, '9520009999997');
    const first = nextNumber();
    const held = await house.receive(partner, foreign(first), { number: first });
    await house.reached(held, 'waiting');
    const number = await knownCustomer();
    await house.decide(held, { kind: 'accept', customer: number, rememberCustomer: true, lines: [] });
    expect((await house.result(partner, held)).outcome).toBe('placed');
    const second = nextNumber();
    const placed = await house.receive(partner, foreign(second), { number: second });
    await house.result(partner, placed);
    expect(await findOrder(house.database.em(), { id: placed })).toMatchObject({ customer: { number } });
    expect(await factsOf(placed, 'customer.found')).toMatchObject({ customer: number, also: ['remembered'] });
  });
});

/** The customer that clean orders are from. */
async function knownCustomer(): Promise<string> {
  const partner = await house.partner(whenClean);
  const number = nextNumber();
  const id = await house.receive(partner, clean(number), { number });
  await house.result(partner, id);
  return (await findOrder(house.database.em(), { id }))!.customer!.number;
}

async function textOf(outboundDocumentId: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(house.database.em(), outboundDocumentId)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

describe('a line that comes from a cart', () => {
  const from = { domain: 'SE:ORGNR', identity: BUYER.organisationNumber };
  const to = { domain: 'SE:ORGNR', identity: SELLER.organisationNumber };

  /** A partner that has got a cart back with one article, and the key of its line. */
  async function withCart(
    matching: object,
    more: object = {},
  ): Promise<{ readonly partner: TestPartner; readonly key: string }> {
    const em = house.database.em();
    const punchOut = { oci: {}, returnHosts: ['srm.example.com'] };
    const formats = ['cxml-order-request' as const];
    const partner = await house.partner({
      ...whenClean,
      formats,
      cxml: { from: [from], to: [to] },
      punchOut,
      matching,
      ...more,
    });
    const { id, name } = (await readCustomer(em, BUYER.customerNumber))!;
    const agreement = await findAgreement(em, partner.id, 'production');
    const customer = { id, number: BUYER.customerNumber, name };
    const given = {
      partnerCode: partner.code,
      partnerName: partner.code,
      agreement,
      customer,
      operation: 'create',
    } as const;
    const asked = { ...given, language: 'sv', returnSpec: ociReturn, parameters: {} } as const;
    const now = new Date();
    const { session } = await shopping(em, { given: asked, code: partner.code }, {}, now);
    await add(em, session, articleNumber(1), '4', undefined, now);
    const cart = await neutralCart(em, session, await readCart(em, session, now), 'return', now);
    await query(house.database.url, [`update punch_out_session set returns = 1 where id = '${session.row.id}'`]);
    return { partner, key: cart.lines[0]!.auxiliaryId };
  }

  async function ordered(
    { partner, key }: { readonly partner: TestPartner; readonly key: string },
    quantity = '4',
  ): Promise<string> {
    const number = nextNumber();
    const payloadId = `${number}@kund.example`;
    const lines = [{ sellersId: 'KUNDENS-1', quantity, price: (priceInCents(1) / 100).toFixed(2) }];
    const xml = cxmlOrder({ from, to, number, payloadId, lines, secret: '********', addressId: DELIVERY_PLACE.gln });
    const identifier = ({ domain, identity }: typeof from) => ({ scheme: domain, id: identity });
    const envelope = { sender: identifier(from), receiver: identifier(to), instanceIdentifier: payloadId };
    const named = xml.replace('</SupplierPartID>', `$&<SupplierPartAuxiliaryID>${key}</SupplierPartAuxiliaryID>`);
    return house.receive(partner, named, { number, envelope, format: 'cxml-order-request', buyer: [identifier(from)] });
  }

  test('is asked about or answered with a rejection where it differs from the cart, and the buyer reads why', async () => {
    const matching = { products: ['sellersItemId', 'cart'] };
    const asking = await withCart(matching, { cart: { quantity: 'hold' } });
    const held = await ordered(asking, '5');
    await house.reached(held, 'waiting');
    expect(await factsOf(held, 'order.reason')).toMatchObject({
      reason: { code: 'CART_QUANTITY_EXCEEDED', line: '10', facts: { inCart: '4 C62', ordered: '5 C62' } },
    });
    const refusing = await withCart(matching, { cart: { quantity: 'rejectOrder' } });
    const refused = await ordered(refusing, '5');
    const { outcome, outboundDocumentId } = await house.result(refusing.partner, refused);
    expect(outcome).toBe('refused');
    expect(await textOf(outboundDocumentId!)).toMatch(
      /the order has 5 C62 of article \S+, but cart [0-9A-Z]{4}-[0-9A-Z]{4} had 4 C62/,
    );
  });

  test('is the article of the cart, where the agreement says so', async () => {
    const given = await withCart({ products: ['sellersItemId', 'cart'] });
    const id = await ordered(given);
    expect((await house.result(given.partner, id)).outcome).toBe('placed');
    const [line] = await linesAfter(house.database.em(), id, 0, 1);
    expect(line?.match).toMatchObject({
      ...{ by: 'cart', articleNumber: articleNumber(1) },
      others: [{ by: 'sellersItemId', articles: [] }],
    });
  });

  test('is a question, where the agreement does not look at carts', async () => {
    await house.reached(await ordered(await withCart({})), 'waiting');
  });
});

describe('a line without a product', () => {
  test('is placed as it is written and answered as accepted, where the agreement says so', async () => {
    const partner = await house.partner({ ...whenClean, matching: { unknownLine: 'acceptAsText' } });
    const number = nextNumber();
    const id = await house.receive(partner, withUnknownArticle(number), { number });
    expect((await house.result(partner, id)).outcome).toBe('placed');
    const [first, second] = await linesAfter(house.database.em(), id, 0, 3);
    expect(first).toMatchObject({ freeText: false });
    expect(second).toMatchObject({
      freeText: true,
      match: null,
      reasons: [{ code: 'PRODUCT_UNKNOWN', action: 'notify' }],
    });
    expect(await findOrder(house.database.em(), { id })).toMatchObject({
      status: 'New',
      responseCode: '29',
      openLines: 0,
    });
    expect(await house.told(id)).toContain('order.deviationAccepted');
    expect(await answersTo(house.database.em(), id)).toMatchObject([{ responseCode: '29' }]);
  });

  test('is rejected, where the agreement says so and the buyer takes changes; otherwise the order is', async () => {
    const matching = { unknownLine: 'refuse' } as const;
    for (const [changesAllowed, outcome, responseCode] of [
      [true, 'placed', '30'],
      [false, 'refused', '27'],
    ] as const) {
      const partner = await house.partner({ answers: { acceptance: 'whenClean', changesAllowed }, matching });
      const number = nextNumber();
      const id = await house.receive(partner, withUnknownArticle(number), { number });
      expect((await house.result(partner, id)).outcome).toBe(outcome);
      expect(await answersTo(house.database.em(), id)).toMatchObject([{ responseCode }]);
    }
  });
});
