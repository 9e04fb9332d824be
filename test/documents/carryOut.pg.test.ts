import { beforeAll, describe, expect, it } from 'vitest';
import { carryOutDecision } from '../../documents/carryOut.ts';
import { findAgreement } from '../../partners/partners.ts';
import { orderDecisionSchema } from '../../shop/decision.ts';
import { readCustomer } from '../../shop/customerRecords.ts';
import { findOrder, linesAfter } from '../../shop/orderQueries.ts';
import { forgetAnswer, listRemembered } from '../../shop/remembered.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { partnerWith, placed, type PlacedOrder } from '../kit/placed.ts';
import { customers, products } from '../shop/fixtures.ts';
import { orderLine } from '../shop/lines.ts';

let database: TestDatabase;
let partnerId = '';
let customerId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  [customerId = ''] = await customers(em, {
    number: 'K1',
    deliveryAddresses: [
      { addressId: 'Ö-1', gln: '9520009901012', name: 'Skolan', streetName: 'Skolvägen 7', cityName: 'Björkvik' },
      { addressId: 'Ö-2', name: 'Lagret', cityName: 'Björkvik' },
      { addressId: 'Ö-2', name: 'Nya lagret', streetName: 'Hamngatan 1', cityName: 'Björkvik' },
    ],
  });
  await products(em, { articleNumber: 'PEN', name: { sv: 'Penna' }, units: [{ unit: 'BX', factor: '12' }] });
  partnerId = await partnerWith(em, 'umea', { matching: { units: { KRT: 'BX' } } });
  return database.close;
});

const unknown = orderLine({
  position: 1,
  id: '10',
  quantity: '2',
  unit: 'KRT',
  price: { amount: '99' },
  item: { sellersId: 'Ö-77', name: 'Reservoarpenna' },
});

function held(more: Partial<PlacedOrder> = {}): Promise<string> {
  return placed(database.em(), { partnerId, customerId, status: 'Waiting', lines: [unknown], ...more });
}

async function decide(orderId: string, decision: object) {
  const em = database.em();
  const { settings } = await findAgreement(em, partnerId, 'production');
  const given = { orderId, partnerId, mode: 'production', settings, actor: 'Åsa' } as const;
  return em.transactional((tx) => carryOutDecision(tx, { ...given, decision: orderDecisionSchema.parse(decision) }));
}

const lineOf = async (orderId: string) => (await linesAfter(database.em(), orderId, 0, 1))[0];
const answers = async () => (await listRemembered(database.em(), { partnerId, limit: 50 })).answers;
const forgetAll = async () => {
  for (const { id } of await answers()) expect(await forgetAnswer(database.em(), partnerId, id)).toBe(true);
};

describe('a decision', () => {
  it("reads the partner's units where it names the article", async () => {
    const orderId = await held();
    await decide(orderId, { kind: 'accept', lines: [{ position: 1, action: 'accept', articleNumber: 'PEN' }] });
    expect(await lineOf(orderId)).toMatchObject({ shopQuantity: '24', match: { unitFactor: '12', by: 'decision' } });
    expect(await answers()).toEqual([]);
  });

  it('accepts a line as it is written: 29, without a product, and a later confirmation leaves it so', async () => {
    const orderId = await held();
    const text = { kind: 'accept', lines: [{ position: 1, action: 'accept', asText: true }] };
    expect(await decide(orderId, text)).toMatchObject({ to: 'New', responseCode: '29' });
    expect(await lineOf(orderId)).toMatchObject({ freeText: true, match: null, responseStatus: '29' });
    expect(await decide(orderId, { kind: 'accept' })).toMatchObject({ to: 'Confirmed', responseCode: '29' });
  });

  it('gives a line that was taken as text its article after all', async () => {
    const orderId = await held();
    await decide(orderId, { kind: 'accept', lines: [{ position: 1, action: 'accept', asText: true }] });
    await decide(orderId, { kind: 'accept', lines: [{ position: 1, action: 'accept', articleNumber: 'PEN' }] });
    expect(await lineOf(orderId)).toMatchObject({ freeText: false, match: { articleNumber: 'PEN' } });
  });

  it.each([
    ['text and article at once', { asText: true, articleNumber: 'PEN' }, 'position 1'],
    ['nothing to remember', { remember: true, asText: true }, 'position 1'],
    ['no article and no text', {}, 'line 10'],
  ])('with %s is refused', async (_, more, found) => {
    const decision = { kind: 'accept', lines: [{ position: 1, action: 'accept', ...more }] };
    const refused = decide(await held(), decision);
    await expect(refused).rejects.toMatchObject({ type: 'RequestInvalid', details: [{ found }] });
  });

  it('takes no text from a line that says nothing', async () => {
    const orderId = await held({ lines: [orderLine({ item: {} })] });
    const refused = decide(orderId, { kind: 'accept', lines: [{ position: 1, action: 'accept', asText: true }] });
    await expect(refused).rejects.toThrow('does not say what to deliver');
  });

  it.each(['Ö-1', '9520009901012', 'id'])('names the delivery address by %s', async (named) => {
    const { deliveryAddresses } = (await readCustomer(database.em(), 'K1'))!;
    const place = deliveryAddresses.find(({ addressId }) => addressId === 'Ö-1')!;
    const orderId = await held();
    const line = { position: 1, action: 'accept', asText: true };
    await decide(orderId, { kind: 'accept', deliveryAddress: named === 'id' ? place.id : named, lines: [line] });
    expect(await findOrder(database.em(), { id: orderId })).toMatchObject({ deliveryAddressId: place.id });
  });

  it.each([
    ['of several', 'Ö-2', 'several delivery addresses'],
    ['of nobody', 'Ö-9', 'no delivery address'],
  ])('names no delivery address by an id %s', async (_, named, said) => {
    const decision = {
      kind: 'accept',
      deliveryAddress: named,
      lines: [{ position: 1, action: 'accept', asText: true }],
    };
    await expect(decide(await held(), decision)).rejects.toThrow(said);
  });
});

