import { format as formatted } from 'prettier';
import { cxmlVersions } from '../../formats/cxml/versions.ts';
import type { FormatId } from '../../formats/document/order.ts';
import { bis3Releases } from '../../formats/ubl/rules/releases.ts';

/** Which formats went through the running system: received and worked with, written and delivered. */
export interface Seen {
  readonly in: ReadonlySet<FormatId>;
  readonly out: ReadonlySet<FormatId>;
}

interface Row {
  readonly document: string;
  readonly standard: string;
  readonly versions: string;
}

const SHORT = cxmlVersions.map((version) => version.replace('1.2.', '')).join(', ');
/** Any version is read; the agreement says which is written. */
const CXML_IN = { standard: 'cXML', versions: 'any 1.x' };
const CXML_OUT = { standard: 'cXML', versions: `1.2.${SHORT}` };
const BIS3 = { standard: 'Peppol BIS 3', versions: bis3Releases.join(', ') };

const ORDERS: Readonly<Partial<Record<FormatId, Row>>> = {
  'peppol-28a-order': { document: 'order', standard: 'Peppol BIS 28A (SveOrder BIS 28A)', versions: '1.0' },
  'peppol-3a-order': { document: 'order only', standard: 'Peppol BIS 3A', versions: '2.0' },
  'sveorder-2-order': { document: 'order', standard: 'SveOrder (CEN BII03)', versions: '2.0' },
  'peppol-3-order': { document: 'order', ...BIS3 },
  'peppol-3-order-change': { document: 'order change', ...BIS3 },
  'peppol-3-order-cancellation': { document: 'order cancellation', ...BIS3 },
  'cxml-order-request': { document: 'OrderRequest', ...CXML_IN },
  'peppol-28a-order-response': { document: 'order response', standard: 'Peppol BIS 28A', versions: '1.0' },
  'peppol-3-order-response': { document: 'order response', ...BIS3 },
  'peppol-3-order-response-advanced': { document: 'advanced order response', ...BIS3 },
  'peppol-3-order-agreement': { document: 'order agreement', ...BIS3 },
  'cxml-confirmation-request': { document: 'ConfirmationRequest', ...CXML_OUT },
  'peppol-30a-despatch-advice': { document: 'despatch advice', standard: 'Peppol BIS 30A', versions: '1.0' },
  'peppol-3-despatch-advice': { document: 'despatch advice', ...BIS3 },
  'cxml-ship-notice-request': { document: 'ShipNoticeRequest', ...CXML_OUT },
  'peppol-36a-mlr': { document: 'message level response', standard: 'Peppol BIS 36A', versions: '1.0' },
  'peppol-3-mlr': { document: 'message level response', ...BIS3 },
  'peppol-mls': { document: 'message level status', standard: 'Peppol MLS (eDEC)', versions: '1.0' },
  'cxml-status-update-request': { document: 'StatusUpdateRequest', ...CXML_OUT },
};

const CATALOGUES: Readonly<Partial<Record<FormatId, Row>>> = {
  'peppol-1a-catalogue': { document: 'catalogue', standard: 'Peppol BIS 1A', versions: '4.0' },
  'peppol-3-catalogue': { document: 'catalogue', ...BIS3 },
  'peppol-1a-catalogue-response': { document: 'catalogue response', standard: 'Peppol BIS 1A', versions: '4.0' },
  'peppol-3-catalogue-response': { document: 'catalogue response', ...BIS3 },
  'catalogue-cxml-index': { document: 'catalogue (Index)', ...CXML_OUT },
  'catalogue-cif': { document: 'catalogue', standard: 'CIF', versions: '3.0' },
  'catalogue-csv': { document: 'catalogue', standard: 'CSV (RFC 4180)', versions: '' },
  'catalogue-xlsx': { document: 'catalogue', standard: 'Excel (Office Open XML)', versions: '' },
};

/** What a buyer punches out and returns by; their tests need a browser, and show each going through. */
const PUNCH_OUT: readonly Row[] = [
  { document: 'punch-out and cart', standard: 'OCI', versions: '3.0, 4.0, 4.01, 5.0' },
  { document: 'punch-out and cart', standard: 'cXML', versions: `in any 1.x, out 1.2.${SHORT}` },
  { document: 'punch-out and cart', standard: 'Peppol Punch Out', versions: '18A, 3' },
];

/** In the order of the table. */
const ROWS = { ...ORDERS, ...CATALOGUES };

const MARKS = ['<!-- formats: written by a test -->', '<!-- /formats -->'] as const;

/** The text of README.md with the table of what was seen. Throws for a format that has no row, and where there is no place for the table. */
export async function withFormatTable(readme: string, seen: Seen): Promise<string> {
  const unknown = [...seen.in, ...seen.out].filter((each) => ROWS[each] === undefined);
  if (unknown.length > 0) throw new Error(`the table of formats has no row for ${unknown.join(', ')}`);
  const [start, end] = MARKS.map((mark) => readme.indexOf(mark)) as [number, number];
  if (start < 0 || end < start) throw new Error('README.md has no place for the table of formats');
  const table = await formatted(tableOf(seen), { parser: 'markdown', printWidth: 120 });
  return `${readme.slice(0, start + MARKS[0].length)}\n\n${table}\n${readme.slice(end)}`;
}

function tableOf(seen: Seen): string {
  const rows = Object.entries(ROWS).flatMap(([id, row]) => {
    const [comesIn, goesOut] = [seen.in.has(id as FormatId), seen.out.has(id as FormatId)];
    return comesIn || goesOut ? [line(row, comesIn, goesOut)] : [];
  });
  const punchOut = PUNCH_OUT.map((row) => line(row, true, true));
  return ['| document | standard | version | in | out |', '| --- | --- | --- | --- | --- |', ...rows, ...punchOut].join(
    '\n',
  );
}

function line({ document, standard, versions }: Row, comesIn: boolean, goesOut: boolean): string {
  return `| ${document} | ${standard} | ${versions} | ${comesIn ? 'yes' : ''} | ${goesOut ? 'yes' : ''} |`;
}
