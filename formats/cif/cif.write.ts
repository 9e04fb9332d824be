import type { Catalogue, CatalogueHeader, CatalogueItem, ItemProblem } from '../document/catalogue.ts';
import { Decimal, plain } from '../document/decimal.ts';

/** The shop as the receiver knows it: cXML credential, `DUNS`, `NetworkID`. */
export interface CifSupplier {
  readonly domain: string;
  readonly identity: string;
}

/** Columns that are written, with the most characters of a text (CIF 3.0 as in the cXML digest, section 11.3). */
const COLUMNS = [
  ['Supplier ID', 255],
  ['Supplier Part ID', 255],
  ['Manufacturer Part ID', 255],
  ['Item Description', 2000],
  ['SPSC Code', 40],
  ['Unit Price', 32],
  ['Unit of Measure', 32],
  ['Lead Time', 32],
  ['Manufacturer Name', 255],
  ['Supplier URL', 255],
  ['Manufacturer URL', 255],
  ['Market Price', 32],
  ['Short Name', 50],
  ['Language', 32],
  ['Currency', 32],
] as const;

/** Decimals that a price may have. */
const DECIMALS = 4;
const END = '\r\n';

/**
 * Writes a catalogue in CIF 3.0 as a stream of strings in UTF-8 without byte order mark: the full state (LOADMODE F) or changes
 * (I, with a column Delete); places to punch out to have two columns more. Items that
 * `cifProblem` finds something in must have been left out. ITEMCOUNT is not written: nobody knows it before the last item.
 */
export async function* writeCif(
  { header, items }: Catalogue,
  { domain, identity }: CifSupplier,
): AsyncGenerator<string, void, undefined> {
  const keys = [
    'CIF_I_V3.0',
    'CHARSET: UTF-8',
    `LOADMODE: ${header.changesOnly ? 'I' : 'F'}`,
    'CODEFORMAT: UNSPSC',
    `CURRENCY: ${oneLine(header.currency)}`,
    `SUPPLIERID_DOMAIN: ${oneLine(domain)}`,
    `TIMESTAMP: ${header.timestamp.slice(0, 19).replace('T', ' ')}`,
    'UNUOM: TRUE',
    `COMMENTS: ${oneLine(header.name)}`,
    `FIELDNAMES: ${[...COLUMNS.map(([name]) => name), ...further(header).map(([name]) => name)].join(', ')}`,
    'DATA',
  ];
  yield keys.join(END) + END;
  for await (const item of items) yield writeRow(item, identity, header);
  yield `ENDOFDATA${END}`;
}

const truth = (is: boolean): string => (is ? 'T' : 'F');

/** Columns that only some catalogues have, with their values. */
function further({ changesOnly, hasPunchOut }: CatalogueHeader, item?: CatalogueItem): (readonly [string, string])[] {
  return [
    ...(hasPunchOut
      ? ([
          ['PunchOut Enabled', truth(item?.punchOut !== undefined)],
          ['PunchOut Level', item?.punchOut?.level ?? ''],
        ] as const)
      : []),
    ...(changesOnly ? ([['Delete', truth(item?.change === 'delete')]] as const) : []),
  ];
}

/** What CIF demands and the item has not. */
export function cifProblem(item: CatalogueItem): ItemProblem | undefined {
  if (unspsc(item) === undefined) {
    const found = item.classifications.map(({ scheme }) => scheme).join(', ');
    return { rule: 'noUnspsc', field: 'classification', found, expected: 'a code of UNSPSC' };
  }
  const [{ amount, baseQuantity }] = item.prices;
  const exact = new Decimal(amount).div(baseQuantity);
  if (exact.decimalPlaces() <= DECIMALS) return undefined;
  return {
    rule: 'priceDecimals',
    field: 'price',
    found: `${amount} for ${baseQuantity}`,
    expected: `a price of one unit with ${DECIMALS} decimals`,
  };
}

function unspsc({ classifications }: CatalogueItem): string | undefined {
  return classifications.find(({ scheme }) => scheme.toUpperCase() === 'UNSPSC')?.code;
}

function writeRow(item: CatalogueItem, supplier: string, header: CatalogueHeader): string {
  const { language, currency } = header;
  const [{ amount, baseQuantity }] = item.prices;
  const values = [
    supplier,
    item.sellersId,
    item.manufacturerNumber,
    item.description ?? item.name,
    unspsc(item),
    plain(new Decimal(amount).div(baseQuantity)),
    item.unit,
    item.leadTimeDays?.toString(),
    item.manufacturer,
    item.punchOut?.url,
    undefined,
    undefined,
    item.name,
    language,
    currency,
  ];
  const cells = values.map((value, i) => cifCell(value ?? '', COLUMNS[i]![1]));
  return [...cells, ...further(header, item).map(([, value]) => cifCell(value, 32))].join(',') + END;
}

/** Always quoted, quotes doubled, on one line, cut to the column's length. */
function cifCell(value: string, most: number): string {
  const text = oneLine(value).slice(0, most).toWellFormed();
  return `"${text.replaceAll('"', '""')}"`;
}

/** Control characters, line breaks among them, become a space: a row is a line. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
