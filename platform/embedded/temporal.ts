import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { prepareNamespace } from '../engineNamespace.ts';
import { startServer, type Server } from './processes.ts';
import { SetupProblem } from './setupProblem.ts';

const START_PATIENCE = 120_000;

export interface TemporalOptions {
  readonly dataDir: string;
  /** Path of the Temporal CLI. */
  readonly cli: string;
  readonly port: number;
  /** Port of its web pages; absent: none. */
  readonly uiPort?: number;
  readonly namespace: string;
}

export interface EmbeddedTemporal {
  readonly server: Server;
  /** host:port */
  readonly address: string;
}

/** Starts the Temporal development server on its SQLite file in the data folder, ready for the workflows of the namespace. */
export async function startTemporal(options: TemporalOptions): Promise<EmbeddedTemporal> {
  const file = join(options.dataDir, 'temporal', 'temporal.sqlite');
  mkdirSync(join(options.dataDir, 'temporal'), { recursive: true });
  const server = await startServer({
    name: 'temporal',
    dataDir: options.dataDir,
    command: options.cli,
    args: serverArguments(options, file),
    mark: `--db-filename ${file} `,
    stopSignal: 'SIGTERM',
    patience: 30_000,
  });
  const address = `127.0.0.1:${options.port}`;
  try {
    await waitUntilHealthy(server, address);
    await prepareNamespace({ address }, options.namespace);
  } catch (error) {
    await server.stop();
    throw explain(server, options) ?? error;
  }
  return { server, address };
}

function serverArguments(options: TemporalOptions, file: string): string[] {
  const pages = options.uiPort === undefined ? ['--headless'] : ['--ui-port', String(options.uiPort)];
  // Without these the server hands over about 20 tasks a second.
  const limits = ['transfer', 'timer', 'visibility'].flatMap((queue) => [
    '--dynamic-config-value',
    `history.${queue}ProcessorMaxPollRPS=10000`,
  ]);
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(options.port), ...pages],
    ...['--db-filename', file, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'],
    ...['--namespace', options.namespace, '--log-level', 'warn', ...limits, ...FAIRNESS],
  ];
}

/** Partners take turns: without it what one has sent by the thousand goes before what another has sent since. */
const FAIRNESS = ['--dynamic-config-value', 'matching.enableFairness=true'];

async function waitUntilHealthy(server: Server, address: string): Promise<void> {
  const deadline = Date.now() + START_PATIENCE;
  while (server.running() && Date.now() < deadline) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 1_000 });
      await connection.close();
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new SetupProblem(
    `The Temporal server does not answer at ${address}; the reason is at the end of ${server.logFile}.`,
  );
}

function explain(server: Server, options: TemporalOptions): SetupProblem | undefined {
  const output = server.output();
  if (/address already in use/.test(output)) {
    return new SetupProblem(
      `Port ${options.port} or ${options.uiPort} is taken, but Temporal needs it. Choose others: TEMPORAL_PORT=... TEMPORAL_UI_PORT=... npm start`,
    );
  }
  if (/no space left on device|disk is full/i.test(output)) {
    return new SetupProblem(
      `The disk that holds ${options.dataDir} is full. Make room, or set DATA_DIR to a folder on another disk.`,
    );
  }
  if (/permission denied|readonly database/i.test(output)) {
    return new SetupProblem(
      `The Temporal server may not write below ${options.dataDir}. Make the folder yours, or set DATA_DIR to another one.`,
    );
  }
  return undefined;
}
