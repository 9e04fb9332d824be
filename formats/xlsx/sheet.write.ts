import type { Catalogue } from '../document/catalogue.ts';
import { rowsOf, type Column, type Value } from '../csv/catalogue.columns.ts';

/** Characters that a cell holds in Excel. */
const LONGEST = 32_767;
/** Styles of xl/styles.xml (`stylesXml`). */
const HEADING = 1;
const TEXT = 2;

/** The styles that cells name: a heading, and a text, which stays one when somebody edits its cell. */
export const stylesXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/**
 * Writes a catalogue as a worksheet of Office Open XML (ECMA-376, SpreadsheetML), as a stream of strings: a row of titles that stays when one scrolls, and the rows of
 * items. Numbers are exact decimals; texts are inline strings, which no spreadsheet takes for formulas.
 */
export async function* writeSheet(
  { header, items }: Catalogue,
  columns: readonly Column[],
): AsyncGenerator<string, void, undefined> {
  yield (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols><col min="1" max="${columns.length}" width="18" customWidth="1"/></cols><sheetData><row>${columns
      .map(({ title }) => textCell(title, HEADING))
      .join('')}</row>`
  );
  for await (const item of items) {
    for (const row of rowsOf(item, header, columns)) yield `<row>${row.map(cell).join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function cell(value: Value): string {
  if ('text' in value) return value.text ? textCell(value.text, TEXT) : '<c/>';
  return value.number === undefined ? '<c/>' : `<c><v>${value.number}</v></c>`;
}

function textCell(text: string, style: number): string {
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, LONGEST))}</t></is></c>`;
}

/** Without what XML cannot hold; `_x0041_` in a text would be read as a character. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
