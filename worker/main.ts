import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../activities/activities.ts';
import { OrderReader } from '../activities/orderReader.ts';
import { openDatabase } from '../database/open.ts';
import type { Config } from '../platform/config.ts';
import type { StartDeps } from '../intake/start.ts';
import { KeyRing } from '../platform/keyRing.ts';
import { createLogger, type Logger } from '../platform/logging.ts';
import { createMetrics, type Metrics } from '../platform/metrics.ts';
import { Engine } from '../platform/temporal.ts';
import { temporalAccess, type TemporalAccess } from '../platform/temporalAccess.ts';
import { explainNoConnection } from '../platform/temporalConnection.ts';
import { httpSender, type HttpSender } from '../transports/http/send.ts';
import { mailboxOptions } from '../transports/mail/mailbox.ts';
import { mailSender } from '../transports/mail/send.ts';
import { TASK_QUEUE } from '../workflows/ids.ts';
import { wakeAfter } from './wakeAfter.ts';
import { workflowBundle } from './bundle.ts';
import { failureInterceptor } from './failureInterceptor.ts';
import { startHealth } from './health.ts';
import { QueueDrain, SENDING } from './drainQueues.ts';
import type { Loop } from './loop.ts';
import { Mailbox } from './mailbox.ts';
import { Pickups } from './pickups.ts';
import { SETTLING, StartQueue } from './startQueue.ts';
import { Sweeper } from './sweeper.ts';

/** Deliveries under way at the same time: they mostly wait for receivers, and those to one partner also for each other. */
const DELIVERIES = 100;
/** Milliseconds between two looks whether a receiver may be tried again, at most. */
const DRAIN_INTERVAL = 2_000;
/**
 * Steps of workflows under way at the same time. More would not be done sooner, and what waits is better kept by the server, where partners
 * take turns.
 */
const WORKFLOW_TASKS = 8;
/** Workflows kept ready between their steps; beyond, a workflow is replayed when it goes on. */
const CACHED_WORKFLOWS = 400;
const RECONNECT_PAUSE = 2_000;

/** The `worker` process: runs until SIGTERM or SIGINT, lets the steps under way finish within the grace, closes all in order. */
export async function runWorker(config: Config): Promise<void> {
  const log = createLogger(config.logLevel, 'worker');
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(name, () => stop.abort());
  Runtime.install({ logger: sdkLogger(log), shutdownSignals: [] });
  const running = await startWorker(config, log, { signal: stop.signal });
  log.info({ taskQueue: TASK_QUEUE, namespace: config.temporalNamespace }, 'The worker runs');
  stop.signal.addEventListener('abort', () => void running.stop());
  if (stop.signal.aborted) void running.stop();
  try {
    await running.done;
  } finally {
    await running.stop();
  }
  log.info('The worker has stopped');
}

/** A worker that takes steps. */
export interface RunningWorker {
  /** Resolves when the worker has drained, rejects when it cannot go on. */
  readonly done: Promise<void>;
  /** Drains it, unless it has, and closes what it used. Calling it again waits for the same. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** Tests use a queue of their own. */
  readonly taskQueue?: string;
  /** Breaks off the wait for Temporal. */
  readonly signal?: AbortSignal;
}

/** Connects, waits for Temporal where need be, and takes steps until it is stopped. */
export async function startWorker(config: Config, log: Logger, options: WorkerOptions = {}): Promise<RunningWorker> {
  const taskQueue = options.taskQueue ?? TASK_QUEUE;
  const access = temporalAccess(config);
  const metrics = createMetrics();
  const [codePath, connection] = await Promise.all([
    workflowBundle(config.dataDirectory),
    connect(access, log, options.signal),
  ]);
  const orm = await openDatabase({
    url: config.databaseUrl,
    poolMax: config.databasePool,
    applicationName: 'roundtrip-worker',
  });
  const engine = new Engine({
    ...access,
    namespace: config.temporalNamespace,
    pauses: { firstRetry: config.deliveryFirstRetry, longestRetry: config.deliveryLongestRetry },
    taskQueue,
  });
  const http = httpSender(config);
  const queues = queuesOf(config, { orm, engine, log });
  const worker = await createWorker(config, { connection, orm, http, log, metrics, codePath, taskQueue, queues });
  const health = await startHealth({
    host: config.host,
    port: config.workerPort,
    isRunning: () => worker.getState() === 'RUNNING',
    registry: metrics.registry,
  });
  const loops = [queues.start, queues.drain, ...loopsOf(config, { orm, engine, log, config, metrics })];
  for (const loop of loops) loop.start();
  const done = worker.run();
  const close = async (): Promise<void> => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await done.catch(() => undefined);
    for (const loop of loops) await loop.stop();
    await closeHealth(health);
    await http.close();
    await connection.close();
    await engine.close();
    await orm.close();
  };
  let stopping: Promise<void> | undefined;
  return { done, stop: () => (stopping ??= close()) };
}

