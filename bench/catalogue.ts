import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { openDatabase } from '../database/open.ts';
import { readChunks } from '../documents/chunks.ts';
import { findAtAddress, saveAgreement } from '../partners/partners.ts';
import { createApiKey } from '../platform/access.ts';
import { seedAssortment } from './assortment.seed.ts';
import { BUYER_CODE, punchOut, seedBuyer } from './buyer.ts';
import { DATA_DIR } from './house.ts';
import { keptDatabase } from './keptDatabase.ts';
import { residentBytes, watchMemory } from './process.ts';
import type { BenchResult } from './result.ts';
import { median, rounded } from './statistics.ts';
import { startServers, type System } from './system.ts';

const SIDES = { few: 10_000, many: 100_000 } as const;
type Side = keyof typeof SIDES;
/** The format with the official rules read along, and the longest items. */
const FORMAT = 'peppol-1a' as const;
const PATIENCE = 900_000;

/** A small heap where memory is measured: in a large one V8 leaves garbage lying, the more the longer it runs, and that would be measured. */
const SMALL_HEAP = { NODE_OPTIONS: '--max-semi-space-size=4 --max-old-space-size=128' };

interface Exported {
  /** Highest resident memory of the worker, in MB. */
  readonly memory: number;
  readonly itemsPerSecond: number;
}

export interface CatalogueResult extends BenchResult {
  readonly bench: 'catalogue';
  /** Items per second of exports of 10,000 ÷ bare writing of the same bytes, both warmed up; medians. */
  readonly ratio: number;
  /** Items per second of that export, and of the one before it, the first of the worker's life. */
  readonly warm: number;
  readonly first: number;
  /** Highest resident memory of the worker with 100,000 items ÷ with 10,000; medians. */
  readonly memoryRatio: number;
  /** Items per second of the bare writing. */
  readonly bare: number;
  /** By a worker that has just started, in a small heap. */
  readonly few: Exported;
  readonly many: Exported;
}

/** A catalogue asked for by REST until it is stored and checked; and the same bytes written barely. */
export async function catalogue({ pairs }: { readonly pairs: number }): Promise<CatalogueResult> {
  const system = await startServers({ dataDir: DATA_DIR });
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-bench-'));
  try {
    const databases = { few: await assortment(system, 'few'), many: await assortment(system, 'many') };
    const found: Record<Side, Exported[]> = { few: [], many: [] };
    const paces: Pace[] = [];
    const file = join(folder, 'catalogue.xml');
    for (let pair = 0; pair < pairs; pair += 1) {
      const [first, warm] = await exports(system, { database: databases.few, items: SIDES.few, times: 2, file });
      const pace = { first: first!.itemsPerSecond, warm: warm!.itemsPerSecond, bare: barely(file, SIDES.few) };
      paces.push(pace);
      console.log(`pair ${pair + 1}: ${JSON.stringify(pace)}`);
      for (const side of ['few', 'many'] as const) {
        const asked = { database: databases[side], items: SIDES[side], times: 1, more: SMALL_HEAP };
        const [exported] = await exports(system, asked);
        found[side].push(exported!);
        console.log(`pair ${pair + 1}, ${side}: ${JSON.stringify(exported)}`);
      }
    }
    const middle = (side: Side): Exported => ({
      memory: median(found[side].map(({ memory }) => memory)),
      itemsPerSecond: median(found[side].map(({ itemsPerSecond }) => itemsPerSecond)),
    });
    const [few, many] = [middle('few'), middle('many')];
    return {
      bench: 'catalogue',
      ratio: rounded(median(paces.map(({ warm, bare }) => warm / bare))),
      memoryRatio: rounded(many.memory / few.memory),
      warm: median(paces.map(({ warm }) => warm)),
      first: median(paces.map(({ first }) => first)),
      bare: median(paces.map(({ bare }) => bare)),
      ...{ few, many },
    };
  } finally {
    rmSync(folder, { recursive: true });
    await system.stop();
  }
}

/** Items per second. */
interface Pace {
  readonly first: number;
  readonly warm: number;
  readonly bare: number;
}

/** Items per second. */
function barely(file: string, items: number): number {
  const output = execFileSync(process.execPath, [`${import.meta.dirname}/catalogue.side.ts`, file, `${file}.bare`]);
  const { milliseconds } = JSON.parse(output.toString()) as { milliseconds: number };
  const perSecond = Math.round((items * 1000) / milliseconds);
  console.log(`barely: ${perSecond} items/s`);
  return perSecond;
}

interface Asked {
  readonly database: string;
  readonly items: number;
  /** How often, one after the other. */
  readonly times: number;
  /** Environment variables. */
  readonly more?: Readonly<Record<string, string>>;
  /** Where the last one is put. */
  readonly file?: string;
}

/** Exports by an API and a worker that have just started. */
async function exports(system: System, { database, items, times, more, file }: Asked): Promise<Exported[]> {
  const url = system.databaseUrl(database);
  const house = await prepare(system, url);
  await system.startHouse(database, more);
  try {
    const found: Exported[] = [];
    let document = '';
    for (let i = 0; i < times; i += 1) {
      const worker = system.parts.worker.pid();
      const idle = residentBytes(worker);
      const memory = watchMemory([worker]);
      const begin = performance.now();
      document = await written(system, house, items);
      const seconds = (performance.now() - begin) / 1000;
      found.push({ memory: rounded((idle + memory.stop()) / 1e6), itemsPerSecond: Math.round(items / seconds) });
    }
    if (file !== undefined) await save(url, document, file);
    return found;
  } finally {
    await system.stopHouse();
  }
}

/** A catalogue from asking for it until it is stored and checked. @returns the id of its document */
async function written(
  system: System,
  { partnerId, key }: { readonly partnerId: string; readonly key: string },
  items: number,
): Promise<string> {
  const ask = async (method: 'GET' | 'POST', path: string): Promise<Shown> => {
    const answer = await fetch(`${system.apiUrl}/api/v1/partners/${partnerId}/catalogue-exports${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: '{}' }),
    });
    if (!answer.ok) throw new Error(`the export was answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Shown;
  };
  let shown = await ask('POST', '');
  for (const end = Date.now() + PATIENCE; shown.state !== 'done' && Date.now() < end; await sleep(50)) {
    if (shown.error !== undefined) throw new Error(shown.error);
    shown = await ask('GET', `/${shown.id}`);
  }
  const [document] = shown.documents;
  if (shown.items !== items || !document) throw new Error(`${shown.items} of ${items} items were written`);
  return document;
}

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly items: number;
  readonly documents: readonly string[];
  readonly error?: string;
}

/** Forgets the exports of earlier runs. @returns what to ask with */
async function prepare(system: System, url: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('truncate catalogue_export, outbound_document, document_chunk cascade');
  await client.end();
  const orm = await openDatabase({ url });
  try {
    const em = orm.em.fork();
    const partnerId = (await findAtAddress(em, BUYER_CODE))!.id;
    const settings = { punchOut, catalogue: { formats: [FORMAT] } };
    await saveAgreement(em, { partnerId, mode: 'production', by: 'bench', settings });
    const { key } = await createApiKey(em, system.keyRing, { name: 'bench', scopes: ['admin'], createdBy: 'bench' });
    return { partnerId, key };
  } finally {
    await orm.close();
  }
}

async function save(url: string, document: string, file: string): Promise<void> {
  const orm = await openDatabase({ url });
  try {
    await pipeline(Readable.from(readChunks(orm.em.fork(), document)), createWriteStream(file));
  } finally {
    await orm.close();
  }
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
