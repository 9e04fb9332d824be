/** What OCI says by itself about a line of a cart, before an agreement's mapping. */
import type { CartClassification, CartHeader, CartLine } from '../document/cart.ts';
import { Decimal, plain } from '../document/decimal.ts';
import { OciFieldTooLong } from './error.ts';
import { DECIMALS, DIGITS, scaledPrice, writePrice, writeQuantity, type NumberOptions } from './numbers.ts';

/** What of an agreement, and of earlier carts, shapes an item. */
export interface OciItemOptions extends NumberOptions {
  /** The shop's number at the buyer. */
  readonly vendor?: string | undefined;
  /** Functions that are open to the buyer: for DETAIL and VALIDATE it needs our key of the product. */
  readonly functions: readonly string[];
  /** PRICEUNIT that the buyer was told before, by `productKey`: a VALIDATE answers in the same. */
  readonly priceUnits?: ReadonlyMap<string, string>;
}

/** Where a line stands among bundles. Both are indexes of items. */
export interface BundlePlace {
  readonly parent?: number;
  readonly hasParts: boolean;
}

/** Field name to value; an empty one is not there. */
export type ItemValues = Readonly<Record<string, string>>;

/** A price that no PRICEUNIT can say exactly. */
export interface RoundedPrice {
  readonly was: string;
  readonly sent: string;
}

/** @throws OciFieldTooLong where a price or a quantity cannot be said */
export function itemValues(
  line: CartLine,
  header: CartHeader,
  place: BundlePlace,
  options: OciItemOptions,
): { readonly values: ItemValues; readonly rounded?: RoundedPrice } {
  const { price, rounded } = priceValues(line, options);
  const values = {
    ...price,
    ...productValues(line),
    QUANTITY: quantityValue(line, options),
    UNIT: line.unit,
    CURRENCY: header.currency,
    LEADTIME: leadTime(line, header.issueDate),
    VENDOR: options.vendor ?? '',
    CONTRACT: line.contract ?? header.contract ?? '',
    ...(header.validUntil !== undefined && { EXT_QUOTE_ID: header.number, EXT_QUOTE_ITEM: line.id }),
    ...(answersAboutProducts(options) && { EXT_PRODUCT_ID: line.productKey }),
    ...(place.parent !== undefined && { PARENT_ID: `${place.parent}` }),
    ITEM_TYPE: place.parent === undefined ? (place.hasParts ? 'R' : '') : 'O',
    TAX: line.tax ? plain(new Decimal(line.tax.percent)).replace('.', options.decimalSign) : '',
  };
  return rounded ? { values, rounded } : { values };
}

function answersAboutProducts({ functions }: OciItemOptions): boolean {
  return functions.includes('DETAIL') || functions.includes('VALIDATE');
}

function priceValues(line: CartLine, options: OciItemOptions): { price: ItemValues; rounded?: RoundedPrice } {
  const scaled = scaledPrice(line.price, options, options.priceUnits?.get(line.productKey));
  const PRICE = scaled && writePrice(scaled.price, options);
  const was = `${line.price.amount} per ${line.price.baseQuantity}`;
  if (!scaled || PRICE === undefined) {
    throw new OciFieldTooLong('PRICE', line.position, was, `at most ${DIGITS} digits before the point`);
  }
  const price = { PRICE, PRICEUNIT: scaled.priceUnit.toFixed(0) };
  return scaled.exact ? { price } : { price, rounded: { was, sent: `${price.PRICE} per ${price.PRICEUNIT}` } };
}

function quantityValue({ quantity, position }: CartLine, options: OciItemOptions): string {
  const written = writeQuantity(new Decimal(quantity), options);
  if (written !== undefined) return written;
  throw new OciFieldTooLong('QUANTITY', position, quantity, `${DIGITS} digits and at most ${DECIMALS} decimals`);
}

/** What is said of the product itself. */
export function productValues(line: CartLine): ItemValues {
  const classification = mainClassification(line);
  return {
    DESCRIPTION: line.name,
    LONGTEXT: line.description ?? '',
    MATNR: line.buyersId ?? '',
    VENDORMAT: line.sellersId,
    MANUFACTMAT: line.manufacturerNumber ?? '',
    MATGROUP: line.materialGroup ?? '',
    SERVICE: line.service ? 'X' : '',
    ATTACHMENT: line.pictures[0] ?? '',
    EXT_SCHEMA_TYPE: classification?.scheme ?? '',
    EXT_CATEGORY_ID: classification?.code ?? '',
  };
}

/** UNSPSC is what most buyers read; OCI has room for one. */
function mainClassification({ classifications }: CartLine): CartClassification | undefined {
  return classifications.find(({ scheme }) => scheme === 'UNSPSC') ?? classifications[0];
}

const DAY = 86_400_000;

/** Days until shipment: the article's own, or until it is in stock again. */
function leadTime({ leadTimeDays, availableFrom }: CartLine, today: string): string {
  const wait = availableFrom === undefined ? undefined : (Date.parse(availableFrom) - Date.parse(today)) / DAY;
  const days = Math.max(leadTimeDays ?? 0, wait ?? 0);
  return leadTimeDays === undefined && days === 0 ? '' : `${days}`;
}
