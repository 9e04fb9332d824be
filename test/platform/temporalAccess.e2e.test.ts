import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { checkEngine } from '../../cli/doctor/engine.ts';
import { readConfig } from '../../platform/config.ts';
import { NEEDED, prepareNamespace } from '../../platform/engineNamespace.ts';
import { createLogger } from '../../platform/logging.ts';
import { Engine } from '../../platform/temporal.ts';
import { temporalAccess } from '../../platform/temporalAccess.ts';
import { startWorker } from '../../worker/main.ts';
import { createTestDatabase } from '../kit/database.ts';
import { startGateway, tlsFile, type Gateway } from '../kit/temporalGateway.ts';

const API_KEY = 'hush-hush';
const GATEWAYS = {
  /** As Temporal Cloud: API keys, and its own management of namespaces. */
  cloud: { apiKey: API_KEY, forbidden: ['RegisterNamespace', 'ListSearchAttributes'] },
  /** As a cluster of one's own: client certificates. */
  own: { clientCertificates: true },
} as const;

const gateways = {} as Record<keyof typeof GATEWAYS, Gateway>;
const namespace = `test-${randomBytes(6).toString('hex')}`;
beforeAll(async () => {
  const address = inject('temporalAddress');
  gateways.cloud = await startGateway(address, GATEWAYS.cloud);
  gateways.own = await startGateway(address, GATEWAYS.own);
});
afterAll(async () => {
  await gateways.cloud.close();
  await gateways.own.close();
});

const settingsOf = {
  cloud: { TEMPORAL_API_KEY: API_KEY, TEMPORAL_TLS_CA_FILE: tlsFile('ca.pem') },
  own: {
    TEMPORAL_TLS_CA_FILE: tlsFile('ca.pem'),
    TEMPORAL_TLS_CERT_FILE: tlsFile('server.pem'),
    TEMPORAL_TLS_KEY_FILE: tlsFile('server.key'),
  },
};

function configOf(address: string, env: Record<string, string>, databaseUrl = 'postgres://nobody@localhost/none') {
  return readConfig({
    DATABASE_URL: databaseUrl,
    ROUNDTRIP_SECRET_KEYS: randomBytes(32).toString('base64'),
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    WORKER_PORT: '0',
    DATA_DIR: join(tmpdir(), 'roundtrip-bundles'),
    ...env,
  });
}

describe('by TLS', () => {
  test('the namespace is prepared, by client certificate', async () => {
    const access = temporalAccess(configOf(gateways.own.address, settingsOf.own));
    expect(await prepareNamespace(access, namespace)).toBe(true);
  });

  test.each(['own', 'cloud'] as const)('API and worker meet at the cluster: %s', async (kind) => {
    const database = await createTestDatabase();
    const config = configOf(gateways[kind].address, settingsOf[kind], database.url);
    const engine = new Engine({
      ...temporalAccess(config),
      namespace,
      pauses: { firstRetry: 100, longestRetry: 1_000 },
      taskQueue: kind,
    });
    const worker = await startWorker(config, createLogger('silent', 'worker'), { taskQueue: kind });
    await expect.poll(() => engine.workersSeen(), { timeout: 20_000 }).toBe(1);
    await worker.stop();
    await engine.close();
    await database.close();
  });

  test('the doctor finds all in order', async () => {
    const findings = await checkEngine(configOf(gateways.own.address, settingsOf.own));
    expect(findings).toMatchObject([
      { check: 'engine', level: 'ok', text: expect.stringMatching(/^Temporal .*, by TLS$/) as string },
      { check: 'namespace', level: 'ok' },
      { check: 'search attributes', level: 'ok' },
      { check: 'worker' },
    ]);
  });
});

describe('a cluster that keeps namespaces to its administrators', () => {
  const prepare = (name: string) =>
    prepareNamespace(temporalAccess(configOf(gateways.cloud.address, settingsOf.cloud)), name);

  test('is left as it is', async () => {
    expect(await prepare(namespace)).toBe(false);
  });

  test('must have the namespace', async () => {
    await expect(prepare('not-there')).rejects.toThrow(`no namespace not-there`);
    await expect(prepare('not-there')).rejects.toThrow(NEEDED);
  });

  test('is a warning of the doctor, who cannot see the search attributes', async () => {
    const findings = await checkEngine(configOf(gateways.cloud.address, settingsOf.cloud));
    expect(findings.find(({ check }) => check === 'search attributes')).toMatchObject({ level: 'warning' });
  });
});

describe('what is wrong is told in a sentence that says what to do', () => {
  const { TEMPORAL_TLS_CA_FILE: _, ...withoutAuthority } = settingsOf.own;
  const { TEMPORAL_TLS_CERT_FILE: __, TEMPORAL_TLS_KEY_FILE: ___, ...withoutCertificate } = settingsOf.own;
  const own = () => gateways.own.address;
  const nothing = async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    return `127.0.0.1:${port}`;
  };

  test.each<[string, () => string | Promise<string>, Record<string, string>, RegExp]>([
    ['an unknown authority', own, withoutAuthority, /authority that is not trusted.*TEMPORAL_TLS_CA_FILE/],
    ['no client certificate', own, withoutCertificate, /breaks off the TLS connection.*TEMPORAL_TLS_CERT_FILE/],
    ['no TLS', own, {}, /without TLS.*TEMPORAL_TLS=yes/],
    ['TLS where there is none', () => inject('temporalAddress'), settingsOf.own, /does not speak TLS/],
    [
      'another API key',
      () => gateways.cloud.address,
      { ...settingsOf.cloud, TEMPORAL_API_KEY: 'other' },
      /does not accept TEMPORAL_API_KEY/,
    ],
    [
      'no API key',
      () => gateways.cloud.address,
      { TEMPORAL_TLS_CA_FILE: tlsFile('ca.pem') },
      /wants to know who calls.*TEMPORAL_API_KEY/,
    ],
    ['nobody there', nothing, {}, /does not answer \(ECONNREFUSED\).*TEMPORAL_ADDRESS/],
  ])('%s', async (_name, address, env, sentence) => {
    const [finding, ...others] = await checkEngine(configOf(await address(), env));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      check: 'engine',
      level: 'problem',
      text: expect.stringMatching(sentence) as string,
    });
    expect(finding?.text).not.toContain('hush');
  });

  test('the worker tells it too, and goes on trying', async () => {
    const logged: Record<string, unknown>[] = [];
    const log = createLogger('info', 'worker', { write: (line) => void logged.push(JSON.parse(line)) });
    const stop = new AbortController();
    const worker = startWorker(configOf(own(), withoutAuthority), log, { signal: stop.signal });
    await expect.poll(() => logged.length, { timeout: 30_000 }).toBeGreaterThan(1);
    stop.abort();
    await expect(worker).rejects.toThrow();
    expect(logged[0]?.['why']).toMatch(/TEMPORAL_TLS_CA_FILE/);
  });

  test('another name than the certificate has', async () => {
    const gateway = await startGateway(inject('temporalAddress'), { host: '127.0.0.2' });
    const [finding] = await checkEngine(configOf(gateway.address, settingsOf.own));
    expect(finding?.text).toMatch(/is for another name .*localhost.*TEMPORAL_ADDRESS/);
    await gateway.close();
  });
});
