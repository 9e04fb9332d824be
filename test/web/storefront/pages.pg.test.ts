import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { login, openStorefront, PARTNER, startShopping, type Shopper } from '../../kit/storefront.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await openStorefront(api.database);
});
afterAll(() => api.close());

/** Hidden fields of a form of a page, by its action. */
function fields(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
  const inputs = [...form.split('</form>')[0]!.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
}

async function add(shopper: Shopper, article: string, more: Record<string, string> = {}) {
  const { html } = await shopper.get(`/product/${article}`);
  return shopper.post('/cart/add', { ...fields(html, `${shopper.base}/cart/add`), ...more });
}

describe('the start link', () => {
  test('opens a session once, and lands where the call wants', async () => {
    const { path } = await login(api.database, { entry: { kind: 'category', value: 'Kontor' } });
    const first = await fetch(api.url + path, { redirect: 'manual' });
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toMatch(/^\/shop\/[\w-]{43}\/category\/Kontor$/);
    expect(first.headers.has('set-cookie')).toBe(false);
    await fetch(api.url + first.headers.get('location')!);
    const again = await fetch(api.url + path, { headers: { 'accept-language': 'sv' } });
    expect(again.status).toBe(410);
    const page = await again.text();
    expect(page).toContain('Länken är redan använd');
    expect(page).toContain(`Referens ${again.headers.get('x-request-id')}`);
  });

  test.each([
    ['product', 'KP-01', '/product/KP-01'],
    ['search', 'röd penna', '/search?q=r%C3%B6d%20penna'],
  ] as const)('leads straight to a %s', async (kind, value, landing) => {
    expect((await startShopping(api, { entry: { kind, value } })).landing).toBe(landing);
  });

  test('is not used up by HEAD', async () => {
    const { path } = await login(api.database);
    expect((await fetch(api.url + path, { method: 'HEAD' })).status).toBe(405);
    expect((await fetch(api.url + path, { redirect: 'manual' })).status).toBe(303);
  });

  test.each(['/shop/start/nonsense', `/shop/${'A'.repeat(43)}/`, '/shop/x/cart', '/shop/'])(
    '%s is a page that says what to do',
    async (path) => {
      const response = await fetch(api.url + path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('Start the catalogue again in your purchasing system.');
    },
  );
});

describe('every page', () => {
  test.each(['/', '/search?q=penna', '/category/Kontor', '/product/KP-01', '/cart', '/about', '/empty'])(
    '%s sets no cookie, may be framed by the agreed hosts and shows who shops where',
    async (path) => {
      const { status, headers, html } = await (await startShopping(api)).get(path);
      expect(status).toBe(200);
      expect(headers.has('set-cookie')).toBe(false);
      expect(headers.has('x-frame-options')).toBe(false);
      expect(headers.has('cross-origin-opener-policy')).toBe(false);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      const policy = headers.get('content-security-policy')!.split('; ');
      expect(policy).toContain("frame-ancestors 'self' https://inkop.example.com inkop.example.com:*");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("style-src 'self'");
      expect(policy).toContain("form-action 'self'");
      expect(html).not.toMatch(/<script>|<style|\son\w+="|\sstyle="/);
      expect(html).toContain('Du handlar för Björkviks kommun.');
      expect(html).toContain(`Kundvagnen går tillbaka till ${PARTNER}.`);
    },
  );

  test('can be read in the other language, and stays where it was', async () => {
    const shopper = await startShopping(api);
    const { html } = await shopper.post('/language', { language: 'en', back: 'search?q=penna' });
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('Search: penna');
    expect((await shopper.get('/')).html).toContain('You shop for Björkviks kommun.');
  });

  test.each(['//evil.example', 'search/../../../x', 'https://evil.example', 'cart\r\nx: y', '\\evil.example'])(
    'a form never leads away: %j',
    async (back) => {
      const shopper = await startShopping(api);
      const response = await fetch(`${api.url}${shopper.base}/language`, {
        method: 'POST',
        body: new URLSearchParams({ language: 'sv', back }),
        redirect: 'manual',
      });
      expect(response.headers.get('location')).toBe(`${shopper.base}/`);
    },
  );

  test('keeps the token out of the log', async () => {
    const { path } = await login(api.database);
    const response = await fetch(api.url + path);
    await expect
      .poll(() => api.logged.some((line) => line['reference'] === response.headers.get('x-request-id')))
      .toBe(true);
    const log = JSON.stringify(api.logged);
    expect(log).not.toContain(path.split('/').at(-1));
    expect(log).not.toContain(response.url.split('/').at(-2));
  });

  test('an address that is none is a page', async () => {
    const shopper = await startShopping(api);
    expect((await shopper.get('/nothing')).status).toBe(404);
    expect((await shopper.get('/product/NOPE-1')).html).toContain('Sidan finns inte');
    const broken = await shopper.get('/category/%E0%A4%A');
    expect(broken.status).toBe(400);
    expect(broken.html).toContain('<h1>');
  });
});

describe('search and categories', () => {
  test('find what is asked for, with the price of the day', async () => {
    const { html } = await (await startShopping(api)).get('/search?q=KP01');
    expect(html).toContain('Kopieringspapper A4 70 g');
    expect(html).toMatch(/37,40.SEK/);
    expect(html).toContain('per förp, utan moms');
  });

  test('say what to do when nothing is found, and write nothing of a hostile question as markup', async () => {
    const { status, html } = await (
      await startShopping(api)
    ).get(`/search?q=${encodeURIComponent('"><script>alert(1)</script>\0%')}`);
    expect(status).toBe(200);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('Prova ett annat ord');
  });

  test('page through a category', async () => {
    const shopper = await startShopping(api);
    const { html } = await shopper.get('/category/Kontor');
    const next = /rel="next" href="([^"]+)"/.exec(html)![1]!.slice(shopper.base.length);
    const second = await shopper.get(next.replaceAll('&amp;', '&'));
    expect(second.status).toBe(200);
    expect(second.html).toContain('Tillbaka till första sidan');
  });

  test('a withdrawn article names what takes its place and cannot be bought', async () => {
    const { html } = await (await startShopping(api)).get('/product/SM-02');
    expect(html).toContain('Den här artikeln kan inte längre köpas.');
    expect(html).toContain('/product/SM-03');
    expect(html).not.toContain('/cart/add');
    expect(html).not.toContain('class="price"');
  });
});

