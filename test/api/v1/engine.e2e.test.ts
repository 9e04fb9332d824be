import { beforeAll, expect, test } from 'vitest';
import { addIncoming } from '../../../partners/credentials.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { TestEngine, until, type Behaviour } from '../../workflows/engine.ts';
import { clean, withOtherPrice } from '../../workflows/orders.ts';

let house: TestEngine;
let api: TestApi;
let serial = 0;

beforeAll(async () => {
  house = await TestEngine.start();
  api = await startTestApi({}, house);
  return async () => {
    await api.close();
    await house.close();
  };
});

interface Document {
  id: string;
  state: string;
  answers: { id: string; responseCode: string; state: string }[];
}

const number = (): string => `R-${(serial += 1)}`;

async function get<T>(path: string): Promise<T> {
  return (await api.call<T>('GET', path)).body;
}

async function reaches(path: string, field: 'state' | 'status', value: string): Promise<Document> {
  return until(async () => {
    const found = await get<Document & { status: string }>(path);
    return found[field] === value ? found : undefined;
  });
}

async function codes(path: string): Promise<string[]> {
  const { items } = await get<{ items: { code: string }[] }>(`${path}/timeline`);
  return items.map(({ code }) => code);
}

test('a held order is accepted, lands in New, is confirmed and the buyer told', async () => {
  const partner = await house.partner({});
  const id = await house.receive(partner, withOtherPrice(number()));
  await reaches(`/documents/in/${id}`, 'state', 'waiting');
  expect(await get(`/orders/${id}`)).toMatchObject({
    status: 'Waiting',
    lines: { items: [{ reasons: [{ code: 'PRICE_DEVIATION' }], comparison: { withinTolerance: false } }] },
  });
  expect((await api.call('POST', `/orders/${id}/decisions`, { body: { kind: 'accept' } })).status).toBe(202);
  await reaches(`/orders/${id}`, 'status', 'New');
  const confirmation = { kind: 'accept', note: 'Tack!' };
  expect((await api.call('POST', `/orders/${id}/decisions`, { body: confirmation })).status).toBe(202);
  await reaches(`/orders/${id}`, 'status', 'Confirmed');
  const { answers } = await until(async () => {
    const document = await get<Document>(`/documents/in/${id}`);
    const delivered = document.answers.filter(({ state }) => state === 'delivered');
    return delivered.length === 2 ? document : undefined;
  });
  expect(answers.map(({ responseCode }) => responseCode)).toEqual(['29', '29']);
  expect(await codes(`/orders/${id}`)).toEqual(expect.arrayContaining(['order.held', 'decision.made', 'order.status']));
  expect((await api.call('POST', `/orders/${id}/status`, { body: { status: 'Shipped' } })).status).toBe(200);
});

/** The answer to a clean order, after the receiver has met it with these behaviours. */
async function answerMeeting(...behaviours: Behaviour[]): Promise<string> {
  house.receiver.willAnswer(...behaviours);
  const partner = await house.partner({ answers: { acceptance: 'whenClean' } });
  const id = await house.receive(partner, clean(number()));
  const { outboundDocumentId } = await house.result(partner, id);
  await until(async () => {
    const { attempts } = await get<{ attempts: number }>(`/documents/out/${outboundDocumentId}`);
    return attempts > 0 ? true : undefined;
  });
  return `/documents/out/${outboundDocumentId}`;
}

const later: Behaviour = { status: 503, headers: { 'retry-after': '600' } };

test('a delivery is made now, without waiting for the pause', async () => {
  const path = await answerMeeting(later);
  expect((await api.call('POST', `${path}/retry`)).status).toBe(202);
  await reaches(path, 'state', 'delivered');
  expect(await codes(path)).toEqual(['answer.written', 'delivery.failed', 'delivery.retryAsked', 'delivery.delivered']);
});

test('a delivery is cancelled, and begun again', async () => {
  const path = await answerMeeting(later);
  expect((await api.call('POST', `${path}/cancel`)).status).toBe(202);
  await reaches(path, 'state', 'cancelled');
  expect(await codes(path)).toContain('delivery.cancelled');
  expect((await api.call('POST', `${path}/retry`)).status).toBe(202);
  await reaches(path, 'state', 'delivered');
});

test('many documents are sent now, each with its result', async () => {
  const refused: Behaviour = { status: 400 };
  const path = await answerMeeting(refused);
  await reaches(path, 'state', 'refusedByReceiver');
  const { partnerId } = await get<{ partnerId: string }>(path);
  const id = path.replace('/documents/out/', '');
  const { body } = await api.call('POST', '/documents/out/retry', { body: { partner: partnerId } });
  expect(body).toEqual({ results: [{ id, outcome: 'asked' }] });
  await reaches(path, 'state', 'delivered');
  expect((await api.call('POST', '/documents/out/retry', { body: { partner: partnerId } })).body).toEqual({
    results: [],
  });
});

test('what was kept is sent once there is an address', async () => {
  const partner = await house.partner({ answers: { acceptance: 'whenClean' }, orderResponses: undefined });
  const document = await house.receive(partner, clean(number()));
  const { outboundDocumentId: id } = await house.result(partner, document);
  const filter = { partner: partner.id, state: ['kept'] };
  const left = await api.call('POST', '/documents/out/retry', { body: filter });
  expect(left.body).toMatchObject({ results: [{ id, outcome: 'left', error: { type: 'Conflict' } }] });
  await house.agree(partner, { answers: { acceptance: 'whenClean' } });
  const asked = await api.call('POST', '/documents/out/retry', { body: filter });
  expect(asked.body).toEqual({ results: [{ id, outcome: 'asked' }] });
  await reaches(`/documents/out/${id}`, 'state', 'delivered');
});

test('a document from quarantine is handled like any other once the set-up is mended', async () => {
  const partner = await house.partner({ formats: ['peppol-3-order'] });
  const secret = { name: 'orders', kind: 'basic', user: partner.code, secret: 'hemligt', by: 'test' } as const;
  await addIncoming(house.database.em(), api.deps.keyRing, { partnerId: partner.id, mode: 'production', ...secret });
  const authorization = `Basic ${Buffer.from(`${partner.code}:hemligt`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/xml' };
  const refused = await fetch(`${api.url}/punchin/${partner.code}`, { method: 'POST', headers, body: clean(number()) });
  expect(refused.status).toBe(415);
  await house.agree(partner, { answers: { acceptance: 'whenClean' } });
  const { body } = await api.call<{ results: { id: string; documentId: string }[] }>('POST', '/quarantine/run-again', {
    body: { partner: partner.id },
  });
  const [result] = body.results;
  await reaches(`/documents/in/${result!.documentId}`, 'state', 'placed');
  expect(await codes(`/documents/in/${result!.id}`)).toEqual([
    'document.received',
    'document.refused',
    'quarantine.kept',
    'quarantine.handled',
  ]);
});

test('/ready is ready, with a worker that asks for work', async () => {
  const response = await fetch(`${api.url}/ready`);
  expect(await response.json()).toEqual({
    status: 'ready',
    postgresql: { state: 'ok' },
    temporal: { state: 'ok' },
    worker: { state: 'ok' },
  });
});
