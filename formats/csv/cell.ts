/** What a spreadsheet may take for a formula, also after white space that it drops (OWASP, CSV Injection); full-width signs too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/**
 * A text as a cell: quoted where needed (RFC 4180), and never a formula in a spreadsheet, for which an apostrophe is put before it.
 * Numbers of ours are no texts: they go as they are.
 */
export function csvText(text: string): string {
  return csvCell(FORMULA.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text);
}

/** A cell, quoted where needed (RFC 4180); semicolon and tab count as separators as well. */
export function csvCell(text: string): string {
  return /[",\n\r;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
