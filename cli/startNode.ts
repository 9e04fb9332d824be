import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer, type Server } from '../platform/embedded/processes.ts';
import { SetupProblem } from '../platform/embedded/setupProblem.ts';

const START_PATIENCE = 120_000;

/** A process of the same code. It is up when its health address answers. */
export async function startNode(
  name: 'api' | 'worker',
  port: number,
  dataDir: string,
  env: NodeJS.ProcessEnv,
): Promise<Server> {
  const args = [join(import.meta.dirname, 'main.ts'), name, '--data-dir', dataDir];
  const server = await startServer({
    name,
    dataDir,
    command: process.execPath,
    args,
    env,
    mark: args.slice(1).join(' '),
    stopSignal: 'SIGTERM',
    patience: 40_000,
  });
  const deadline = Date.now() + START_PATIENCE;
  while (server.running() && Date.now() < deadline) {
    const response = await fetch(`http://${host(env)}:${port}/health`).catch(() => undefined);
    if (response?.ok) return server;
    await sleep(100);
  }
  await server.stop();
  const lastLines = server.output().trim().split('\n').slice(-8).join('\n');
  throw new SetupProblem(`The ${name} did not come up; its log ${server.logFile} ends with:\n${lastLines}`);
}

/** Where a process that listens on HOST is reached from this machine. */
function host({ HOST }: NodeJS.ProcessEnv): string {
  if (!HOST || HOST === '0.0.0.0' || HOST === '::') return '127.0.0.1';
  return HOST.includes(':') ? `[${HOST}]` : HOST;
}
