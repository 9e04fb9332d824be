/**
 * What a shop behind us is asked and told. Without a connection nothing of this happens: products, prices and orders are those of the
 * embedded shop. transports/shop has one implementation for each language that shops speak.
 */
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import type { OrderStatus } from './orderStatus.ts';
import type { ShopOrder } from './shopOrder.ts';

/** Why a call did not succeed. */
export type ShopFault =
  /** Nothing came, or a status that is no success. */
  | DeliveryFault
  /** The answer is not what the contract says: `at` names the place in it. */
  | { readonly code: 'ANSWER_UNREADABLE'; readonly at: string; readonly found: string }
  /** The order cannot be told in the shop's language. */
  | { readonly code: 'ORDER_NOT_TELLABLE'; readonly at: string; readonly found: string };

/** A call that did not succeed. `isFinal`: the same call again would end alike. */
export class ShopError extends Error {
  override readonly name = 'ShopError';
  readonly fault: ShopFault;
  readonly isFinal: boolean;
  /** Seconds until another attempt makes sense, as the shop asked for. */
  readonly retryAfter: number | undefined;

  constructor(fault: ShopFault, isFinal: boolean, retryAfter?: number) {
    super(`the shop: ${fault.code}`);
    this.fault = fault;
    this.isFinal = isFinal;
    this.retryAfter = retryAfter;
  }
}

export interface LiveQuestion {
  /** The shop's number of the customer. */
  readonly customer: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Business day that the prices are of, `YYYY-MM-DD`. */
  readonly day: string;
  readonly articleNumbers: readonly string[];
}

/** What the shop says of one article. Not judged yet: numbers are texts as they came. */
export interface LiveArticle {
  readonly articleNumber: string;
  readonly currency: string;
  /** In shop units; absent: not told. */
  readonly stock?: string | undefined;
  /** Net prices without VAT, of `baseQuantity` (1) of `unit` (the shop unit), from `minimumQuantity` (0) of it on. */
  readonly prices: readonly LivePrice[];
}

export interface LivePrice {
  readonly amount: string;
  readonly unit?: string | undefined;
  readonly baseQuantity?: string | undefined;
  readonly minimumQuantity?: string | undefined;
}

/** A page of the shop's data. `cursor` is what the next page is asked for with, also when there is no more now. */
export interface ShopPage<T> {
  readonly items: readonly T[];
  readonly cursor: string | undefined;
  readonly more: boolean;
}

/** The shop's own record of an order. `status`: its word for how the order stands. */
export interface TakenOrder {
  /** Our id of the order, which it was handed over under. */
  readonly key: string;
  /** The shop's number. */
  readonly number: string;
  readonly status?: string | undefined;
  /** Ours that stands for it; absent: none does. */
  readonly means?: OrderStatus | undefined;
  /** The version of the order that it has; absent: it does not say. */
  readonly version?: number | undefined;
}

/** Where the shop has an order that was handed over. */
export interface OrderThere {
  /** The shop's number. */
  readonly number: string;
  /** When it was first tried. */
  readonly since: Date;
}

/** A shop. Every method throws ShopError. */
export interface ShopPort {
  /** Prices and stock for one customer, now. Absent: this shop has none to tell. */
  readonly livePrices?: (question: LiveQuestion) => Promise<readonly LiveArticle[]>;
  /** The currency of its prices, ISO 4217. Absent: its answers about prices say it. */
  readonly readCurrency?: () => Promise<string>;
  /** Rows as `productInput`, `customerInput` and `priceInput` take them; not checked yet. */
  readonly readPage: (
    kind: 'products' | 'customers' | 'prices',
    cursor: string | undefined,
  ) => Promise<ShopPage<unknown>>;
  /** Orders of ours whose status has changed since the cursor. */
  readonly readStatuses: (cursor: string | undefined) => Promise<ShopPage<TakenOrder>>;
  /** The order that was handed over under this key, if it arrived. @param since when it was first tried */
  readonly findOrder: (key: string, since: Date) => Promise<TakenOrder | undefined>;
  /** Hands an order over. Asked twice with one key, a shop that knows keys makes one order. */
  readonly placeOrder: (order: ShopOrder) => Promise<TakenOrder>;
  /** Replaces an order that was handed over by what has become of it, or cancels it. Told twice, nothing more happens. */
  readonly changeOrder: (order: ShopOrder, there: OrderThere) => Promise<TakenOrder>;
}
