import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { create, replace } from 'tar';
import { lockFolder } from '../platform/embedded/lock.ts';
import { postgresFolder } from '../platform/embedded/postgresPackage.ts';
import { choosePlace } from '../platform/embedded/runAs.ts';
import { SetupProblem, explainFileError } from '../platform/embedded/setupProblem.ts';
import { localSettings } from './settings.ts';

/** What a start makes again by itself, and `postgres`, which may lie elsewhere (platform/embedded/runAs.ts). */
const LEFT_OUT = new Set(['bin', 'run', 'logs', 'spool', 'postgres', 'postgres.new']);

export const backupCommand = new Command('backup')
  .description(
    'Write the data folder into one tar file, for its owner alone: it holds all secrets. Roundtrip must be stopped.',
  )
  .argument('<file>', 'for example roundtrip.tar')
  .action(async (file: string) => {
    const { dataDir, ownPostgres } = localSettings();
    if (!ownPostgres)
      throw new SetupProblem('DATABASE_URL is set: back that database up with the tools of its server (pg_dump).');
    if (!existsSync(dataDir)) throw new SetupProblem(`${dataDir} does not exist, there is nothing to back up.`);
    const lock = lockFolder(dataDir);
    try {
      await writeArchive(resolve(file), dataDir);
    } finally {
      lock.release();
    }
    console.log(`${dataDir} is in ${file}. Keep it as safe as the secrets in it.`);
  });

/** The file has its name only when it is complete. */
async function writeArchive(file: string, dataDir: string): Promise<void> {
  const partial = `${file}.partial`;
  const mask = process.umask(0o077);
  try {
    const names = readdirSync(dataDir).filter((name) => !LEFT_OUT.has(name));
    const { data } = choosePlace(postgresFolder(), dataDir);
    await create({ file: partial, cwd: dataDir }, names);
    await replace({ file: partial, cwd: dirname(data) }, ['postgres']);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw explainFileError(error, file);
  } finally {
    process.umask(mask);
  }
}
