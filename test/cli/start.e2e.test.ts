import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort } from '../../platform/embedded/ports.ts';
import { commandLine } from '../../platform/embedded/processes.ts';
import { temporaryFolder } from '../kit/folders.ts';

const launcher = join(import.meta.dirname, '../../bin/roundtrip.js');
const portVariables = [
  'PORT',
  'WORKER_PORT',
  'RECEIVER_PORT',
  'POSTGRES_PORT',
  'TEMPORAL_PORT',
  'TEMPORAL_UI_PORT',
] as const;

/** One `npm start` of a data folder, as a person sees it. */
class Started {
  readonly child: ChildProcess;
  output = '';

  constructor(env: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, [launcher, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
  }

  async until(text: string, milliseconds = 60_000): Promise<void> {
    for (const deadline = Date.now() + milliseconds; !this.output.includes(text); await sleep(50)) {
      if (this.hasEnded() || Date.now() > deadline) expect(this.output).toContain(text);
    }
  }

  async end(signal?: NodeJS.Signals): Promise<number | null> {
    const exit = once(this.child, 'exit');
    if (!this.hasEnded()) {
      if (signal) this.child.kill(signal);
      await exit;
    }
    return this.child.exitCode;
  }

  private hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}

let folder: string;
let dataDir: string;
let env: NodeJS.ProcessEnv;
const started: Started[] = [];

function start(extra: NodeJS.ProcessEnv = {}): Started {
  const one = new Started({ ...env, ...extra });
  started.push(one);
  return one;
}

async function freshFolder(): Promise<void> {
  folder = temporaryFolder('start');
  chmodSync(folder, 0o700);
  dataDir = join(folder, 'data');
  const ports: NodeJS.ProcessEnv = {};
  for (const variable of portVariables) ports[variable] = String(await freePort());
  env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', TEMPORAL_ADDRESS: '', ...ports };
}

/** A launcher that is killed takes its command with it. */
async function clearUp(): Promise<void> {
  for (const one of started.splice(0)) one.child.kill('SIGKILL');
  await vi.waitFor(() => expect(processesOfFolder()).toEqual([]), { timeout: 60_000 });
  rmSync(folder, { recursive: true, force: true });
}

function pidOf(name: string): number {
  return (JSON.parse(readFileSync(join(dataDir, 'run', `${name}.pid`), 'utf8')) as { pid: number }).pid;
}

/** All processes whose command line names the data folder. */
function processesOfFolder(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => commandLine(Number(pid)))
    .filter((line) => line.includes(dataDir));
}

function demoKey(name: string): string {
  return new RegExp(`^${name}='(.+)'`, 'm').exec(readFileSync(join(dataDir, 'demo-keys.txt'), 'utf8'))![1]!;
}

const ordersAddress = () => `http://127.0.0.1:${env['PORT']}/api/v1/orders`;
const asDemo = () => ({ authorization: `Bearer ${demoKey('API_KEY')}` });

async function orders(query = ''): Promise<Response> {
  return fetch(`${ordersAddress()}${query}`, { headers: asDemo() });
}

interface ListedOrder {
  readonly id: string;
  readonly externalNumber: string;
  readonly status: string;
}

async function listOrders(query = ''): Promise<ListedOrder[]> {
  return ((await (await orders(query)).json()) as { items: ListedOrder[] }).items;
}

/** Status of each order, by the buyer's number. */
async function statuses(): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await listOrders()).map(({ externalNumber, status }) => [externalNumber, status]));
}

interface Receipt {
  readonly id: string;
  readonly reference: string;
}

