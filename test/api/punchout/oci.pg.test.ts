import { beforeAll, describe, expect, it } from 'vitest';
import { readOciReturn } from '../../../formats/oci/form.read.ts';
import type { TestApi } from '../../kit/api.ts';
import { call, everything, HOOK, inputs, latestSession, partner, postOci, SECRET, startDoor } from './door.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startDoor();
  await partner(api, 'verken');
  return api.close;
});

async function sessionCount(): Promise<number> {
  const rows = await api.database.em().execute('select count(*)::int as count from punch_out_session');
  return (rows[0] as { count: number }).count;
}

describe('a login by OCI', () => {
  it('sends the buyer into the shop by a link that is good for one visit', async () => {
    const answer = await postOci(api, 'verken');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^http:\/\/localhost:3000\/shop\/start\/[\w-]{43}$/);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await latestSession(api)).toMatchObject({
      protocol: 'oci',
      operation: 'create',
      state: 'authenticated',
      user_key: null,
      return_spec: { url: HOOK, target: '_top' },
    });
  });

  it('takes a GET as well, and the body before the query', async () => {
    const query = new URLSearchParams({ username: 'verken', password: SECRET, hook_url: HOOK }).toString();
    expect((await call(api, `verken?${query}`, { method: 'GET' })).status).toBe(303);
    const wrong = await call(api, `verken?${query}`, {
      method: 'POST',
      body: new URLSearchParams({ PASSWORD: 'fel' }),
    });
    expect(wrong.status).toBe(401);
  });

  it('knows who shops, for which customer, and keeps what the buyer sends besides', async () => {
    await postOci(api, 'verken', { USERID: 'åsa.öberg', KUNDNR: 'K1001', ACCOUNT_CODE: '4010' });
    const session = await latestSession(api);
    expect(session).toMatchObject({ user_key: 'åsa.öberg', parameters: { ACCOUNT_CODE: '4010' } });
    expect(JSON.stringify(session)).not.toContain(SECRET);
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['a wrong password', { PASSWORD: 'fel' }, 401, 'credentials'],
    ['a foreign return address', { HOOK_URL: 'https://evil.example/hook' }, 403, 'returnAddress'],
    ['a return address that is none', { HOOK_URL: 'javascript:alert(1)' }, 422, 'body'],
    ['no return address', { HOOK_URL: '' }, 422, 'body'],
    ['SAPEVENT where it is not agreed', { HOOK_URL: 'SAPEVENT:POST' }, 422, 'body'],
    ['an unknown customer', { KUNDNR: 'K9999' }, 403, 'customer'],
    ['the XML variant', { '~xmlDocument': 'PHhtbC8+' }, 415, 'body'],
    ['a function that is not open', { FUNCTION: 'QUANTITYCHECK', PRODUCTID: 'X' }, 422, 'body'],
    ['DETAIL without a product', { FUNCTION: 'DETAIL' }, 422, 'body'],
  ])('is refused with %s: a page for a person, and a line in the log of refusals', async (_, more, status, check) => {
    const before = await sessionCount();
    const answer = await postOci(api, 'verken', more);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain(answer.headers.get('x-request-id'));
    expect(answer.text).not.toContain('<script>');
    expect(await sessionCount()).toBe(before);
    const { items } = (await api.call<{ items: Record<string, unknown>[] }>('GET', '/refused-requests?limit=1')).body;
    expect(items[0]).toMatchObject({ failedCheck: check, status });
    const kept = await api.call('GET', `/refused-requests/${String(items[0]!['id'])}`);
    expect(JSON.stringify(kept.body)).not.toContain('hemlig');
  });

  it('shows a hostile parameter as text', async () => {
    const answer = await postOci(api, 'verken', { HOOK_URL: '"><script>alert(1)</script>' });
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain('<script>alert');
  });

  it('is unknown at an address that nobody has, refused where OCI is closed, and while the partner is paused', async () => {
    expect((await postOci(api, 'ingen')).status).toBe(404);
    await partner(api, 'stangd', { peppol: {}, customer: { default: 'K1003' } });
    expect((await postOci(api, 'stangd')).status).toBe(403);
    const id = await partner(api, 'pausad');
    await api.call('PATCH', `/partners/${id}`, { body: { paused: true } });
    const paused = await postOci(api, 'pausad');
    expect(paused.status).toBe(503);
    expect(paused.headers.get('retry-after')).toBe('300');
    const { status, headers } = await call(api, 'verken', { method: 'DELETE' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('takes the stored address where the call has none, and SAPEVENT where it is agreed', async () => {
    await partner(api, 'lank', {
      ...everything,
      oci: { sapEvent: true },
      returnUrl: 'https://intranet.kund.example/cart',
    });
    expect((await postOci(api, 'lank', { HOOK_URL: '' })).status).toBe(303);
    expect(await latestSession(api)).toMatchObject({ return_spec: { url: 'https://intranet.kund.example/cart' } });
    expect((await postOci(api, 'lank', { HOOK_URL: 'SAPEVENT:POST' })).status).toBe(303);
    expect(await latestSession(api)).toMatchObject({ return_spec: { url: 'SAPEVENT:POST' } });
  });

  it('refuses a body of more than 10 MB', async () => {
    const answer = await call(api, 'verken', { method: 'POST', body: new Uint8Array(10_000_001) });
    expect(answer.status).toBe(413);
  });
});

describe('functions of OCI', () => {
  async function productId(articleNumber: string): Promise<string> {
    const em = api.database.em();
    const rows = await em.execute('select id from product where article_number = ?', [articleNumber]);
    return (rows[0] as { id: string }).id;
  }

  it('VALIDATE answers at the called address with the price for the quantity, and leaves a closed session', async () => {
    const key = `${await productId('KP-02')}.PK`;
    const answer = await postOci(api, 'verken', { FUNCTION: 'VALIDATE', PRODUCTID: key, QUANTITY: '3' });
    expect(answer.status).toBe(200);
    const { items } = readOciReturn(inputs(answer.text));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ fields: { EXT_PRODUCT_ID: key, QUANTITY: '3', UNIT: 'PK', VENDORMAT: 'KP-02' } });
    expect(answer.text).toContain(`action="${HOOK.replaceAll('&', '&amp;')}"`);
    expect(await latestSession(api)).toMatchObject({
      operation: 'validate',
      state: 'returned',
      start_token_hash: null,
    });
  });

  it('QUANTITYCHECK, where an agreement opens it, is answered like VALIDATE', async () => {
    await partner(api, 'counting', { ...everything, oci: { functions: ['QUANTITYCHECK'] } });
    const answer = await postOci(api, 'counting', { FUNCTION: 'QUANTITYCHECK', PRODUCTID: 'KP-02' });
    expect(answer.status).toBe(200);
    expect(readOciReturn(inputs(answer.text)).items[0]).toMatchObject({
      fields: { VENDORMAT: 'KP-02', QUANTITY: '1' },
    });
    expect(await latestSession(api)).toMatchObject({ operation: 'validate', state: 'returned' });
  });

  it('VALIDATE of the unit that was bought: a carton is five packs', async () => {
    const id = await productId('KP-02');
    const priceOf = async (unit: string) => {
      const answer = await postOci(api, 'verken', { FUNCTION: 'VALIDATE', PRODUCTID: `${id}.${unit}`, QUANTITY: '1' });
      return Number(readOciReturn(inputs(answer.text)).items[0]!.fields['PRICE']);
    };
    expect(await priceOf('CT')).toBeCloseTo(5 * (await priceOf('PK')), 2);
  });

  it.each(['00000000-0000-7000-8000-000000000000.C62', 'gone', 'HA-02'])(
    'VALIDATE of a product that is gone gives a form without item data: %s',
    async (key) => {
      const answer = await postOci(api, 'verken', { FUNCTION: 'VALIDATE', PRODUCTID: key });
      expect(answer.status).toBe(200);
      expect(readOciReturn(inputs(answer.text)).items).toEqual([]);
    },
  );

  it('VALIDATE needs an address, unless the agreement lets it use the stored one', async () => {
    expect((await postOci(api, 'verken', { FUNCTION: 'VALIDATE', PRODUCTID: 'KP-02', HOOK_URL: '' })).status).toBe(422);
    const returnUrl = 'https://intranet.kund.example/cart';
    await partner(api, 'tolerant', { ...everything, returnUrl, oci: { validateWithoutHook: true } });
    const answer = await postOci(api, 'tolerant', { FUNCTION: 'VALIDATE', PRODUCTID: 'KP-02', HOOK_URL: '' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(`action="${returnUrl}"`);
  });

  it('BACKGROUND_SEARCH gives every hit in one form that is not sent by itself', async () => {
    const answer = await postOci(api, 'verken', { FUNCTION: 'BACKGROUND_SEARCH', SEARCHSTRING: 'kulspetspenna*' });
    expect(answer.status).toBe(200);
    const { items } = readOciReturn(inputs(answer.text));
    expect(items.length).toBeGreaterThan(3);
    expect(items.every(({ fields }) => Number(fields['QUANTITY']) > 0 && fields['EXT_PRODUCT_ID'] !== undefined)).toBe(
      true,
    );
    expect(answer.text).toContain('Kulspetspenna');
    const nothing = await postOci(api, 'verken', { FUNCTION: 'BACKGROUND_SEARCH', SEARCHSTRING: 'xyzzy-finns-inte' });
    expect([nothing.status, readOciReturn(inputs(nothing.text)).items.length]).toEqual([200, 0]);
  });

  it('DETAIL and SOURCING open the shop at the product and at the search; DETAIL needs no return address', async () => {
    const key = `${await productId('KP-02')}.PK`;
    expect((await postOci(api, 'verken', { FUNCTION: 'DETAIL', PRODUCTID: key, HOOK_URL: '' })).status).toBe(303);
    expect(await latestSession(api)).toMatchObject({ operation: 'detail', entry: { kind: 'product', value: 'KP-02' } });
    await postOci(api, 'verken', { FUNCTION: 'SOURCING', SEARCHSTRING: 'pärm' });
    expect(await latestSession(api)).toMatchObject({ operation: 'sourcing', entry: { kind: 'search', value: 'pärm' } });
  });
});
