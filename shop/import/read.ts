import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { RoundtripError } from '../../platform/errors.ts';
import { columnNames, columnOf, rowValues, type Column } from './columns.ts';
import type { ImportKind } from './kinds.ts';
import type { SourceRow } from './rows.ts';

/** Bytes of one row: a customer with thousands of addresses is the largest. */
const LONGEST_ROW = 4_000_000;

/**
 * Rows of a CSV or NDJSON file in UTF-8, streamed. NDJSON is recognised by its first character `{`; the separator of CSV (comma,
 * semicolon or tab) by its first line. Throws DocumentMalformed for what is neither, and for unknown columns.
 */
export async function* readRows(bytes: AsyncIterable<Uint8Array>, kind: ImportKind): AsyncGenerator<SourceRow> {
  const texts = decoded(bytes);
  const start = await startOf(texts);
  const all = joined(start, texts);
  yield* start.trimStart().startsWith('{') ? ndjsonRows(all) : csvRows(all, kind, separatorOf(start));
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw malformed('The file is not in UTF-8. Spreadsheets offer it as "CSV UTF-8".');
  }
}

/** The text up to the end of the first line that has something, or what there is. */
async function startOf(texts: AsyncGenerator<string>): Promise<string> {
  let start = '';
  while (!start.trimStart().includes('\n') && start.length < LONGEST_ROW) {
    const { done, value } = await texts.next();
    if (done) break;
    start += value;
  }
  return start;
}

async function* joined(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

function separatorOf(start: string): string {
  const [first = ''] = start.trimStart().split('\n');
  const counted = [',', ';', '\t'].map((separator) => ({ separator, count: first.split(separator).length }));
  return counted.toSorted((one, other) => other.count - one.count)[0]?.separator ?? ',';
}

async function* csvRows(texts: AsyncGenerator<string>, kind: ImportKind, separator: string): AsyncGenerator<SourceRow> {
  const parser = parse({
    delimiter: separator,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  const source = Readable.from(texts);
  source.on('error', (error) => parser.destroy(error));
  let columns: Column[] | undefined;
  let row = 0;
  try {
    for await (const cells of source.pipe(parser) as AsyncIterable<string[]>) {
      row++;
      if (!columns) columns = columnsOf(cells, kind);
      else if (cells.length === columns.length) yield { row, values: rowValues(columns, cells) };
      else yield { row, unreadable: `has ${cells.length} cells, the first row has ${columns.length}` };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw malformed(`The file is not CSV: ${error.message}.`);
  } finally {
    source.destroy();
  }
}

function columnsOf(names: readonly string[], kind: ImportKind): Column[] {
  const known = names.map((name) => ({ name: name.trim(), column: columnOf(kind, name.trim()) }));
  const unknown = known.filter(({ column }) => !column).map(({ name }) => name);
  if (unknown.length > 0) {
    const names = columnNames(kind).map((name) => name.replace('#', '0'));
    throw malformed(`Unknown columns: ${unknown.join(', ').slice(0, 500)}. Known are: ${names.join(', ')}.`);
  }
  if (new Set(names).size < names.length) throw malformed('A column stands there twice.');
  return known.flatMap(({ column }) => (column ? [column] : []));
}

async function* ndjsonRows(texts: AsyncGenerator<string>): AsyncGenerator<SourceRow> {
  let row = 0;
  for await (const line of lines(texts)) {
    row++;
    if (line.trim() === '') continue;
    yield parsed(row, line);
  }
}

async function* lines(texts: AsyncGenerator<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of texts) {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
    if (rest.length > LONGEST_ROW) throw malformed(`A line is longer than ${LONGEST_ROW} characters.`);
  }
  yield rest;
}

function parsed(row: number, line: string): SourceRow {
  try {
    const values: unknown = JSON.parse(line);
    return { row, values };
  } catch {
    return { row, unreadable: 'is not JSON' };
  }
}

function malformed(message: string): RoundtripError {
  return new RoundtripError('DocumentMalformed', message);
}
