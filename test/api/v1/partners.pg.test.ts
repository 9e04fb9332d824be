import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepRefusedRequest } from '../../../documents/refusedRequests.ts';
import { agreementSchema } from '../../../partners/agreement.ts';
import { outgoingSecret } from '../../../partners/credentials.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';

const unknown = '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11';
let api: TestApi;
let count = 0;
beforeAll(async () => {
  api = await startTestApi({ publicUrl: 'https://orders.example.com' });
});
afterAll(() => api.close());

interface Created {
  id: string;
}

async function newPartner(code = `partner-${(count += 1)}`): Promise<string> {
  const body = { name: `Partner ${code}`, addresses: { production: code, test: `${code}-test` } };
  const made = await api.call<Created>('POST', '/partners', { body });
  expect(made.status).toBe(201);
  return made.body.id;
}

describe('partners', () => {
  test('are created enabled, with the addresses to send to', async () => {
    const id = await newPartner('umea');
    expect((await api.call('GET', `/partners/${id}`)).body).toStrictEqual({
      id,
      kind: 'partner',
      name: 'Partner umea',
      enabled: true,
      createdAt: expect.any(String),
      addresses: [
        { mode: 'production', code: 'umea', url: 'https://orders.example.com/punchin/umea' },
        { mode: 'test', code: 'umea-test', url: 'https://orders.example.com/punchin/umea-test' },
      ],
    });
  });

  test('of a hub are created behind it', async () => {
    const hub = await api.call<Created>('POST', '/partners', {
      body: { kind: 'hub', name: 'A hub', addresses: { production: 'a-hub' } },
    });
    expect(hub.body).toMatchObject({ addresses: [{ url: 'https://orders.example.com/punchin/hub/a-hub' }] });
    const behind = await api.call('POST', '/partners', { body: { name: 'B', hubId: hub.body.id, addresses: {} } });
    expect(behind.body).toMatchObject({ hubId: hub.body.id, addresses: [] });
    const changed = await api.call('PATCH', `/partners/${behind.body['id'] as string}`, { body: { hubId: null } });
    expect(changed.body).not.toHaveProperty('hubId');
    const partner = await newPartner();
    const noHub = await api.call('PATCH', `/partners/${partner}`, { body: { hubId: behind.body['id'] } });
    expect(noHub.body).toMatchObject({ error: { code: 'NotFound', message: 'There is no such hub.' } });
    const nowhere = await api.call('POST', '/partners', { body: { name: 'C', hubId: unknown, addresses: {} } });
    expect(nowhere.status).toBe(404);
  });

  test('cannot share an address', async () => {
    await newPartner('taken');
    const again = await api.call('POST', '/partners', { body: { name: 'X', addresses: { production: 'taken' } } });
    expect(again.body).toMatchObject({ error: { code: 'Conflict', message: 'The address taken is taken.' } });
  });

  test('get another address in the place of the old one', async () => {
    const id = await newPartner('old');
    const put = (mode: string, code: string) =>
      api.call('PUT', `/partners/${id}/addresses/${mode}`, { body: { code } });
    expect((await put('production', 'new')).body).toMatchObject({ addresses: [{ code: 'new' }, { code: 'old-test' }] });
    expect((await put('production', 'old')).status).toBe(200);
    expect((await put('test', 'taken')).status).toBe(409);
    expect((await put('test', 'hub')).status).toBe(422);
    expect((await put('both', 'x')).status).toBe(422);
  });

  test('are listed by name, page by page', async () => {
    for (const name of ['Å', 'a', 'Z', 'a']) await api.call('POST', '/partners', { body: { name, addresses: {} } });
    const all = await api.call<{ items: { id: string }[] }>('GET', '/partners?limit=200');
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await api.call<{ items: { id: string }[]; next?: string }>('GET', `/partners?limit=2${cursor}`);
      expect(page.status).toBe(200);
      seen.push(...page.body.items.map(({ id }) => id));
      if (!page.body.next) break;
      cursor = `&cursor=${page.body.next}`;
    }
    expect(seen).toEqual(all.body.items.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test.each(['nonsense', 'YQ', Buffer.from('name\nnot-an-id').toString('base64url')])(
    'the cursor %s is refused',
    async (cursor) => {
      const answer = await api.call('GET', `/partners?cursor=${cursor}`);
      expect(answer.body).toMatchObject({ error: { code: 'RequestInvalid', details: [{ element: 'cursor' }] } });
    },
  );

  test('are renamed, disabled, paused and resumed', async () => {
    const id = await newPartner();
    const change = (body: object) => api.call('PATCH', `/partners/${id}`, { body });
    expect((await change({ name: 'New name', enabled: false })).body).toMatchObject({
      name: 'New name',
      enabled: false,
    });
    const paused = await change({ paused: true });
    expect(paused.body).toMatchObject({ pausedAt: expect.any(String), enabled: false });
    expect((await change({ paused: true })).body).toEqual(paused.body);
    expect((await change({ paused: false, enabled: true })).body).not.toHaveProperty('pausedAt');
    expect((await change({})).status).toBe(422);
    expect((await change({ kind: 'hub' })).status).toBe(422);
  });

  test('unknown ones are not found', async () => {
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { paused: true }],
      ['GET', '/agreements/production', undefined],
      ['GET', '/agreements/production/current', undefined],
      ['POST', '/agreements/production', { settings: {} }],
      ['PUT', '/addresses/test', { code: 'nowhere' }],
      ['GET', '/credentials', undefined],
      ['POST', '/credentials', { direction: 'in', mode: 'test', name: 'a', kind: 'bearer' }],
      ['DELETE', `/credentials/${unknown}`, undefined],
    ] as const) {
      const answer = await api.call(method, `/partners/${unknown}${path}`, { body });
      expect(answer.body, `${method} ${path}`).toMatchObject({ error: { code: 'NotFound' } });
    }
    expect((await api.call('GET', '/partners/umea')).status).toBe(422);
  });

  test('need the scope of their area', async () => {
    const key = await api.keyWith('partners:read', 'documents:write');
    expect((await api.call('GET', '/partners', { key })).status).toBe(200);
    expect((await api.call('POST', '/partners', { key, body: { name: 'x', addresses: {} } })).status).toBe(403);
  });
});

