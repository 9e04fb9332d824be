import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addIncoming } from '../../../partners/credentials.ts';
import { createPartner, findAtAddress, saveAgreement } from '../../../partners/partners.ts';
import { seedDemo } from '../../../shop/demo/seed.ts';
import { endSimulation } from '../../../simulator/simulations.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../kit/browser.ts';
import { startConsole, type Console } from '../../kit/console.ts';

let api: TestApi;
let people: Console;
let partnerId: string;

beforeAll(async () => {
  api = await startTestApi();
  // The simulated system calls the address that we hand out.
  Object.assign(api.deps.config, { publicUrl: api.url });
  people = await startConsole(api);
  const em = api.database.em();
  await seedDemo(em);
  const addresses = { production: 'verken', test: 'verken-test' };
  partnerId = await createPartner(em, { name: 'Södra Verken', addresses });
  const name = { domain: 'DUNS', identity: '999999930' };
  const settings = {
    formats: ['peppol-28a-order', 'cxml-order-request'],
    customers: ['K1003'],
    punchOut: { oci: {}, cxml: { from: [name] }, peppol: {}, customer: { default: 'K1003' } },
  };
  await saveAgreement(em, { partnerId, mode: 'test', settings, by: 'test' });
  await addIncoming(em, api.deps.keyRing, {
    ...{ partnerId, mode: 'test', name: 'form', kind: 'form', user: 'verken-test', secret: 'partners-own-secret' },
    by: 'test',
  });
  return api.close;
});

