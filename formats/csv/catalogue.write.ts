import type { Catalogue } from '../document/catalogue.ts';
import { rowsOf, type Column, type Value } from './catalogue.columns.ts';
import { csvCell, csvText } from './cell.ts';

/** How a catalogue is laid out as CSV. */
export interface CsvTemplate {
  readonly separator: ',' | ';' | '\t';
  /** Does a byte order mark stand before it? Excel takes UTF-8 for something else without. */
  readonly byteOrderMark: boolean;
  readonly decimalSign: '.' | ',';
  readonly columns: readonly Column[];
}

/** Rows end in CR LF (RFC 4180); text in UTF-8. */
const END = '\r\n';

/**
 * Writes a catalogue as CSV by a template, as a stream of strings: a row of titles, and one row for each item with the price of the smallest
 * quantity, or for each quantity break where the template has `quantityFrom`. No cell can be a formula.
 */
export async function* writeCsvCatalogue(
  { header, items }: Catalogue,
  { separator, byteOrderMark, decimalSign, columns }: CsvTemplate,
): AsyncGenerator<string, void, undefined> {
  yield (byteOrderMark ? '\uFEFF' : '') + columns.map(({ title }) => csvText(title)).join(separator) + END;
  for await (const item of items) {
    for (const row of rowsOf(item, header, columns)) {
      yield row.map((value) => cellOf(value, decimalSign)).join(separator) + END;
    }
  }
}

function cellOf(value: Value, decimalSign: string): string {
  return 'text' in value ? csvText(value.text ?? '') : csvCell((value.number ?? '').replace('.', decimalSign));
}
