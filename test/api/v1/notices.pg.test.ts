import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTimeline, timelineRow } from '../../../documents/timeline.ts';
import { Notice } from '../../../notices/notice.entity.ts';
import { collectNotices } from '../../../notices/collect.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { query } from '../../kit/database.ts';
import { partnerWith, placed } from '../../kit/placed.ts';
import { customers, products } from '../../shop/fixtures.ts';
import { orderLine } from '../../shop/lines.ts';

let api: TestApi;
let partnerId = '';
let customerId = '';
let orderId = '';

interface Shown {
  id: string;
  secret?: string;
  [field: string]: unknown;
}

beforeAll(async () => {
  api = await startTestApi();
  const em = api.database.em();
  [customerId = ''] = await customers(em, { number: 'K1' });
  await products(em, { articleNumber: 'PÄRM', name: { sv: 'Pärm' } });
  partnerId = await partnerWith(em, 'sjostad');
  orderId = await placed(em, { partnerId, customerId, lines: [orderLine({ item: { sellersId: 'PÄRM' } })] });
});
afterAll(() => api.close());

const anna = { recipient: 'administrator', address: 'anna@example.com', events: ['order.placed'] };

async function subscribe(body: object): Promise<Shown> {
  const made = await api.call<Shown>('POST', '/subscriptions', { body });
  expect(made.status).toBe(201);
  return made.body;
}

/** The order is placed as often, each in a statement of its own. */
async function happens(times = 1): Promise<void> {
  for (let each = 0; each < times; each += 1) {
    const facts = { number: 'SO-100001', status: 'New' };
    const row = timelineRow('order.placed', facts, { orderId, inboundDocumentId: orderId });
    await addTimeline(api.database.em(), [row, timelineRow('document.tested', {}, { inboundDocumentId: orderId })]);
  }
}

const collect = (mail = true, now = new Date()) => collectNotices(api.database.em(), { mail, now });
const noticesOf = async (id: string) =>
  (await api.call<{ items: Shown[] }>('GET', `/notices?subscription=${id}`)).body.items;

describe('subscriptions', () => {
  test('are made, read, changed and ended', async () => {
    const made = await subscribe({ ...anna, language: 'sv', digest: 'daily', digestAt: '16:00' });
    expect(made).toMatchObject({ active: true, hourlyLimit: 20, waiting: 0, mailServer: false });
    const { recipient: _, ...settings } = { ...anna, address: 'asa@example.com', active: false };
    const changed = await api.call<Shown>('PUT', `/subscriptions/${made.id}`, { body: settings });
    expect(changed.body).toMatchObject({ address: 'asa@example.com', active: false, digest: 'atOnce' });
    expect((await api.call('DELETE', `/subscriptions/${made.id}`)).status).toBe(204);
    expect((await api.call('GET', `/subscriptions/${made.id}`)).status).toBe(404);
  });

  test.each([
    ['two addresses', { ...anna, address: 'a@b.se, c@d.se' }],
    ['a header in the address', { ...anna, address: 'a@b.se\r\nBcc: c@d.se' }],
    ['no address of the web', { ...anna, recipient: 'webhook', address: 'ftp://example.com' }],
    ['an event that is none', { ...anna, events: ['order.invented'] }],
    ['a customer without saying which', { ...anna, recipient: 'customer' }],
    ['what customers are not told', { ...anna, recipient: 'customer', customerId: v7(), events: ['order.held'] }],
    ['a digest without its time', { ...anna, digest: 'daily' }],
    ['a partner that there is not', { ...anna, partnerId: v7() }],
  ])('with %s are refused', async (_what, body) => {
    expect((await api.call('POST', '/subscriptions', { body })).status).toBe(422);
  });

  test('of webhooks have a secret that is shown once, sealed, and rotated with two valid at a time', async () => {
    const hook = await subscribe({ ...anna, recipient: 'webhook', address: 'https://example.com/hook' });
    expect(hook.secret).toMatch(/^[\w-]{43}$/);
    expect((await api.call<Shown>('GET', `/subscriptions/${hook.id}`)).body).not.toHaveProperty('secret');
    const [row] = (await query(api.database.url, ['select sealed from subscription_secret'])) as { sealed: Buffer }[];
    expect(row!.sealed.toString('latin1')).not.toContain(hook.secret);
    const path = `/subscriptions/${hook.id}/secrets`;
    expect((await api.call('POST', path)).status).toBe(201);
    expect((await api.call('POST', path)).status).toBe(409);
    const { items } = (await api.call<{ items: Shown[] }>('GET', path)).body;
    expect((await api.call('DELETE', `${path}/${items[1]!.id}`)).status).toBe(204);
    expect((await api.call('DELETE', `${path}/${items[1]!.id}`)).status).toBe(404);
    expect((await api.call('DELETE', `${path}/${items[0]!.id}`)).status).toBe(409);
    await api.call('DELETE', `/subscriptions/${hook.id}`);
  });
});

