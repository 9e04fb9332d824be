import type { Catalogue, CatalogueHeader, CatalogueItem, CataloguePrice } from '../document/catalogue.ts';
import { Decimal, plain } from '../document/decimal.ts';
import { csvCell, csvText } from './cell.ts';

/** A text, or a number as a decimal string; undefined: an empty cell. */
type Value = { readonly text: string | undefined } | { readonly number: string | undefined };
type Field = (item: CatalogueItem, price: CataloguePrice, header: CatalogueHeader) => Value;

/** Decimals of a price per unit that does not come out even. */
const PRICE_SCALE = 12;

const classification =
  (scheme: string): Field =>
  ({ classifications }) => ({ text: classifications.find((each) => each.scheme.toUpperCase() === scheme)?.code });

/** What a column may hold. */
const fields = {
  articleNumber: ({ sellersId }) => ({ text: sellersId }),
  buyersNumber: ({ buyersId }) => ({ text: buyersId }),
  gtin: ({ standardId }) => ({ text: standardId?.id }),
  name: ({ name }) => ({ text: name }),
  description: ({ description }) => ({ text: description }),
  keywords: ({ keywords }) => ({ text: keywords.join(', ') }),
  unit: ({ unit }) => ({ text: unit }),
  /** Net price of one unit. */
  price: (_, price) => ({ number: perUnit(price) }),
  /** Net price of `priceQuantity` units, exactly. */
  priceAmount: (_, { amount }) => ({ number: amount }),
  priceQuantity: (_, { baseQuantity }) => ({ number: baseQuantity }),
  /** From which quantity on the price holds. A template that has it gets a row for each quantity break. */
  quantityFrom: (_, { from }) => ({ number: from }),
  currency: (_, __, { currency }) => ({ text: currency }),
  vatPercent: ({ tax }) => ({ number: tax?.percent }),
  leadTimeDays: ({ leadTimeDays }) => ({ number: leadTimeDays?.toString() }),
  minimumQuantity: ({ minimumQuantity }) => ({ number: minimumQuantity }),
  maximumQuantity: ({ maximumQuantity }) => ({ number: maximumQuantity }),
  multipleQuantity: ({ multipleQuantity }) => ({ number: multipleQuantity }),
  unspsc: classification('UNSPSC'),
  cpv: classification('CPV'),
  manufacturer: ({ manufacturer }) => ({ text: manufacturer }),
  manufacturerNumber: ({ manufacturerNumber }) => ({ text: manufacturerNumber }),
  contract: ({ contract }) => ({ text: contract }),
  labels: ({ labels }) => ({ text: labels.join(', ') }),
  picture: ({ pictures }) => ({ text: pictures[0] }),
} as const satisfies Readonly<Record<string, Field>>;

export type CsvField = keyof typeof fields;
export const csvFields = Object.keys(fields) as CsvField[];

/** How a catalogue is laid out as CSV. */
export interface CsvTemplate {
  readonly separator: ',' | ';' | '\t';
  /** Does a byte order mark stand before it? Excel takes UTF-8 for something else without. */
  readonly byteOrderMark: boolean;
  readonly decimalSign: '.' | ',';
  readonly columns: readonly { readonly title: string; readonly field: CsvField }[];
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
  const byBreak = columns.some(({ field }) => field === 'quantityFrom');
  for await (const item of items) {
    for (const price of byBreak ? item.prices : [item.prices[0]]) {
      const cells = columns.map(({ field }) => {
        const write: Field = fields[field];
        return cellOf(write(item, price, header), decimalSign);
      });
      yield cells.join(separator) + END;
    }
  }
}

function cellOf(value: Value, decimalSign: string): string {
  return 'text' in value ? csvText(value.text ?? '') : csvCell((value.number ?? '').replace('.', decimalSign));
}

function perUnit({ amount, baseQuantity }: CataloguePrice): string {
  return plain(new Decimal(amount).div(baseQuantity).toDecimalPlaces(PRICE_SCALE, Decimal.ROUND_HALF_UP));
}
