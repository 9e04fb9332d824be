import { beforeAll, describe, expect, test } from 'vitest';
import type { session, sessionDetail, sessionDocuments, sessionForm } from '../../../api/schemas/session.ts';
import type { timeline } from '../../../api/schemas/timeline.ts';
import type { z } from 'zod';
import { writeCartMessage } from '../../../sessions/writeCartMessage.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { add, NOW, punchOut, shopping, smallShop, type TestPunchOut } from '../../sessions/kit.ts';

let api: TestApi;
let partner: TestPunchOut;

beforeAll(async () => {
  api = await startTestApi();
  await smallShop(em());
  partner = await punchOut(em());
  return api.close;
});

const em = () => api.database.em();
type Page = { items: z.output<typeof session>[]; next?: string };

async function returned(more: object = {}): Promise<string> {
  const { session: visit } = await shopping(em(), partner, more);
  await add(em(), visit, 'PEN-1', '3');
  await writeCartMessage(em(), { sessionId: visit.row.id, attempt: 'a', kind: 'return' }, NOW);
  return visit.row.id;
}

describe('sessions', () => {
  test('are listed newest first, page by page, by partner, state, customer and cart', async () => {
    const ids = [await returned(), await returned(), (await shopping(em(), partner)).session.row.id];
    const all = (await api.call<Page>('GET', `/sessions?partner=${partner.given.agreement.partnerId}`)).body.items;
    expect(all.map(({ id }) => id)).toEqual(ids.toReversed());
    const first = (await api.call<Page>('GET', '/sessions?limit=2')).body;
    const second = (await api.call<Page>('GET', `/sessions?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
    const { customer } = partner.given;
    const query = `state=returned&protocol=oci&mode=production&customer=${customer.id}`;
    const found = (await api.call<Page>('GET', `/sessions?${query}`)).body.items;
    expect(found.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    expect(found[0]).toMatchObject({ state: 'returned', returns: 1, protocol: 'oci', operation: 'create' });
    const byCart = (await api.call<Page>('GET', `/sessions?cart=${found[0]!.cartCode}-1`)).body.items;
    expect(byCart.map(({ id }) => id)).toEqual([ids[1]]);
    expect((await api.call('GET', '/sessions?state=lost')).status).toBe(422);
  });

  test('are told in words, with who shopped and for whom', async () => {
    const id = await returned({ user: { key: 'anna', name: 'Anna Åberg' }, parameters: { KST: '4711' } });
    const { body } = await api.call<z.output<typeof sessionDetail>>('GET', `/sessions/${id}`);
    expect(body).toMatchObject({
      ...{ customer: { number: 'K-1', name: 'Umeå Verkstad AB' }, user: { key: 'anna', name: 'Anna Åberg' } },
      ...{
        parameters: { KST: '4711' },
        returnUrl: 'https://srm.example.com/hook',
        workflowId: `punchout:${partner.code}:${id}`,
      },
    });
    expect(JSON.stringify(body)).not.toMatch(/token/i);
    const told = (await api.call<z.output<typeof timeline>>('GET', `/sessions/${id}/timeline?lang=sv`)).body;
    expect(told.items.map(({ text }) => text)).toEqual([
      'Proceedo loggade in en köpare med OCI, för att fylla en kundvagn.',
      'Köparen handlar för kund K-1 Umeå Verkstad AB, som avtalet säger.',
      'Köparen öppnade butiken.',
      expect.stringMatching(/^Kundvagn \S+ skickades tillbaka: 1 rad, 37,50 SEK utan moms\.$/),
    ]);
    expect(told.next.text).toMatch(/^Besöket slutar/);
  });

  test('hand out their documents and the form that went back', async () => {
    const call = { contentType: 'application/x-www-form-urlencoded', text: 'USERNAME=anna&PASSWORD=***' };
    const id = await returned({ call });
    const { items } = (await api.call<z.output<typeof sessionDocuments>>('GET', `/sessions/${id}/documents`)).body;
    expect(items).toMatchObject([
      { kind: 'call', size: 26 },
      { kind: 'cart', purpose: 'return', lineCount: 1, total: '37.5', currency: 'SEK' },
    ]);
    const bytes = await api.call<string>('GET', `/sessions/${id}/documents/${items[0]!.id}/bytes`);
    expect(bytes.body).toBe(call.text);
    expect(bytes.headers.get('content-disposition')).toMatch(/^attachment/);
    const form = (await api.call<z.output<typeof sessionForm>>('GET', `/sessions/${id}/form`)).body;
    expect(form).toMatchObject({ action: 'https://srm.example.com/hook', method: 'post', charset: 'iso-8859-1' });
    expect(form.fields).toContainEqual({ name: 'NEW_ITEM-DESCRIPTION[1]', value: 'Kulspetspenna blå' });
    const told = (await api.call<z.output<typeof timeline>>('GET', `/sessions/${id}/timeline`)).body;
    expect(told.items.at(-1)).toMatchObject({ code: 'session.resent', by: 'Test', sessionId: id });
  });

  test('of others, and what is not there, are not found; a key needs the scope', async () => {
    const [one, two] = [await returned(), await returned()];
    const { items } = (await api.call<z.output<typeof sessionDocuments>>('GET', `/sessions/${one}/documents`)).body;
    for (const path of [
      `/sessions/${two}/documents/${items[0]!.id}/bytes`,
      '/sessions/019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11',
      '/sessions/019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11/timeline',
      '/sessions/019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11/documents',
      `/sessions/${(await shopping(em(), partner)).session.row.id}/form`,
    ]) {
      expect((await api.call('GET', path)).status).toBe(404);
    }
    const key = await api.keyWith('orders:read');
    expect((await api.call('GET', '/sessions', { key })).status).toBe(403);
    expect(
      (await api.call('POST', `/sessions/${one}/cancel`, { key: await api.keyWith('documents:read') })).status,
    ).toBe(403);
  });

  test('are not ended while the engine is away: the caller is told so', async () => {
    const id = await returned();
    expect((await api.call('POST', `/sessions/${id}/cancel`)).status).toBe(503);
  });
});
