/** Which price of ours a line is held against: the first of the agreement's sources that has one. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { Decimal, plain } from '../formats/document/decimal.ts';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import type { PriceOfTheDay } from './evaluation.ts';
import type { PriceSource } from './orderPolicy.ts';
import { pricesOfTheDay, type PriceItem, type PriceQuestion } from './pricing.ts';
import { unitFactor, type Units } from './units.ts';

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
}

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

/** The promise, where it can be kept to: in the order's currency, on time, for as much as was in the cart or more. */
function promised(
  { item, units, fromCart }: LineToPrice,
  { receipt, header }: SourceQuestion,
): PriceOfTheDay | undefined {
  const promise = fromCart?.productId === item.productId ? fromCart.promise : undefined;
  if (!promise || promise.currency !== header.currency || receipt > promise.until) return undefined;
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
