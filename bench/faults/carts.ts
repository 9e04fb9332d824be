import { sql } from 'kysely';
import { openDatabase } from '../../database/open.ts';
import { seedBuyer } from '../buyer.ts';
import type { System } from '../system.ts';
import { shopOnce, type Shopped } from './buyer.ts';
import { killInTurn, type Chaos } from './chaos.ts';
import { DATABASE, furnish, startEmpty } from './furnish.ts';
import { Random } from './random.ts';

/** Buyers at the same time, each with one visit after another. */
const BUYERS = 6;
const PATIENCE = 120_000;

export interface CartFaultsResult extends Chaos {
  readonly sessions: number;
  /** Visits that a buyer had to begin anew. */
  readonly anew: number;
  /** Carts that did not come back as they were filled, in words. */
  readonly lost: readonly string[];
  /** Carts that were written more than once, in words. */
  readonly doubled: readonly string[];
}

/** Buyers shop while every process is killed in turn, at least so many times in all: every cart comes back, once, as it was filled. */
export async function runCartFaults(options: {
  readonly kills: number;
  readonly seed: number;
  /** Empty. */
  readonly dataDir: string;
}): Promise<CartFaultsResult> {
  const { kills: wanted, seed, dataDir } = options;
  const system = await startEmpty(dataDir);
  try {
    await furnish(system, (orm) => seedBuyer(orm, system.keyRing));
    await system.startHouse(DATABASE);
    let killed = 0;
    const enough = (): boolean => (killed += 4) >= wanted;
    const closed = new AbortController();
    const chaos = killInTurn(system, new Random(seed), enough).finally(() => closed.abort());
    const shopped: Shopped[] = [];
    const buyer = async (first: number): Promise<void> => {
      for (let number = first; !closed.signal.aborted; number += BUYERS) {
        shopped.push(await shopOnce(system.apiUrl, number, AbortSignal.timeout(PATIENCE)));
      }
    };
    await Promise.all(Array.from({ length: BUYERS }, (_, index) => buyer(index)));
    const doubled = await writtenTwice(system);
    const anew = shopped.reduce((sum, each) => sum + each.anew, 0);
    return { ...(await chaos), sessions: shopped.length, anew, lost: shopped.flatMap(lossOf), doubled };
  } finally {
    await system.stop();
  }
}

function lossOf({ wanted, received }: Shopped): string[] {
  const [asked, came] = [JSON.stringify(wanted), JSON.stringify(received ?? 'nothing')];
  return asked === came ? [] : [`${asked} came back as ${came}`];
}

/** Every attempt writes one message, and every visit of this run makes one attempt. */
async function writtenTwice(system: System): Promise<string[]> {
  const orm = await openDatabase({ url: system.databaseUrl() });
  try {
    const { rows } = await sql<{ id: string; count: number }>`
      select session_id as id, count(*)::int as count from session_document where kind = 'cart'
      group by session_id having count(*) > 1`.execute(orm.em.fork().getKysely());
    return rows.map(({ id, count }) => `session ${id} has ${count} carts`);
  } finally {
    await orm.close();
  }
}
