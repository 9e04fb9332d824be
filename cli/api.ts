import { Command } from 'commander';
import { runApi } from '../api/server.ts';
import { readConfig } from '../platform/config.ts';
import { collectEarly } from '../platform/heap.ts';
import { dataDirOption, type DataDirOption } from './settings.ts';

export const apiCommand = new Command('api')
  .description('Run the API until SIGTERM. Configured by environment variables: docs/configuration.md.')
  .addOption(dataDirOption)
  .action(async ({ dataDir }: DataDirOption) => {
    collectEarly();
    await runApi(readConfig({ ...process.env, ...(dataDir && { DATA_DIR: dataDir }) }));
  });
