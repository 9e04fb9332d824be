import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { extract, list } from 'tar';
import { postgresFolder } from '../platform/embedded/postgresPackage.ts';
import { choosePlace } from '../platform/embedded/runAs.ts';
import { SetupProblem, explainFileError } from '../platform/embedded/setupProblem.ts';
import { localSettings } from './settings.ts';

export const restoreCommand = new Command('restore')
  .description('Make the data folder from a file of `roundtrip backup`. The folder must not exist yet, or be empty.')
  .argument('<file>')
  .action(async (file: string) => {
    const { dataDir } = localSettings();
    if (!existsSync(file)) throw new SetupProblem(`${file} does not exist.`);
    if (!(await isBackup(file))) throw new SetupProblem(`${file} is no complete file of \`roundtrip backup\`.`);
    requireEmpty(dataDir);
    try {
      mkdirSync(dataDir, { recursive: true, mode: 0o711 });
      const { data } = choosePlace(postgresFolder(), dataDir);
      requireEmpty(data);
      await extract({ file, cwd: dirname(data), filter: isDatabase });
      await extract({ file, cwd: dataDir, filter: (path) => !isDatabase(path) });
    } catch (error) {
      throw explainFileError(error, dataDir);
    }
    console.log(`${dataDir} is restored. Start it: npm start`);
  });

function isDatabase(path: string): boolean {
  return path.startsWith('postgres/');
}

async function isBackup(file: string): Promise<boolean> {
  const found = new Set<string>();
  try {
    await list({ file, strict: true, onReadEntry: (entry) => found.add(entry.path) });
  } catch {
    return false;
  }
  return found.has('postgres/PG_VERSION') && found.has('postgres-password');
}

function requireEmpty(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  throw new SetupProblem(`${folder} holds data already. Move it away, or set DATA_DIR to another folder.`);
}
