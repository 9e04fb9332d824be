import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveConnection } from '../../shop/connection.ts';
import { connectionInput } from '../../shop/input/connection.ts';
import { linesAfter } from '../../shop/orderQueries.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { startShopServer, type ShopServer } from '../kit/shopServer.ts';
import { order3, orderChange } from './changes.ts';
import { TestEngine } from './engine.ts';
import { clean } from './orders.ts';

let house: TestEngine;
let shop: ShopServer;

beforeAll(async () => {
  shop = await startShopServer();
  house = await TestEngine.start();
});
afterAll(async () => {
  await house.close();
  await shop.close();
});

const whenClean = { answers: { acceptance: 'whenClean' } } as const;

async function connect(): Promise<void> {
  const settings = connectionInput.parse({ url: shop.url, live: 'hold', timeoutSeconds: 1, cacheSeconds: 0 });
  const keyRing = new KeyRing([Buffer.from(house.secretKeys, 'base64')]);
  await saveConnection(house.database.em(), keyRing, { settings, secret: 'hemlig', by: 'test' });
}

/** Every article costs the same. */
function tells(amount: string): void {
  shop.answer = ({ body }) => {
    const { articleNumbers, currency } = body as { articleNumbers: string[]; currency: string };
    return {
      json: { articles: articleNumbers.map((articleNumber) => ({ articleNumber, currency, prices: [{ amount }] })) },
    };
  };
}

test('an order waits where the shop does not tell its prices, and is held against them once it does', async () => {
  await connect();
  shop.answer = () => ({ status: 500 });
  const partner = await house.partner(whenClean);
  const held = await house.receive(partner, clean('LIVE-1'), { number: 'LIVE-1' });
  await house.reached(held, 'waiting');
  const calls = shop.requests.length;
  expect(calls).toBe(3);
  const [line] = await linesAfter(house.database.em(), held, 0, 1);
  expect(line!.reasons).toMatchObject([
    { code: 'LIVE_PRICE_MISSING', action: 'hold', facts: { fault: { code: 'silent' } } },
  ]);

  // The shop answers again; it tells another price than the order has.
  tells('1');
  await house.decide(held, { kind: 'runAgain' });
  await expect
    .poll(async () => (await linesAfter(house.database.em(), held, 0, 1))[0]!.reasons, { timeout: 10_000 })
    .toMatchObject([{ code: 'PRICE_DEVIATION' }]);
  const [told] = await linesAfter(house.database.em(), held, 0, 1);
  expect(told!.priceOfTheDay).toMatchObject({ amount: '1', priceList: expect.stringMatching(/^live SEK /) });
}, 40_000);

test('a change of an order is held against the prices that the shop tells of the lines that it touches', async () => {
  await connect();
  const number = 'LIVE-2';
  const xml = order3(number);
  const price = new Map(
    [...xml.matchAll(/<cbc:PriceAmount[^>]*>([^<]*)<[\s\S]*?<\/cac:OrderLine>/g)].map(([line, amount]) => [
      /<cac:SellersItemIdentification>\s*<cbc:ID>([^<]*)</.exec(line)?.[1] ?? '',
      amount!,
    ]),
  );
  shop.answer = ({ body }) => {
    const { articleNumbers, currency } = body as { articleNumbers: string[]; currency: string };
    const told = (articleNumber: string) => [{ amount: price.get(articleNumber) ?? '1' }];
    return { json: { articles: articleNumbers.map((one) => ({ articleNumber: one, currency, prices: told(one) })) } };
  };
  const partner = await house.partner({
    ...whenClean,
    formats: ['peppol-3-order', 'peppol-3-order-change'],
    changes: { change: 'automatic' },
  });
  const order = await house.receive(partner, xml, { format: 'peppol-3-order', number });
  expect(await house.result(partner, order)).toMatchObject({ outcome: 'placed' });
  shop.requests.length = 0;
  const lines = { '1': { status: '3', quantity: 7 } } as const;
  const change = orderChange({ id: 'LIVE-2-A', order: number, sequence: 1, lines });
  const applied = await house.receive(partner, change, { format: 'peppol-3-order-change', number: 'LIVE-2-A' });
  expect(await house.result(partner, applied)).toMatchObject({ outcome: 'applied' });
  expect(shop.requests).toMatchObject([{ path: 'live-prices', body: { articleNumbers: [expect.any(String)] } }]);
});
