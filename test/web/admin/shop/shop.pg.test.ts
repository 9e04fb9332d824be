import { beforeAll, describe, expect, test } from 'vitest';
import { seedDemo } from '../../../../shop/demo/seed.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../../kit/browser.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';

let desk: Console;
let anna: ConsoleClient;
let browser: TestBrowser;

beforeAll(async () => {
  [desk, browser] = [await startConsole(), await startBrowser()];
  await seedDemo(desk.api.database.em());
  anna = await desk.signIn('administrator');
  return async () => {
    await browser.close();
    await desk.api.close();
  };
});

/** The fields of a form as a browser would send them, with changes. */
function fieldsOf(html: string, changes: Record<string, string>): URLSearchParams {
  const fields = new URLSearchParams();
  const text = (escaped: string) =>
    escaped.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const form = html.slice(html.indexOf('class="record-form"'));
  for (const [, name, value] of form.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g))
    fields.set(name!, text(value!));
  for (const [, name, value] of form.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</g))
    fields.set(name!, text(value!));
  for (const [, name, options] of form.matchAll(/<select[^>]* name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields.set(name!, /value="([^"]*)" selected/.exec(options!)?.[1] ?? '');
  }
  for (const [name, value] of Object.entries(changes)) fields.set(name, value);
  // The token is of whoever sends it.
  fields.delete('csrf');
  return fields;
}

describe('products', () => {
  test('are found by number and by name, and shown with their prices in every list', async () => {
    const { html } = await anna.get('/shop/products?q=skyddshandske');
    expect(html).toContain('/admin/shop/products/');
    const number = /<td[^>]*><a href="\/admin\/shop\/products\/([^"/?]+)">/.exec(html)![1]!;
    const found = await anna.get(`/shop/products?q=${number}`);
    expect(found.html).toContain(`/shop/products/${number}"`);
    expect((await anna.get(`/shop/products/${number}`)).html).toMatch(/SEK/);
  });

  test('are changed as a whole; what was not touched stays, and the change says who, what, before and after', async () => {
    const number = /<td[^>]*><a href="\/admin\/shop\/products\/([^"/?]+)">/.exec(
      (await anna.get('/shop/products')).html,
    )![1]!;
    const address = `/shop/products/${number}`;
    const { html } = await anna.get(`${address}/edit`);
    const saved = await anna.post(`${address}/edit`, fieldsOf(html, { 'name.sv': 'Ögonskydd Åre <b>', stock: '12,5' }));
    expect([saved.status, saved.location]).toEqual([303, `/admin${address}`]);
    const { html: shown } = await anna.get(address);
    expect(shown).toContain('Ögonskydd Åre &lt;b&gt;');
    expect(shown).toContain('12.5');
    expect(shown).toContain(anna.name);
    const again = fieldsOf((await anna.get(`${address}/edit`)).html, {});
    const before = fieldsOf(html, {});
    for (const field of ['units', 'gtins', 'vat', 'classifications', 'unit']) {
      expect(again.get(field)?.replaceAll('\r', ''), field).toBe(before.get(field));
    }
  });

  test('with something wrong are not stored: the form says what, beside what was typed', async () => {
    const typed = { articleNumber: 'NY-1', 'name.sv': 'Ny', unit: 'styck', gtins: '123' };
    const refused = await anna.post('/shop/products/new', typed);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="styck"');
    expect(refused.html).toContain('must be a unit code of UN/ECE Recommendation 20 such as C62');
    expect((await anna.get('/shop/products/NY-1')).status).toBe(404);
  });

  test('that another has changed meanwhile show what differs, and nothing is overwritten', async () => {
    const address = '/shop/products/NY-2';
    await anna.post('/shop/products/new', { articleNumber: 'NY-2', 'name.sv': 'Först', unit: 'C62' });
    const { html } = await anna.get(`${address}/edit`);
    const björn = await desk.signIn('administrator', 'sv');
    const first = await björn.post(`${address}/edit`, fieldsOf(html, { 'name.sv': 'Björns namn' }));
    expect(first.status, first.html).toBe(303);
    const late = await anna.post(`${address}/edit`, fieldsOf(html, { 'name.sv': 'Annas namn' }));
    expect(late.status).toBe(409);
    expect(late.html).toContain('Björns namn');
    expect(late.html).toContain('value="Annas namn"');
    expect((await anna.get(address)).html).toContain('Björns namn');
    const knowing = await anna.post(`${address}/edit`, fieldsOf(late.html, {}));
    expect(knowing.status).toBe(303);
    expect((await anna.get(address)).html).toContain('Annas namn');
  });
});

describe('customers', () => {
  test('are found by the beginning of their name and changed without losing their places', async () => {
    const { html } = await anna.get('/shop/customers?q=lindst');
    const number = /<td[^>]*><a href="\/admin\/shop\/customers\/([^"/?]+)">/.exec(html)![1]!;
    const form = await anna.get(`/shop/customers/${number}/edit`);
    const saved = await anna.post(`/shop/customers/${number}/edit`, fieldsOf(form.html, { group: 'Märta' }));
    expect(saved.status, saved.html).toBe(303);
    const after = fieldsOf((await anna.get(`/shop/customers/${number}/edit`)).html, {});
    const before = fieldsOf(form.html, {});
    expect(after.get('deliveryAddresses.0.streetName')).toBe(before.get('deliveryAddresses.0.streetName'));
    expect(after.get('group')).toBe('Märta');
  });
});