describe('events', () => {
  test('are told to those who subscribed to them, and of whom they are about', async () => {
    const all = await subscribe(anna);
    const mine = await subscribe({ ...anna, address: 'b@example.com', partnerId, customerId });
    const other = await subscribe({
      ...anna,
      address: 'c@example.com',
      partnerId: await partnerWith(api.database.em(), 'other'),
    });
    const customer = await subscribe({ ...anna, recipient: 'customer', address: 'k@example.com', customerId });
    await happens();
    await collect();
    for (const { id } of [all, mine, customer])
      expect(await noticesOf(id)).toMatchObject([{ events: 1, state: 'ready' }]);
    expect(await noticesOf(other.id)).toEqual([]);
    const [notice] = await noticesOf(customer.id);
    const shown = (await api.call<Shown>('GET', `/notices/${notice!.id}`)).body;
    expect(shown['text']).toContain('We have received the order.');
    expect(shown['tries']).toEqual([]);
    for (const { id } of [all, mine, other, customer]) await api.call('DELETE', `/subscriptions/${id}`);
  });

  test('are one digest when they are many, and when the hour is full', async () => {
    const { id } = await subscribe({ ...anna, address: 'd@example.com', hourlyLimit: 1 });
    await happens(3);
    await collect();
    await happens(2);
    await collect();
    expect(await noticesOf(id)).toMatchObject([{ events: 3, subject: expect.stringContaining('3 events') }]);
    expect((await api.call<Shown>('GET', `/subscriptions/${id}`)).body).toMatchObject({ waiting: 2 });
    await collect(true, new Date(Date.now() + 3_601_000));
    expect(await noticesOf(id)).toMatchObject([{ events: 2 }, { events: 3 }]);
    await api.call('DELETE', `/subscriptions/${id}`);
  });

  test('wait for their time, and for a mail server', async () => {
    const { id } = await subscribe({ ...anna, address: 'e@example.com', digest: 'minutes', digestMinutes: 10 });
    await happens();
    await collect();
    await collect(false, new Date(Date.now() + 660_000));
    expect(await noticesOf(id)).toEqual([]);
    await collect(true, new Date(Date.now() + 660_000));
    expect(await noticesOf(id)).toHaveLength(1);
    await api.call('DELETE', `/subscriptions/${id}`);
  });

  test('that nobody subscribed to are not noted', async () => {
    await query(api.database.url, ['delete from notice_event']);
    await happens();
    expect(await query(api.database.url, ['select * from notice_event'])).toEqual([]);
  });
});

describe('a notice', () => {
  test('of a test message waits for a mail server, and may be sent again', async () => {
    const { id } = await subscribe({ ...anna, active: false });
    const made = await api.call<Shown>('POST', `/subscriptions/${id}/test`);
    expect(made).toMatchObject({ status: 202, body: { kind: 'test', state: 'ready', attempts: 0 } });
    await query(api.database.url, [`update notice set state = 'gaveUp' where id = '${made.body.id}'`]);
    const again = await api.call<Shown>('POST', `/notices/${made.body.id}/send-again`);
    expect(again).toMatchObject({ status: 202, body: { state: 'ready', messageId: made.body['messageId'] } });
    expect((await api.call('POST', `/notices/${v7()}/send-again`)).status).toBe(404);
  });
});

describe('a webhook of a system', () => {
  test('is told of every event, a hundred a message, and once more when it asks', async () => {
    const { id } = await subscribe({
      recipient: 'webhook',
      address: 'https://butik.example.com/hook',
      events: ['order.placed'],
    });
    await happens(130);
    expect([await collect(), await collect(), await collect()]).toEqual([1, 1, 0]);
    const bodies = async () => {
      const rows = await api.database.em().find(Notice, { subscription: id }, { orderBy: { id: 'asc' } });
      return rows.map(
        ({ content }) => JSON.parse((content as { body: string }).body) as { events: { id: string }[]; more: number },
      );
    };
    const first = await bodies();
    expect(first.map(({ events, more }) => [events.length, more])).toEqual([
      [100, 0],
      [30, 0],
    ]);
    const again = await api.call('POST', `/subscriptions/${id}/replay`, { body: { from: '2026-01-01T00:00:00Z' } });
    expect(again).toMatchObject({ status: 202, body: { events: 130 } });
    await collect();
    expect((await bodies())[2]!.events).toEqual(first[0]!.events);
    const none = await api.call('POST', `/subscriptions/${id}/replay`, {
      body: { from: '2026-01-01T00:00:00Z', before: '2026-01-02T00:00:00Z' },
    });
    expect(none.body).toEqual({ events: 0 });
    await api.call('DELETE', `/subscriptions/${id}`);
  });
});
