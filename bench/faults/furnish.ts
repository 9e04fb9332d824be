import type { MikroORM } from '@mikro-orm/postgresql';
import { migrate } from '../../database/migrate.ts';
import { openDatabase } from '../../database/open.ts';
import { seedShop } from '../seed.ts';
import { startServers, type System } from '../system.ts';

export const DATABASE = 'roundtrip';
export const ARTICLES = 300;
/** Milliseconds in which all that is under way comes to its end. */
export const PATIENCE = 300_000;
/** Pauses so short that a run sees many attempts. */
const QUICK = { DELIVERY_FIRST_RETRY: '200ms', DELIVERY_LONGEST_RETRY: '2s', SWEEP_INTERVAL: '2s' };

/** PostgreSQL and Temporal. @param dataDir empty; @param settings environment of API and worker */
export async function startEmpty(dataDir: string, settings: Readonly<Record<string, string>> = {}): Promise<System> {
  return startServers({ dataDir, settings: { ...QUICK, ...settings } });
}

/** Makes the database with the shop and its articles. @param setUp makes the partners */
export async function furnish<T>(
  system: System,
  setUp: (orm: MikroORM) => Promise<T>,
  articles = ARTICLES,
): Promise<T> {
  await system.createDatabase(DATABASE);
  const url = system.databaseUrl(DATABASE);
  const orm = await openDatabase({ url });
  try {
    await migrate(orm);
    await seedShop(url, articles);
    return await setUp(orm);
  } finally {
    await orm.close();
  }
}
