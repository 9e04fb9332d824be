import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '../../../platform/embedded/ports.ts';
import {
  createDatabase,
  postgresUrl,
  startPostgres,
  type EmbeddedPostgres,
} from '../../../platform/embedded/postgres.ts';
import { postgresFolder } from '../../../platform/embedded/postgresPackage.ts';
import { stopServers } from '../../../platform/embedded/processes.ts';
import { choosePlace, type RunAs } from '../../../platform/embedded/runAs.ts';
import { temporaryFolder } from '../../kit/folders.ts';

let folder: string;
let dataDir: string;
let port: number;

beforeEach(async () => {
  folder = temporaryFolder('postgres');
  // Nobody else may pass: so is a clone below /root.
  chmodSync(folder, 0o700);
  dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  port = await freePort();
});

afterEach(async () => {
  await stopServers(dataDir, ['postgres']);
  rmSync(folder, { recursive: true });
});

async function query<T>(postgres: EmbeddedPostgres, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: postgres.url('roundtrip') });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

test('a fresh data folder gets a durable UTF8 server for this machine alone, with a password of its own', async () => {
  const postgres = await startPostgres({ dataDir, port });
  await createDatabase(postgres, 'roundtrip');
  const [settings] = await query(
    postgres,
    `select current_setting('listen_addresses') as listen, current_setting('fsync') as fsync,
            current_setting('server_encoding') as encoding, current_setting('timezone') as zone`,
  );
  expect(settings).toEqual({ listen: '127.0.0.1', fsync: 'on', encoding: 'UTF8', zone: 'UTC' });
  expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
  const wrong = new Client({ connectionString: postgresUrl('guessed', port, 'postgres') });
  await expect(wrong.connect()).rejects.toMatchObject({ code: '28P01' });
});

test('data survives kill -9, and the next start is quick', async () => {
  const first = await startPostgres({ dataDir, port });
  await createDatabase(first, 'roundtrip');
  await query(first, 'create table kept (n int)');
  await query(first, 'insert into kept values (42)');
  process.kill(first.server.pid, 'SIGKILL');
  await first.server.exited;
  const began = performance.now();
  const second = await startPostgres({ dataDir, port });
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(await query(second, 'select n from kept')).toEqual([{ n: 42 }]);
});

/** Root has two ways to run PostgreSQL; everybody else is tested by the tests above. */
const otherUsers: RunAs[] = process.getuid?.() === 0 ? [{ kind: 'user', uid: 65_534, gid: 65_534 }] : [];

test.each(otherUsers)(
  'as $kind, where namespaces are forbidden, it lies where that user can reach it',
  async (runAs) => {
    const postgres = await startPostgres({ dataDir, port, runAs });
    await createDatabase(postgres, 'roundtrip');
    expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.server.stop();
    rmSync(dirname(choosePlace(postgresFolder(), dataDir, runAs).data), { recursive: true });
  },
);

test('a taken port is a sentence with port and variable', async () => {
  const squatter = createServer().listen(port, '127.0.0.1');
  await once(squatter, 'listening');
  await expect(startPostgres({ dataDir, port })).rejects.toThrow(new RegExp(`Port ${port} is taken.*POSTGRES_PORT=`));
  squatter.close();
});

test('a folder of another release of PostgreSQL is left alone', async () => {
  const first = await startPostgres({ dataDir, port });
  await first.server.stop();
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
  await expect(startPostgres({ dataDir, port })).rejects.toThrow('was made by PostgreSQL 17, this release brings 18');
});
