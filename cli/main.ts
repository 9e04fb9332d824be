import { Command, CommanderError } from 'commander';
import { ConfigurationError } from '../platform/config.ts';
import { SetupProblem } from '../platform/embedded/setupProblem.ts';
import { RoundtripError } from '../platform/errors.ts';
import { exitCodes } from './exitCodes.ts';

/** Loaded only when called: `validate` shall not wait for Temporal's native library. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  api: async () => (await import('./api.ts')).apiCommand,
  worker: async () => (await import('./worker.ts')).workerCommand,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  validate: async () => (await import('./validate.ts')).validateCommand,
  import: async () => (await import('./import.ts')).importCommand,
  send: async () => (await import('./send.ts')).sendCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
};

const program = new Command('roundtrip')
  .description("Connects a supplier's web shop with its customers' purchasing systems.")
  .addHelpText('after', '\nExit codes: 0 fine, 1 findings or a problem, 2 wrong usage.');

const called = commands[process.argv[2] ?? ''];
for (const load of called ? [called] : Object.values(commands)) program.addCommand(await load());
for (const command of [program, ...program.commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

/** Problems of the machine, the setting and the request are sentences; anything else is a bug and shows its stack. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  if (error instanceof ConfigurationError) {
    console.error(error.problems.join('\n'));
    return exitCodes.usage;
  }
  console.error(error instanceof SetupProblem || error instanceof RoundtripError ? error.message : error);
  return exitCodes.findings;
}
