import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '../database/open.ts';
import type { Config } from '../platform/config.ts';
import { KeyRing } from '../platform/keyRing.ts';
import { listen } from '../platform/listen.ts';
import { createLogger, type Logger } from '../platform/logging.ts';
import { createMetrics } from '../platform/metrics.ts';
import { Engine } from '../platform/temporal.ts';
import { temporalAccess } from '../platform/temporalAccess.ts';
import { httpSender } from '../transports/http/send.ts';
import { createApp } from './app.ts';
import type { ApiDeps } from './deps.ts';
import { continueWhenWanted } from './punchin/continue.ts';

/** An API that listens. */
export interface RunningApi {
  /** Where it listens; of use when the configured port is 0. */
  readonly address: string;
  readonly port: number;
  /** Takes nothing new, lets requests under way finish within the grace, closes all. Calling it again waits for the same. */
  stop(): Promise<void>;
}

/** Headers within 10 s, a whole request within 15 minutes (imports are long), no silence above a minute. Milliseconds. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 900_000, keepAliveTimeout: 65_000 } as const;
const SILENCE = 60_000;

/** Opens the database, listens, and connects to Temporal when it is first needed. @throws ConfigurationError when the port cannot be taken */
export async function startApi(
  config: Config,
  log: Logger = createLogger(config.logLevel, 'api'),
): Promise<RunningApi> {
  const access = temporalAccess(config);
  const orm = await openDatabase({
    url: config.databaseUrl,
    poolMax: config.databasePool,
    applicationName: 'roundtrip-api',
  });
  const engine = new Engine({
    ...access,
    namespace: config.temporalNamespace,
    pauses: { firstRetry: config.deliveryFirstRetry, longestRetry: config.deliveryLongestRetry },
  });
  const [keyRing, http] = [new KeyRing(config.secretKeys), httpSender(config)];
  const deps: ApiDeps = { orm, engine, keyRing, http, config, log, metrics: createMetrics() };
  const app = createApp(deps);
  const server = createServer(TIMEOUTS, app);
  continueWhenWanted(server, app);
  server.setTimeout(SILENCE);
  const close = async () => {
    await closeServer(server, config.shutdownGrace);
    await http.close();
    await engine.close();
    await orm.close();
  };
  try {
    await listen(server, config, 'HOST and PORT');
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  log.info({ host: config.host, port, publicUrl: config.publicUrl }, 'The API listens');
  let stopping: Promise<void> | undefined;
  return { address: `http://${hostForUrl(config.host)}:${port}`, port, stop: () => (stopping ??= close()) };
}

/** The `api` process: runs until SIGTERM or SIGINT, then stops within the grace. */
export async function runApi(config: Config): Promise<void> {
  const log = createLogger(config.logLevel, 'api');
  const api = await startApi(config, log);
  const signal = await new Promise<string>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(name, () => resolve(name));
  });
  log.info({ signal }, 'The API stops');
  await api.stop();
}

async function closeServer(server: Server, grace: number): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearTimeout(timer);
}

/** An address that can be called, where the configured one means "every interface". */
function hostForUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
