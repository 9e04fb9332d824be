import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAccount } from '../accounts/accounts.ts';
import { createConsoleSession } from '../accounts/sessions.ts';
import { createApp } from '../api/app.ts';
import { openDatabase } from '../database/open.ts';
import { findAtAddress } from '../partners/partners.ts';
import { readConfig } from '../platform/config.ts';
import { createLogger } from '../platform/logging.ts';
import { createMetrics } from '../platform/metrics.ts';
import { Engine } from '../platform/temporal.ts';
import { httpSender } from '../transports/http/send.ts';
import { seedConsole } from './console.seed.ts';
import { DATA_DIR } from './house.ts';
import { keptDatabase } from './keptDatabase.ts';
import type { BenchResult } from './result.ts';
import { p95, rounded } from './statistics.ts';
import { startServers, type System } from './system.ts';

const SIDES = { few: 1_000, many: 1_000_000 } as const;
type Side = keyof typeof SIDES;
const WARM_UP = 10;
/** Requests for each page. */
const REQUESTS = 100;
const HOUR = 3_600_000;

/** Each list page, and what it is asked for. `{partner}` is an id. */
const pages: Readonly<Record<string, string>> = {
  orders: '/orders',
  'orders, waiting': '/orders?status=Waiting',
  'orders of a partner': '/orders?partner={partner}',
  'orders of a customer': '/orders?customer=B77',
  'orders of an article': '/orders?article=BA-0000007',
  'orders, tests': '/orders?mode=test',
  'orders with deviations': '/orders?deviating=1',
  'orders assigned to me': '/orders?assigned=me',
  'orders by sum': '/orders?sort=-sum',
  "orders by the buyer's number": '/orders?sort=externalNumber',
  'orders by a number': '/orders?q=EXT-500',
  'orders by a customer': '/orders?q=Kund+77+i',
  'orders by a reference': '/orders?q=Referens+77',
  documents: '/documents',
  'documents received': '/documents?direction=in',
  'documents not delivered': '/documents?state=out.gaveUp',
  'documents of a partner': '/documents?partner={partner}',
  'documents by a number': '/documents?q=EXT-500',
  deliveries: '/deliveries',
  sessions: '/sessions',
  'sessions of a partner': '/sessions?partner={partner}',
  quarantine: '/quarantine',
};

export interface ConsoleResult extends BenchResult {
  readonly bench: 'console';
  /** The list page with the largest ratio: 95th percentile with a million orders ÷ with a thousand. */
  readonly ratio: number;
  readonly page: string;
  /** Of each page: milliseconds with few and with many orders, 95th percentiles, and the ratio. */
  readonly pages: Readonly<Record<string, readonly [few: number, many: number, ratio: number]>>;
}

/** The console on one of the databases, and an operator who is logged in. */
interface Open {
  readonly url: string;
  readonly cookie: string;
  readonly partner: string;
  close(): Promise<void>;
}

/**
 * What an operator waits for in the lists of the console with a million orders against a thousand, over HTTP. Both are asked in turn for each
 * page, so that what else the machine does meets both alike.
 */
export async function consoleLists(): Promise<ConsoleResult> {
  const system = await startServers({ dataDir: DATA_DIR });
  try {
    const [few, many] = [await open(system, 'few'), await open(system, 'many')];
    const times = new Map(Object.keys(pages).map((name) => [name, { few: [] as number[], many: [] as number[] }]));
    for (let round = -WARM_UP; round < REQUESTS; round += 1) {
      for (const [name, path] of Object.entries(pages)) {
        for (const side of round % 2 === 0 ? (['few', 'many'] as const) : (['many', 'few'] as const)) {
          const milliseconds = await ask(side === 'few' ? few : many, path);
          if (round >= 0) times.get(name)![side].push(milliseconds);
        }
      }
    }
    await Promise.all([few.close(), many.close()]);
    return resultOf(times);
  } finally {
    await system.stop();
  }
}

function resultOf(times: ReadonlyMap<string, Readonly<Record<Side, readonly number[]>>>): ConsoleResult {
  const compared = [...times].map(([name, { few, many }]): [string, readonly [number, number, number]] => [
    name,
    [rounded(p95(few)), rounded(p95(many)), rounded(p95(many) / p95(few))],
  ]);
  const [page, [, , ratio]] = compared.toSorted(([, a], [, b]) => b[2] - a[2])[0]!;
  return { bench: 'console', ratio, page, pages: Object.fromEntries(compared) };
}

function installation(system: System, side: Side): Promise<string> {
  return keptDatabase(system, {
    prefix: `bench_console_${side}_`,
    text: `${SIDES[side]} orders`,
    stored: SIDES[side],
    madeBy: ['bench/console.seed.ts', 'bench/seed.ts'],
    fill: (database) => seedConsole(system.databaseUrl(database), SIDES[side]),
  });
}

/** @returns milliseconds until the last byte of the page */
async function ask({ url, cookie, partner }: Open, path: string): Promise<number> {
  const begin = performance.now();
  const answer = await fetch(`${url}/admin${path.replace('{partner}', partner)}`, { headers: { cookie } });
  const html = await answer.text();
  if (answer.status !== 200 || !html.includes('</html>')) throw new Error(`${path} was answered ${answer.status}`);
  return performance.now() - begin;
}

async function open(system: System, side: Side): Promise<Open> {
  const databaseUrl = system.databaseUrl(await installation(system, side));
  const orm = await openDatabase({ url: databaseUrl });
  const { keyRing, temporalAddress: address, namespace } = system;
  const engine = new Engine({ address, namespace, pauses: { firstRetry: 1_000, longestRetry: 1_000 } });
  // The key ring is the system's; what the environment would name is not used.
  const keys = Buffer.alloc(32, 1).toString('base64');
  const config = readConfig({ DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: address, ROUNDTRIP_SECRET_KEYS: keys });
  const log = createLogger('warn', 'api');
  const http = httpSender(config);
  const server = createServer(createApp({ orm, engine, keyRing, http, config, log, metrics: createMetrics() }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const em = orm.em.fork();
  const account = { name: `Bench ${Date.now()}`, role: 'operator', language: 'sv', createdBy: 'bench' } as const;
  const times = { idle: HOUR, life: 24 * HOUR };
  const token = await createConsoleSession(em, await createAccount(em, account), times, new Date());
  const partner = await findAtAddress(em, 'p7');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cookie: `roundtrip_console=${token}`,
    partner: partner!.id,
    async close() {
      server.closeAllConnections();
      server.close();
      await Promise.all([engine.close(), orm.close()]);
    },
  };
}