describe('an answer that is remembered', () => {
  it('about an article: by its numbers, for every customer, until a day; a newer one replaces it', async () => {
    const remember = { until: '2027-06-30' };
    await decide(await held(), {
      kind: 'accept',
      lines: [{ position: 1, action: 'accept', articleNumber: 'PEN', remember }],
    });
    const [first] = await answers();
    expect(first).toMatchObject({
      mode: 'production',
      kind: 'product',
      key: { sellersId: 'Ö-77' },
      target: { number: 'PEN', name: 'Penna' },
      until: '2027-06-30',
      by: 'Åsa',
    });
    expect(first).not.toHaveProperty('customer');
    await decide(await held(), {
      kind: 'accept',
      lines: [{ position: 1, action: 'accept', articleNumber: 'PEN', remember: true }],
    });
    const all = await answers();
    expect(all).toHaveLength(1);
    expect(all[0]).not.toHaveProperty('until');
    await forgetAll();
    expect(await answers()).toEqual([]);
  });

  it('about customer and place, which the document names again', async () => {
    const buyer = { identifications: [{ id: '9520009909999', scheme: 'GLN' }] };
    const deliveryAddress = { id: { id: 'RUM 12' } };
    const orderId = await placed(database.em(), {
      ...{ partnerId, status: 'Waiting', lines: [unknown], header: { buyer, deliveryAddress } },
    });
    await decide(orderId, {
      ...{
        kind: 'accept',
        customer: 'K1',
        rememberCustomer: true,
        deliveryAddress: 'Ö-1',
        rememberDeliveryAddress: true,
      },
      lines: [{ position: 1, action: 'accept', asText: true }],
    });
    expect(await answers()).toMatchObject([
      {
        kind: 'place',
        key: { ids: 'RUM 12' },
        customer: 'K1',
        target: { number: 'Ö-1', name: 'Skolan, Skolvägen 7, Björkvik' },
      },
      { kind: 'customer', key: { identities: '0088:9520009909999' }, target: { number: 'K1', name: 'Kund K1' } },
    ]);
    await forgetAll();
  });

  it.each([
    ['a customer that is not named', { rememberCustomer: true }],
    ['a customer of a document without identities', { customer: 'K1', rememberCustomer: true }],
    ['a place that is not named', { rememberDeliveryAddress: true }],
    ['a place of a document without one', { deliveryAddress: 'Ö-1', rememberDeliveryAddress: true }],
  ])('needs more than %s', async (_, more) => {
    const lines = [{ position: 1, action: 'accept', asText: true }];
    const refused = decide(await held(), { kind: 'accept', ...more, lines });
    await expect(refused).rejects.toMatchObject({ type: 'RequestInvalid' });
    expect(await answers()).toEqual([]);
  });
});
