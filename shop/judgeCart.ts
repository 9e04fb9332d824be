/** An ordered line held against the line of a returned cart that it comes from. Pure. */
import { Decimal, plain } from '../formats/document/decimal.ts';
import type { OrderLine } from '../formats/document/order.ts';
import { differencesOf, type CartDifference, type LineOfCart } from './cartDifferences.ts';
import type { FromCart, Reason } from './evaluation.ts';
import type { LineInHand } from './judgePrices.ts';
import type { CartPolicy, DeviationAction } from './orderPolicy.ts';
import type { CartLine } from './priceSources.ts';
import { lineReason } from './reason.ts';

export interface CartQuestion {
  readonly policy: CartPolicy;
  /** Business day on which the order came in. */
  readonly receipt: string;
  readonly currency: string;
  /** What lines of the order before this one have of the same cart line. */
  readonly taken: CartQuantities;
}

export interface CartJudgement {
  /** Where the line comes from; absent: from no cart, or it orders another article than the cart's. */
  readonly cart?: FromCart;
  readonly reasons: readonly Reason[];
}

/** How much the lines of one order have of lines of carts, in shop units by the key of the cart line. */
export class CartQuantities {
  readonly #sums = new Map<string, Decimal>();

  /** Counts one line more. @returns what the lines before it have */
  add(key: string, shopQuantity: string): string {
    const before = this.#sums.get(key) ?? new Decimal(0);
    this.#sums.set(key, before.plus(shopQuantity));
    return plain(before);
  }
}

const NONE: CartJudgement = { reasons: [] };

/** What differs between the line and its cart line, and the reasons that the agreement makes of it. */
export function judgeCart(one: LineInHand, from: CartLine | undefined, question: CartQuestion): CartJudgement {
  const { line, match, judgement } = one;
  const { product, shopQuantity } = match;
  const inCart = from?.inCart;
  if (!inCart || !product || product.productId !== from.productId) return NONE;
  const { sessionId, code, number } = inCart;
  const known = { sessionId, code, line: number };
  if (shopQuantity === undefined) return { cart: { ...known, differences: [] }, reasons: [] };
  const { policy, receipt, currency, taken } = question;
  // A price with VAT says nothing about the cart's, which is without.
  const isNet = judgement?.comparison.vatPercent === undefined;
  const perShopUnit = isNet ? judgement?.comparison.askedPerShopUnit : undefined;
  const ordered = { unit: line.unit, shopQuantity, perShopUnit, currency };
  const before = taken.add(`${sessionId} ${number}`, shopQuantity);
  const { elsewhere } = inCart;
  const differences = differencesOf(inCart, { ordered: [ordered], before, elsewhere, receipt });
  const facts = { line, inCart, articleNumber: product.articleNumber, ordered, before, receipt };
  const reasons = differences.flatMap((difference) => reasonFor(difference, facts, policy) ?? []);
  return { cart: { ...known, differences }, reasons };
}

interface Facts {
  readonly line: OrderLine;
  readonly inCart: NonNullable<CartLine['inCart']>;
  readonly articleNumber: string;
  readonly ordered: {
    readonly unit: string;
    readonly shopQuantity: string;
    readonly perShopUnit: string | undefined;
    readonly currency: string;
  };
  readonly before: string;
  readonly receipt: string;
}

function reasonFor(difference: CartDifference, facts: Facts, policy: CartPolicy): Reason | undefined {
  const action = policy[difference];
  return action === 'accept' || difference === 'missing' ? undefined : reasons[difference](facts, action);
}

type Reasoner = (facts: Facts, action: DeviationAction) => Reason;

const reasons: Readonly<Record<Exclude<CartDifference, 'missing'>, Reasoner>> = {
  quantity: (facts, action) => {
    const { inCart, articleNumber } = facts;
    const amounts = { inCart: had(inCart), ordered: inUnit(inCart, orderedSoFar(facts)) };
    const what = { field: 'Quantity', found: amounts.ordered, expected: `at most ${amounts.inCart}` };
    const told = { cart: inCart.code, articleNumber, ...amounts };
    return { ...lineReason(facts.line, 'CART_QUANTITY_EXCEEDED', { ...what, facts: told }), action };
  },
  overUsed: (facts, action) => {
    const { inCart, articleNumber } = facts;
    const amounts = { inCart: had(inCart), ordered: inUnit(inCart, orderedSoFar(facts)) };
    const elsewhere = inUnit(inCart, new Decimal(inCart.elsewhere));
    const what = { field: 'Quantity', found: amounts.ordered, expected: `at most what is left of ${amounts.inCart}` };
    const told = { cart: inCart.code, articleNumber, ...amounts, elsewhere };
    return { ...lineReason(facts.line, 'CART_USED_UP', { ...what, facts: told }), action };
  },
  price: ({ line, inCart, articleNumber, ordered }, action) => {
    const asked = ordered.perShopUnit ?? '0';
    const per = new Decimal(inCart.price ?? 0).div(inCart.factor).toDecimalPlaces(8);
    const prices = { asked, price: plain(per), currency: ordered.currency };
    const told = { cart: inCart.code, articleNumber, ...prices, cartCurrency: inCart.currency ?? ordered.currency };
    const what = { field: 'Price/PriceAmount', found: asked, expected: told.price, facts: told };
    return { ...lineReason(line, 'CART_PRICE_DEVIATION', what), action };
  },
  unit: ({ line, inCart, articleNumber }, action) => {
    const told = { cart: inCart.code, articleNumber, unit: inCart.unit, ordered: line.unit };
    const what = { field: 'Quantity/@unitCode', found: line.unit, expected: inCart.unit, facts: told };
    return { ...lineReason(line, 'CART_UNIT_DEVIATION', what), action };
  },
  expired: ({ line, inCart, articleNumber, receipt }, action) => {
    const until = inCart.until ?? receipt;
    const told = { cart: inCart.code, articleNumber, until, receipt };
    const what = { field: 'Price', found: receipt, expected: `at the latest ${until}`, facts: told };
    return { ...lineReason(line, 'CART_PROMISE_EXPIRED', what), action };
  },
};

function orderedSoFar({ before, ordered }: Facts): Decimal {
  return new Decimal(before).plus(ordered.shopQuantity);
}

function had({ quantity, unit }: LineOfCart): string {
  return `${quantity} ${unit}`;
}

/** Shop units in the unit of the cart: `12 EA`. */
function inUnit({ factor, unit }: LineOfCart, shopQuantity: Decimal): string {
  return `${plain(shopQuantity.div(factor).toDecimalPlaces(8))} ${unit}`;
}