type FetchParts = StartDeps & Pick<WorkerParts, 'metrics'>;

/** What takes one after the other, and goes on when a step has ended. */
interface Queues {
  readonly start: StartQueue;
  readonly drain: QueueDrain;
}

function queuesOf(config: Config, parts: Pick<StartDeps, 'orm' | 'log'> & { readonly engine: Engine }): Queues {
  const { partnerOrdersAtOnce: atOnce, sweepInterval: interval } = config;
  return {
    start: new StartQueue({ ...parts, atOnce, interval }),
    drain: new QueueDrain({ ...parts, interval: Math.min(interval, DRAIN_INTERVAL) }),
  };
}

/** What else a worker does beside the steps of its workflows. */
function loopsOf(config: Config, parts: FetchParts & { readonly engine: Engine }): Loop[] {
  const interval = config.sweepInterval;
  const mail = config.smtpUrl !== undefined;
  const mailbox = mailboxOf(config, parts);
  return [
    new Sweeper({ ...parts, mail, interval, retention: retentionOf(config) }),
    pickupsOf(config, parts),
    ...(mailbox ? [mailbox] : []),
  ];
}

function pickupsOf(config: Config, parts: FetchParts): Pickups {
  const { dataDirectory, exchangeDirectory, pickupInterval: interval, allowPrivateAddresses: allowPrivate } = config;
  const keyRing = new KeyRing(config.secretKeys);
  return new Pickups({ ...parts, keyRing, dataDirectory, exchangeDirectory, allowPrivate, interval });
}

function mailboxOf(config: Config, parts: FetchParts): Mailbox | undefined {
  const { dataDirectory, pickupInterval: interval } = config;
  const mailbox = mailboxOptions(config);
  return mailbox && new Mailbox({ ...parts, dataDirectory, interval, mailbox, mailServer: config.mailAuthservId });
}

interface WorkerParts {
  readonly connection: NativeConnection;
  readonly orm: MikroORM;
  readonly http: HttpSender;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly codePath: string;
  readonly taskQueue: string;
  readonly queues: Queues;
}

const clock = (): Date => new Date();

async function createWorker(config: Config, parts: WorkerParts): Promise<Worker> {
  const { connection, orm, http, log, metrics, codePath, taskQueue, queues } = parts;
  const keyRing = new KeyRing(config.secretKeys);
  const reader = new OrderReader(clock);
  return await Worker.create({
    connection,
    namespace: config.temporalNamespace,
    taskQueue,
    workflowBundle: { codePath },
    activities: createActivities({
      orm,
      reader,
      keyRing,
      http,
      files: { exchangeDirectory: config.exchangeDirectory, allowPrivate: config.allowPrivateAddresses },
      mail: mailSender(config),
      accessPoint: config.accessPointUrl,
      log,
      metrics,
      clock,
    }),
    interceptors: {
      activity: [
        failureInterceptor({ log, metrics }),
        wakeAfter(SETTLING, queues.start),
        wakeAfter(SENDING, queues.drain),
      ],
    },
    shutdownGraceTime: config.shutdownGrace,
    // A step that waits for a connection would use up the time of its workflow task.
    maxConcurrentLocalActivityExecutions: config.databasePool,
    maxConcurrentActivityTaskExecutions: DELIVERIES,
    maxConcurrentWorkflowTaskExecutions: WORKFLOW_TASKS,
    maxCachedWorkflows: CACHED_WORKFLOWS,
  });
}

function retentionOf(config: Config) {
  return {
    received: config.retainReceived,
    sent: config.retainSent,
    visits: config.retainVisits,
    tests: config.retainTests,
    people: config.retainPeople,
    orderPeople: config.retainOrderPeople,
    notices: config.retainNotices,
  };
}

/** Waits for Temporal: worker and server may be started in any order. */
async function connect(access: TemporalAccess, log: Logger, signal?: AbortSignal): Promise<NativeConnection> {
  for (;;) {
    try {
      return await NativeConnection.connect(access);
    } catch (error) {
      const why = await explainNoConnection(access);
      log.warn({ error, address: access.address, why }, 'Temporal cannot be reached; trying again');
      await sleep(RECONNECT_PAUSE, undefined, signal ? { signal } : {});
    }
  }
}

async function closeHealth(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

/** What the SDK says goes into the log of the process; its chatter below a warning does not. */
function sdkLogger(log: Logger): DefaultLogger {
  return new DefaultLogger('WARN', ({ level, message, meta }) => {
    const { error, workflowId, activityType } = meta ?? {};
    log[level === 'ERROR' ? 'error' : 'warn']({ sdk: true, error, workflowId, activityType }, message);
  });
}