describe('agreements', () => {
  test('are versions; what is left out has its default', async () => {
    const id = await newPartner();
    const path = `/partners/${id}/agreements/test`;
    const first = await api.call('POST', path, { body: { basedOn: 0, settings: {} } });
    expect(first.status).toBe(201);
    expect(first.body).toStrictEqual({
      partnerId: id,
      mode: 'test',
      version: 1,
      settings: agreementSchema.parse({ mode: 'test' }),
    });
    const settings = { price: { tolerancePercent: '2.5' }, answers: { acceptance: 'whenClean' } };
    const second = await api.call('POST', path, { body: { basedOn: 1, settings } });
    expect(second.body).toMatchObject({ version: 2, settings: { price: { tolerancePercent: '2.5', beyond: 'hold' } } });

    expect((await api.call('GET', `${path}/current`)).body).toEqual(second.body);
    expect((await api.call('GET', `${path}/1`)).body).toEqual(first.body);
    expect((await api.call('GET', `${path}/3`)).status).toBe(404);
    expect((await api.call('GET', path)).body).toMatchObject({
      items: [{ version: 2, createdBy: 'Test' }, { version: 1 }],
    });
    expect((await api.call('GET', `/partners/${id}/agreements/production`)).body).toEqual({ items: [] });
  });

  test('two administrators collide loudly', async () => {
    const path = `/partners/${await newPartner()}/agreements/production`;
    await api.call('POST', path, { body: { settings: {} } });
    const both = await Promise.all([1, 2].map(() => api.call('POST', path, { body: { basedOn: 1, settings: {} } })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 412]);
  });

  test('with unusable settings are refused with the place', async () => {
    const path = `/partners/${await newPartner()}/agreements/production`;
    const wrong = async (settings: object) => (await api.call('POST', path, { body: { settings } })).body;
    expect(await wrong({ price: { tolerancePercent: '2,5' } })).toMatchObject({
      error: { code: 'RequestInvalid', details: [{ element: 'settings.price.tolerancePercent', found: '2,5' }] },
    });
    expect(await wrong({ colour: 'red' })).toMatchObject({ error: { details: [{ element: 'settings.colour' }] } });
    expect(await wrong({ mode: 'test' })).toMatchObject({ error: { details: [{ element: 'mode', found: 'test' }] } });
  });
});

