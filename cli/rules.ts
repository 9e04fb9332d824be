import { Command, InvalidArgumentError, Option } from 'commander';
import { openDatabase } from '../database/open.ts';
import { compareReleases, type ComparedDocument } from '../documents/ruleComparison.ts';
import { bis3Releases, newestRelease, type Bis3Release } from '../formats/ubl/rules/releases.ts';
import { findAtAddress } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';
import { exitCodes } from './exitCodes.ts';
import { databaseUrl } from './settings.ts';

interface CompareOptions {
  readonly from: Bis3Release;
  readonly to: Bis3Release;
  readonly partner?: string;
  readonly days: number;
  readonly json?: true;
}

const DAY = 86_400_000;

const release = (flags: string, text: string): Option => new Option(flags, text).choices(bis3Releases);

const days = (text: string): number => {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('a whole number of days is expected');
  return Number(text);
};

export const rulesCommand = new Command('rules').description(
  `Releases of the official rules of Peppol BIS 3: ${bis3Releases.join(', ')}. Which one applies from which day is the agreement's.`,
);

rulesCommand
  .command('compare')
  .description('Judge the stored documents of BIS 3 by two releases and show what changes.')
  .addOption(release('--from <release>', 'the one').default(bis3Releases[0]))
  .addOption(release('--to <release>', 'the other').default(newestRelease))
  .option('--partner <code>', 'address of one partner; else all')
  .option('--days <n>', 'documents of the last so many days', days, 30)
  .option('--json', 'one JSON object per document that is judged differently, then the sum')
  .addHelpText('after', '\nExit code 1: a document is judged differently.')
  .action(async ({ json, ...options }: CompareOptions) => {
    const sum = { compared: 0, different: 0, refusedNow: 0 };
    for await (const document of documents(options)) {
      const { only, valid } = document;
      sum.compared += 1;
      if (only.from.length + only.to.length === 0) continue;
      sum.different += 1;
      if (valid.from && !valid.to) sum.refusedNow += 1;
      console.log(json ? JSON.stringify(document) : inWords(document, options));
    }
    console.log(json ? JSON.stringify(sum) : summary(sum, options));
    process.exitCode = sum.different > 0 ? exitCodes.findings : exitCodes.fine;
  });

async function* documents({ partner, days: most, ...releases }: CompareOptions): AsyncGenerator<ComparedDocument> {
  const orm = await openDatabase({ url: databaseUrl(), poolMax: 2, applicationName: 'roundtrip-rules' });
  try {
    const em = orm.em.fork();
    const at = partner === undefined ? undefined : await findAtAddress(em, partner);
    if (partner !== undefined && !at) throw new RoundtripError('NotFound', `No partner has the address ${partner}.`);
    yield* compareReleases(em, { ...releases, since: new Date(Date.now() - most * DAY), partnerId: at?.id });
  } finally {
    await orm.close();
  }
}

function inWords(document: ComparedDocument, { from, to }: CompareOptions): string {
  const { direction, format, number, at, valid, only } = document;
  const lines = [`${at.toISOString()} ${direction} ${format} ${number ?? 'without a number'}`];
  for (const [name, is, ids] of [
    [from, valid.from, only.from],
    [to, valid.to, only.to],
  ] as const) {
    lines.push(`  ${name}: ${is ? 'valid' : 'not valid'}${ids.length > 0 ? `, only here ${ids.join(' ')}` : ''}`);
  }
  return lines.join('\n');
}

function summary(
  { compared, different, refusedNow }: { compared: number; different: number; refusedNow: number },
  { from, to }: CompareOptions,
): string {
  return `${compared} compared, ${different} judged differently, ${refusedNow} valid by ${from} and not by ${to}`;
}
