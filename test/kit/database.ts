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
  await run(admin, `create database ${name} template ${TEMPLATE}`);
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
  const orm = await openDatabase({ url });
  return {
    url,
    orm,
    em: () => orm.em.fork(),
    close: async () => {
      await orm.close();
      await run(admin, `drop database ${name} with (force)`);
    },
  };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
