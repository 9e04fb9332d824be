import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { isFolderLocked } from '../../platform/embedded/lock.ts';
import { isPortFree } from '../../platform/embedded/ports.ts';
import { postgresFolder } from '../../platform/embedded/postgresPackage.ts';
import { chooseRunAs } from '../../platform/embedded/runAs.ts';
import { findTemporalCli, sources } from '../../platform/embedded/temporalCli.ts';
import type { LocalSettings } from '../settings.ts';
import { guarded, ok, problem, warning, type Finding } from './finding.ts';

const ROOM = 1_000_000_000;
const userNames = {
  self: 'runs as you',
  namespace: 'runs in a user namespace, because you are root',
  user: 'runs as another user, because you are root and the data folder is not, or namespaces are forbidden here',
} as const;

/** Node, the programs of the embedded servers, the data folder, ports. */
export async function checkMachine(settings: LocalSettings, running: boolean): Promise<Finding[]> {
  return [
    ok('node', `${process.versions.node} on ${process.platform}-${process.arch}`),
    ...(settings.ownPostgres ? await checkPostgresProgram(settings) : []),
    ...(settings.ownTemporal ? await checkTemporalProgram(settings) : []),
    ...checkDataFolder(settings, running),
    ...(running ? [] : await checkPorts(settings)),
  ];
}

export function isRunning({ dataDir }: LocalSettings): boolean {
  return existsSync(dataDir) && isFolderLocked(dataDir);
}

function checkPostgresProgram({ dataDir }: LocalSettings): Promise<Finding[]> {
  return guarded('postgresql program', 'Run npm ci again.', async () => {
    const folder = postgresFolder();
    return [ok('postgresql program', `${folder}; ${userNames[chooseRunAs(dataDir).kind]}`)];
  });
}

/** Only what is there already: the doctor downloads nothing. */
async function checkTemporalProgram({ dataDir }: LocalSettings): Promise<Finding[]> {
  const check = 'temporal program';
  if (!existsSync(dataDir)) return [ok(check, 'is looked for at the first start')];
  try {
    const file = await findTemporalCli(
      dataDir,
      () => undefined,
      process.env,
      sources.filter(({ slow }) => !slow),
    );
    return [ok(check, file)];
  } catch {
    return [warning(check, 'is not here yet', 'The next start brings it; without a network see docs/operations.md.')];
  }
}

function checkDataFolder({ dataDir }: LocalSettings, running: boolean): Finding[] {
  const check = 'data folder';
  if (!existsSync(dataDir)) return [ok(check, `${dataDir} is made at the first start`)];
  try {
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch {
    return [problem(check, `${dataDir} may not be written`, 'Make it yours, or set DATA_DIR to another folder.')];
  }
  const { bavail, bsize } = statfsSync(dataDir);
  const free = `${dataDir}, ${Math.round((bavail * bsize) / 1e6)} MB free`;
  return [
    bavail * bsize < ROOM ? warning(check, free, 'Make room: a full disk stops the intake.') : ok(check, free),
    ok('npm start', running ? 'is running' : 'is not running'),
  ];
}

async function checkPorts({ config, ownPostgres, ownTemporal }: LocalSettings): Promise<Finding[]> {
  const ports: [string, number][] = [
    ['PORT', config.port],
    ['WORKER_PORT', config.workerPort],
    ['RECEIVER_PORT', config.receiverPort],
    ...(ownPostgres ? [['POSTGRES_PORT', config.postgresPort] as [string, number]] : []),
    ...(ownTemporal
      ? ([
          ['TEMPORAL_PORT', config.temporalPort],
          ['TEMPORAL_UI_PORT', config.temporalUiPort],
        ] as [string, number][])
      : []),
  ];
  const findings: Finding[] = [];
  for (const [variable, port] of ports) {
    const free = await isPortFree(port);
    if (!free)
      findings.push(problem('ports', `${port} is taken`, `Stop the program that uses it, or set ${variable}.`));
  }
  return findings.length > 0 ? findings : [ok('ports', `${ports.map(([, port]) => port).join(', ')} are free`)];
}
