import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { System } from './system.ts';

export interface Kept {
  /** Begins the database's name; others that begin so are dropped. */
  readonly prefix: string;
  /** What is stored, for the log. */
  readonly text: string;
  /** What of it may differ. */
  readonly stored: unknown;
  /** Files below the repository that fill it. */
  readonly madeBy: readonly string[];
  /** Migrates and fills the database, which is there and empty. */
  readonly fill: (database: string) => Promise<void>;
}

/**
 * The name of a large database that is kept for later runs, filled when it is not there. Filled under another name and renamed, so that it
 * is complete or absent; its name says what made it.
 */
export async function keptDatabase(system: System, { prefix, text, stored, madeBy, fill }: Kept): Promise<string> {
  const name = `${prefix}${fingerprint(stored, madeBy)}`;
  if (await system.hasDatabase(name)) return name;
  await system.dropDatabases(prefix);
  console.log(`storing ${text}, once`);
  await system.createDatabase(`${prefix}new`);
  await fill(`${prefix}new`);
  await system.renameDatabase(`${prefix}new`, name);
  return name;
}

/** Changes with the schema, with what is stored, and with what stores it. */
function fingerprint(stored: unknown, madeBy: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(stored));
  const root = join(import.meta.dirname, '..');
  const migrations = readdirSync(join(root, 'database', 'migrations')).map((file) =>
    join('database', 'migrations', file),
  );
  for (const file of [...migrations.toSorted(), ...madeBy]) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 12);
}