describe('prices', () => {
  test('of a list are added, counted on their days, removed and put back', async () => {
    const list = { 'list.code': 'VÅR', 'list.kind': 'base', 'list.currency': 'SEK', 'list.priority': '1' };
    expect((await anna.post('/shop/price-lists/new', list)).status).toBe(303);
    const address = `/shop/price-lists/${encodeURIComponent('VÅR')}`;
    const price = { articleNumber: 'NY-2', amount: '99,50', unit: 'C62', validFrom: '2020-01-01' };
    expect((await anna.post(`${address}/prices`, price)).status).toBe(303);
    const day = await anna.get('/shop/price-of-the-day?article=NY-2&customer=K1001');
    expect(day.html).toMatch(/99\.50 SEK/);
    expect(day.html).toContain('counts: the price of the day');
    const earlier = await anna.get('/shop/price-of-the-day?article=NY-2&customer=K1001&day=2019-12-31');
    expect(earlier.html).toContain('No list has a price that day');
    const key = { list: 'VÅR', article: 'NY-2', unit: 'C62', minimumQuantity: '0', validFrom: '2020-01-01' };
    await anna.post(`${address}/prices/remove`, key);
    const { html } = await anna.get(address);
    expect(html).toContain('Put it back');
    expect(html).toContain('The list has no price yet');
  });

  test('without their list, or in a unit that the product does not have, are refused beside their field', async () => {
    const address = `/shop/price-lists/${encodeURIComponent('VÅR')}`;
    const refused = await anna.post(`${address}/prices`, { articleNumber: 'NY-2', amount: '1', unit: 'BX' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('the product has no conversion for this unit');
  });

  test('a list is removed where its code was typed', async () => {
    const address = `/shop/price-lists/${encodeURIComponent('VÅR')}`;
    await anna.post(`${address}/remove`, { code: 'VÄR' });
    expect((await anna.get(address)).status).toBe(200);
    await anna.post(`${address}/remove`, { code: 'VÅR' });
    expect((await anna.get(address)).status).toBe(404);
  });
});

describe('an import', () => {
  async function send(how: 'try' | 'store', text: string): Promise<string> {
    const body = new FormData();
    body.set('csrf', /name="csrf" value="([^"]+)"/.exec((await anna.get('/shop/import')).html)![1]!);
    body.set('kind', 'customers');
    body.set('how', how);
    body.set('file', new Blob([text]), 'kunder.csv');
    const answer = await fetch(`${desk.api.url}/admin/shop/import`, {
      method: 'POST',
      body,
      headers: { cookie: anna.cookie },
    });
    return await answer.text();
  }

  test('is tried before it is stored, and tells each row that is refused', async () => {
    const csv = 'number;name;gln\nK7001;Ängelholms kommun;\nK7002;Örebro;123\n';
    const tried = await send('try', csv);
    expect(tried).toContain('1 would be stored, 1 would be refused');
    expect(tried).toContain('must have 13 digits');
    expect((await anna.get('/shop/customers/K7001')).status).toBe(404);
    expect(await send('store', csv)).toContain('1 stored, 1 refused');
    expect((await anna.get('/shop/customers/K7001')).html).toContain('Ängelholms kommun');
  });

  test('of what is no file of rows says so', async () => {
    expect(await send('try', 'nothing;of;this\n1;2;3\n')).toContain('Unknown columns');
  });
});

test('whoever may only look is offered nothing to change', async () => {
  const reader = await desk.signIn('reader');
  for (const path of ['/shop', '/shop/products', '/shop/customers/K1001', '/shop/price-lists']) {
    expect((await reader.get(path)).html).not.toMatch(/\/edit"|\/new"|\/shop\/import"/);
  }
  expect((await reader.get('/shop/products/new')).status).toBe(403);
});

test('the pages are accessible and fit on a telephone, in both languages', async () => {
  const [wide, narrow] = await Promise.all([
    desk.browserAs(browser, 'administrator', { language: 'en' }),
    desk.browserAs(browser, 'administrator', { language: 'sv', width: 360, height: 800, scheme: 'dark' }),
  ]);
  const paths = [
    '/shop',
    '/shop/products',
    '/shop/products/new',
    '/shop/customers/K1001',
    '/shop/price-lists',
    '/shop/price-of-the-day?article=10-100&customer=K1001',
    '/shop/import',
  ];
  for (const path of paths) {
    for (const [name, visit] of Object.entries({ wide, narrow })) {
      const page = await visit.open(path);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await keepScreenshot(page, `${path.slice(1).replaceAll(/[^a-z]+/g, '-')}.${name}`);
    }
  }
  expect([...wide.complaints, ...narrow.complaints]).toEqual([]);
});
