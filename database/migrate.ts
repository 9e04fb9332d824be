import { Migrator } from '@mikro-orm/migrations';
import type { MikroORM } from '@mikro-orm/postgresql';
import { migrations } from './migrations/all.ts';

/** Any number that nobody else locks: two processes that start together must not both migrate. */
const LOCK = 7_314_201;

/** Brings the schema up to date; waits while another process does so. Returns the names of the migrations that ran. */
export async function migrate(orm: MikroORM): Promise<string[]> {
  const migrator = createMigrator(orm);
  const pool = await orm.em.getConnection().getNativeClient();
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const done = await migrator.up();
    return done.map((migration) => migration.name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
}

/** Names of the migrations that the database has not seen yet. */
export async function pendingMigrations(orm: MikroORM): Promise<string[]> {
  const pending = await createMigrator(orm).getPending();
  return pending.map((migration) => migration.name);
}

function createMigrator(orm: MikroORM): Migrator {
  orm.config.set('migrations', {
    ...orm.config.get('migrations'),
    migrationsList: migrations,
    snapshot: false,
    silent: true,
  });
  return new Migrator(orm.em);
}
