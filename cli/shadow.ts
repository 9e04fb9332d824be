import { Command, InvalidArgumentError } from 'commander';
import { shadowRun, type Shadowed } from '../activities/shadow.ts';
import { openDatabase } from '../database/open.ts';
import { readLocalConfig } from '../platform/config.ts';
import { createLogger } from '../platform/logging.ts';
import { exitCodes } from './exitCodes.ts';
import { databaseUrl, localEnvironment } from './settings.ts';

interface Options {
  readonly days: number;
  readonly json?: true;
}

const DAY = 86_400_000;

const days = (text: string): number => {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('a whole number of days is expected');
  return Number(text);
};

export const shadowCommand = new Command('shadow')
  .description(
    'Take the orders and changes of the last days through this release and say what it would make otherwise. Nothing is written.',
  )
  .option('--days <n>', 'documents of the last so many days', days, 1)
  .option('--json', 'one JSON object per document that comes out otherwise, then the sum')
  .addHelpText('after', '\nExit code 1: a document comes out otherwise.')
  .action(async ({ days: most, json }: Options) => {
    const log = createLogger(readLocalConfig(localEnvironment()).logLevel, 'shadow', process.stderr);
    const orm = await openDatabase({ url: databaseUrl(), poolMax: 2, applicationName: 'roundtrip-shadow' });
    const sum = { compared: 0, otherwise: 0 };
    try {
      for await (const one of shadowRun({ orm, log }, new Date(Date.now() - most * DAY))) {
        sum.compared += 1;
        if (!one.otherwise) continue;
        sum.otherwise += 1;
        console.log(json ? JSON.stringify(one) : inWords(one));
      }
    } finally {
      await orm.close();
    }
    console.log(json ? JSON.stringify(sum) : `${sum.compared} documents, ${sum.otherwise} come out otherwise.`);
    process.exitCode = sum.otherwise > 0 ? exitCodes.findings : exitCodes.fine;
  });

const inBrackets = (value: string | null | undefined) => (value ? ` (${value})` : '');

function inWords({ document, now }: Shadowed): string {
  const { partner, number, reference, state, responseCode } = document;
  const reasons = now.reasons.map(
    (reason) => `  ${reason.code}${reason.line === undefined ? '' : ` line ${reason.line}`}`,
  );
  return [
    `${partner} ${number ?? ''} (${reference}): was ${state}${inBrackets(responseCode)}, would be ${now.outcome}${inBrackets(now.responseCode)}`,
    ...(now.error ? [`  ${now.error.message}`] : []),
    ...reasons,
  ].join('\n');
}
