import { join } from 'node:path';
import { Command } from 'commander';
import { runFaults } from './faults/run.ts';

/**
 * `npm run faults`: nothing lost and nothing doubled while every process is killed and the receiver fails. Prints what is wrong by
 * order number, then one line of JSON; exit code 1 when anything is.
 */
const { orders, seed } = new Command('npm run faults --')
  .option('--orders <n>', 'orders that stream in', Number, 100)
  .option('--seed <n>', 'repeats the choices of a run', Number, Math.floor(Math.random() * 2 ** 31))
  .parse()
  .opts<{ orders: number; seed: number }>();

console.log(`seed ${seed}`);
const dataDir = join(import.meta.dirname, '..', '.data', 'faults');
const { verdict, kills, resends, duplicates } = await runFaults({ orders, seed, dataDir });
for (const sentence of [...verdict.lost, ...verdict.doubled, ...verdict.wrong]) console.log(sentence);
console.log(`the partner sent ${resends} times again; ${duplicates} of these had been stored before`);
const numbers = (sentences: readonly string[]): number => new Set(sentences.map((text) => text.split(':')[0])).size;
const lost = numbers(verdict.lost);
const doubled = numbers(verdict.doubled);
console.log(JSON.stringify({ faults: 'punchin', orders, lost, doubled, kills }));
process.exitCode = lost + doubled + verdict.wrong.length === 0 ? 0 : 1;
