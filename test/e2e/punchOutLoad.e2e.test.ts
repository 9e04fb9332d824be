import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOciReturn } from '../../formats/oci/form.read.ts';
import { startPurchasingSystem, type PurchasingSystem } from '../kit/purchasingSystem.ts';
import { startSystem, type TestSystem } from '../kit/system.ts';
import { inputs } from '../api/punchout/door.ts';
import { ociCall, punchOutPartner } from './punchOut.ts';

let system: TestSystem;
let buyer: PurchasingSystem;
beforeAll(async () => {
  [system, buyer] = [await startSystem(), await startPurchasingSystem()];
  await punchOutPartner(system, buyer, 'delad', { oci: {} });
});
afterAll(async () => {
  await buyer.close();
  await system.close();
});

async function post(url: string, fields: Record<string, string>): Promise<Response> {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  if (answer.status >= 400) throw new Error(`${new URL(url).pathname.slice(0, 8)}… was answered ${answer.status}`);
  return answer;
}

/** Logs in with the one shared user, buys so many of one article, and comes back. */
async function shop(articleNumber: string, quantity: string): Promise<Record<string, string>[]> {
  const call = Object.fromEntries(ociCall('delad', buyer.hookUrl));
  const login = await post(`${system.apiUrl}/punchout/delad`, call);
  const first = await fetch(login.headers.get('location')!);
  const shopUrl = first.url.replace(/\/$/, '');
  await first.text();
  await post(`${shopUrl}/cart/add`, { article: articleNumber, quantity, unit: 'C62', key: randomUUID(), back: 'cart' });
  const attempt = randomUUID();
  await post(`${shopUrl}/return`, { attempt, page: '1' });
  for (;;) {
    const page = await fetch(`${shopUrl}/return/${attempt}`);
    const html = await page.text();
    if (page.status === 200) return readOciReturn(inputs(html)).items.map(({ fields }) => ({ ...fields }));
    if (page.status !== 202) throw new Error(`the cart was answered ${page.status}`);
  }
}

it('fifty visits of one shared user at the same time never see each other’s carts', async () => {
  const rows = await system.database
    .em()
    .execute(
      "select article_number as number from product where unit = 'C62' and status = 'active' and minimum_quantity is null and multiple_quantity is null order by 1 limit 50",
    );
  const articles = (rows as { number: string }[]).map(({ number }) => number);
  expect(articles).toHaveLength(50);
  const carts = await Promise.all(articles.map((article, index) => shop(article, String(index + 1))));
  for (const [index, items] of carts.entries()) {
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ VENDORMAT: articles[index], QUANTITY: String(index + 1) });
  }
  const states = await system.database
    .em()
    .execute('select state, returns, count(*)::int as count from punch_out_session group by 1, 2');
  expect(states).toEqual([{ state: 'returned', returns: 1, count: 50 }]);
});
