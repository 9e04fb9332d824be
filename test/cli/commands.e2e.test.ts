import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../platform/embedded/ports.ts';
import { createDatabase, startPostgres, type EmbeddedPostgres } from '../../platform/embedded/postgres.ts';
import { stopServers } from '../../platform/embedded/processes.ts';
import { lockFolder } from '../../platform/embedded/lock.ts';
import { DATABASE, keptSecret } from '../../cli/settings.ts';
import { query } from '../kit/database.ts';
import { temporaryFolder } from '../kit/folders.ts';
import { testTemporal, type TestTemporal } from '../kit/temporal.ts';

const launcher = join(import.meta.dirname, '../../bin/roundtrip.js');
let folder: string;
let dataDir: string;
let postgres: EmbeddedPostgres;
let temporal: TestTemporal;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = temporaryFolder('commands');
  dataDir = join(folder, 'data');
  temporal = await testTemporal();
  const port = await freePort();
  mkdirSync(dataDir);
  postgres = await startPostgres({ dataDir, port });
  await createDatabase(postgres, DATABASE);
  keptSecret(dataDir, 'secret-keys');
  env = {
    ...process.env,
    DATA_DIR: dataDir,
    POSTGRES_PORT: String(port),
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    PORT: String(await freePort()),
    WORKER_PORT: String(await freePort()),
    RECEIVER_PORT: String(await freePort()),
  };
});

afterAll(async () => {
  await stopServers(dataDir, ['postgres']);
  rmSync(folder, { recursive: true });
});

function run(args: readonly string[], extra: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [launcher, ...args], { env: { ...env, ...extra }, encoding: 'utf8' });
}

interface Line {
  readonly check: string;
  readonly level: string;
  readonly text: string;
}

function doctor(extra?: NodeJS.ProcessEnv): { status: number | null; lines: Map<string, Line> } {
  const { status, stdout } = run(['doctor', '--json'], extra);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  return { status, lines: new Map(lines.map((line) => [line.check, line])) };
}

test('migrate brings the schema, and again nothing', () => {
  const first = run(['migrate', '--json']);
  expect(first.status).toBe(0);
  expect(JSON.parse(first.stdout)).toMatchObject({ namespace: temporal.namespace });
  expect((JSON.parse(first.stdout) as { migrations: string[] }).migrations.length).toBeGreaterThan(0);
  expect(JSON.parse(run(['migrate', '--json']).stdout)).toMatchObject({ migrations: [] });
});

test('the doctor sees database, books and engine of the folder, and that no worker is there', () => {
  const lock = lockFolder(dataDir);
  const { status, lines } = doctor();
  lock.release();
  expect(lines.get('schema')).toMatchObject({ level: 'ok' });
  expect(lines.get('secret keys')).toMatchObject({ level: 'ok' });
  expect(lines.get('books')).toMatchObject({ level: 'ok', text: expect.stringContaining('received 0') as string });
  expect(lines.get('search attributes')).toMatchObject({ level: 'ok' });
  expect(lines.get('worker')).toMatchObject({ level: 'problem' });
  expect(status).toBe(1);
});

test('a credential under a lost key, and a waiver that ends soon, are told', async () => {
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const settings = JSON.stringify({
    rules: { waivers: [{ rule: 'EUGEN-T01-R001', reason: 'old system', until: soon }] },
  });
  await query(postgres.url(DATABASE), [
    `insert into partner (id, kind, name, enabled, created_at) values (gen_random_uuid(), 'partner', 'Hamnen', true, now())`,
    `insert into partner_agreement (id, partner_id, mode, version, settings, created_at, created_by)
       select gen_random_uuid(), id, 'production', 1, '${settings}', now(), 'test' from partner`,
    `insert into api_key (id, name, scopes, prefix, hash, salt, key_id, created_at, created_by)
       values (gen_random_uuid(), 'old', '{admin}', 'x', '', '', 'lost', now(), 'test')`,
  ]);
  const lock = lockFolder(dataDir);
  const { lines } = doctor();
  lock.release();
  expect(lines.get('secret keys')).toMatchObject({
    level: 'problem',
    text: expect.stringMatching(/^1 stored/) as string,
  });
  expect(lines.get('waivers')).toMatchObject({
    level: 'warning',
    text: `EUGEN-T01-R001 for Hamnen expires on ${soon}`,
  });
});

test('a database that does not answer is a problem, not a stack', () => {
  const { status, lines } = doctor({
    DATABASE_URL: 'postgres://nobody:x@127.0.0.1:9/none',
    ROUNDTRIP_SECRET_KEYS: keptSecret(dataDir, 'secret-keys'),
  });
  expect(status).toBe(1);
  expect(lines.get('database')).toMatchObject({ level: 'problem' });
});

test('backup is refused while Roundtrip runs, and then restores all of it elsewhere', async () => {
  const archive = join(folder, 'backup.tar');
  const lock = lockFolder(dataDir);
  expect(run(['backup', archive])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Another Roundtrip') as string,
  });
  lock.release();
  await postgres.server.stop();
  expect(run(['backup', archive])).toMatchObject({ status: 0 });
  expect(statSync(archive).mode & 0o777).toBe(0o600);

  const restored = join(folder, 'restored');
  expect(run(['restore', archive], { DATA_DIR: restored })).toMatchObject({ status: 0 });
  const again = await startPostgres({ dataDir: restored, port: await freePort() });
  const [row] = await query(again.url(DATABASE), ['select name from partner']);
  await again.server.stop();
  expect(row).toEqual({ name: 'Hamnen' });
  expect(readFileSync(join(restored, 'secret-keys'), 'utf8')).toBe(readFileSync(join(dataDir, 'secret-keys'), 'utf8'));
  expect(statSync(join(restored, 'secret-keys')).mode & 0o777).toBe(0o600);
});

test('restore touches no folder with data, and takes no broken file', () => {
  const archive = join(folder, 'backup.tar');
  expect(run(['restore', archive])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('holds data already') as string,
  });
  const cut = join(folder, 'cut.tar');
  writeFileSync(cut, readFileSync(archive).subarray(0, 100_000));
  expect(run(['restore', cut], { DATA_DIR: join(folder, 'none') })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('is no complete file') as string,
  });
});
