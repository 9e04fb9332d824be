import { createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { IsolationLevel, type EntityManager } from '@mikro-orm/postgresql';
import { Command, InvalidArgumentError, Option } from 'commander';
import { mapDatabaseError } from '../database/errors.ts';
import { openDatabase } from '../database/open.ts';
import { exportCatalogue } from '../documents/catalogue.ts';
import type { CsvTemplate } from '../formats/csv/catalogue.write.ts';
import { csvText } from '../formats/csv/cell.ts';
import { packWhole } from '../documents/xlsxArchive.ts';
import { catalogueFormats, type CatalogueFormat, type ItemProblem } from '../formats/document/catalogue.ts';
import { plainDate } from '../formats/document/date.ts';
import { DocumentValidator, type ValidationResult } from '../formats/validate.ts';
import { ANY_LENGTH } from '../formats/xml/limits.ts';
import { csvTemplateSchema, templateOf } from '../partners/csvTemplate.ts';
import { findAtAddress } from '../partners/partners.ts';
import { ConfigurationError } from '../platform/config.ts';
import { SetupProblem } from '../platform/embedded/setupProblem.ts';
import { RoundtripError } from '../platform/errors.ts';
import { describeIssue } from '../platform/issues.ts';
import { exitCodes } from './exitCodes.ts';
import { databaseUrl } from './settings.ts';

interface CatalogueOptions {
  readonly partner: string;
  readonly format: CatalogueFormat;
  readonly out: string;
  readonly day?: string;
  readonly language: 'sv' | 'en';
  readonly template?: string;
  readonly report?: string;
  readonly strict?: true;
  readonly json?: true;
}

/** What was written. */
interface Written {
  items: number;
  leftOut: number;
}

const day = (text: string): string => {
  if (plainDate(text) !== text) throw new InvalidArgumentError('a day such as 2026-11-25 is expected');
  return text;
};

export const catalogueCommand = new Command('catalogue')
  .description(
    'Write the catalogue of a partner: its assortment with the prices of its customer on a day (docs/catalogue.md). An item that the format cannot hold is left out and stands in a report.',
  )
  .requiredOption('--partner <code>', "the partner's address")
  .addOption(new Option('--format <format>', 'what to write').choices(catalogueFormats).makeOptionMandatory())
  .requiredOption('--out <file>', 'replaced only by a whole catalogue')
  .option('--day <day>', 'business day of the prices (default: today)', day)
  .addOption(new Option('--language <language>', 'of names and descriptions').choices(['sv', 'en']).default('sv'))
  .option('--template <file>', 'columns of CSV and Excel, as JSON (default: those of the agreement, or every field)')
  .option('--report <file>', 'where items are written that are left out (default: beside the file, .leftout.csv)')
  .option('--strict', 'write nothing when an item would be left out')
  .option('--json', 'one JSON object')
  .addHelpText('after', '\nExit code 1: items were left out, or nothing was written; 2: wrong usage.')
  .action(async (options: CatalogueOptions) => {
    const report = options.report ?? `${options.out}.leftout.csv`;
    const { items, leftOut } = await writeFile(options, report);
    const facts = { format: options.format, file: options.out, items, leftOut, report: leftOut > 0 ? report : null };
    const told = `${options.format}: ${items} items written to ${options.out}`;
    console.log(
      options.json ? JSON.stringify(facts) : leftOut === 0 ? told : `${told}, ${leftOut} left out (${report})`,
    );
    if (leftOut > 0) process.exitCode = exitCodes.findings;
  });

/** Writes beside the file and renames: what stands there is always a whole catalogue. */
async function writeFile(options: CatalogueOptions, report: string): Promise<Written> {
  const template = await readTemplate(options.template);
  const orm = await openDatabase({ url: databaseUrl(), poolMax: 2, applicationName: 'roundtrip-catalogue' });
  const unfinished = `${options.out}.unfinished`;
  await rm(report, { force: true });
  try {
    const written = await orm.em
      .fork()
      .transactional((em) => writeItems(em, options, template, { unfinished, report }), {
        isolationLevel: IsolationLevel.REPEATABLE_READ,
        readOnly: true,
      });
    await rename(unfinished, options.out);
    return written;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isFileError(error)
      ? new SetupProblem(`${error.path} cannot be written: ${error.code}.`)
      : mapDatabaseError(error);
  } finally {
    await orm.close();
  }
}

async function writeItems(
  em: EntityManager,
  { partner, format, day, language, strict }: CatalogueOptions,
  given: CsvTemplate | undefined,
  files: { readonly unfinished: string; readonly report: string },
): Promise<Written> {
  const at = await findAtAddress(em, partner);
  if (!at?.agreement) throw new RoundtripError('NotFound', `No partner with an agreement has the address ${partner}.`);
  const written: Written = { items: 0, leftOut: 0 };
  const leftOut = leftOutWriter(files.report);
  const template = templateOf({ table: given ?? at.agreement.settings.catalogue.table, language });
  const asked = {
    ...{ code: partner, agreement: at.agreement.settings, format, template, day, language },
    onItem: () => (written.items += 1),
    onLeftOut: (articleNumber: string, problem: ItemProblem) => {
      written.leftOut += 1;
      leftOut.write(articleNumber, problem);
      if (strict) throw new SetupProblem(`${articleNumber} cannot stand in the catalogue: ${sentence(problem)}.`);
    },
  };
  try {
    const pieces = await exportCatalogue(em, asked, new Date());
    const validator = format.startsWith('peppol')
      ? new DocumentValidator({ core: false, limits: ANY_LENGTH })
      : undefined;
    await pipeline(
      Readable.from(format === 'xlsx' ? packWhole(pieces) : bytesOf(pieces, validator)),
      createWriteStream(files.unfinished),
    );
    if (written.items === 0) throw new RoundtripError('NotFound', 'No item can stand in this catalogue.');
    if (validator) mustBeValid(validator.finish());
  } finally {
    await leftOut.close();
  }
  return written;
}

/** The official rules read along: what a receiver would refuse is never there as a file. */
async function* bytesOf(pieces: AsyncIterable<string>, validator?: DocumentValidator): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) {
    const bytes = encoder.encode(piece);
    validator?.write(bytes);
    yield bytes;
  }
}

