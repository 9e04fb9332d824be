import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import { keptDatabase } from './keptDatabase.ts';
import { startReceiver, type Receiver } from './receiver.client.ts';
import { agree, benchPartner, seedOrders, seedPartner, seedShop } from './seed.ts';
import { createSender, type Sender } from './sender.ts';
import { startServers, type System } from './system.ts';

export const DATA_DIR = join(import.meta.dirname, '..', '.data', 'bench');
/** Articles of a shop that counts as empty: those that the orders name. */
export const FEW_ARTICLES = 300;

/** What every benchmark of the running system stands on. */
export interface House {
  readonly system: System;
  readonly receiver: Receiver;
  readonly sender: Sender;
  /** Begins the numbers of this run's orders, which no earlier run used. */
  readonly prefix: string;
  close(): Promise<void>;
}

export interface Stored {
  readonly articles: number;
  readonly orders: number;
}

/** PostgreSQL, Temporal, API, worker and receiver, on a database with so much stored. */
export async function openHouse(stored: Stored): Promise<House> {
  const system = await startServers({ dataDir: DATA_DIR });
  const receiver = await startReceiver(join(DATA_DIR, 'logs', 'receiver.log'));
  const house = {
    system,
    receiver,
    sender: createSender(system.apiUrl, 64),
    prefix: randomBytes(4).toString('hex'),
  };
  await moveInto(house, stored);
  return {
    ...house,
    close: async () => {
      await house.sender.close();
      await receiver.program.kill('SIGTERM');
      await system.stop();
    },
  };
}

/** Starts API and worker on a database with so much stored; a large one is kept for later runs. */
export async function moveInto(
  { system, receiver }: Pick<House, 'system' | 'receiver'>,
  stored: Stored,
): Promise<void> {
  const database = stored.orders > 0 ? await largeDatabase(system, stored) : await emptyDatabase(system, stored);
  const orm = await openDatabase({ url: system.databaseUrl(database) });
  try {
    await agree(orm, await benchPartner(orm), receiver.url);
  } finally {
    await orm.close();
  }
  await system.startHouse(database);
}

async function emptyDatabase(system: System, stored: Stored): Promise<string> {
  await system.dropDatabases('bench_empty');
  await system.createDatabase('bench_empty');
  await fill(system, 'bench_empty', stored);
  return 'bench_empty';
}

function largeDatabase(system: System, stored: Stored): Promise<string> {
  return keptDatabase(system, {
    prefix: 'bench_large_',
    text: `${stored.articles} articles and ${stored.orders} orders`,
    stored,
    madeBy: ['bench/seed.ts', 'bench/articles.ts'],
    fill: (database) => fill(system, database, stored),
  });
}

async function fill(system: System, database: string, stored: Stored): Promise<void> {
  const url = system.databaseUrl(database);
  const orm = await openDatabase({ url });
  try {
    await migrate(orm);
    await seedShop(url, stored.articles);
    const partnerId = await seedPartner(orm, system.keyRing);
    if (stored.orders > 0) await seedOrders(url, partnerId, stored.orders, stored.articles);
  } finally {
    await orm.close();
  }
}
