import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { Option } from 'commander';
import { ConfigurationError, readLocalConfig, type LocalConfig } from '../platform/config.ts';
import { lockFolder, type FolderLock } from '../platform/embedded/lock.ts';
import { postgresUrl } from '../platform/embedded/postgres.ts';
import { explainFileError } from '../platform/embedded/setupProblem.ts';

/** The database of `npm start`. */
export const DATABASE = 'roundtrip';

/** The configuration with what `npm start` keeps in the data folder, where the environment does not say otherwise. */
export interface LocalSettings {
  readonly config: LocalConfig;
  /** Absolute. */
  readonly dataDir: string;
  /** Is there a PostgreSQL, a Temporal elsewhere? */
  readonly ownPostgres: boolean;
  readonly ownTemporal: boolean;
}

/** `npm start` passes it to its children, so that their command lines tell whose they are. */
export const dataDirOption = new Option('--data-dir <folder>', 'instead of DATA_DIR');
export interface DataDirOption {
  readonly dataDir?: string;
}

export function localSettings(env: NodeJS.ProcessEnv = process.env): LocalSettings {
  const config = readLocalConfig(env);
  return {
    config,
    // Of the clone, wherever the command is called from; a folder that is named is the caller's.
    dataDir: env['DATA_DIR'] ? resolve(config.dataDirectory) : join(import.meta.dirname, '..', config.dataDirectory),
    ownPostgres: !env['DATABASE_URL'],
    ownTemporal: !env['TEMPORAL_ADDRESS'],
  };
}

/**
 * The environment of a command that talks to the database: what is not set is that of the embedded servers of the data folder.
 * So `npx roundtrip import ...` in a second terminal needs no variable.
 */
export function localEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const { config, dataDir } = localSettings(env);
  const password = read(join(dataDir, 'postgres-password'));
  const secretKeys = read(join(dataDir, 'secret-keys'));
  return {
    ...(password && { DATABASE_URL: postgresUrl(password, config.postgresPort, DATABASE) }),
    ...(secretKeys && { ROUNDTRIP_SECRET_KEYS: secretKeys }),
    TEMPORAL_ADDRESS: `127.0.0.1:${config.temporalPort}`,
    ...Object.fromEntries(Object.entries(env).filter(([, value]) => value)),
  };
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** Makes the data folder, for nobody else to list, and takes it. */
export function takeDataFolder(dataDir: string): FolderLock {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    return lockFolder(dataDir);
  } catch (error) {
    throw explainFileError(error, dataDir);
  }
}

/** A secret of 32 bytes in base64 that is generated once and kept in the data folder (mode 0600). */
export function keptSecret(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

/** The database of a command that works beside a running system. @throws ConfigurationError where there is none */
export function databaseUrl(): string {
  const url = readLocalConfig(localEnvironment()).databaseUrl;
  if (!url) throw new ConfigurationError(['DATABASE_URL is missing; there is no database of `npm start` here either.']);
  return url;
}
