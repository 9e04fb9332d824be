import { Command, InvalidArgumentError } from 'commander';
import { intake } from './intake.ts';
import { punchin } from './punchin.ts';
import { scale } from './scale.ts';
import { validate } from './validate.ts';

/** What every benchmark returns; printed as its last line. */
export interface BenchResult {
  readonly bench: string;
  readonly ratio: number;
}

const results: BenchResult[] = [];

const whole = (text: string): number => {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('a whole number is expected');
  return Number(text);
};

const program = new Command('npm run bench --')
  .description(
    'Every figure is a ratio of two things measured in one run, so that it holds on any machine: docs/performance.md.',
  )
  .action(all);

program
  .command('punchin')
  .description('orders per second ÷ bare workflows of the same shape (goal 0.8 or more)')
  .option('--pairs <n>', 'alternating pairs', whole, 5)
  .option('--orders <n>', 'orders in each', whole, 300)
  .action(async (options: { pairs: number; orders: number }) => report(await punchin(options)));
program
  .command('intake')
  .description('95th percentile of receipt ÷ start of a bare workflow (goal 1.0 or less)')
  .option('--seconds <n>', 'length of each measurement', whole, 60)
  .action(async (options: { seconds: number }) => report(await intake(options)));
program
  .command('scale')
  .description(
    'cost of an order in a full house ÷ in an empty one (goal 1.3 or less), and memory by length of the order',
  )
  .option('--pairs <n>', 'alternating pairs', whole, 3)
  .option('--orders <n>', 'orders in each', whole, 300)
  .action(async (options: { pairs: number; orders: number }) => report(await scale(options)));
program
  .command('validate')
  .description('official validators in a warm JVM ÷ ours (goal 300 or more), bare saxes ÷ ours (goal 0.4 or more)')
  .action(async () => report(await validate()));

await program.parseAsync();

function report(result: BenchResult): void {
  results.push(result);
  console.log(JSON.stringify(result));
}

/** Each in a process of its own would be purer, but they bring up processes of their own anyway. */
async function all(): Promise<void> {
  for (const command of program.commands) await command.parseAsync([], { from: 'user' });
  console.table(results.map(({ bench, ratio }) => ({ bench, ratio })));
}
