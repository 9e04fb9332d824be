import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { SingleBar } from 'cli-progress';
import { Argument, Command } from 'commander';
import { mapDatabaseError } from '../database/errors.ts';
import { openDatabase } from '../database/open.ts';
import { csvText } from '../formats/csv/cell.ts';
import { SetupProblem } from '../platform/embedded/setupProblem.ts';
import { importKinds, type ImportKind } from '../shop/import/kinds.ts';
import { readRows } from '../shop/import/read.ts';
import { importRows, type ImportReport, type Refusal } from '../shop/import/rows.ts';
import { exitCodes } from './exitCodes.ts';
import { databaseUrl } from './settings.ts';

interface ImportOptions {
  readonly dryRun?: true;
  readonly json?: true;
  readonly report?: string;
}

export const importCommand = new Command('import')
  .description(
    'Import the shop, customers, products or prices from CSV or NDJSON (docs/shop.md). A known key is replaced, refused rows stand in a report.',
  )
  .addArgument(new Argument('<kind>', 'what the file holds').choices(importKinds))
  .argument('<file>', 'CSV or NDJSON in UTF-8')
  .option('--dry-run', 'check everything, store nothing')
  .option('--report <file>', 'where refused rows are written (default: beside the file, .refused.csv)')
  .option('--json', 'one JSON object')
  .action(async (kind: ImportKind, file: string, options: ImportOptions) => {
    const target = options.report ?? `${file}.refused.csv`;
    const report = await importFile(kind, file, target, options);
    if (options.json) console.log(JSON.stringify({ file, ...report, refusedRows: report.refused > 0 ? target : null }));
    else console.log(summary(report, target));
    if (report.refused > 0) process.exitCode = exitCodes.findings;
  });

async function importFile(
  kind: ImportKind,
  file: string,
  target: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const size = await sizeOf(file);
  const orm = await openDatabase({
    url: databaseUrl(),
    applicationName: 'roundtrip-import',
  });
  const bar = options.json || !process.stderr.isTTY ? undefined : progressBar(size);
  const refusedRows = refusalWriter(target);
  const bytes = createReadStream(file, { highWaterMark: 1 << 20 });
  try {
    return await importRows(orm.em.fork(), kind, readRows(bytes, kind), {
      dryRun: options.dryRun,
      onProgress: (rows) => bar?.update(bytes.bytesRead, { rows }),
      onRefusal: (refusal) => refusedRows.write(refusal),
    });
  } catch (error) {
    throw mapDatabaseError(error);
  } finally {
    bar?.stop();
    bytes.destroy();
    await refusedRows.close();
    await orm.close();
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    throw new SetupProblem(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`);
  }
}

function progressBar(size: number): SingleBar {
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {rows} rows | {duration_formatted}',
    stream: process.stderr,
  });
  bar.start(size, 0, { rows: 0 });
  return bar;
}

/** The report of refused rows; the file is made with the first of them. */
function refusalWriter(target: string): { write(refusal: Refusal): void; close(): Promise<void> } {
  let out: Writable | undefined;
  return {
    write: ({ row, column, value, reason }) => {
      if (!out) {
        out = createWriteStream(target);
        out.write('row,column,value,reason\n');
      }
      out.write(`${[String(row), column, value, reason].map(csvText).join(',')}\n`);
    },
    close: async () => {
      if (!out) return;
      out.end();
      await once(out, 'finish');
    },
  };
}

function summary({ kind, dryRun, rows, stored, refused, refusals }: ImportReport, target: string): string {
  const counts = `${kind}: ${rows} rows, ${stored} ${dryRun ? 'would be stored' : 'stored'}, ${refused} refused`;
  if (refused === 0) return counts;
  const first = refusals
    .slice(0, 10)
    .map(
      ({ row, column, value, reason }) =>
        `  row ${row}, ${column || 'whole row'}: ${value ? `"${value}" ` : ''}${reason}`,
    );
  return [`${counts} (${target})`, ...first].join('\n');
}
