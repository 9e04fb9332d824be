import { Command } from 'commander';
import { ConfigurationError, readConfig } from '../platform/config.ts';
import { checkDatabase } from './doctor/database.ts';
import { checkEngine } from './doctor/engine.ts';
import { ok, problem, type Finding } from './doctor/finding.ts';
import { checkMachine, isRunning } from './doctor/machine.ts';
import { checkNetwork } from './doctor/network.ts';
import { checkShop } from './doctor/shop.ts';
import { exitCodes } from './exitCodes.ts';
import { localEnvironment, localSettings, type LocalSettings } from './settings.ts';

const marks = { ok: '✔', warning: '!', problem: '✘' } as const;

export const doctorCommand = new Command('doctor')
  .description(
    'Check machine, data folder, ports, database, engine, books, the other shop, public address and what expires; say what to do.',
  )
  .option('--json', 'one JSON object per line {"check","level","text","todo"}')
  .action(async ({ json }: { json?: true }) => {
    const findings = await examine();
    for (const finding of findings) console.log(json ? JSON.stringify(finding) : inWords(finding));
    process.exitCode = findings.some(({ level }) => level === 'problem') ? exitCodes.findings : exitCodes.fine;
  });

async function examine(): Promise<Finding[]> {
  const settings = localSettings();
  const running = isRunning(settings);
  return [
    ...(await checkMachine(settings, running)),
    ...(await checkServices(settings, running)),
    ...(await checkNetwork(settings.config, running)),
  ];
}

/** Embedded servers that are not started are no problem; servers named by the environment must answer. */
async function checkServices(settings: LocalSettings, running: boolean): Promise<Finding[]> {
  if (settings.ownPostgres && !running) return [ok('services', 'embedded PostgreSQL and Temporal are not started')];
  try {
    const config = readConfig(localEnvironment());
    return [...(await checkDatabase(config)), ...(await checkEngine(config)), ...(await checkShop(config))];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.problems.map((text) => problem('configuration', text, 'See docs/configuration.md.'));
  }
}

function inWords({ check, level, text, todo }: Finding): string {
  return `${marks[level]} ${check}: ${text}${todo ? `\n    ${todo}` : ''}`;
}