describe('the cart', () => {
  test('is filled without JavaScript: the form leads back to where it stood', async () => {
    const shopper = await startShopping(api);
    const { html } = await add(shopper, 'KP-01', { quantity: '3', unit: 'PK' });
    expect(html).toContain('I kundvagnen: 3 förp KP-01.');
    expect(html).toContain('<h1>Kopieringspapper A4 70 g</h1>');
    expect(html).toMatch(/1 rad, 112,20.SEK/);
  });

  test('answers htmx with the basket alone', async () => {
    const shopper = await startShopping(api);
    const { html } = await shopper.get('/product/KP-01');
    const sent = fields(html, `${shopper.base}/cart/add`);
    const answer = await shopper.post('/cart/add', sent, { 'hx-request': 'true' });
    expect(answer.html).toContain('id="basket"');
    expect(answer.html).not.toContain('<main');
  });

  test('a form that is sent twice adds once', async () => {
    const shopper = await startShopping(api);
    const { html } = await shopper.get('/product/KP-01');
    const sent = { ...fields(html, `${shopper.base}/cart/add`), quantity: '2' };
    await Promise.all([shopper.post('/cart/add', sent), shopper.post('/cart/add', sent)]);
    expect((await shopper.get('/cart')).html).toContain(
      'name="quantity-1" inputmode="decimal" autocomplete="off" maxlength="20" value="2"',
    );
  });

  test('keeps quantities, notes and references, whichever button is pressed', async () => {
    const shopper = await startShopping(api);
    await add(shopper, 'KP-01');
    await add(shopper, 'KS-01');
    const typed = {
      'quantity-1': '1 000,5',
      'note-1': 'Till Åkern, märk "B"',
      'reference-1': 'Rek 4711',
      'quantity-2': '5',
    };
    const form = new URLSearchParams({ page: '1', ...typed });
    form.append('line', '1');
    form.append('line', '2');
    form.append('remove', '2');
    const response = await fetch(`${api.url}${shopper.base}/cart/remove`, { method: 'POST', body: form });
    const html = await response.text();
    expect(html).toContain('Borttagen: Kulspetspenna svart.');
    expect(html).toContain('value="1000,5"');
    expect(html).toContain('value="Till Åkern, märk &quot;B&quot;"');
    expect(html).toContain('value="Rek 4711"');
    const undone = await shopper.post('/cart/undo', { undo: '2' });
    expect(undone.html).toContain('Kulspetspenna svart');
  });

  test('keeps what was typed and cannot be used, and says why at the line', async () => {
    const shopper = await startShopping(api);
    await add(shopper, 'KP-01');
    const { status, html } = await shopper.post('/cart/update', { page: '1', line: '1', 'quantity-1': 'många' });
    expect(status).toBe(422);
    expect(html).toContain('value="många"');
    expect(html).toContain('”många” är inget antal. Skriv ett tal som 10 eller 2,5.');
    expect(html).toContain('aria-invalid="true"');
  });

  test('an empty one says what to do', async () => {
    expect((await (await startShopping(api)).get('/cart')).html).toContain('Kundvagnen är tom');
  });

  test('of an identified user is offered again; of a shared one it is found by its code', async () => {
    const user = { key: 'åsa', name: 'Åsa Öberg' };
    const before = await startShopping(api, { user });
    await add(before, 'KP-01');
    const after = await startShopping(api, { user });
    const { html } = await after.get('/');
    expect(html).toContain('Du har en kundvagn som inte skickades');
    const adopted = await after.post('/adopt', fields(html, `${after.base}/adopt`));
    expect(adopted.html).toContain('Den tidigare kundvagnen är hämtad: 1 rad.');

    const shared = await startShopping(api);
    await add(shared, 'KS-01');
    const saved = await shared.post('/save', {});
    expect(saved.html).toContain(`hämtar du den med koden ${shared.session.row.cartCode}`);
    const later = await startShopping(api);
    expect((await later.get('/')).html).not.toContain('som inte skickades</h2>');
    const code = shared.session.row.cartCode.toLowerCase().replace('-', ' ');
    expect((await later.post('/adopt', { code })).html).toContain('Kulspetspenna svart');
    const wrong = await later.post('/adopt', { code: 'ÅÄÖ' });
    expect(wrong.status).toBe(404);
    expect(wrong.html).toContain('Det finns ingen oskickad kundvagn med koden ÅÄÖ.');
  });
});

