import { Command } from 'commander';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import { readConfig } from '../platform/config.ts';
import { NEEDED, prepareNamespace } from '../platform/engineNamespace.ts';
import { temporalAccess } from '../platform/temporalAccess.ts';
import { localEnvironment } from './settings.ts';

export const migrateCommand = new Command('migrate')
  .description(
    'Bring the database schema, the Temporal namespace and its search attributes up to date. May run twice at a time.',
  )
  .option('--json', 'one JSON object')
  .action(async ({ json }: { json?: true }) => {
    const config = readConfig(localEnvironment());
    const migrations = await migrateDatabase(config.databaseUrl);
    const namespace = config.temporalNamespace;
    const prepared = await prepareNamespace(temporalAccess(config), namespace);
    if (json) console.log(JSON.stringify({ migrations, namespace, prepared }));
    else {
      console.log(migrations.length === 0 ? 'The database was up to date.' : `Migrated: ${migrations.join(', ')}.`);
      console.log(
        prepared
          ? `The Temporal namespace ${namespace} is prepared.`
          : `The Temporal namespace ${namespace} is prepared where its cluster is managed: it needs ${NEEDED}.`,
      );
    }
  });

/** Returns the names of the migrations that ran. */
export async function migrateDatabase(url: string): Promise<string[]> {
  const orm = await openDatabase({ url, poolMax: 3, applicationName: 'roundtrip-migrate' });
  try {
    return await migrate(orm);
  } finally {
    await orm.close();
  }
}
