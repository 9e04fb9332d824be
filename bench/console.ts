import { createAccount } from '../accounts/accounts.ts';
import { createConsoleSession } from '../accounts/sessions.ts';
import { openDatabase } from '../database/open.ts';
import { seedConsole } from './console.seed.ts';
import { DATA_DIR } from './house.ts';
import { keptDatabase } from './keptDatabase.ts';
import type { BenchResult } from './result.ts';
import { median, p95, rounded } from './statistics.ts';
import { startServers, type System } from './system.ts';

const SIDES = { few: 1_000, many: 1_000_000 } as const;
type Side = keyof typeof SIDES;
const WARM_UP = 10;
/** Requests for a page in one measurement. */
const REQUESTS = 60;
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
  /** The list page with the largest ratio: 95th percentile with a million orders ÷ with a thousand; medians of the pairs. */
  readonly ratio: number;
  readonly page: string;
  /** Of each page: milliseconds with few and with many orders, 95th percentiles, and the ratio. */
  readonly pages: Readonly<Record<string, readonly [few: number, many: number, ratio: number]>>;
}

type Figures = Readonly<Record<string, number>>;

/** What an operator waits for in the lists of the console with a million orders against a thousand, over HTTP. */
export async function consoleLists({ pairs }: { readonly pairs: number }): Promise<ConsoleResult> {
  const system = await startServers({ dataDir: DATA_DIR });
  try {
    const databases = { few: await installation(system, 'few'), many: await installation(system, 'many') };
    const found: Record<Side, Figures>[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      const figures: Partial<Record<Side, Figures>> = {};
      for (const side of pair % 2 === 0 ? (['few', 'many'] as const) : (['many', 'few'] as const)) {
        await system.stopHouse();
        await system.startHouse(databases[side]);
        figures[side] = await visit(system);
        console.log(`pair ${pair + 1}, ${side}: ${JSON.stringify(figures[side])} ms`);
      }
      found.push(figures as Record<Side, Figures>);
    }
    return resultOf(found);
  } finally {
    await system.stop();
  }
}

function resultOf(found: readonly Record<Side, Figures>[]): ConsoleResult {
  const compared = Object.keys(pages).map((name): [string, readonly [number, number, number]] => {
    const times = (side: Side): number => rounded(median(found.map((pair) => pair[side][name]!)));
    return [
      name,
      [times('few'), times('many'), rounded(median(found.map((pair) => pair.many[name]! / pair.few[name]!)))],
    ];
  });
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

/** Asks for every page in turn, so that none has the caches for itself. @returns milliseconds, 95th percentiles */
async function visit(system: System): Promise<Figures> {
  const { cookie, partner } = await logIn(system.databaseUrl());
  const times = new Map<string, number[]>(Object.keys(pages).map((name) => [name, []]));
  for (let round = 0; round < WARM_UP + REQUESTS; round += 1) {
    for (const [name, path] of Object.entries(pages)) {
      const begin = performance.now();
      const answer = await fetch(`${system.apiUrl}/admin${path.replace('{partner}', partner)}`, {
        headers: { cookie },
      });
      const html = await answer.text();
      if (answer.status !== 200 || !html.includes('</html>')) throw new Error(`${path} was answered ${answer.status}`);
      if (round >= WARM_UP) times.get(name)!.push(performance.now() - begin);
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, rounded(p95(all))]));
}

/** An operator of this measurement. */
async function logIn(url: string): Promise<{ readonly cookie: string; readonly partner: string }> {
  const orm = await openDatabase({ url });
  try {
    const em = orm.em.fork();
    const name = `Bench ${Date.now()}`;
    const account = await createAccount(em, { name, role: 'operator', language: 'sv', createdBy: 'bench' });
    const token = await createConsoleSession(em, account, { idle: HOUR, life: 24 * HOUR }, new Date());
    const [row] = await em
      .getConnection()
      .execute<{ id: string }[]>(`select partner_id as id from partner_address where code = 'p7'`);
    return { cookie: `roundtrip_console=${token}`, partner: row!.id };
  } finally {
    await orm.close();
  }
}
