import { openDatabase } from '../database/open.ts';
import { atRate } from './arrivals.ts';
import { startBare } from './bare.client.ts';
import { firstPage, ociLogin, seedBuyer } from './buyer.ts';
import { DATA_DIR, FEW_ARTICLES, openHouse, type House } from './house.ts';
import type { BenchResult } from './result.ts';
import { p95, rounded } from './statistics.ts';

/** Logins a second, and between each two of them the start of a bare workflow. */
const PER_SECOND = 8;
const WARM_UP = 40;

export interface LoginResult extends BenchResult {
  readonly bench: 'login';
  /** Login to first page ÷ start of a bare workflow, 95th percentiles of the same seconds. */
  readonly ratio: number;
  /** Milliseconds, 95th percentiles. */
  readonly login: number;
  readonly bareStart: number;
}

/** How long a buyer waits between the click in the purchasing system and the first page of the shop. */
export async function login({ seconds }: { readonly seconds: number }): Promise<LoginResult> {
  const house = await openHouse({ articles: FEW_ARTICLES, orders: 0 });
  const { temporalAddress, namespace } = house.system;
  const bare = await startBare(temporalAddress, namespace, `${DATA_DIR}/logs/bare.log`);
  try {
    await withBuyer(house);
    for (let index = 0; index < WARM_UP; index += 1) await loggedIn(house);
    await bare.orders(WARM_UP, PER_SECOND);
    const logins: number[] = [];
    const starts: number[] = [];
    await atRate(seconds * PER_SECOND * 2, PER_SECOND * 2, async (index) => {
      if (index % 2 === 0) logins.push(await loggedIn(house));
      else starts.push(await bare.start());
    });
    return {
      bench: 'login',
      ratio: rounded(p95(logins) / p95(starts)),
      login: rounded(p95(logins)),
      bareStart: rounded(p95(starts)),
    };
  } finally {
    await bare.stop();
    await house.close();
  }
}

async function withBuyer({ system }: House): Promise<void> {
  const orm = await openDatabase({ url: system.databaseUrl() });
  try {
    await seedBuyer(orm, system.keyRing);
  } finally {
    await orm.close();
  }
}

/** Milliseconds from the login's first byte to the last byte of the first page. */
async function loggedIn({ system }: House): Promise<number> {
  const begin = performance.now();
  await firstPage(await ociLogin(system.apiUrl));
  return performance.now() - begin;
}
