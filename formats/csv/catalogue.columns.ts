import type { CatalogueHeader, CatalogueItem, CataloguePrice } from '../document/catalogue.ts';
import { Decimal, plain } from '../document/decimal.ts';

/** A cell of a table: a text, or a number as a decimal string; undefined: empty. */
export type Value = { readonly text: string | undefined } | { readonly number: string | undefined };
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
  /** From which quantity on the price holds. A table that has it gets a row for each quantity break. */
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

export type ColumnField = keyof typeof fields;
export const columnFields = Object.keys(fields) as ColumnField[];

/** A column of a catalogue as a table. */
export interface Column {
  readonly title: string;
  readonly field: ColumnField;
}

/** The rows of items: one for each item with the price of the smallest quantity, or for each quantity break where a column has `quantityFrom`. */
export function rowsOf(item: CatalogueItem, header: CatalogueHeader, columns: readonly Column[]): Value[][] {
  const byBreak = columns.some(({ field }) => field === 'quantityFrom');
  const prices = byBreak ? item.prices : [item.prices[0]];
  return prices.map((price) =>
    columns.map(({ field }) => {
      const write: Field = fields[field];
      return write(item, price, header);
    }),
  );
}

function perUnit({ amount, baseQuantity }: CataloguePrice): string {
  return plain(new Decimal(amount).div(baseQuantity).toDecimalPlaces(PRICE_SCALE, Decimal.ROUND_HALF_UP));
}
