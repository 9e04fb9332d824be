import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const WORKFLOWS = resolve(import.meta.dirname, '../workflows');

/**
 * The workflows as one file of code, made when they or the SDK changed and kept in the data folder. Making it takes a process of its
 * own, because the bundler leaves 150 MB behind.
 * @returns path of the file
 */
export async function workflowBundle(dataDirectory: string): Promise<string> {
  const folder = resolve(dataDirectory, 'workflows');
  const target = join(folder, `${bundleKey()}.js`);
  if (existsSync(target)) return target;
  mkdirSync(folder, { recursive: true });
  const made = `${target}.${randomUUID()}`;
  await promisify(execFile)(process.execPath, [import.meta.filename, made]);
  // Two workers may make it at the same time; each puts the whole file in place.
  renameSync(made, target);
  const isOld = (name: string): boolean => name.endsWith('.js') && name !== basename(target);
  for (const old of readdirSync(folder).filter(isOld)) rmSync(join(folder, old), { force: true });
  return target;
}

/** Changes with the source of the workflows, which import only each other and the SDK. */
function bundleKey(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(WORKFLOWS).toSorted()) hash.update(name).update(readFileSync(join(WORKFLOWS, name)));
  const { version } = createRequire(import.meta.url)('@temporalio/worker/package.json') as { version: string };
  return hash.update(version).digest('hex').slice(0, 16);
}

async function makeBundle(target: string): Promise<void> {
  const { bundleWorkflowCode } = await import('@temporalio/worker');
  const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, log() {} };
  const { code } = await bundleWorkflowCode({ workflowsPath: join(WORKFLOWS, 'index.ts'), logger: silent });
  writeFileSync(target, code);
}

if (import.meta.main) await makeBundle(process.argv[2]!);
