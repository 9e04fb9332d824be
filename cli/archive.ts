import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { IsolationLevel } from '@mikro-orm/core';
import { Command, InvalidArgumentError } from 'commander';
import { openDatabase } from '../database/open.ts';
import { archiveDocuments } from '../documents/archive.ts';
import { checkArchive } from '../documents/archiveCheck.ts';
import { explainFileError, SetupProblem } from '../platform/embedded/setupProblem.ts';
import { exitCodes } from './exitCodes.ts';
import { databaseUrl } from './settings.ts';

interface Options {
  readonly before?: Date;
  readonly out?: string;
  readonly check?: string;
}

function day(text: string): Date {
  const moment = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(moment.getTime())) {
    throw new InvalidArgumentError('a day such as 2026-01-01 is expected');
  }
  return moment;
}

export const archiveCommand = new Command('archive')
  .description('Write documents into one tar file, each with its facts and sum, before their texts are removed.')
  .option('--before <day>', 'documents that came or were made before this day (UTC)', day)
  .option('--out <file>', 'must not exist; it has its name only when it is whole')
  .option('--check <file>', 'read an archive instead, and hold every document against its sum')
  .addHelpText('after', '\nExit code 1: an archive that is checked is not what it was.')
  .action(async ({ before, out, check }: Options) => {
    if (check !== undefined) return tellCheck(check);
    if (before === undefined || out === undefined) throw new SetupProblem('--before and --out are needed, or --check.');
    if (existsSync(out)) throw new SetupProblem(`${out} exists already.`);
    await writeArchive(resolve(out), before);
    await tellCheck(out);
  });

async function writeArchive(file: string, before: Date): Promise<void> {
  const partial = `${file}.partial`;
  const orm = await openDatabase({ url: databaseUrl(), poolMax: 2, applicationName: 'roundtrip-archive' });
  try {
    await orm.em.fork().transactional(
      async (tx) => {
        const target = createWriteStream(partial, { mode: 0o600 });
        await pipeline(Readable.from(archiveDocuments(tx, before)), target);
      },
      { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
    );
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw explainFileError(error, file);
  } finally {
    await orm.close();
  }
}

/** Also of what was just written: a disk that lies is found out before anything is removed. */
async function tellCheck(file: string): Promise<void> {
  if (!existsSync(file)) throw new SetupProblem(`${file} does not exist.`);
  const { documents, problems } = await checkArchive(file);
  if (problems.length === 0) return console.log(`${file}: ${documents} documents, each as its sum says.`);
  console.error(problems.join('\n'));
  process.exitCode = exitCodes.findings;
}
