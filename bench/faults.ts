import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { runCartFaults } from './faults/carts.ts';
import { runCatalogueFaults } from './faults/catalogues.ts';
import { runFaults } from './faults/run.ts';
import { runTransportFaults, ways, type Way } from './faults/transports.ts';
import type { Verdict } from './faults/verdict.ts';

/**
 * `npm run faults`: nothing lost and nothing doubled while every process is killed. `punchin` (the default): orders stream in and the
 * receiver fails; `punchout`: buyers shop; `catalogue`: catalogues are sent;
 * `transports`: orders come and answers leave as files or mails. Prints what is wrong, then one line of JSON; exit code 1 when anything is.
 */
const dataDir = join(import.meta.dirname, '..', '.data', 'faults');
const anySeed = Math.floor(Math.random() * 2 ** 31);
const program = new Command('npm run faults --');
program.hook('preAction', () => rmSync(dataDir, { recursive: true, force: true }));

program
  .command('punchin', { isDefault: true })
  .option('--orders <n>', 'orders that stream in', Number, 100)
  .option('--seed <n>', 'repeats the choices of a run', Number, anySeed)
  .action(punchin);
program
  .command('punchout')
  .option('--kills <n>', 'processes that are killed, all in turn', Number, 52)
  .option('--seed <n>', 'repeats the choices of a run', Number, anySeed)
  .action(punchout);
program
  .command('catalogue')
  .option('--kills <n>', 'processes that are killed, all in turn', Number, 24)
  .option('--articles <n>', 'of each catalogue', Number, 5_000)
  .option('--seed <n>', 'repeats the choices of a run', Number, anySeed)
  .action(catalogue);
program
  .command('transports')
  .option('--kills <n>', 'processes that are killed, all in turn', Number, 24)
  .option('--orders <n>', 'orders that come', Number, 120)
  .addOption(
    new Option('--by <way>', 'as files in folders of this machine or of a server of SFTP, or as mails')
      .choices(ways)
      .default('folder'),
  )
  .option('--seed <n>', 'repeats the choices of a run', Number, anySeed)
  .action(transports);
await program.parseAsync();

async function punchin({ orders, seed }: { orders: number; seed: number }): Promise<void> {
  console.log(`seed ${seed}`);
  const { verdict, kills, resends, duplicates, maintained, turnedAway } = await runFaults({ orders, seed, dataDir });
  const { lost, doubled } = tell(verdict);
  console.log(`the partner sent ${resends} times again; ${duplicates} of these had been stored before`);
  console.log(`maintenance began ${maintained} times, and turned ${turnedAway} posts away`);
  console.log(JSON.stringify({ faults: 'punchin', orders, lost, doubled, kills }));
}

/** Prints what is wrong. @returns how many orders and files are lost and doubled */
function tell({ lost, doubled, wrong }: Verdict): { lost: number; doubled: number } {
  const all = [...lost, ...doubled, ...wrong];
  for (const sentence of all) console.log(sentence);
  process.exitCode = all.length === 0 ? 0 : 1;
  const numbers = (sentences: readonly string[]): number => new Set(sentences.map((text) => text.split(':')[0])).size;
  return { lost: numbers(lost), doubled: numbers(doubled) };
}

async function punchout({ kills: wanted, seed }: { kills: number; seed: number }): Promise<void> {
  console.log(`seed ${seed}`);
  const { kills, crashes, sessions, anew, lost, doubled } = await runCartFaults({ kills: wanted, seed, dataDir });
  for (const sentence of [...lost, ...doubled, ...crashes]) console.log(sentence);
  console.log(`${anew} visits began anew, because the answer to their start link was lost`);
  console.log(JSON.stringify({ faults: 'punchout', sessions, lost: lost.length, doubled: doubled.length, kills }));
  process.exitCode = lost.length + doubled.length + crashes.length === 0 ? 0 : 1;
}

async function catalogue(asked: { kills: number; articles: number; seed: number }): Promise<void> {
  console.log(`seed ${asked.seed}`);
  const { kills, crashes, exports, lost, doubled } = await runCatalogueFaults({ ...asked, dataDir });
  for (const sentence of [...lost, ...doubled, ...crashes]) console.log(sentence);
  console.log(JSON.stringify({ faults: 'catalogue', exports, lost: lost.length, doubled: doubled.length, kills }));
  process.exitCode = lost.length + doubled.length + crashes.length === 0 ? 0 : 1;
}

async function transports(asked: { kills: number; orders: number; by: Way; seed: number }): Promise<void> {
  console.log(`seed ${asked.seed}`);
  const { kills, verdict, files, midway } = await runTransportFaults({ ...asked, dataDir });
  const { lost, doubled } = tell(verdict);
  console.log(`${files} files were put; ${midway} kills left one in hand behind`);
  console.log(JSON.stringify({ faults: 'transports', by: asked.by, orders: asked.orders, lost, doubled, kills }));
}
