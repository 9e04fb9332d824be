import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../database/migrate.ts';
import { openDatabase } from '../../database/open.ts';
import { freePort } from '../../platform/embedded/ports.ts';
import { createDatabase, startPostgres } from '../../platform/embedded/postgres.ts';
import { serverFolder } from './folders.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the maintenance database `postgres` of this run's server. */
    readonly postgresUrl: string;
  }
}

/** The migrated database that every test database is a copy of. */
export const TEMPLATE = 'template_roundtrip';

/** One PostgreSQL for the run. Durability is switched off: nothing of it survives the run, and the faults test brings its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await serverFolder(`postgres-${project.name}`);
  const postgres = await startPostgres({
    dataDir,
    port: await freePort(),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  await createDatabase(postgres, TEMPLATE);
  const orm = await openDatabase({ url: postgres.url(TEMPLATE) });
  await migrate(orm);
  await orm.close();
  project.provide('postgresUrl', postgres.url('postgres'));
  return async () => {
    await postgres.server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
