import { Command, CommanderError } from 'commander';
import { ConfigurationError } from '../platform/config.ts';
import { SetupProblem } from '../platform/embedded/setupProblem.ts';
import { RoundtripError } from '../platform/errors.ts';
import { exitCodes } from './exitCodes.ts';

interface Entry {
  /** Stands in the list of commands; the command's own help says more. */
  readonly summary: string;
  /** Loaded only when called: `validate` shall not wait for Temporal's native library. */
  readonly load: () => Promise<Command>;
}

const commands: Readonly<Record<string, Entry>> = {
  start: {
    summary: 'bring everything up in one terminal',
    load: async () => (await import('./start.ts')).startCommand,
  },
  api: { summary: 'run the API', load: async () => (await import('./api.ts')).apiCommand },
  worker: { summary: 'run the Temporal worker', load: async () => (await import('./worker.ts')).workerCommand },
  migrate: {
    summary: 'bring database and Temporal namespace up to date',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  doctor: {
    summary: 'check everything, say what to do',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  validate: {
    summary: 'check documents by the rules',
    load: async () => (await import('./validate.ts')).validateCommand,
  },
  rules: {
    summary: 'compare releases of the rules on stored documents',
    load: async () => (await import('./rules.ts')).rulesCommand,
  },
  import: {
    summary: 'import products, customers, prices or the shop',
    load: async () => (await import('./import.ts')).importCommand,
  },
  catalogue: {
    summary: 'write a partner’s catalogue into a file',
    load: async () => (await import('./catalogue.ts')).catalogueCommand,
  },
  conformance: {
    summary: 'check a partner’s test agreement as its system meets it',
    load: async () => (await import('./conformance.ts')).conformanceCommand,
  },
  'mail-in': {
    summary: 'take in the documents of a mail',
    load: async () => (await import('./mailIn.ts')).mailInCommand,
  },
  send: { summary: 'send a document, print the receipt', load: async () => (await import('./send.ts')).sendCommand },
  reconcile: {
    summary: 'after a restore: start what has no workflow',
    load: async () => (await import('./reconcile.ts')).reconcileCommand,
  },
  maintenance: {
    summary: 'take nothing in for a while',
    load: async () => (await import('./maintenance.ts')).maintenanceCommand,
  },
  shadow: {
    summary: 'what this release makes of the last days’ documents',
    load: async () => (await import('./shadow.ts')).shadowCommand,
  },
  archive: {
    summary: 'write documents into one file before their texts are removed',
    load: async () => (await import('./archive.ts')).archiveCommand,
  },
  people: {
    summary: 'where a person’s data stands, and its removal',
    load: async () => (await import('./people.ts')).peopleCommand,
  },
  accounts: {
    summary: 'let people into the console',
    load: async () => (await import('./accounts.ts')).accountsCommand,
  },
  backup: {
    summary: 'write the data folder into a file',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  restore: { summary: 'make the data folder from it', load: async () => (await import('./restore.ts')).restoreCommand },
};

const program = new Command('roundtrip')
  .description("Connects a supplier's web shop with its customers' purchasing systems.")
  .addHelpText('after', '\nExit codes: 0 fine, 1 findings or a problem, 2 wrong usage.');

const called = process.argv[2] === 'help' ? process.argv[3] : process.argv[2];
for (const [name, { summary, load }] of Object.entries(commands)) {
  program.addCommand((name === called ? await load() : new Command(name)).summary(summary));
}
for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) command.exitOverride();

// The launcher was killed, and cannot pass signals on any more.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

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
