import { afterAll, beforeAll, expect, test } from 'vitest';
import { AuditEntry } from '../../../documents/audit.entity.ts';
import { collectItems } from '../../../documents/catalogueCollect.ts';
import { createPartner, saveAgreement } from '../../../partners/partners.ts';
import { shopInput } from '../../../shop/input/shop.ts';
import { saveShopProfile } from '../../../shop/profile.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { customers, prices, products } from '../../shop/fixtures.ts';

let api: TestApi;
let address = '';

interface Shown {
  readonly id: string;
  readonly [field: string]: unknown;
}

beforeAll(async () => {
  api = await startTestApi();
  const em = api.database.em();
  await saveShopProfile(
    em,
    shopInput.parse({ name: 'Butiken', organisationNumber: '5560001111', timeZone: 'Europe/Stockholm' }),
  );
  await customers(em, { number: 'K1' });
  await products(
    em,
    { articleNumber: 'PÄRM', name: { sv: 'Pärm' } },
    { articleNumber: 'HÄFTE', name: { sv: 'Häfte' } },
  );
  await prices(em, { articleNumber: 'PÄRM', amount: '10' });
  const partnerId = await createPartner(em, { name: 'Åmål', addresses: { production: 'amal' } });
  const settings = {
    customers: ['K1'],
    punchOut: {},
    catalogue: { formats: ['csv' as const], approval: 'person' as const },
  };
  await saveAgreement(em, { partnerId, mode: 'production', by: 'test', settings });
  address = `/partners/${partnerId}/catalogue-exports`;
});
afterAll(() => api.close());

test('a catalogue is asked for, compared, and let go by a person', async () => {
  const asked = await api.call<Shown>('POST', address, { body: {} });
  expect(asked.status).toBe(202);
  expect(asked.body).toMatchObject({ state: 'collecting', format: 'csv', mode: 'production', items: 0 });
  const one = `${address}/${asked.body.id}`;
  expect((await api.call('POST', address, { body: {} })).status).toBe(409);
  expect((await api.call('POST', `${one}/decision`, { body: { send: true } })).status).toBe(409);

  expect(await collectItems(api.database.em(), asked.body.id)).toBe('waiting');
  const { body } = await api.call<Shown>('GET', one);
  expect(body).toMatchObject({ state: 'waiting', items: 1, leftOut: 1, added: 1, changed: 0, removed: 0 });
  expect((await api.call('GET', `${one}/changes`)).body).toEqual({
    items: [{ articleNumber: 'PÄRM', is: { name: 'Pärm', unit: 'C62', price: '10', priceQuantity: '1' } }],
  });
  expect((await api.call('GET', `${one}/left-out`)).body).toMatchObject({
    items: [{ articleNumber: 'HÄFTE', field: 'price' }],
  });
  const decided = await api.call<Shown>('POST', `${one}/decision`, { body: { send: true } });
  expect(decided.body).toMatchObject({ state: 'writing', decidedBy: 'Test' });
  const trail = await api.database.em().find(AuditEntry, {}, { orderBy: { id: 'asc' } });
  expect(trail.map(({ action }) => action)).toEqual(['catalogue.started', 'catalogue.sent']);
  expect((await api.call<{ items: Shown[] }>('GET', address)).body.items).toHaveLength(1);
});

test('of another partner there is nothing to see', async () => {
  const other = await createPartner(api.database.em(), { name: 'Annan', addresses: { production: 'annan' } });
  const { body } = await api.call<{ items: Shown[] }>('GET', address);
  expect((await api.call('GET', `/partners/${other}/catalogue-exports/${body.items[0]!.id}`)).status).toBe(404);
});
