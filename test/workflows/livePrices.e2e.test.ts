import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveConnection } from '../../shop/connection.ts';
import { connectionInput } from '../../shop/input/connection.ts';
import { linesAfter } from '../../shop/orderQueries.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { startShopServer, type ShopServer } from '../kit/shopServer.ts';
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
