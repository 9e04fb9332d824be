import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endDelivery, recordAttempt } from '../../../documents/outbound.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { answer, partnerWith, received } from '../../kit/placed.ts';

const unknown = '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11';
let api: TestApi;
let partnerId = '';

beforeAll(async () => {
  api = await startTestApi();
  partnerId = await partnerWith(api.database.em(), 'umea');
});
afterAll(() => api.close());

interface Page {
  items: { id: string; [field: string]: unknown }[];
  next?: string;
}

async function bytes(path: string) {
  const key = await api.keyWith('documents:read');
  const response = await fetch(`${api.url}/api/v1${path}`, { headers: { 'x-api-key': key } });
  return { headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
}

describe('documents received', () => {
  test('are listed with filters, newest first', async () => {
    const other = await partnerWith(api.database.em(), 'list');
    const ids: string[] = [];
    for (const number of ['1', '2', '2']) ids.push(await received(api.database.em(), other, undefined, { number }));
    const list = async (query: string) =>
      (await api.call<Page>('GET', `/documents/in?partner=${other}&${query}`)).body.items.map(({ id }) =>
        ids.indexOf(id),
      );
    expect(await list('')).toEqual([2, 1, 0]);
    expect(await list('number=1')).toEqual([0]);
    expect(await list('state=received,waiting&mode=production')).toEqual([2, 1, 0]);
    expect(await list('state=placed')).toEqual([]);
    expect(await list('mode=test')).toEqual([]);
    expect(await list('before=2026-01-01T00:00:00Z')).toEqual([]);
    const page = await api.call<Page>('GET', `/documents/in?partner=${other}&limit=2`);
    expect(await list(`limit=2&cursor=${page.body.next}`)).toEqual([0]);
    const { body } = await api.call<Page>('GET', `/documents/in/${ids[0]}`);
    const { reference } = body as unknown as { reference: string };
    expect(await list(`reference=${reference}`)).toEqual([0]);
    expect((await api.call('GET', '/documents/in?state=lost')).status).toBe(422);
  });

  test('are shown with everything that is known, and their answers', async () => {
    const id = await received(api.database.em(), partnerId, '<Order/>', { number: 'PO-1', partnerCode: 'umea' });
    const answerId = await answer(api.database.em(), partnerId, id, 'kept');
    expect((await api.call('GET', `/documents/in/${id}`)).body).toMatchObject({
      id,
      partnerId,
      state: 'received',
      size: 8,
      format: 'peppol-28a-order',
      number: 'PO-1',
      headers: { host: 'orders.example.com' },
      buyer: [{ id: '2120002627', scheme: '0007' }],
      workflowId: `punchin:umea:${id}`,
      answers: [{ id: answerId, state: 'kept', responseCode: '29' }],
    });
  });

  test('say why they were refused', async () => {
    const error = { type: 'DocumentMalformed' as const, message: 'Not XML.', details: [{ line: 3, found: '&' }] };
    const id = await received(api.database.em(), partnerId, 'not xml', { error });
    expect((await api.call('GET', `/documents/in/${id}`)).body).toMatchObject({ state: 'refused', error });
  });

  test('are handed out byte by byte, to be saved and not shown', async () => {
    const text = `<html><script>alert(1)</script>${'å'.repeat(400_000)}</html>`;
    const id = await received(api.database.em(), partnerId, text, {
      number: '../"evil"\r\n',
      contentType: 'text/html',
    });
    const { headers, body } = await bytes(`/documents/in/${id}/bytes`);
    expect(body.equals(Buffer.from(text))).toBe(true);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toBe(`attachment; filename=".._evil_-${id.slice(-12)}.xml"`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-length')).toBe(String(body.length));
  });

  test('have a timeline in two languages', async () => {
    const id = await received(api.database.em(), partnerId);
    const english = await api.call<{ items: { text: string }[] }>('GET', `/documents/in/${id}/timeline`);
    expect(english.body).toMatchObject({ items: [{ code: 'document.received', inboundDocumentId: id }], next: {} });
    const swedish = await api.call<typeof english.body>('GET', `/documents/in/${id}/timeline?lang=sv`);
    expect(swedish.body.items[0]!.text).not.toBe(english.body.items[0]!.text);
  });
});

async function ready(): Promise<string> {
  const em = api.database.em();
  return answer(em, partnerId, await received(em, partnerId), 'ready');
}

async function unexpected(): Promise<number> {
  return (await api.deps.metrics.unexpected.get()).values.length;
}

describe('a caller that hangs up', () => {
  test('while it reads is no failure of ours', async () => {
    const id = await received(api.database.em(), partnerId, 'x'.repeat(20_000_000));
    const key = await api.keyWith('documents:read');
    const stop = new AbortController();
    const url = `${api.url}/api/v1/documents/in/${id}/bytes`;
    const response = await fetch(url, { headers: { 'x-api-key': key }, signal: stop.signal });
    await response.body!.getReader().read();
    stop.abort();
    await expect.poll(() => api.logged.some(({ path, status }) => path === new URL(url).pathname && status)).toBe(true);
    expect(await unexpected()).toBe(0);
  });

  test('while it sends is none either', async () => {
    const key = await api.keyWith('shop:write');
    const stop = new AbortController();
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('articleNumber;name.sv;unit\nA;B;C62\n'));
        setTimeout(() => stop.abort(), 200);
      },
    });
    const headers = { 'x-api-key': key, 'content-type': 'text/csv' };
    const call = { method: 'POST', headers, body, signal: stop.signal, duplex: 'half' as const };
    await expect(fetch(`${api.url}/api/v1/import/products`, call)).rejects.toThrow();
    await expect.poll(() => api.logged.some(({ status }) => status === 499)).toBe(true);
    expect(api.logged.filter(({ level }) => level === 'warn')).toEqual([]);
    expect(await unexpected()).toBe(0);
  });
});

