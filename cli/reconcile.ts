import { Command } from 'commander';
import { openDatabase } from '../database/open.ts';
import { readConfig } from '../platform/config.ts';
import { reconcile, type Reconciliation } from '../platform/reconcile.ts';
import { Engine } from '../platform/temporal.ts';
import { temporalAccess } from '../platform/temporalAccess.ts';
import { exitCodes } from './exitCodes.ts';
import { localEnvironment } from './settings.ts';

interface Options {
  readonly dryRun?: true;
  readonly json?: true;
}

export const reconcileCommand = new Command('reconcile')
  .description(
    'After a restore: start what has no workflow under way, and name workflows that have no row in the database. Twice does no harm.',
  )
  .option('--dry-run', 'only count')
  .option('--json', 'one JSON object')
  .addHelpText(
    'after',
    '\nExit code 1: a workflow has no row; look at it in the Temporal pages. Or nobody knows whether the other shop has an order; send it again in the console, which asks first.',
  )
  .action(async ({ dryRun, json }: Options) => {
    const config = readConfig(localEnvironment());
    const orm = await openDatabase({ url: config.databaseUrl, poolMax: 2, applicationName: 'roundtrip-reconcile' });
    const engine = new Engine({
      ...temporalAccess(config),
      namespace: config.temporalNamespace,
      pauses: { firstRetry: config.deliveryFirstRetry, longestRetry: config.deliveryLongestRetry },
    });
    try {
      const found = await reconcile(orm, engine, dryRun === true);
      console.log(json ? JSON.stringify(found) : inWords(found, dryRun === true));
      const isFine = found.withoutRow.length === 0 && found.doubtful.length === 0;
      process.exitCode = isFine ? exitCodes.fine : exitCodes.findings;
    } finally {
      await engine.close();
      await orm.close();
    }
  });

function inWords(found: Reconciliation, dryRun: boolean): string {
  const { documents, deliveries, sessions, notices, handovers, doubtful, withoutRow } = found;
  const what = `${documents} documents, ${deliveries} deliveries, ${sessions} sessions, ${notices} messages, ${handovers} orders for the other shop`;
  return [
    dryRun ? `Without a workflow: ${what}. Nothing was started.` : `Started: ${what}.`,
    ...(doubtful.length === 0
      ? []
      : [
          `Nobody knows whether the other shop has ${doubtful.length} orders:`,
          ...doubtful.map((number) => `  ${number}`),
        ]),
    ...(withoutRow.length === 0
      ? ['Every workflow has its row.']
      : [`${withoutRow.length} workflows have no row:`, ...withoutRow.map((id) => `  ${id}`)]),
  ].join('\n');
}
