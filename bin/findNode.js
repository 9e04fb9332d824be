// Plain JavaScript that any Node since 14 reads: the rest of the project needs Node 24, which runs TypeScript as it is.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The Node that npm brought for this machine, or the one that runs us when it is new enough. */
function findNode() {
  const bundled = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  return undefined;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs Node on these arguments and ends as it ends. */
export function runNode(args) {
  if (!existsSync(join(root, 'node_modules'))) fail(`Nothing is installed yet. Run: npm ci --prefix ${root}`);
  const node = findNode();
  if (!node) {
    fail(
      `Roundtrip needs Node ${NEEDED} or later, this is ${process.versions.node}, and npm has no Node package for ` +
        `${process.platform}-${process.arch}. Install Node ${NEEDED} from https://nodejs.org and start again.`,
    );
  }
  // Through the channel the child notices that we were killed, and stops: see cli/main.ts.
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  child.on('error', (error) => fail(`${node} cannot be run: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
  // Ctrl-C reaches the whole group, so the child has it already; these two reach only us.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
}
