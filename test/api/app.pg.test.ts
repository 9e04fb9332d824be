import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../kit/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ publicUrl: 'https://orders.example.com' });
});
afterAll(() => api.close());

async function get(path: string, init: RequestInit = {}) {
  const response = await fetch(api.url + path, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

describe('every answer', () => {
  test('has a reference and the strictest headers, and does not say what it is made of', async () => {
    const { headers } = await get('/health');
    expect(headers.get('x-request-id')).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.has('x-powered-by')).toBe(false);
  });

  test('is in the one error shape, with the reference of the header', async () => {
    const { status, headers, body } = await get('/nothing/here?secret=1');
    expect(status).toBe(404);
    expect(JSON.parse(body)).toStrictEqual({
      error: {
        code: 'NotFound',
        message: 'There is nothing at /nothing/here.',
        reference: headers.get('x-request-id'),
      },
    });
  });

  test('of the REST interface names the page of its code', async () => {
    const { error } = JSON.parse((await get('/api/v1/api-keys')).body) as { error: { documentation: string } };
    expect(error.documentation).toBe('https://orders.example.com/errors/CredentialRejected');
    expect((await get('/errors/CredentialRejected')).body).toContain('CredentialRejected');
  });

  test.each(['/api/v1/api-keys/', '/API/v1/api-keys', '/api/v1//api-keys', '/health/'])(
    '%s is not redirected',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test('is logged by reference, without query and credentials', async () => {
    const { headers } = await get('/api/v1/api-keys?token=hush', { headers: { authorization: 'Bearer hushhushhush' } });
    await expect.poll(() => api.logged.some((line) => line['reference'] === headers.get('x-request-id'))).toBe(true);
    expect(JSON.stringify(api.logged)).not.toContain('hush');
  });
});

describe('API keys', () => {
  test.each([
    [{}],
    [{ authorization: 'Bearer nonsense' }],
    [{ authorization: `Basic ${btoa('a:b')}` }],
    [{ 'x-api-key': `rtk_${'A'.repeat(12)}_${'B'.repeat(40)}` }],
  ])('%j is refused with the same words', async (headers) => {
    const { status, headers: answered, body } = await get('/api/v1/api-keys', { headers });
    expect(status).toBe(401);
    expect(answered.get('www-authenticate')).toBe('Bearer realm="roundtrip"');
    expect(JSON.parse(body).error).toMatchObject({
      code: 'CredentialRejected',
      message: 'A valid API key is needed: send it as Authorization: Bearer <key> or as X-API-Key: <key>.',
    });
  });

  test('are taken from either header', async () => {
    const key = await api.keyWith('admin');
    expect((await get('/api/v1/api-keys', { headers: { 'x-api-key': key } })).status).toBe(200);
    expect((await get('/api/v1/api-keys', { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
  });

  test('need the scope', async () => {
    const answer = await api.call('GET', '/api-keys', { key: await api.keyWith('orders:read', 'shop:write') });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({
      error: { code: 'AccessDenied', message: 'This API key lacks the scope admin.' },
    });
  });

  test('are shown once, used, listed without the secret, and revoked', async () => {
    const made = await api.call<{ id: string; key: string }>('POST', '/api-keys', {
      body: { name: 'Web shop', scopes: ['admin', 'orders:read', 'admin'] },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Web shop', scopes: ['admin', 'orders:read'], createdBy: 'Test' });
    const { id, key } = made.body;

    const listed = await api.call<{ items: Record<string, unknown>[] }>('GET', '/api-keys', { key });
    expect(JSON.stringify(listed.body)).not.toContain(key.slice(17));
    expect(listed.body.items.find((item) => item['id'] === id)).toMatchObject({ lastUsedAt: expect.any(String) });

    expect((await api.call('DELETE', `/api-keys/${id}`, { key })).body).toMatchObject({ error: { code: 'Conflict' } });
    expect((await api.call('DELETE', `/api-keys/${id}`)).status).toBe(204);
    expect((await api.call('DELETE', `/api-keys/${id}`)).status).toBe(204);
    expect((await api.call('GET', '/api-keys', { key })).status).toBe(401);
  });

  test('unknown ones cannot be revoked', async () => {
    expect((await api.call('DELETE', '/api-keys/019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11')).status).toBe(404);
  });
});

async function refused(body: unknown, headers: Record<string, string> = {}) {
  const answer = await api.call<{ error: Record<string, unknown> }>('POST', '/api-keys', { body, headers });
  return { status: answer.status, ...answer.body.error };
}

describe('requests are checked before anything happens', () => {
  test('unknown fields', async () => {
    expect(await refused({ name: 'x', scopes: ['admin'], colour: 'red' })).toMatchObject({
      status: 422,
      code: 'RequestInvalid',
      message: 'The body is not right: colour is not a known field.',
      details: [{ element: 'colour', text: 'is not a known field' }],
    });
  });

  test('wrong values, with what was found', async () => {
    expect(await refused({ name: '', scopes: ['root'] })).toMatchObject({
      status: 422,
      details: [{ element: 'name' }, { element: 'scopes.0', found: 'root' }],
    });
  });

  test('unknown query', async () => {
    const answer = await api.call('GET', '/api-keys?colour=red');
    expect(answer.body).toMatchObject({ error: { code: 'RequestInvalid', details: [{ element: 'colour' }] } });
  });

  test.each([['a\0b'], ['half \ud800 pair']])('characters that no database takes: %j', async (name) => {
    expect(await refused({ name, scopes: ['admin'] })).toMatchObject({ status: 422 });
  });

  test('broken JSON', async () => {
    expect(await refused('{"name":', { 'content-type': 'application/json' })).toMatchObject({
      status: 400,
      code: 'DocumentMalformed',
    });
  });

  test('100,000 levels of JSON', async () => {
    const deep = `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await refused(deep, { 'content-type': 'application/json' })).toMatchObject({ status: 422 });
  });

  test('another type', async () => {
    expect(await refused('a=b', { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
      code: 'DocumentUnsupported',
    });
  });

  test('six megabytes', async () => {
    expect(await refused({ name: 'x'.repeat(6_000_000) })).toMatchObject({ status: 413, code: 'DocumentTooLarge' });
  });

  test('another verb', async () => {
    const answer = await api.call('PATCH', '/api-keys');
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });

  test('a path that is no text', async () => {
    expect((await get('/api/v1/api-keys/%E0%A4%A')).status).toBe(400);
  });
});

describe('operations', () => {
  test('/health says that the process is alive', async () => {
    const { status, body } = await get('/health');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ status: 'alive' });
  });

  test('/ready stays 200 while only Temporal is away: documents are still received', async () => {
    const { status, body } = await get('/ready');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toStrictEqual({
      status: 'degraded',
      postgresql: { state: 'ok' },
      temporal: { state: 'away', why: 'Temporal does not answer at 127.0.0.1:9; see TEMPORAL_ADDRESS.' },
      worker: { state: 'away', why: 'Only Temporal knows the workers, and it does not answer.' },
    });
  });

  test('/metrics has requests by pattern and the open work', async () => {
    await get('/wp-login.php');
    const { body, headers } = await get('/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(body).toContain('roundtrip_http_request_seconds_count{method="GET",route="/api/v1/api-keys",status="200"}');
    expect(body).toContain('roundtrip_inbound_unfinished{state="waiting"} 0');
    expect(body).toContain('roundtrip_deliveries_open{state="retrying"} 0');
    expect(body).not.toContain('wp-login');
  });
});
