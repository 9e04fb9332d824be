import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { postgresFolder } from './postgresPackage.ts';
import { startServer, type Server } from './processes.ts';
import { asUser, choosePlace, giveTo, type PostgresPlace, type RunAs } from './runAs.ts';
import { SetupProblem, explainFileError } from './setupProblem.ts';

const USER = 'roundtrip';
const NEEDED_BYTES = 500_000_000;
/** After kill -9 the old processes need a moment to notice that their postmaster is gone. */
const LOCK_PATIENCE = 30_000;
/** Recovery after a crash may take long; as long as the process lives we wait. */
const START_PATIENCE = 300_000;

export interface PostgresOptions {
  readonly dataDir: string;
  readonly port: number;
  /** Settings of PostgreSQL beside ours. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly runAs?: RunAs;
}

export interface EmbeddedPostgres {
  readonly server: Server;
  /** Address with password. */
  url(database: string): string;
}

export function postgresUrl(password: string, port: number, database: string): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Starts the PostgreSQL of the data folder, making it first where there is none. */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const place = choosePlace(postgresFolder(), options.dataDir, options.runAs);
  const password = await prepareCluster(place, options.dataDir);
  const url = (database: string): string => postgresUrl(password, options.port, database);
  const deadline = Date.now() + LOCK_PATIENCE;
  for (;;) {
    const server = await startServer(serverCommand(place, options));
    const ended = await waitUntilReady(server, url('postgres'));
    if (!ended) return { server, url };
    const problem = explainOutput(server.output(), options, place.data);
    if (problem !== 'locked' || Date.now() > deadline) {
      throw problem instanceof SetupProblem
        ? problem
        : new SetupProblem(`PostgreSQL ${ended}; the reason is at the end of ${server.logFile}.`);
    }
    await sleep(500);
  }
}

/** Creates the database unless it is there. */
export async function createDatabase(postgres: EmbeddedPostgres, name: string): Promise<void> {
  const client = new Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function serverCommand(place: PostgresPlace, options: PostgresOptions) {
  const settings = {
    port: String(options.port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    fsync: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    // Values of a failing statement may be personal data or secrets; the log keeps the message only.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    ...options.settings,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return {
    name: 'postgres',
    dataDir: options.dataDir,
    ...asUser(place.runAs, join(place.native, 'bin', 'postgres'), ['-D', place.data, ...args]),
    mark: `-D ${place.data} `,
    stopSignal: 'SIGINT',
    patience: 60_000,
  } as const;
}

/** Returns the password. A folder is complete or absent: initdb works beside it and the result is renamed. */
async function prepareCluster(place: PostgresPlace, dataDir: string): Promise<string> {
  const passwordFile = join(dataDir, 'postgres-password');
  const version = join(place.data, 'PG_VERSION');
  try {
    if (existsSync(version)) {
      checkVersion(place, readFileSync(version, 'utf8').trim());
      return readFileSync(passwordFile, 'utf8').trim();
    }
    requireRoom(dataDir);
    const password = randomBytes(24).toString('base64url');
    await initialise(place, password);
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    return password;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new SetupProblem(
        `${passwordFile} is missing, so the database in ${place.data} cannot be opened. Restore it from a backup.`,
      );
    }
    throw explainFileError(error, dataDir);
  }
}

async function initialise(place: PostgresPlace, password: string): Promise<void> {
  const fresh = `${place.data}.new`;
  const passwordFile = `${place.data}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  giveTo(place.runAs, fresh);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(place.runAs, passwordFile);
  const { command, args, ...user } = asUser(place.runAs, join(place.native, 'bin', 'initdb'), [
    ...['-D', fresh, '--username', USER, '--pwfile', passwordFile, '--auth', 'scram-sha-256', '--no-instructions'],
    // The same order of texts on every machine, whatever its C library.
    ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-locale'],
  ]);
  try {
    await promisify(execFile)(command, [...args], { cwd: fresh, ...user });
    rmSync(place.data, { recursive: true, force: true });
    renameSync(fresh, place.data);
  } catch (error) {
    const output = (error as { stderr?: string }).stderr ?? (error as Error).message;
    throw explainReason(output, place.data) ?? new SetupProblem(`initdb of PostgreSQL failed: ${output.trim()}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function checkVersion(place: PostgresPlace, found: string): void {
  const ours = readFileSync(join(place.native, 'share', 'postgresql', 'postgres.bki'), 'utf8')
    .split('\n', 1)[0]!
    .split(' ')[2];
  if (found === ours) return;
  throw new SetupProblem(
    `${place.data} was made by PostgreSQL ${found}, this release brings ${ours}. ` +
      'Keep the folder, export its data with the release that made it, and start this one with an empty DATA_DIR.',
  );
}

function requireRoom(dataDir: string): void {
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize >= NEEDED_BYTES) return;
  throw new SetupProblem(
    `The disk that holds ${dataDir} has ${Math.round((bavail * bsize) / 1e6)} MB left; ${NEEDED_BYTES / 1e6} MB are needed. ` +
      'Make room, or set DATA_DIR to a folder on another disk.',
  );
}

/** Undefined once it answers; how it ended when it ends before. */
async function waitUntilReady(server: Server, url: string): Promise<string | undefined> {
  const deadline = Date.now() + START_PATIENCE;
  while (server.running() && Date.now() < deadline) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return undefined;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') {
        await server.stop();
        throw new SetupProblem(
          'PostgreSQL refuses the password in the data folder (postgres-password). Restore both from one backup.',
        );
      }
      await sleep(100);
    }
  }
  await server.stop();
  return server.exited;
}

function explainOutput(output: string, options: PostgresOptions, data: string): SetupProblem | 'locked' | undefined {
  if (/lock file ".*" already exists|pre-existing shared memory block/.test(output)) return 'locked';
  if (/Address already in use|could not create any TCP\/IP sockets/.test(output)) {
    return new SetupProblem(
      `Port ${options.port} is taken, but PostgreSQL needs it. Choose another one: POSTGRES_PORT=${options.port + 10} npm start`,
    );
  }
  return explainReason(output, data);
}

function explainReason(output: string, data: string): SetupProblem | undefined {
  if (/No space left on device/.test(output)) {
    return new SetupProblem(
      `The disk that holds ${data} is full. Make room, or set DATA_DIR to a folder on another disk.`,
    );
  }
  if (/Permission denied|Operation not permitted/.test(output)) {
    return new SetupProblem(`PostgreSQL may not use ${data}. Make the folder yours, or set DATA_DIR to another one.`);
  }
  return undefined;
}
