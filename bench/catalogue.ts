import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../database/open.ts';
import { seedAssortment } from './assortment.seed.ts';
import { BUYER_CODE, seedBuyer } from './buyer.ts';
import { DATA_DIR } from './house.ts';
import { keptDatabase } from './keptDatabase.ts';
import { watchMemory } from './process.ts';
import type { BenchResult } from './result.ts';
import { median, rounded } from './statistics.ts';
import { startServers, type System } from './system.ts';

const SIDES = { few: 10_000, many: 100_000 } as const;
type Side = keyof typeof SIDES;
/** The format with the official rules read along, and the longest items. */
const FORMAT = 'peppol-1a';

/** A small heap for both: in a large one V8 leaves garbage lying, the more the longer it runs, and that would be measured. */
const HEAP = ['--max-semi-space-size=4', '--max-old-space-size=64'];

interface Exported {
  /** Highest resident memory of the command, in MB. */
  readonly memory: number;
  readonly itemsPerSecond: number;
}

export interface CatalogueResult extends BenchResult {
  readonly bench: 'catalogue';
  /** Highest resident memory of an export of 100,000 items ÷ of 10,000; medians. */
  readonly ratio: number;
  readonly few: Exported;
  readonly many: Exported;
}

/** `roundtrip catalogue` from PostgreSQL to a checked file, each time in a process of its own. */
export async function catalogue({ pairs }: { readonly pairs: number }): Promise<CatalogueResult> {
  const system = await startServers({ dataDir: DATA_DIR });
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-bench-'));
  try {
    const databases = { few: await assortment(system, 'few'), many: await assortment(system, 'many') };
    const found: Record<Side, Exported[]> = { few: [], many: [] };
    for (let pair = 0; pair < pairs; pair += 1) {
      for (const side of ['few', 'many'] as const) {
        const exported = await exportOf(system.databaseUrl(databases[side]), SIDES[side], folder);
        found[side].push(exported);
        console.log(`pair ${pair + 1}, ${side}: ${JSON.stringify(exported)}`);
      }
    }
    const middle = (side: Side): Exported => ({
      memory: median(found[side].map(({ memory }) => memory)),
      itemsPerSecond: median(found[side].map(({ itemsPerSecond }) => itemsPerSecond)),
    });
    const [few, many] = [middle('few'), middle('many')];
    return { bench: 'catalogue', ratio: rounded(many.memory / few.memory), few, many };
  } finally {
    rmSync(folder, { recursive: true });
    await system.stop();
  }
}

async function exportOf(url: string, items: number, folder: string): Promise<Exported> {
  const begin = performance.now();
  const file = join(folder, 'catalogue.xml');
  const args = ['catalogue', '--partner', BUYER_CODE, '--format', FORMAT, '--out', file, '--json'];
  const child = spawn(process.execPath, [...HEAP, 'cli/main.ts', ...args], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const memory = watchMemory([child.pid!]);
  let answer = '';
  child.stdout.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const peak = memory.stop();
  const written = code === 0 ? (JSON.parse(answer) as { items: number }).items : 0;
  if (written !== items) throw new Error(`${written} of ${items} items were written, exit code ${code}`);
  const seconds = (performance.now() - begin) / 1000;
  return { memory: rounded(peak / 1e6), itemsPerSecond: Math.round(items / seconds) };
}

function assortment(system: System, side: Side): Promise<string> {
  return keptDatabase(system, {
    prefix: `bench_catalogue_${side}_`,
    text: `${SIDES[side]} products`,
    stored: SIDES[side],
    madeBy: ['bench/assortment.seed.ts', 'bench/buyer.ts'],
    fill: async (database) => {
      const url = system.databaseUrl(database);
      await seedAssortment(url, SIDES[side]);
      const orm = await openDatabase({ url });
      await seedBuyer(orm, system.keyRing);
      await orm.close();
    },
  });
}