describe('credentials', () => {
  test('incoming ones are made by us, shown once, and rotate', async () => {
    const path = `/partners/${await newPartner()}/credentials`;
    const body = { direction: 'in', mode: 'production', name: 'main', kind: 'basic', user: 'umea' };
    const first = await api.call<{ id: string; secret: string }>('POST', path, { body });
    expect(first.body.secret).toMatch(/^[\w-]{43}$/);
    expect((await api.call('POST', path, { body })).status).toBe(201);
    expect((await api.call('POST', path, { body })).body).toMatchObject({ error: { code: 'Conflict' } });

    expect((await api.call('DELETE', `${path}/${first.body.id}`)).status).toBe(204);
    expect((await api.call('DELETE', `${path}/${first.body.id}`)).status).toBe(404);
    const listed = await api.call('GET', path);
    expect(listed.body).toMatchObject({
      items: [
        { user: 'umea', usable: true },
        { id: first.body.id, revokedAt: expect.any(String) },
      ],
    });
    expect(JSON.stringify(listed.body)).not.toContain(first.body.secret);
  });

  test('outgoing ones are given by the partner, sealed, and never shown', async () => {
    const partnerId = await newPartner();
    const path = `/partners/${partnerId}/credentials`;
    const body = { direction: 'out', mode: 'test', name: 'receiver', kind: 'bearer', secret: 'theirs' };
    const made = await api.call('POST', path, { body });
    expect(made.body).toStrictEqual({ id: expect.any(String) });
    expect(JSON.stringify((await api.call('GET', path)).body)).not.toContain('theirs');
    const of = { partnerId, mode: 'test', name: 'receiver' } as const;
    expect(await outgoingSecret(api.database.em(), api.deps.keyRing, of)).toMatchObject({ secret: 'theirs' });
  });

  test.each([
    [{ direction: 'out', mode: 'test', name: 'a', kind: 'bearer' }],
    [{ direction: 'in', mode: 'test', name: 'a', kind: 'basic' }],
    [{ direction: 'in', mode: 'test', name: 'a', kind: 'basic', user: 'a:b' }],
    [{ direction: 'in', mode: 'test', name: 'a', kind: 'bearer', secret: 'short' }],
    [{ direction: 'sideways', mode: 'test', name: 'a', kind: 'bearer' }],
  ])('%j is refused', async (body) => {
    const answer = await api.call('POST', `/partners/${await newPartner()}/credentials`, { body });
    expect(answer.body).toMatchObject({ error: { code: 'RequestInvalid' } });
  });
});

test('refused requests are the connection test of a partner', async () => {
  const partnerId = await newPartner();
  for (const status of [401, 413, 415]) {
    await keepRefusedRequest(api.database.em(), {
      reference: 'ABCD-EFGH',
      path: '/punchin/x',
      remoteAddress: '192.0.2.1',
      claimedUser: 'umea',
      partnerId: status === 415 ? undefined : partnerId,
      inboundDocumentId: undefined,
      mode: undefined,
      failedCheck: 'credentials',
      error: 'CredentialRejected',
      credentialFault: undefined,
      status,
      message: 'Wrong user or secret.',
      details: [],
      headers: { host: 'orders.example.com', authorization: 'Basic hushhush' },
      head: Buffer.from('<Order/>'),
      secrets: [],
    });
  }
  const page = await api.call<{ items: { id: string }[]; next: string }>(
    'GET',
    `/refused-requests?partner=${partnerId}&limit=1`,
  );
  expect(page.body.items).toMatchObject([{ status: 413, partnerId, failedCheck: 'credentials', claimedUser: 'umea' }]);
  const rest = await api.call('GET', `/refused-requests?partner=${partnerId}&limit=1&cursor=${page.body.next}`);
  expect(rest.body).toMatchObject({ items: [{ status: 401 }] });
  expect(rest.body).not.toHaveProperty('next');
  expect((await api.call<{ items: object[] }>('GET', '/refused-requests')).body.items).toHaveLength(3);

  const one = await api.call('GET', `/refused-requests/${page.body.items[0]!.id}`);
  expect(one.body).toMatchObject({ body: '<Order/>', headers: { host: 'orders.example.com', authorization: '***' } });
  expect((await api.call('GET', `/refused-requests/${unknown}`)).status).toBe(404);
});
