import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { keptSecret } from '../cli/settings.ts';
import { startNode } from '../cli/startNode.ts';
import { lockFolder } from '../platform/embedded/lock.ts';
import { freePort } from '../platform/embedded/ports.ts';
import { startPostgres, type EmbeddedPostgres } from '../platform/embedded/postgres.ts';
import { stopServers, type Server } from '../platform/embedded/processes.ts';
import { STOP_ORDER } from '../platform/embedded/supervisor.ts';
import { startTemporal } from '../platform/embedded/temporal.ts';
import { findTemporalCli } from '../platform/embedded/temporalCli.ts';
import { KeyRing } from '../platform/keyRing.ts';
import { NAMESPACE } from '../workflows/ids.ts';

export const partNames = ['postgres', 'temporal', 'api', 'worker'] as const;
export type PartName = (typeof partNames)[number];

/** One process of the system. */
export interface Part {
  readonly name: PartName;
  /** 0 while it is down. */
  pid(): number;
  /** Resolves when it serves. */
  start(): Promise<void>;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** The whole of Roundtrip as processes of ours, each of which can be killed and started again at the same address. */
export interface System {
  readonly parts: Readonly<Record<PartName, Part>>;
  /** http://127.0.0.1:port */
  readonly apiUrl: string;
  /** host:port */
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly keyRing: KeyRing;
  databaseUrl(name?: string): string;
  hasDatabase(name: string): Promise<boolean>;
  /** Empty and unmigrated. */
  createDatabase(name: string): Promise<void>;
  renameDatabase(from: string, to: string): Promise<void>;
  /** All whose names begin so. */
  dropDatabases(prefix: string): Promise<void>;
  /** API and worker, on this database. @param more environment variables of this time alone */
  startHouse(database: string, more?: Readonly<Record<string, string>>): Promise<void>;
  stopHouse(): Promise<void>;
  stop(): Promise<void>;
}

export interface SystemOptions {
  /** Absolute. */
  readonly dataDir: string;
  /** Environment variables of API and worker beside the addresses. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts PostgreSQL, durable as by default, and Temporal; API and worker follow with `startHouse`. */
export async function startServers({ dataDir, settings = {} }: SystemOptions): Promise<System> {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const lock = lockFolder(dataDir);
  await stopServers(dataDir, STOP_ORDER);
  const cli = await findTemporalCli(dataDir, (line) => console.log(line));
  const [postgresPort, temporalPort, apiPort, workerPort] = await freePorts();
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const temporalAddress = `127.0.0.1:${temporalPort}`;
  const secretKey = keptSecret(dataDir, 'secret-keys');
  let cluster: EmbeddedPostgres | undefined;
  let houseDatabase = '';
  let houseSettings = settings;
  const databaseUrl = (name = houseDatabase): string => cluster!.url(name);
  const house = (name: 'api' | 'worker', port: number): Promise<Server> =>
    startNode(name, port, dataDir, {
      ...process.env,
      DATABASE_URL: databaseUrl(),
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: NAMESPACE,
      PORT: String(apiPort),
      WORKER_PORT: String(workerPort),
      ROUNDTRIP_SECRET_KEYS: secretKey,
      ALLOW_PRIVATE_ADDRESSES: 'yes',
      ...houseSettings,
    });
  const parts: Record<PartName, Part> = {
    postgres: part('postgres', async () => {
      cluster = await startPostgres({ dataDir, port: postgresPort });
      return cluster.server;
    }),
    temporal: part('temporal', async () => {
      const temporal = await startTemporal({ dataDir, cli, port: temporalPort, namespace: NAMESPACE });
      return temporal.server;
    }),
    api: part('api', () => house('api', apiPort)),
    worker: part('worker', () => house('worker', workerPort)),
  };
  await Promise.all([parts.postgres.start(), parts.temporal.start()]);
  const stopHouse = async (): Promise<void> => {
    await parts.api.stop();
    await parts.worker.stop();
  };
  return {
    parts,
    apiUrl,
    temporalAddress,
    namespace: NAMESPACE,
    keyRing: new KeyRing([Buffer.from(secretKey, 'base64')]),
    databaseUrl,
    ...databases(() => databaseUrl('postgres')),
    startHouse: async (database, more = {}) => {
      houseDatabase = database;
      houseSettings = { ...settings, ...more };
      // Both are waited for, also when one does not come up: `stop` knows only what has started.
      const started = await Promise.allSettled([parts.api.start(), parts.worker.start()]);
      for (const part of started) if (part.status === 'rejected') throw part.reason;
      await whenReady(apiUrl);
    },
    stopHouse,
    stop: async () => {
      await stopHouse();
      await parts.temporal.stop();
      await parts.postgres.stop();
      lock.release();
    },
  };
}

/** Waits until the API says that database, engine and worker are there. */
export async function whenReady(apiUrl: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; ;) {
    const found = await fetch(`${apiUrl}/ready`)
      .then((answer) => answer.text())
      .catch(String);
    if (found.startsWith('{') && (JSON.parse(found) as { status: string }).status === 'ready') return;
    if (Date.now() > deadline) throw new Error(`the API is not ready: ${found}`);
    await sleep(100);
  }
}

/** All different: a port that was given back may come again. */
async function freePorts(): Promise<[number, number, number, number]> {
  const ports = new Set<number>();
  while (ports.size < 4) ports.add(await freePort());
  return [...ports] as [number, number, number, number];
}

function part(name: PartName, launch: () => Promise<Server>): Part {
  let server: Server | undefined;
  return {
    name,
    pid: () => (server?.running() ? server.pid : 0),
    start: async () => {
      server = await launch();
    },
    kill: async () => {
      if (!server?.running()) return;
      process.kill(server.pid, 'SIGKILL');
      await server.exited;
    },
    stop: async () => server?.stop(),
  };
}

function databases(adminUrl: () => string) {
  const admin = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: adminUrl() });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  return {
    hasDatabase: (name: string) => admin(async (client) => (await named(client, name)).length > 0),
    createDatabase: (name: string) => admin(async (client) => void (await client.query(`create database ${name}`))),
    renameDatabase: (from: string, to: string) =>
      admin(async (client) => void (await client.query(`alter database ${from} rename to ${to}`))),
    dropDatabases: (prefix: string) =>
      admin(async (client) => {
        for (const name of await named(client, `${prefix}%`)) await client.query(`drop database ${name} with (force)`);
      }),
  };
}

async function named(client: Client, pattern: string): Promise<string[]> {
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database where datname like $1', [
    pattern,
  ]);
  return rows.map((row) => row.datname);
}
