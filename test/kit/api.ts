import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../api/app.ts';
import type { ApiDeps } from '../../api/deps.ts';
import { errorsOf, type Endpoint } from '../../api/endpoint.ts';
import { errorStatus, type ErrorBody } from '../../api/errors.ts';
import { endpoints } from '../../api/v1/endpoints.ts';
import { createApiKey, scopes, type Scope } from '../../platform/access.ts';
import { readConfig, type Config } from '../../platform/config.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { createLogger } from '../../platform/logging.ts';
import { createMetrics } from '../../platform/metrics.ts';
import { Engine } from '../../platform/temporal.ts';
import { httpSender } from '../../transports/http/send.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

/** The answer of a call; JSON is parsed, other bodies are text. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly key?: string | undefined;
  readonly headers?: Record<string, string>;
}

export interface TestApi {
  readonly url: string;
  readonly deps: ApiDeps;
  readonly database: TestDatabase;
  readonly logged: readonly Record<string, unknown>[];
  /** Calls `/api/v1<path>` with a key of every scope; every answer must be one that OpenAPI declares. */
  call<T = Record<string, unknown>>(method: string, path: string, options?: CallOptions): Promise<Answer<T>>;
  /** A key with these scopes. */
  keyWith(...scopes: Scope[]): Promise<string>;
  readonly close: () => Promise<void>;
}

/** What an API may share with a worker; whoever started it closes it. */
interface House {
  readonly database: TestDatabase;
  readonly engine: Engine;
}

/**
 * The API over real HTTP on a database of its own. Without a house Temporal is away: what does
 * not need it must be answered all the same.
 */
export async function startTestApi(settings: Partial<Config> = {}, house?: House): Promise<TestApi> {
  const database = house?.database ?? (await createTestDatabase());
  const env = { DATABASE_URL: database.url, ROUNDTRIP_SECRET_KEYS: randomBytes(32).toString('base64') };
  const config: Config = { ...readConfig({ ...env, TEMPORAL_ADDRESS: '127.0.0.1:9' }), ...settings };
  const logged: Record<string, unknown>[] = [];
  const log = createLogger('info', 'api', { write: (line) => void logged.push(JSON.parse(line)) });
  const engine =
    house?.engine ??
    new Engine({
      address: config.temporalAddress,
      namespace: config.temporalNamespace,
      pauses: { firstRetry: 100, longestRetry: 1_000 },
    });
  const keyRing = new KeyRing(config.secretKeys);
  const http = httpSender({ ...config, allowPrivateAddresses: true });
  const deps: ApiDeps = { orm: database.orm, engine, keyRing, http, config, log, metrics: createMetrics() };
  const server = createServer(createApp(deps));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keyWith = async (...given: Scope[]) =>
    (await createApiKey(database.em(), keyRing, { name: 'Test', scopes: given, createdBy: 'test' })).key;
  const everything = await keyWith(...scopes);
  return {
    url,
    deps,
    database,
    logged,
    keyWith,
    call: async <T>(method: string, path: string, options: CallOptions = {}) => {
      const answer = await request(`${url}/api/v1${path}`, method, { key: everything, ...options });
      checkDeclared(method, path, answer);
      return answer as Answer<T>;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await http.close();
      if (!house) await Promise.all([engine.close(), database.close()]);
      const bugs = logged.filter(({ level }) => level === 'error');
      expect(bugs, 'the API logged errors').toEqual([]);
    },
  };
}

async function request(url: string, method: string, { body, key, headers }: CallOptions): Promise<Answer> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(text !== body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(text !== undefined && { body: text }),
  });
  const answered = await response.text();
  const parsed: unknown = response.headers.get('content-type')?.startsWith('application/json')
    ? JSON.parse(answered)
    : answered;
  return { status: response.status, headers: response.headers, body: parsed };
}

/** The endpoint that a path belongs to. */
function endpointOf(method: string, path: string): Endpoint | undefined {
  const segments = path.split('?')[0]!.split('/');
  const fits = (endpoint: Endpoint) => {
    const pattern = endpoint.path.split('/');
    return (
      pattern.length === segments.length && pattern.every((part, i) => part.startsWith(':') || part === segments[i])
    );
  };
  const candidates = endpoints.filter((endpoint) => endpoint.method === method.toLowerCase() && fits(endpoint));
  return candidates.find((endpoint) => endpoint.path === path.split('?')[0]) ?? candidates[0];
}

/** What came must be what the description says: a declared status with its schema, or a declared error. */
function checkDeclared(method: string, path: string, { status, body }: Answer): void {
  const endpoint = endpointOf(method, path);
  if (!endpoint) return;
  if (status >= 400) {
    const { error } = body as ErrorBody;
    expect([...errorsOf(endpoint), 'Unexpected'], `${endpoint.id} answered ${JSON.stringify(body)}`).toContain(
      error.code,
    );
    expect(status).toBe(errorStatus(error.code));
    return;
  }
  const spec = endpoint.responses[status];
  expect(spec, `${endpoint.id} answered ${status}`).toBeDefined();
  if (spec && 'schema' in spec) {
    const result = spec.schema.safeParse(body);
    expect(result.success ? '' : z.prettifyError(result.error), `${endpoint.id}: ${JSON.stringify(body)}`).toBe('');
  }
}
