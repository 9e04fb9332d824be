/** Which price of ours a line is held against: the first of the agreement's sources that has one. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { Decimal, plain } from '../formats/document/decimal.ts';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import type { LineOfCart } from './cartDifferences.ts';
import type { PriceOfTheDay } from './evaluation.ts';
import type { PriceSource } from './orderPolicy.ts';
import { pricesOfTheDay, type PriceItem, type PriceQuestion } from './pricing.ts';
import { packageTwin, unitFactor, type Units } from './units.ts';

/** What a cart that was returned promises for one of its lines. */
export interface CartPromise {
  /** Number of the cart as it went back. */
  readonly cart: string;
  /** Net price of one `unit`; for this quantity of it and more. */
  readonly price: string;
  readonly unit: string;
  readonly quantity: string;
  readonly currency: string;
  /** Last business day. */
  readonly until: string;
}

/** The line of a returned cart that an ordered line comes from. */
export interface CartLine {
  readonly productId: string;
  readonly promise?: CartPromise;
  /** Absent where the article has lost the unit of the cart. */
  readonly inCart?: LineOfCart & {
    readonly sessionId: string;
    /** Of the cart: `7F3K-Q2WD`. */
    readonly code: string;
    /** Of the line in the cart. */
    readonly number: number;
    /** What other orders have of it, in shop units. */
    readonly elsewhere: string;
  };
}

/** What a partner was told that an article costs. */
export interface ToldPrice {
  /** Number of the catalogue. */
  readonly catalogue: string;
  /** Its first business day. */
  readonly day: string;
  readonly currency: string;
  /** The shop unit of the article, at that time. */
  readonly unit: string;
  /** From a quantity on, smallest first. */
  readonly prices: readonly { readonly from: string; readonly amount: string; readonly baseQuantity: string }[];
}

/** Looks up what the partner was told of products on a business day, by product id. */
export type ToldPrices = (
  em: EntityManager,
  day: string,
  productIds: readonly string[],
) => Promise<ReadonlyMap<string, ToldPrice>>;

export interface LineToPrice {
  readonly line: OrderLine;
  /** The quantity is what quantity breaks are reached by. */
  readonly item: PriceItem;
  readonly units: Units;
  readonly fromCart?: CartLine | undefined;
}

export interface SourceQuestion {
  readonly customerId: string;
  /** Business day that our price is of. */
  readonly day: string;
  /** Business day of the receipt: until when a promise can be kept to. */
  readonly receipt: string;
  readonly header: Pick<OrderHeader, 'currency' | 'quotation' | 'contract'>;
  readonly against: readonly PriceSource[];
  /** The catalogue that the partner was sent; absent: none is asked. */
  readonly told?: ToldPrices | undefined;
  /** A cart promises nothing any more of a line that other orders have used up. */
  readonly promiseEnds: boolean;
}

/** A price for each line; undefined where no source has one. One SQL statement for each source that is asked: none for carts. */
export async function findPrices(
  em: EntityManager,
  lines: readonly LineToPrice[],
  question: SourceQuestion,
): Promise<(PriceOfTheDay | undefined)[]> {
  const found: (PriceOfTheDay | undefined)[] = lines.map(() => undefined);
  for (const source of question.against) {
    const open = lines.map((line, index) => ({ line, index })).filter(({ index }) => found[index] === undefined);
    if (open.length === 0) break;
    const ofSource = await fromSource(
      em,
      source,
      open.map(({ line }) => line),
      question,
    );
    for (const [at, { index }] of open.entries()) found[index] = ofSource[at];
  }
  return found;
}

async function fromSource(
  em: EntityManager,
  source: PriceSource,
  lines: readonly LineToPrice[],
  question: SourceQuestion,
): Promise<(PriceOfTheDay | undefined)[]> {
  if (source === 'cart') return lines.map((line) => promised(line, question));
  if (source === 'catalogue') return inCatalogue(em, lines, question);
  const { customerId, day, header } = question;
  const ask = { customerId, day, currency: header.currency };
  if (source === 'day') return pricesOfTheDay(em, { ...ask, items: lines.map(({ item }) => item) });
  const named = lines.map(({ line }) =>
    source === 'quotation' ? header.quotation : (line.contract ?? header.contract),
  );
  const prices: (PriceOfTheDay | undefined)[] = lines.map(() => undefined);
  for (const number of new Set(named.map((one) => one?.trim()).filter(Boolean))) {
    const at = [...lines.keys()].filter((index) => named[index]?.trim() === number);
    const of = { [source]: number } as NonNullable<PriceQuestion['of']>;
    const items = at.map((index) => lines[index]!.item);
    const ofNumber = await pricesOfTheDay(em, { ...ask, items, of });
    for (const [nth, index] of at.entries()) prices[index] = ofNumber[nth];
  }
  return prices;
}

/** The price in the catalogue, where it is still of the article's unit and in the order's currency. */
async function inCatalogue(
  em: EntityManager,
  lines: readonly LineToPrice[],
  { day, header: { currency }, told }: SourceQuestion,
): Promise<(PriceOfTheDay | undefined)[]> {
  const ids = [...new Set(lines.map(({ item }) => item.productId))];
  const found = await told?.(em, day, ids);
  return lines.map(({ item, units }) => {
    const price = found?.get(item.productId);
    const step = price?.prices.findLast(({ from }) => new Decimal(from).lte(item.shopQuantity));
    if (!price || !step || price.currency !== currency) return undefined;
    if (price.unit !== units.shopUnit && price.unit !== packageTwin(units.shopUnit)) return undefined;
    const { amount, baseQuantity, from } = step;
    return {
      ...{ amount, currency, unit: units.shopUnit, baseQuantity },
      perShopUnit: plain(new Decimal(amount).div(baseQuantity).toDecimalPlaces(12)),
      priceList: price.catalogue,
      validFrom: price.day,
      quantityBreak: from,
      chosenBy: 'catalogue',
    };
  });
}

/** The promise, where it can be kept to: in the order's currency, on time, for as much as was in the cart or more. */
function promised(
  { item, units, fromCart }: LineToPrice,
  { receipt, header, promiseEnds }: SourceQuestion,
): PriceOfTheDay | undefined {
  const promise = fromCart?.productId === item.productId ? fromCart.promise : undefined;
  if (!promise || promise.currency !== header.currency || receipt > promise.until) return undefined;
  if (promiseEnds && isUsedUp(fromCart)) return undefined;
  const factor = unitFactor(units, promise.unit);
  if (!factor || factor.times(promise.quantity).gt(item.shopQuantity)) return undefined;
  return {
    amount: promise.price,
    currency: promise.currency,
    unit: promise.unit,
    baseQuantity: '1',
    perShopUnit: plain(new Decimal(promise.price).div(factor).toDecimalPlaces(12)),
    priceList: promise.cart,
    validTo: promise.until,
    quantityBreak: promise.quantity,
    chosenBy: 'cart',
  };
}

/** Have other orders all that the cart had of the line? */
export function isUsedUp(fromCart: CartLine | undefined): boolean {
  const inCart = fromCart?.inCart;
  return inCart !== undefined && new Decimal(inCart.quantity).times(inCart.factor).lte(inCart.elsewhere);
}
