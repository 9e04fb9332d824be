import { randomBytes } from 'node:crypto';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { inject } from 'vitest';
import { openDatabase } from '../../database/open.ts';
import { TEMPLATE } from './postgres.setup.ts';

export interface TestDatabase {
  readonly url: string;
  readonly orm: MikroORM;
  /** A fresh entity manager. */
  em(): EntityManager;
  /** Closes and drops it. Fits as the result of beforeAll, which vitest calls at the end. */
  readonly close: () => Promise<void>;
}

/**
 * A migrated, empty database of its own, for `*.pg.test.ts` and `*.e2e.test.ts`:
 *
 *     beforeAll(async () => {
 *       database = await createTestDatabase();
 *       return database.close;
 *     });
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const admin = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await query(admin, [`create database ${name} template ${TEMPLATE}`]);
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
  const orm = await openDatabase({ url });
  return {
    url,
    orm,
    em: () => orm.em.fork(),
    close: async () => {
      await orm.close();
      await query(admin, [`drop database ${name} with (force)`]);
    },
  };
}

/** Runs statements over a connection of their own. Returns the rows of the last. */
export async function query(url: string, statements: readonly string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const sql of statements) ({ rows } = await client.query<Record<string, unknown>>(sql));
    return rows;
  } finally {
    await client.end();
  }
}
