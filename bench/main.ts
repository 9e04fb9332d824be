import { Command, InvalidArgumentError, Option } from 'commander';
import { benchFormats, type BenchFormat } from './orders/spec.ts';
import { catalogue } from './catalogue.ts';
import { consoleLists } from './console.ts';
import { fairness } from './fairness.ts';
import { intake } from './intake.ts';
import { login } from './login.ts';
import { parse } from './parse.ts';
import { punchin } from './punchin.ts';
import type { BenchResult } from './result.ts';
import { returns } from './return.ts';
import { scale } from './scale.ts';
import { storefront } from './storefront.ts';
import { validate } from './validate.ts';

/** A benchmark takes those of the options that it declares. */
interface Options {
  readonly pairs: number;
  readonly orders: number;
  readonly seconds: number;
  readonly format: BenchFormat;
}
type Bench = (options: Options) => Promise<BenchResult>;

const results: (BenchResult & { readonly goal: string })[] = [];

const whole = (text: string): number => {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('a whole number is expected');
  return Number(text);
};

const format = (choices: readonly BenchFormat[]): Option =>
  new Option('--format <format>', 'of the orders').choices(choices).default('peppol-28a-order' satisfies BenchFormat);

const program = new Command('npm run bench --')
  .description(
    'Every figure is a ratio of two things measured in one run, so that it holds on any machine: docs/performance.md.',
  )
  .action(all);

add('parse', '>= 0.8', 'parse throughput ÷ bare saxes', () => parse());
add('validate', '>= 300', 'official validators in a warm JVM ÷ ours (needs Java and Maven)', validate).addOption(
  format(benchFormats.filter((each) => each.startsWith('peppol'))),
);
add('punchin', '>= 0.8', 'orders per second ÷ bare workflows of the same shape', punchin)
  .option('--pairs <n>', 'alternating pairs', whole, 5)
  .option('--orders <n>', 'orders in each', whole, 300)
  .addOption(format(benchFormats));
add('intake', '<= 1.0', '95th percentile of receipt ÷ start of a bare workflow', intake).option(
  '--seconds <n>',
  'length of each measurement',
  whole,
  60,
);
add('scale', '<= 1.3', 'cost of an order in a full house ÷ in an empty one; memory by length of the order', scale)
  .option('--pairs <n>', 'alternating pairs', whole, 3)
  .option('--orders <n>', 'orders in each', whole, 300);
add('login', '<= 3', '95th percentile of login to first page of the shop ÷ start of a bare workflow', login).option(
  '--seconds <n>',
  'length of the measurement',
  whole,
  60,
);
add('return', 'told', 'cart of 1,000 lines to finished form: time per line ÷ that of a cart of 10', () => returns());
add(
  'storefront',
  '<= 1.5',
  'search and add to cart, 95th percentile at a million products ÷ at a thousand',
  storefront,
).option('--pairs <n>', 'alternating pairs', whole, 3);
add('console', '<= 1.5', 'slowest of the list pages, 95th percentile at a million orders ÷ at a thousand', () =>
  consoleLists(),
);
add(
  'catalogue',
  '>= 0.5',
  'items per second of an export ÷ bare XML writing of the same bytes; memory of 100,000 items ÷ of 10,000',
  catalogue,
).option('--pairs <n>', 'of exports', whole, 3);
add('fairness', '<= 2', "one partner's flood: another's time to its answer, 95th percentile ÷ its own alone", fairness)
  .option('--pairs <n>', 'of quiet and flood', whole, 3)
  .option('--orders <n>', 'of the flood', whole, 1_000);

await program.parseAsync();

function add(name: string, goal: string, text: string, bench: Bench): Command {
  return program
    .command(name)
    .description(`${text} (goal ${goal})`)
    .action(async (options: Options) => {
      const result = await bench(options);
      results.push({ ...result, goal });
      console.log(JSON.stringify(result));
    });
}

async function all(): Promise<void> {
  for (const command of program.commands) {
    try {
      await command.parseAsync([], { from: 'user' });
    } catch (error) {
      console.error(`${command.name()}: ${(error as Error).message}`);
      process.exitCode = 1;
    }
  }
  console.table(results.map(({ bench, ratio, goal }) => ({ bench, ratio, goal })));
}