/** Sends an example order of the documentation. @returns the receipt */
async function send(name: string): Promise<Receipt> {
  const response = await fetch(`http://127.0.0.1:${env['PORT']}/punchin/lindstroms`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(demoKey('LINDSTROMS')).toString('base64')}`,
      'content-type': 'application/xml',
    },
    body: readFileSync(join(import.meta.dirname, '../../docs/examples', `${name}.xml`)),
  });
  expect(response.ok).toBe(true);
  const { id, reference } = (await response.json()) as Receipt;
  return { id, reference };
}

/** A command beside the running system. @returns what it printed */
function run(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { env, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout;
}

describe('the life of an installation', () => {
  let receipt: Receipt;
  beforeAll(freshFolder);
  afterAll(clearUp);

  test('the first start brings everything, says where, and keeps its keys for their owner', async () => {
    const first = start();
    await first.until('Ctrl-C stops everything');
    expect(first.output).toMatch(/✔ PostgreSQL \(\d+\.\d s\)\n/);
    expect(first.output).toContain(`http://localhost:${env['PORT']}`);
    const keyFile = join(dataDir, 'demo-keys.txt');
    expect(first.output).toContain(keyFile);
    for (const secret of [
      keyFile,
      join(dataDir, 'secret-keys'),
      join(dataDir, 'postgres-password'),
      join(dataDir, 'demo-secret'),
    ]) {
      expect(statSync(secret).mode & 0o777).toBe(0o600);
    }
    expect((await orders()).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${env['TEMPORAL_UI_PORT']}/`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${env['RECEIVER_PORT']}/`)).status).toBe(200);
  });

  test('an order is placed, another one waits', async () => {
    receipt = await send('order-4711');
    await send('order-4712-price-deviation');
    await expect.poll(statuses, { timeout: 30_000 }).toEqual({ '4711': 'New', '4712': 'Waiting' });
  });

  test('a second start of the folder, and one beside it on the same ports, are told so', async () => {
    const same = start();
    expect(await same.end()).toBe(1);
    expect(same.output).toMatch(new RegExp(`Another Roundtrip \\(process \\d+\\) is using ${dataDir}`));
    const beside = start({ DATA_DIR: join(folder, 'other') });
    expect(await beside.end()).toBe(1);
    expect(beside.output).toMatch(new RegExp(`^Port ${env['PORT']} is taken, but the API needs it\\..*PORT=`, 'm'));
  });

  test.each(['worker', 'api', 'temporal', 'postgres'])('a killed %s comes back', async (name) => {
    const first = started[0]!;
    process.kill(pidOf(name), 'SIGKILL');
    await first.until(`${name} ended by SIGKILL; it is started again.`);
    await first.until(`${name} is back.`);
    await expect.poll(async () => (await orders()).status, { timeout: 30_000 }).toBe(200);
  });

  test('SIGTERM stops all of it, in order', async () => {
    const first = started[0]!;
    expect(await first.end('SIGTERM')).toBe(0);
    expect(first.output).toContain('✔ Stopped. All data is kept.');
    expect(processesOfFolder()).toEqual([]);
  });

  test('the second start takes seconds and keeps orders and keys', async () => {
    const second = start();
    const began = performance.now();
    await second.until('Ctrl-C stops everything');
    // Four seconds on two idle cores; the bound leaves room for a loaded machine.
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(await statuses()).toEqual({ '4711': 'New', '4712': 'Waiting' });
  });

  test('a kill -9 leaves nothing in the way', async () => {
    const second = started.at(-1)!;
    process.kill(Number(readFileSync(join(dataDir, 'run', 'holder.pid'), 'utf8')), 'SIGKILL');
    await second.end();
    expect(processesOfFolder().length).toBeGreaterThanOrEqual(4);

    const third = start();
    await third.until('Ctrl-C stops everything');
    expect(third.output).toContain('Stopped what an earlier start had left running: api, worker, temporal, postgres.');
    expect(await third.end('SIGTERM')).toBe(0);
  });

  test('a folder that is lost is made again from its backup', () => {
    const archive = join(folder, 'backup.tar');
    const keys = readFileSync(join(dataDir, 'demo-keys.txt'), 'utf8');
    run('backup', archive);
    rmSync(dataDir, { recursive: true });
    run('restore', archive);
    expect(readFileSync(join(dataDir, 'demo-keys.txt'), 'utf8')).toBe(keys);
    // The worst case: Temporal's own data cannot be had back.
    rmSync(join(dataDir, 'temporal'), { recursive: true });
  });

  test('work that was lost with Temporal is taken up again, and a repeated order gets its old receipt', async () => {
    await start().until('Ctrl-C stops everything');
    expect(run('reconcile')).toContain('Started: 1 documents, 0 deliveries');
    expect(await send('order-4711')).toEqual(receipt);
    const [waiting] = await listOrders('?externalNumber=4712');
    const decided = await fetch(`${ordersAddress()}/${waiting!.id}/decisions`, {
      method: 'POST',
      headers: { ...asDemo(), 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'acceptWithChanges', lines: [{ position: 1, action: 'change', price: '10.30' }] }),
    });
    expect(decided.ok).toBe(true);
    await expect.poll(statuses, { timeout: 30_000 }).toEqual({ '4711': 'New', '4712': 'New' });
    expect(run('reconcile')).toContain('Started: 0 documents, 0 deliveries');
  });

  test('it stops also when the launcher alone is killed', async () => {
    await started.at(-1)!.end('SIGKILL');
    await expect.poll(processesOfFolder, { timeout: 60_000 }).toEqual([]);
  });
});

describe('strange machines', () => {
  beforeAll(freshFolder);
  afterAll(clearUp);

  test.each(portVariables)('a taken port is named with its variable: %s', async (variable) => {
    const squatter = createServer().listen(Number(env[variable]), '127.0.0.1');
    await once(squatter, 'listening');
    const one = start();
    expect(await one.end()).toBe(1);
    expect(one.output).toMatch(
      new RegExp(`Port ${env[variable]} is taken, but .* needs it\\..* ${variable}=\\d+ npm start`),
    );
    squatter.close();
  });

  test('a data folder that cannot be made is a sentence', async () => {
    // A file stands where the folder should be: refused to root as well.
    const file = join(folder, 'file');
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, '');
    const one = start({ DATA_DIR: join(file, 'data') });
    expect(await one.end()).toBe(1);
    expect(one.output).toMatch(/^.*file.* (may not be|cannot be) .*DATA_DIR/);
    expect(one.output).not.toContain('    at ');
  });

  test('a signal during the start stops what is up', async () => {
    const one = start();
    await one.until('✔ PostgreSQL');
    expect(await one.end('SIGTERM')).toBe(0);
    expect(processesOfFolder()).toEqual([]);
    expect(existsSync(join(dataDir, 'run', 'postgres.pid'))).toBe(false);
  });
});
