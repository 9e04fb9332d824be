import { Command } from 'commander';
import { readConfig } from '../platform/config.ts';
import { collectEarly } from '../platform/heap.ts';
import { runWorker } from '../worker/main.ts';
import { dataDirOption, type DataDirOption } from './settings.ts';

export const workerCommand = new Command('worker')
  .description('Run the Temporal worker until SIGTERM. Configured by environment variables: docs/configuration.md.')
  .addOption(dataDirOption)
  .action(async ({ dataDir }: DataDirOption) => {
    collectEarly();
    await runWorker(readConfig({ ...process.env, ...(dataDir && { DATA_DIR: dataDir }) }));
  });