/** Begins a simulation as an operator does. @returns its id, and the token of the link */
async function begin(fields: Record<string, string> = {}): Promise<{ id: string; token: string }> {
  const operator = await people.signIn('operator');
  const { html } = await operator.post('/simulator', { partner: partnerId, customer: '', hours: '2', ...fields });
  const id = /href="\/simulator\/([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
  return { id, token: /\/simulator\/([\w-]{43})"/.exec(html)?.[1] ?? '' };
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/simulator${path}`, { redirect: 'manual', headers });
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/simulator${path}`, {
    ...{ method: 'POST', redirect: 'manual', headers },
    body: new URLSearchParams(fields),
  });

/** A form of a cart that came back, as the shop sends it by OCI. */
const ociCart = {
  'NEW_ITEM-DESCRIPTION[1]': 'Kulspetspenna grå med ett mycket långt namn som inte får plats i fältet',
  'NEW_ITEM-QUANTITY[1]': '20.000',
  'NEW_ITEM-UNIT[1]': 'C62',
  'NEW_ITEM-PRICE[1]': '10.300',
  'NEW_ITEM-CURRENCY[1]': 'SEK',
  'NEW_ITEM-VENDORMAT[1]': 'KS-08',
};

/** Punches out by OCI and lets a cart come back. @returns where the cart is shown */
async function cartIn(token: string): Promise<string> {
  const started = await post(`/${token}/start`, { way: 'oci' });
  const shop = await (await get(started.headers.get('location')!.replace('/simulator', ''))).text();
  const hook = /value="([^"]*\/simulator\/hook\/[^"]*)"/.exec(shop)![1]!;
  const came = await fetch(hook, { method: 'POST', body: new URLSearchParams(ociCart), redirect: 'manual' });
  return `/${token}/carts/${came.headers.get('location')!.split('/').at(-1)}`;
}

describe('beginning a simulation', () => {
  test('gives a link that opens the simulator without a log-in, and credentials that end with it', async () => {
    const { id, token } = await begin();
    expect((await get(`/${token}`)).status).toBe(200);
    const before = await findAtAddress(api.database.em(), 'verken-test');
    expect(before!.credentials.filter(({ user }) => user?.startsWith('simulator-'))).toHaveLength(2);
    await endSimulation(api.database.em(), id, 'test', new Date());
    expect((await get(`/${token}`)).status).toBe(410);
    const after = await findAtAddress(api.database.em(), 'verken-test');
    expect(after!.credentials.filter(({ user }) => user?.startsWith('simulator-'))).toHaveLength(0);
  });

  test('is refused with what was typed, and for readers', async () => {
    const operator = await people.signIn('operator');
    const wrong = await operator.post('/simulator', { partner: partnerId, customer: 'K9999', hours: '2' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('There is no customer K9999.');
    expect(wrong.html).toContain('value="K9999"');
    expect((await operator.post('/simulator', { partner: partnerId, hours: '100000' })).status).toBe(422);
    const reader = await people.signIn('reader');
    expect((await reader.post('/simulator', { partner: partnerId, hours: '2' })).status).toBe(403);
  });
});

describe('who may come in', () => {
  test('by its id only somebody who is logged in', async () => {
    const { id } = await begin();
    expect((await get(`/${id}`)).headers.get('location')).toBe('/admin/login?next=%2Fsimulator');
    const { cookie } = await people.signIn('reader');
    expect((await get(`/${id}`, { cookie })).status).toBe(200);
    expect((await post(`/${id}/start`, { way: 'oci' }, { cookie })).status).toBe(403);
    const operator = await people.signIn('operator');
    expect((await post(`/${id}/start`, { way: 'oci' }, { cookie: operator.cookie })).status).toBe(403);
  });

  test('an unknown token, a step of another simulation, and a form of another site are refused', async () => {
    const [one, other] = [await begin(), await begin()];
    expect((await get(`/${'x'.repeat(43)}`)).status).toBe(404);
    const cart = await cartIn(one.token);
    expect((await get(cart)).status).toBe(200);
    expect((await get(cart.replace(one.token, other.token))).status).toBe(404);
    const foreign = await post(`/${one.token}/start`, { way: 'oci' }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
  });
});

test('shows the cart as the platform reads it, cut where it cuts, beside what came', async () => {
  const { token } = await begin();
  const page = await (await get(await cartIn(token), { 'accept-language': 'sv' })).text();
  expect(page).toContain('Kulspetspenna grå med ett mycket långt na');
  expect(page).toContain('klippt efter 40 tecken');
  expect(page).toContain('206,00');
  expect(page).toContain('<option value="peppol-28a-order">');
});

test('sends an order of the cart, which the shop stores as a test document', async () => {
  const { token } = await begin();
  const cart = await cartIn(token);
  // Credentials are known within two seconds.
  await sleep(2_100);
  const sent = await post(`${cart}/order`, { format: 'peppol-28a-order', deviation: 'price' });
  expect(sent.headers.get('location')).toBe(`/simulator/${token}/orders`);
  const page = await (await get(`/${token}/orders`)).text();
  expect(page).toContain('with a mistake: price 10 % too high');
  expect(page).toContain('HTTP 202');
  const step = /href="(\/simulator\/[^"]*\/steps\/[^"]*)"/.exec(page)![1]!.replace('/simulator', '');
  const detail = await (await get(step)).text();
  expect(detail).toContain('&lt;cbc:PriceAmount currencyID=&quot;SEK&quot;&gt;11.33');
  const { body } = await api.call<{ items: { mode: string }[] }>('GET', `/documents/in?partner=${partnerId}`);
  expect(body.items.map(({ mode }) => mode)).toEqual(['test']);
});

test('keeps every secret from its pages but in the form that a purchasing system shows, too', async () => {
  const { id, token } = await begin();
  const { cookie } = await people.signIn('administrator');
  await cartIn(token);
  for (const path of [`/${token}`, `/${token}/orders`, `/${id}`]) {
    const html = await (await get(path, { cookie })).text();
    expect(html).not.toContain('partners-own-secret');
    expect(html).not.toMatch(/name="PASSWORD"/);
  }
});

test('frames the shop alone, and is framed by nobody', async () => {
  const { token } = await begin();
  const policy = (await get(`/${token}`)).headers.get('content-security-policy')!;
  expect(policy).toContain(`frame-src ${api.url}/punchout/ ${api.url}/shop/ ${api.url}/simulator/hook/`);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
});

test('plays a receiver that fails, and recovers', async () => {
  const { token } = await begin();
  await post(`/${token}/receiver`, { receiver: 'fail', times: '1' });
  const shop = await (
    await get((await post(`/${token}/start`, { way: 'oci' })).headers.get('location')!.slice(10))
  ).text();
  const inbox = /value="([^"]*\/simulator\/hook\/[^"/]*)/.exec(shop)![1]!.replace('/hook/', '/inbox/');
  const deliver = () => fetch(inbox, { method: 'POST', body: '<Order/>' });
  expect([(await deliver()).status, (await deliver()).status]).toEqual([500, 202]);
});

describe('in a browser', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  test('the shop opens in the frame, with cookies and without', async () => {
    const { token } = await begin();
    const visit = await browser.visit({ language: 'sv' });
    for (const shownIn of ['frame', 'sandbox']) {
      await visit.page.goto(`${api.url}/simulator/${token}`);
      await visit.page.locator('#oci-shown').selectOption(shownIn);
      await visit.page.locator('.card', { hasText: 'OCI' }).locator('button').first().click();
      await visit.page.frameLocator('iframe').locator('.strip').first().waitFor();
    }
    await keepScreenshot(visit.page, 'shop-sv');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  test.each([
    ['light', 1440, 'en'],
    ['dark', 360, 'sv'],
  ] as const)('pages are for everybody: %s, %i px, %s', async (scheme, width, language) => {
    const { token } = await begin();
    const cart = await cartIn(token);
    await post(`${cart}/order`, { format: 'peppol-28a-order', deviation: 'article' });
    const visit = await browser.visit({ scheme, width, language });
    const paths = [`/${token}`, cart, `/${token}/orders`];
    for (const [index, path] of paths.entries()) {
      await visit.page.goto(`${api.url}/simulator${path}`);
      await expectAccessible(visit.page);
      await expectNoSidewaysScroll(visit.page);
      await keepScreenshot(visit.page, `${index}-${scheme}-${width}-${language}`);
    }
    const operator = await people.browserAs(browser, 'operator', { scheme, width, language });
    const page = await operator.open('/simulator');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, `list-${scheme}-${width}-${language}`);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