function mustBeValid({ valid, findings }: ValidationResult): void {
  if (valid) return;
  const broken = findings
    .filter(({ severity }) => severity === 'fatal')
    .slice(0, 10)
    .map(({ id, path, text }) => `${id} at ${path}: ${text ?? ''}`);
  throw new SetupProblem(`The catalogue breaks official rules and was not written.\n${broken.join('\n')}`);
}

const sentence = ({ field, found, expected }: ItemProblem): string => `${field} is "${found}", expected ${expected}`;

/** The report of items that are left out; the file is made with the first of them. */
function leftOutWriter(target: string): {
  write(articleNumber: string, problem: ItemProblem): void;
  close(): Promise<void>;
} {
  let out: Writable | undefined;
  return {
    write: (articleNumber, { field, found, expected }) => {
      if (!out) {
        out = createWriteStream(target);
        out.write('articleNumber,field,found,expected\n');
      }
      out.write(`${[articleNumber, field, found, expected].map(csvText).join(',')}\n`);
    },
    close: () => new Promise((resolve) => (out ? out.end(resolve) : resolve())),
  };
}

/** @throws ConfigurationError with every problem of the template */
async function readTemplate(file: string | undefined): Promise<CsvTemplate | undefined> {
  if (file === undefined) return undefined;
  let settings: unknown;
  try {
    settings = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new ConfigurationError([`${file} cannot be read as JSON: ${(error as Error).message}`]);
  }
  const result = csvTemplateSchema.safeParse(settings);
  if (result.success) return result.data;
  const details = result.error.issues.flatMap((issue) => describeIssue(issue, settings, 'template'));
  throw new ConfigurationError(
    details.map(({ element, found, expected }) => `${element}: ${found}, expected ${expected}`),
  );
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}