describe('documents sent', () => {
  const attempt = { number: 1, startedAt: new Date(), milliseconds: 12, httpStatus: 503 };

  test('are listed with filters', async () => {
    const id = await ready();
    const list = async (query: string) =>
      (await api.call<Page>('GET', `/documents/out?partner=${partnerId}&${query}`)).body.items.map((item) => item.id);
    expect(await list('state=ready')).toContain(id);
    expect(await list('state=delivered,cancelled')).not.toContain(id);
    expect(await list('number=SVAR%2F1&limit=1')).toEqual([id]);
    expect((await api.call('GET', '/documents/out?number=')).status).toBe(422);
  });

  test('are shown with every attempt', async () => {
    const id = await ready();
    const nextAttemptAt = new Date(Date.now() + 60_000);
    const failed = { ...attempt, outcome: 'failed' as const, error: 'HTTP 503', answer: 'busy', nextAttemptAt };
    await recordAttempt(api.database.em(), id, failed);
    expect((await api.call('GET', `/documents/out/${id}`)).body).toMatchObject({
      state: 'ready',
      attempts: 1,
      nextAttemptAt: nextAttemptAt.toISOString(),
      lastError: 'HTTP 503',
      messageId: expect.stringMatching(/^urn:uuid:/),
      workflowId: `deliver:${id}`,
      deliveryAttempts: [{ number: 1, outcome: 'failed', httpStatus: 503, error: 'HTTP 503', answer: 'busy' }],
    });
    expect((await api.call('GET', `/documents/out/${id}/timeline`)).body).toMatchObject({
      items: [],
      next: { at: nextAttemptAt.toISOString() },
    });
  });

  test('are handed out as they were sent', async () => {
    const { headers, body } = await bytes(`/documents/out/${await ready()}/bytes`);
    expect(body.toString()).toBe('<OrderResponse>åäö</OrderResponse>');
    expect(headers.get('content-disposition')).toBe('attachment; filename="SVAR_1.xml"');
  });

  test('are not sent again once they arrived, nor when nobody is to get them', async () => {
    const delivered = await ready();
    await recordAttempt(api.database.em(), delivered, { ...attempt, outcome: 'delivered', httpStatus: 200 });
    const kept = await answer(api.database.em(), partnerId, await received(api.database.em(), partnerId), 'kept');
    for (const id of [delivered, kept]) {
      expect((await api.call('POST', `/documents/out/${id}/retry`)).body).toMatchObject({
        error: { code: 'Conflict' },
      });
      expect((await api.call('POST', `/documents/out/${id}/cancel`)).body).toMatchObject({
        error: { code: 'Conflict' },
      });
    }
    const cancelled = await ready();
    await endDelivery(api.database.em(), cancelled, 'cancelled');
    expect((await api.call('POST', `/documents/out/${cancelled}/cancel`)).status).toBe(409);
  });

  test('with Temporal away, retry and cancel say so and change nothing', async () => {
    const id = await ready();
    const [retry, cancel] = await Promise.all(
      ['retry', 'cancel'].map((what) => api.call('POST', `/documents/out/${id}/${what}`)),
    );
    expect(retry!.body).toMatchObject({ error: { code: 'EngineUnavailable' } });
    expect(retry!.headers.get('retry-after')).toBe('10');
    expect(cancel!.body).toMatchObject({ error: { code: 'EngineUnavailable' } });
    expect((await api.call('GET', `/documents/out/${id}`)).body).toMatchObject({ state: 'ready' });
    expect((await api.call('GET', `/documents/out/${id}/timeline`)).body).toMatchObject({ items: [] });
  });
});

test('the books are shown with what is out of line', async () => {
  const { body } = await api.call<{ received: number; balanced: boolean }>('GET', '/books');
  expect(body.received).toBeGreaterThan(0);
  expect(body).toMatchObject({ balanced: true, problems: [] });
});

test('unknown documents are not found', async () => {
  for (const path of ['in/X', 'in/X/bytes', 'in/X/timeline', 'out/X', 'out/X/bytes', 'out/X/timeline']) {
    expect((await api.call('GET', `/documents/${path.replace('X', unknown)}`)).status, path).toBe(404);
  }
  expect((await api.call('POST', `/documents/out/${unknown}/retry`)).status).toBe(404);
  expect((await api.call('POST', `/documents/out/${unknown}/cancel`)).status).toBe(404);
  expect((await api.call('GET', '/documents/in/7')).status).toBe(422);
});

test.each([
  ['GET', '/documents/in'],
  ['GET', `/documents/in/${unknown}/bytes`],
  ['GET', '/documents/out'],
  ['POST', `/documents/out/${unknown}/retry`],
  ['POST', `/documents/out/${unknown}/cancel`],
  ['GET', '/books'],
])('%s %s is protected', async (method, path) => {
  expect((await api.call(method, path, { key: undefined })).status).toBe(401);
  const wrongScope = await api.keyWith(method === 'GET' ? 'documents:write' : 'documents:read');
  expect((await api.call(method, path, { key: wrongScope })).status).toBe(403);
});
