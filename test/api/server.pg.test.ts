import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type RunningApi } from '../../api/server.ts';
import { readConfig, type Config } from '../../platform/config.ts';
import { createLogger } from '../../platform/logging.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { temporaryFolder } from '../kit/folders.ts';

let database: TestDatabase;
let api: RunningApi | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});
afterEach(async () => {
  await api?.stop();
  api = undefined;
});

async function start(settings: Partial<Config> = {}): Promise<RunningApi> {
  const env = {
    DATABASE_URL: database.url,
    ROUNDTRIP_SECRET_KEYS: Buffer.alloc(32).toString('base64'),
    TEMPORAL_ADDRESS: '127.0.0.1:9',
    DATA_DIR: temporaryFolder('api'),
    PORT: '0',
    SHUTDOWN_GRACE: '300ms',
  };
  api = await startApi({ ...readConfig(env), ...settings }, createLogger('silent', 'api'));
  return api;
}

/** The address that a refused request is kept with, when it names another in X-Forwarded-For. */
async function keptAddress(settings: Partial<Config>): Promise<string | undefined> {
  const { address } = await start(settings);
  const forwarded = { 'x-forwarded-for': '192.0.2.7' };
  await fetch(`${address}/punchin/nobody-here`, { method: 'POST', headers: forwarded, body: 'x' });
  await api!.stop();
  const kept = await database.em().execute('select remote_address from refused_request order by id desc limit 1');
  return (kept as { remote_address: string }[])[0]?.remote_address;
}

describe('the server', () => {
  test('listens and stops, also when asked twice', async () => {
    const { address } = await start();
    expect((await fetch(`${address}/health`)).status).toBe(200);
    await Promise.all([api!.stop(), api!.stop()]);
    await expect(fetch(`${address}/health`)).rejects.toThrow();
  });

  test('says in a sentence that its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await expect(start({ port })).rejects.toThrow(
      `HOST and PORT: cannot listen on 127.0.0.1, port ${port}: something else listens there already.`,
    );
    taken.close();
  });

  test('does not wait longer than the grace for a request that never ends', async () => {
    const { address } = await start();
    const hanging = fetch(`${address}/api/v1/import/products`, {
      method: 'POST',
      body: new ReadableStream({ pull: () => new Promise(() => undefined) }),
      duplex: 'half',
    }).catch((error: unknown) => error);
    await fetch(`${address}/health`);
    const began = performance.now();
    await api!.stop();
    expect(performance.now() - began).toBeLessThan(3_000);
    await hanging;
  });

  test('believes X-Forwarded-For only from a proxy that it trusts', async () => {
    expect(await keptAddress({})).toBe('127.0.0.1');
    expect(await keptAddress({ trustedProxies: ['127.0.0.0/8'] })).toBe('192.0.2.7');
  });
});

test('without PostgreSQL it lives, is not ready, and says that it cannot be reached', async () => {
  const { address } = await start({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none' });
  expect((await fetch(`${address}/health`)).status).toBe(200);
  const ready = await fetch(`${address}/ready`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({
    status: 'not ready',
    postgresql: { state: 'away', why: 'The database does not answer; see DATABASE_URL.' },
  });
  const key = { 'x-api-key': `rtk_${'A'.repeat(12)}_${'B'.repeat(40)}` };
  const answer = await fetch(`${address}/api/v1/orders`, { headers: key });
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(await answer.json()).toMatchObject({ error: { code: 'StoreUnavailable' } });
  const metrics = await (await fetch(`${address}/metrics`)).text();
  expect(metrics).toContain('roundtrip_http_request_seconds');
  expect(metrics).not.toContain('roundtrip_inbound_unfinished{');
});
