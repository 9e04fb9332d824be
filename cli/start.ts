import type { Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import { Command } from 'commander';
import { openDatabase } from '../database/open.ts';
import { readConfig } from '../platform/config.ts';
import { requireFreePort } from '../platform/embedded/ports.ts';
import { createDatabase, startPostgres } from '../platform/embedded/postgres.ts';
import { stopServers } from '../platform/embedded/processes.ts';
import { STOP_ORDER, Supervisor } from '../platform/embedded/supervisor.ts';
import { startTemporal } from '../platform/embedded/temporal.ts';
import { findTemporalCli } from '../platform/embedded/temporalCli.ts';
import { prepareNamespace } from '../platform/engineNamespace.ts';
import { temporalAccess } from '../platform/temporalAccess.ts';
import { KeyRing } from '../platform/keyRing.ts';
import { firstSetupPath } from './accounts.ts';
import { demoBuyerUrl, demoSecret, seedDemoInstallation } from './demo.ts';
import { DemoBuyer } from './demoBuyer/demoBuyer.ts';
import { createDemoReceiver, listenOn } from './demoReceiver.ts';
import { migrateDatabase } from './migrate.ts';
import { createProgress, type Progress } from './progress.ts';
import { DATABASE, keptSecret, localSettings, takeDataFolder, type LocalSettings } from './settings.ts';
import { startNode } from './startNode.ts';

type Environment = NodeJS.ProcessEnv;

export const startCommand = new Command('start')
  .description(
    'Bring everything up in one terminal: PostgreSQL, Temporal, a demo shop, API and worker. Ctrl-C stops it.',
  )
  .action(async () => {
    const settings = localSettings();
    const lock = takeDataFolder(settings.dataDir);
    const progress = createProgress();
    const supervisor = new Supervisor(settings.dataDir, (line) => progress.line(line));
    const stopped = stopOnSignal(supervisor, progress);
    const receiver = demoReceiver(settings);
    try {
      // A signal ends the start at once, whatever step runs: a download may be long.
      await Promise.race([bringUp(settings, receiver, supervisor, progress), stopped]);
      await stopped;
    } catch (error) {
      // A signal stops the servers under the step that runs: its failure is no news.
      if (supervisor.stopping) await stopped;
      else {
        await supervisor.stop();
        throw error;
      }
    } finally {
      receiver.close();
      receiver.closeAllConnections();
      lock.release();
    }
    process.exit();
  });

/** Where the demo partners get their order responses, and the purchasing system from which their buyers punch out. */
function demoReceiver({ config, dataDir }: LocalSettings): HttpServer {
  const buyer = new DemoBuyer({
    url: demoBuyerUrl(dataDir, receiverUrlOf(config)),
    punchOutUrl: `${config.publicUrl}/punchout/lindstroms`,
    user: 'lindstroms',
    password: demoSecret(dataDir, 'form'),
    sharedSecret: demoSecret(dataDir, 'cxml'),
  });
  return createDemoReceiver({ folder: join(dataDir, 'received'), token: demoSecret(dataDir, 'receiver'), buyer });
}

function receiverUrlOf({ receiverPort }: LocalSettings['config']): string {
  return `http://127.0.0.1:${receiverPort}`;
}

async function bringUp(
  settings: LocalSettings,
  receiver: HttpServer,
  supervisor: Supervisor,
  progress: Progress,
): Promise<void> {
  const env = await bringServers(settings, supervisor, progress);
  await progress.step('Demo receiver', () => listenOn(receiver, settings.config.receiverPort));
  await bringHouse(settings, env, supervisor, progress);
}

/** PostgreSQL and Temporal, ready for use. Returns the environment of our processes. */
async function bringServers(settings: LocalSettings, supervisor: Supervisor, progress: Progress): Promise<Environment> {
  await clearAway(settings, progress);
  const databaseUrl = settings.ownPostgres
    ? await bringPostgres(settings, supervisor, progress)
    : settings.config.databaseUrl!;
  await progress.step('Database schema', () => migrateDatabase(databaseUrl));
  return {
    ALLOW_PRIVATE_ADDRESSES: 'yes',
    ENVIRONMENT_NAME: 'demo',
    ...process.env,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: await bringTemporal(settings, supervisor, progress),
    ...(settings.ownTemporal && { TEMPORAL_UI: `http://127.0.0.1:${settings.config.temporalUiPort}` }),
    ROUNDTRIP_SECRET_KEYS: process.env['ROUNDTRIP_SECRET_KEYS'] || keptSecret(settings.dataDir, 'secret-keys'),
  };
}

async function bringHouse(
  settings: LocalSettings,
  env: Environment,
  supervisor: Supervisor,
  progress: Progress,
): Promise<void> {
  const { config, dataDir } = settings;
  const receiverUrl = receiverUrlOf(config);
  const { keyFile, setupPath } = await progress.step('Demo shop and partners', async () => {
    const { databaseUrl, secretKeys } = readConfig(env);
    const orm = await openDatabase({ url: databaseUrl, poolMax: 3 });
    const demo = { dataDir, publicUrl: config.publicUrl, receiverUrl };
    try {
      const keyFile = await seedDemoInstallation(orm, new KeyRing(secretKeys), demo);
      return { keyFile, setupPath: await firstSetupPath(orm.em.fork(), 'npm start') };
    } finally {
      await orm.close();
    }
  });
  await progress.step('API and worker', () =>
    Promise.all([
      supervisor.keep(() => startNode('worker', config.workerPort, dataDir, env)),
      supervisor.keep(() => startNode('api', config.port, dataDir, env)),
    ]),
  );
  progress.line(summary(settings, { receiverUrl, keyFile, setupPath }));
}

/** What a killed start left behind is stopped before its ports are asked for. */
async function clearAway(
  { config, dataDir, ownPostgres, ownTemporal }: LocalSettings,
  progress: Progress,
): Promise<void> {
  const orphans = await stopServers(dataDir, STOP_ORDER);
  if (orphans.length > 0) progress.line(`  Stopped what an earlier start had left running: ${orphans.join(', ')}.`);
  await requireFreePort(config.port, 'the API', 'PORT');
  await requireFreePort(config.workerPort, 'the worker', 'WORKER_PORT');
  await requireFreePort(config.receiverPort, 'the demo receiver', 'RECEIVER_PORT');
  if (ownPostgres) await requireFreePort(config.postgresPort, 'PostgreSQL', 'POSTGRES_PORT');
  if (ownTemporal) {
    await requireFreePort(config.temporalPort, 'Temporal', 'TEMPORAL_PORT');
    await requireFreePort(config.temporalUiPort, 'the Temporal pages', 'TEMPORAL_UI_PORT');
  }
}

async function bringPostgres(settings: LocalSettings, supervisor: Supervisor, progress: Progress): Promise<string> {
  let url = '';
  await progress.step('PostgreSQL', () =>
    supervisor.keep(async () => {
      const postgres = await startPostgres({ dataDir: settings.dataDir, port: settings.config.postgresPort });
      await createDatabase(postgres, DATABASE);
      url = postgres.url(DATABASE);
      return postgres.server;
    }),
  );
  return url;
}

async function bringTemporal(settings: LocalSettings, supervisor: Supervisor, progress: Progress): Promise<string> {
  const { config, dataDir } = settings;
  if (!settings.ownTemporal) {
    await progress.step('Temporal namespace', () => prepareNamespace(temporalAccess(config), config.temporalNamespace));
    return config.temporalAddress;
  }
  await progress.step('Temporal', async (say) => {
    const cli = await findTemporalCli(dataDir, say);
    await supervisor.keep(async () => {
      const { server } = await startTemporal({
        dataDir,
        cli,
        port: config.temporalPort,
        uiPort: config.temporalUiPort,
        namespace: config.temporalNamespace,
      });
      return server;
    });
  });
  return `127.0.0.1:${config.temporalPort}`;
}

/** Resolves when everything is stopped. A second signal hurries. */
function stopOnSignal(supervisor: Supervisor, progress: Progress): Promise<void> {
  return new Promise((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (supervisor.stopping) {
          supervisor.kill();
          return;
        }
        progress.line('  Stopping: API, worker, Temporal, PostgreSQL. Once more to hurry.');
        supervisor
          .stop()
          .then(() => progress.line('✔ Stopped. All data is kept.'))
          .then(resolve, reject);
      });
    }
    // The terminal may be gone before we are.
    process.stdout.on('error', () => undefined);
  });
}

interface Started {
  readonly receiverUrl: string;
  readonly keyFile: string;
  /** Below the public address; absent where there are accounts. */
  readonly setupPath: string | undefined;
}

function summary(
  { config, dataDir, ownTemporal }: LocalSettings,
  { receiverUrl, keyFile, setupPath }: Started,
): string {
  return [
    '',
    `  Console          ${config.publicUrl}${setupPath ?? '/admin/'}`,
    ...(setupPath === undefined
      ? []
      : ['                   (makes the first administrator; works once, for three days)']),
    `  API              ${config.publicUrl}`,
    `  REST             ${config.publicUrl}/api/v1/openapi.json`,
    ...(ownTemporal
      ? [`  Temporal pages   http://127.0.0.1:${config.temporalUiPort}/namespaces/${config.temporalNamespace}`]
      : []),
    `  Demo receiver    ${receiverUrl}`,
    `  Demo keys        ${keyFile}`,
    '  Demo buyer       the address BUYER_URL in that file: punch out from there',
    `  Logs             ${join(dataDir, 'logs')}`,
    '',
    '  Ctrl-C stops everything.',
  ].join('\n');
}
