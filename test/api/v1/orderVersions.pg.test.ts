import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { askBuyer } from '../../../documents/buyersDue.ts';
import { findChangedOrder } from '../../../shop/changedOrder.ts';
import { addVersion, carryOutChange } from '../../../shop/orderVersions.ts';
import { insertOrder } from '../../../shop/orders.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { partnerWith, placed, received } from '../../kit/placed.ts';
import { customers, orderHeader, prices, products } from '../../shop/fixtures.ts';
import { orderLine } from '../../shop/lines.ts';

const line = (id: string, quantity: string) =>
  orderLine({ position: Number(id), id, quantity, price: { amount: '10' }, item: { sellersId: 'PEN' } });

let api: TestApi;
let partnerId = '';
let orderId = '';
let changeId = '';

beforeAll(async () => {
  api = await startTestApi();
  const em = api.database.em();
  const [customerId = ''] = await customers(em, { number: 'K1' });
  await products(em, { articleNumber: 'PEN', name: { sv: 'Penna' } });
  await prices(em, { articleNumber: 'PEN', amount: '10' });
  partnerId = await partnerWith(em, 'orebro');
  orderId = await placed(em, { partnerId, customerId, lines: [line('1', '5'), line('2', '2')] });
  changeId = await change();
});
afterAll(() => api.close());

/** Line 1 is 7 now, 2 is gone, 3 is new. @returns the id of the change */
async function change(): Promise<string> {
  const em = api.database.em();
  const { number } = orderHeader();
  const header = orderHeader({ number: 'ÄND-1', operation: 'change', orderReference: number, sequenceNumber: '1' });
  const id = await received(em, partnerId, `<OrderChange>${v7()}</OrderChange>`);
  const lines = [line('1', '7'), line('3', '1')];
  const head = { id, partnerId, inboundDocumentId: id, agreementVersion: 1, header, reasons: [] };
  const evaluated = lines.map((one) => ({
    line: one,
    evaluated: { position: one.position, lineId: one.id, reasons: [] },
  }));
  await em.transactional(async (tx) => {
    const order = await findChangedOrder(tx, { partnerId, mode: 'production', header });
    await insertOrder(tx, { ...head, status: 'Applied' }, [evaluated]);
    await addVersion(tx, order!, { inboundDocumentId: id, header, removed: ['2'], state: 'waiting' });
    await carryOutChange(tx, id, 'operator: Åsa');
  });
  return id;
}

test('versions are listed, and compared line by line', async () => {
  const { body } = await api.call<{ items: unknown[] }>('GET', `/orders/${orderId}/versions`);
  expect(body.items).toMatchObject([
    { number: 1, kind: 'order', state: 'applied', inboundDocumentId: orderId },
    { number: 2, kind: 'change', state: 'applied', sequence: 1, inboundDocumentId: changeId, actor: 'operator: Åsa' },
  ]);
  const compared = await api.call('GET', `/orders/${orderId}/versions/2`);
  expect(compared.body).toMatchObject({
    lines: [
      { line: '1', kind: 'changed', fields: [{ field: 'quantity', before: '5', after: '7' }] },
      { line: '3', kind: 'added' },
      { line: '2', kind: 'removed' },
    ],
  });
  expect((await api.call('GET', `/orders/${orderId}/versions/1`)).body).toMatchObject({ header: [], lines: [] });
  expect((await api.call('GET', `/orders/${orderId}/versions/9`)).status).toBe(404);
});

test('an order that was never changed has one version: itself', async () => {
  const other = await placed(api.database.em(), { partnerId, header: { number: 'Ö-2' }, lines: [line('1', '5')] });
  expect((await api.call('GET', `/orders/${other}/versions`)).body).toMatchObject({
    items: [{ number: 1, kind: 'order', state: 'applied' }],
  });
});

test('a buyer that agrees by telephone is waited for no longer', async () => {
  const due = new Date('2026-12-01T12:00:00Z');
  await askBuyer(api.database.em(), { orderId, inboundDocumentId: orderId, due });
  expect((await api.call('GET', `/orders/${orderId}`)).body).toMatchObject({ buyerDue: '2026-12-01T12:00:00.000Z' });
  expect((await api.call('POST', `/orders/${orderId}/buyer-agreement`)).status).toBe(204);
  expect((await api.call('GET', `/orders/${orderId}`)).body).not.toHaveProperty('buyerDue');
  expect((await api.call('POST', `/orders/${orderId}/buyer-agreement`)).body).toMatchObject({
    error: { code: 'Conflict' },
  });
});
