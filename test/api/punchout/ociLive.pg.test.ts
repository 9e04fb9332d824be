import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readTimeline } from '../../../documents/timeline.ts';
import { readOciReturn } from '../../../formats/oci/form.read.ts';
import { saveConnection } from '../../../shop/connection.ts';
import { seedDemo } from '../../../shop/demo/seed.ts';
import { connectionInput, type LivePolicy } from '../../../shop/input/connection.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { startShopServer, type ShopReply, type ShopServer } from '../../kit/shopServer.ts';
import { inputs, latestSession, partner, postOci } from './door.ts';

let api: TestApi;
let shop: ShopServer;
beforeAll(async () => {
  [api, shop] = [await startTestApi({ allowPrivateAddresses: true }), await startShopServer()];
  await seedDemo(api.database.em());
  await partner(api, 'verken');
});
afterAll(async () => {
  await api.close();
  await shop.close();
});
beforeEach(async () => {
  shop.requests.length = 0;
  await api.database.em().execute('delete from live_answer');
});

async function policy(live: LivePolicy, timeoutSeconds = 1): Promise<void> {
  const settings = { ...connectionInput.parse({ url: shop.url, live }), timeoutSeconds };
  await saveConnection(api.database.em(), api.deps.keyRing, { settings, secret: 'hemlig', by: 'test' });
}

async function itemsOf(more: Record<string, string>) {
  const answer = await postOci(api, 'verken', more);
  expect(answer.status).toBe(200);
  return readOciReturn(inputs(answer.text)).items.map(({ fields }) => fields);
}
const validate = () => itemsOf({ FUNCTION: 'VALIDATE', PRODUCTID: 'KP-02', QUANTITY: '3' });
const search = () => itemsOf({ FUNCTION: 'BACKGROUND_SEARCH', SEARCHSTRING: 'kulspetspenna' });
const untold = async () => {
  const sessionId = String((await latestSession(api))['id']);
  const rows = await readTimeline(api.database.em(), { sessionId });
  return rows.find(({ code }) => code === 'session.pricesUntold')?.facts;
};
const told = (article: Record<string, unknown>): ShopReply => ({
  json: { articles: [{ articleNumber: 'KP-02', currency: 'SEK', ...article }] },
});

it('VALIDATE and BACKGROUND_SEARCH have the prices that the shop tells at the moment, asked for once', async () => {
  await policy('hold');
  shop.answer = ({ body }) => {
    const { articleNumbers } = body as { articleNumbers: string[] };
    const prices = [{ amount: '31.50' }, { amount: '29.90', minimumQuantity: '3' }];
    return { json: { articles: articleNumbers.map((articleNumber) => ({ articleNumber, currency: 'SEK', prices })) } };
  };
  const hits = await search();
  expect(hits.length).toBeGreaterThan(3);
  expect(new Set(hits.map(({ PRICE }) => Number(PRICE)))).toEqual(new Set([31.5]));
  expect(shop.requests).toMatchObject([{ path: 'live-prices', body: { customer: 'K1003', currency: 'SEK' } }]);
  expect(await validate()).toMatchObject([{ VENDORMAT: 'KP-02', PRICE: expect.stringMatching(/^29[.]90*$/) }]);
  await validate();
  expect(shop.requests.length).toBeLessThanOrEqual(2);
  expect(await untold()).toBeUndefined();
});

it.each<[string, ShopReply]>([
  ['another currency', told({ currency: 'EUR', prices: [{ amount: '1' }] })],
  ['a negative price', told({ prices: [{ amount: '-1' }] })],
  ['HTML', { text: '<!doctype html><p>Underhåll pågår' }],
  ['17 MB', { text: `"${'x'.repeat(17 * 1024 * 1024)}"` }],
  ['nothing in time', 'hang'],
])('a shop that answers %s: the article is left out by hold, and has the stored price else', async (_, reply) => {
  shop.answer = () => reply;
  await policy('hold', reply === 'hang' ? 0.2 : 1);
  expect(await validate()).toEqual([]);
  expect(await untold()).toEqual({ articles: 1, leftOut: true });
  await policy('storedPrice');
  expect(await validate()).toMatchObject([{ VENDORMAT: 'KP-02', QUANTITY: '3' }]);
  expect(await untold()).toEqual({ articles: 1, leftOut: false });
  // A moment later it is not asked again: a shop that hangs costs one call its time.
  expect(shop.requests).toHaveLength(1);
});

it('a search leaves out what the shop tells no price of, and keeps the rest', async () => {
  await policy('hold');
  let known = '';
  shop.answer = ({ body }) => {
    known = (body as { articleNumbers: string[] }).articleNumbers[1]!;
    return told({ articleNumber: known, prices: [{ amount: '31.50' }] });
  };
  const hits = await search();
  expect(hits.map(({ VENDORMAT }) => VENDORMAT)).toEqual([known]);
});
