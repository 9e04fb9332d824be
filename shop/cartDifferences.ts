/** What differs between a line of a returned cart and what is ordered of it. Pure. */
import { Decimal, plain } from '../formats/document/decimal.ts';
import { packageTwin } from './units.ts';

/**
 * `missing`: nothing of it is ordered, here or by another order. `quantity`: this order alone has more than the cart had. `overUsed`: this
 * order and others together have. `price`, `unit`: another one than the cart's. `expired`: it was ordered after the last day that the
 * cart promised.
 */
export const cartDifferences = ['missing', 'quantity', 'overUsed', 'price', 'unit', 'expired'] as const;
export type CartDifference = (typeof cartDifferences)[number];

/** A line of the cart as it went back. Quantities and prices are decimals. */
export interface LineOfCart {
  /** In `unit`. */
  readonly quantity: string;
  readonly unit: string;
  /** Shop units in one `unit`. */
  readonly factor: string;
  /** Net price of one `unit`; absent where the buyer saw none. */
  readonly price?: string | undefined;
  readonly currency?: string | undefined;
  /** Last business day of the price. */
  readonly until?: string | undefined;
}

/** What an order asks for of it. */
export interface OrderedOfCart {
  /** As ordered. */
  readonly unit: string;
  /** What holds of the order, in shop units. */
  readonly shopQuantity: string;
  /** Net price of one shop unit, where it can be compared. */
  readonly perShopUnit?: string | undefined;
  readonly currency: string;
}

/** Decimals in which prices of one shop unit are compared, as prices of orders are. */
const PRICE_DECIMALS = 4;

export interface OrderedAndElsewhere {
  /** The order's lines that come from it, or one of them. */
  readonly ordered: readonly OrderedOfCart[];
  /** What lines of the order have of it that stand before these, in shop units. */
  readonly before?: string;
  /** What other orders have of it, in shop units. */
  readonly elsewhere: string;
  /** Business day on which the order came in. */
  readonly receipt: string;
}

export function differencesOf(
  cart: LineOfCart,
  { ordered, before = '0', elsewhere, receipt }: OrderedAndElsewhere,
): CartDifference[] {
  if (ordered.length === 0) return new Decimal(elsewhere).isZero() ? ['missing'] : [];
  const isBeyond = (others: Decimal): boolean =>
    new Decimal(leftOf(cart, { ordered, elsewhere: plain(others) })).isNegative();
  const isMore = isBeyond(new Decimal(before));
  const isFound: Readonly<Record<CartDifference, boolean>> = {
    missing: false,
    quantity: isMore,
    overUsed: !isMore && isBeyond(new Decimal(before).plus(elsewhere)),
    price: ordered.some((one) => isOtherPrice(cart, one)),
    unit: ordered.some(({ unit }) => unit !== cart.unit && unit !== packageTwin(cart.unit)),
    expired: cart.until !== undefined && receipt > cart.until,
  };
  return cartDifferences.filter((difference) => isFound[difference]);
}

/** What of the cart line nobody has ordered yet, in its unit; less than 0 where more is ordered than it had. */
export function leftOf(
  { quantity, factor }: LineOfCart,
  { ordered, elsewhere }: { readonly ordered: readonly OrderedOfCart[]; readonly elsewhere: string },
): string {
  const used = ordered.reduce((sum, { shopQuantity }) => sum.plus(shopQuantity), new Decimal(elsewhere));
  return plain(new Decimal(quantity).minus(used.div(factor)).toDecimalPlaces(8));
}

function isOtherPrice({ price, currency, factor }: LineOfCart, { perShopUnit, ...ordered }: OrderedOfCart): boolean {
  if (price === undefined || perShopUnit === undefined) return false;
  if (currency !== undefined && currency !== ordered.currency) return true;
  const own = new Decimal(price).div(factor).toDecimalPlaces(PRICE_DECIMALS, Decimal.ROUND_HALF_UP);
  return !own.eq(new Decimal(perShopUnit).toDecimalPlaces(PRICE_DECIMALS, Decimal.ROUND_HALF_UP));
}