describe('a cart that changed under the buyer', () => {
  const change = (sql: string, values: unknown[] = []) => api.database.em().execute(sql, values);

  test('a price that changed is told with both prices, until the buyer has seen it', async () => {
    const shopper = await startShopping(api);
    await add(shopper, 'KP-01');
    await change('update session_cart_line set seen_price = 30 where session_id = ?', [shopper.session.row.id]);
    const { html } = await shopper.get('/cart');
    expect(html).toMatch(/Priset har ändrats från 30,00.SEK till 37,40.SEK per förp\./);
    expect(html).toContain('Jag har sett ändringarna');
    const seen = await shopper.post('/cart/acknowledge', { page: '1' });
    expect(seen.html).not.toContain('Priset har ändrats');
  });

  test('a withdrawn article is told at its line, with what takes its place', async () => {
    const shopper = await startShopping(api);
    await add(shopper, 'KA-04');
    await change("update product set status = 'withdrawn', replaced_by = 'KA-05' where article_number = 'KA-04'");
    const { html } = await shopper.get('/cart');
    expect(html).toContain('Artikeln har utgått och kan inte skickas. Ta bort raden. Ersätts av KA-05.');
  });

  test('texts of the shop are never markup', async () => {
    const hostile = `"><script>alert(1)</script>'~\r\nX: y`;
    await change("update product set name = jsonb_build_object('sv', ?::text) where article_number = 'KA-06'", [
      hostile,
    ]);
    const shopper = await startShopping(api);
    await add(shopper, 'KA-06');
    for (const path of ['/product/KA-06', '/cart', '/search?q=KA-06']) {
      const { html } = await shopper.get(path);
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(html).not.toContain('<script>alert');
    }
  });

  test('five thousand lines are shown page by page, and what is typed on one page stays', async () => {
    const shopper = await startShopping(api);
    await change(
      `insert into session_cart_line (session_id, number, product_id, unit, quantity, seen_price, added_at)
      select ?, number, (select id from product where article_number = 'KS-01'), 'C62', 1, 8.19, now() from generate_series(1, 5000) number`,
      [shopper.session.row.id],
    );
    const { html } = await shopper.get('/cart?page=50');
    expect(html).toMatch(/Rad 4901–5000 av 5.000 rader/);
    expect(html).toContain('rel="prev"');
    expect(html).not.toContain('rel="next"');
    const updated = await shopper.post('/cart/update', { page: '50', line: '5000', 'quantity-5000': '7' });
    expect(updated.html).toContain('Kundvagnen är uppdaterad.');
    expect(updated.html).toContain(
      'name="quantity-5000" inputmode="decimal" autocomplete="off" maxlength="20" value="7"',
    );
    expect((await shopper.get('/cart?page=99999')).html).toContain('Rad 4901');
    expect((await shopper.get('/cart?page=-1')).html).toContain('Rad 1–100');
  });
});

