import { beforeAll, expect, test } from 'vitest';
import { checkShop } from '../../../cli/doctor/shop.ts';
import { readConfig } from '../../../platform/config.ts';
import { KeyRing } from '../../../platform/keyRing.ts';
import { saveConnection } from '../../../shop/connection.ts';
import { seedDemo } from '../../../shop/demo/seed.ts';
import { connectionInput } from '../../../shop/input/connection.ts';
import { readCustomer } from '../../../shop/customerRecords.ts';
import { orderLine } from '../../shop/lines.ts';
import { createTestDatabase, query, type TestDatabase } from '../../kit/database.ts';
import { partnerWith, placed } from '../../kit/placed.ts';
import { startShopServer, type ShopReply, type ShopServer } from '../../kit/shopServer.ts';

const key = Buffer.alloc(32, 7);
let database: TestDatabase;
let shop: ShopServer;

beforeAll(async () => {
  [database, shop] = [await createTestDatabase(), await startShopServer()];
  await seedDemo(database.em());
  return async () => {
    await shop.close();
    await database.close();
  };
});

function findings() {
  const config = { DATABASE_URL: database.url, ROUNDTRIP_SECRET_KEYS: key.toString('base64') };
  return checkShop(readConfig({ ...config, ALLOW_PRIVATE_ADDRESSES: 'true' }));
}

async function answering(reply: ShopReply) {
  shop.answer = () => reply;
  return (await findings())[0];
}

test('the doctor says whether the other shop answers, takes our credentials, and has our currency', async () => {
  expect(await findings()).toEqual([]);
  const settings = connectionInput.parse({ url: shop.url, live: 'hold', orders: 'pushed', timeoutSeconds: 1 });
  await saveConnection(database.em(), new KeyRing([key]), { settings, secret: 'hemlig', by: 'Åsa' });
  const told = (currency: string) => ({ json: { articles: [{ articleNumber: 'KP-01', currency, prices: [] }] } });
  expect(await answering(told('SEK'))).toMatchObject({ level: 'ok', text: expect.stringContaining('answers after') });
  expect(shop.requests.at(-1)).toMatchObject({
    headers: { authorization: 'Bearer hemlig' },
    body: { customer: expect.stringMatching(/^K/), currency: 'SEK', articleNumbers: [expect.any(String)] },
  });
  shop.answer = () => told('EUR');
  expect((await findings())[1]).toMatchObject({
    check: 'its currency',
    level: 'problem',
    text: expect.stringContaining('EUR'),
  });
  expect(await answering({ status: 401 })).toMatchObject({ level: 'problem', todo: expect.stringContaining('secret') });
  expect(await answering({ text: '<html>Underhåll' })).toMatchObject({
    level: 'problem',
    text: expect.stringContaining('Underhåll'),
  });
  expect(await answering('break')).toMatchObject({ level: 'problem', todo: expect.stringContaining('running') });
});

test('and which orders it does not have', async () => {
  const em = database.em();
  const customerId = (await readCustomer(em, 'K1001'))!.id;
  const partnerId = await partnerWith(em, 'sjostad');
  await placed(em, { partnerId, customerId, lines: [orderLine({ item: { sellersId: 'KP-01' } })] });
  const check = 'orders for the other shop';
  const about = async () => (await findings()).filter((finding) => finding.check === check);
  expect(await about()).toEqual([{ check, level: 'ok', text: '1 wait' }]);
  await query(database.url, [`update order_handover set created_at = now() - interval '1 hour'`]);
  expect(await about()).toMatchObject([{ level: 'warning', text: expect.stringMatching(/^1 wait: /) }]);
  await query(database.url, [`update order_handover set state = 'gaveUp', attempts = 9`]);
  expect(await about()).toMatchObject([
    { level: 'problem', text: expect.stringMatching(/^1 were refused, or given up/) },
    { level: 'warning', text: expect.stringMatching(/^of 1 it is not known/) },
  ]);
});