describe('the end of a session', () => {
  test('is a page that says what to do, with a reference; nothing else is shown or changed', async () => {
    const shopper = await startShopping(api);
    await add(shopper, 'KP-01');
    await api.database
      .em()
      .execute("update punch_out_session set expires_at = now() - interval '1 second' where id = ?", [
        shopper.session.row.id,
      ]);
    for (const answer of [await shopper.get('/cart'), await shopper.post('/cart/add', { article: 'KP-01' })]) {
      expect(answer.status).toBe(410);
      expect(answer.html).toContain('<h1>Your session has ended</h1>');
      expect(answer.html).toContain('A cart that was not sent is kept');
      expect(answer.html).toContain(`Reference ${answer.headers.get('x-request-id')}`);
    }
  });
});

describe('a session that only looks', () => {
  test('shows a product without cart and buttons', async () => {
    const shopper = await startShopping(api, { operation: 'detail', entry: { kind: 'product', value: 'KP-01' } });
    const { html } = await shopper.get('/product/KP-01');
    expect(html).toContain('Artikeln visas för ditt inköpssystem.');
    expect(html).not.toContain('id="basket"');
    expect(html).not.toContain('/cart/add');
  });

  test('cannot change the cart that it inspects', async () => {
    const shopper = await startShopping(api, { operation: 'inspect' });
    expect(shopper.landing).toBe('/cart');
    expect((await shopper.get('/cart')).html).toContain('Kundvagnen visas som den skickades.');
    const { status } = await shopper.post('/cart/add', { article: 'KP-01', quantity: '1', key: 'k' });
    expect(status).toBe(403);
  });
});

describe('with the engine away', () => {
  test('Continue shows a page that waits, keeps the cart, and asks again by itself', async () => {
    const shopper = await startShopping(api);
    await add(shopper, 'KP-01');
    const { status, headers, html } = await shopper.post('/return', { attempt: 'attempt-0001' });
    expect(status).toBe(202);
    expect(headers.get('refresh')).toBe(`2; url=${shopper.base}/return/attempt-0001`);
    expect(html).toContain('Kundvagnen finns kvar');
    expect((await shopper.get('/cart')).html).toContain('Kopieringspapper A4 70 g');
  });

  test.each(['', 'short', 'a b c d e f g h', '../../../x'])(
    'an attempt that is no key is refused: %j',
    async (attempt) => {
      const shopper = await startShopping(api);
      expect((await shopper.post('/return', { attempt })).status).toBe(422);
    },
  );
});
