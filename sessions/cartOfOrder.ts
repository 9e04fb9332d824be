/** An order held against the returned carts that its lines come from. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Decimal, plain } from '../formats/document/decimal.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { CartPromise } from '../shop/priceSources.ts';
import type { LocalText } from '../shop/product.entity.ts';
import { linesAfter, type OrderDetail, type OrderLineDetail } from '../shop/orderQueries.ts';
import { isEnded } from '../shop/orderStatus.ts';
import type { Units } from '../shop/units.ts';
import { differencesOf, leftOf, type CartDifference, type OrderedOfCart } from '../shop/cartDifferences.ts';
import { cartUse, useKey, type CartUse } from './cartUse.ts';
import { cartLines, lineOfCart, ofCartLine, quotedCart, type OrderedCartLine } from './orderedCart.ts';

/** Lines of an order, and of its carts, that are compared. */
export const MOST_COMPARED = 1_000;

export interface OrderToCompare {
  readonly order: Pick<OrderDetail, 'id' | 'partnerId' | 'header' | 'currency' | 'lineCount' | 'status'>;
  readonly mode: Mode;
  /** When it came in, and the business day of that. */
  readonly receivedAt: Date;
  readonly receipt: string;
}

/** A line of an order. */
export interface LineRef {
  readonly position: number;
  /** The buyer's line number. */
  readonly lineId: string;
}

/** A line of a cart. */
interface InCart {
  /** Number of the line in the cart. */
  readonly line: number;
  readonly articleNumber: string;
  readonly name: LocalText;
}

/** A line of a cart, and what is ordered of it. Quantities are decimals in `unit`. */
export interface ComparedLine extends InCart {
  /** In the cart. */
  readonly quantity: string;
  readonly unit: string;
  /** Net price of one `unit` in the cart; absent where there was none. */
  readonly price?: string;
  /** Of the price. */
  readonly currency?: string;
  /** Last business day of the promise. */
  readonly until?: string;
  /** By this order. */
  readonly ordered: string;
  readonly orderLines: readonly LineRef[];
  /** By other orders. */
  readonly orderedElsewhere: string;
  /** What nobody has ordered; less than 0 where more is ordered than the cart had. A rejected or cancelled order takes nothing. */
  readonly left: string;
  readonly differences: readonly CartDifference[];
}

export interface ComparedCart {
  readonly sessionId: string;
  /** `7F3K-Q2WD` */
  readonly cart: string;
  readonly lines: readonly ComparedLine[];
}

export interface OrderAgainstCarts {
  readonly carts: readonly ComparedCart[];
  /** Lines of the order that come from none of them. */
  readonly added: readonly LineRef[];
  /** False where the order or its carts have more lines than are compared. */
  readonly isWhole: boolean;
}

const NONE: OrderAgainstCarts = { carts: [], added: [], isWhole: true };

/**
 * The comparison, cart by cart; no carts where the order names none of the partner's. A document that changes an order has none: the order
 * that it changes is compared. At most four SQL statements.
 */
export async function againstCarts(em: EntityManager, given: OrderToCompare): Promise<OrderAgainstCarts> {
  const { order, mode } = given;
  const { partnerId, header } = order;
  if (header.operation !== undefined) return NONE;
  const lines = await linesAfter(em, order.id, 0, MOST_COMPARED);
  const named = await cartLines(em, { partnerId, mode, header, lines: lines.map(({ line }) => line) });
  const sessionIds = new Set([...named.values()].map(({ sessionId }) => sessionId));
  if (named.size === 0) {
    const quoted = await quotedCart(em, { partnerId, mode, header });
    if (!quoted) return NONE;
    sessionIds.add(quoted.sessionId);
  }
  return compareCarts(em, given, { lines, named, sessionIds: [...sessionIds] });
}

interface LinesOfCarts {
  readonly lines: readonly OrderLineDetail[];
  /** The cart lines that lines come from, by position. */
  readonly named: ReadonlyMap<number, OrderedCartLine>;
  readonly sessionIds: readonly string[];
}

/** Lines of the order held against carts. */
export async function compareCarts(
  em: EntityManager,
  { order, mode, receipt }: OrderToCompare,
  { lines, named, sessionIds }: LinesOfCarts,
): Promise<OrderAgainstCarts> {
  const { partnerId, lineCount } = order;
  const rows = await readCartLines(em, sessionIds);
  const use = await cartUse(em, { partnerId, mode, except: order.id, lines: rows });
  const taken = takenLines(lines, named);
  const compared = rows.flatMap((row) => {
    const from = taken.get(useKey(row)) ?? [];
    // What the buyer took out of the cart again is there only where it is ordered all the same.
    return row.isRemoved && from.length === 0 ? [] : [{ row, line: compare(row, from, { use, receipt, order }) }];
  });
  const carts = Map.groupBy(compared, ({ row }) => row.sessionId);
  const used = new Set([...taken.values()].flat().map(({ position }) => position));
  return {
    carts: [...carts.values()].map((ofCart) => ({
      sessionId: ofCart[0]!.row.sessionId,
      cart: ofCart[0]!.row.cartCode,
      lines: ofCart.map(({ line }) => line),
    })),
    added: lines.filter(({ position }) => !used.has(position)).map(({ position, lineId }) => ({ position, lineId })),
    isWhole: lineCount <= MOST_COMPARED && rows.length < MOST_COMPARED,
  };
}

interface CartLineRow {
  sessionId: string;
  cartCode: string;
  line: number;
  productId: string;
  articleNumber: string;
  name: LocalText;
  quantity: string;
  unit: string;
  units: Units;
  seenPrice: string | null;
  /** Of the cart as it last went back. */
  currency: string | null;
  promise: CartPromise | null;
  isRemoved: boolean;
}

async function readCartLines(em: EntityManager, sessionIds: readonly string[]): Promise<CartLineRow[]> {
  const { rows } = await sql<CartLineRow>`
    select session.id as "sessionId", session.cart_code as "cartCode", line.number as line, product.id as "productId",
      product.article_number as "articleNumber", product.name, line.promise, line.removed_at is not null as "isRemoved",
      ${ofCartLine(sql.ref('line'))}
    from punch_out_session session join session_cart_line line on line.session_id = session.id
      join product on product.id = line.product_id
    where session.id = any(${[...sessionIds]}::uuid[])
    order by session.id, line.number limit ${MOST_COMPARED}`.execute(em.getKysely());
  return rows;
}

/** The lines of the order that come from each cart line: of the product that the cart had. */
function takenLines(
  lines: readonly OrderLineDetail[],
  named: ReadonlyMap<number, OrderedCartLine>,
): ReadonlyMap<string, OrderLineDetail[]> {
  const taken = new Map<string, OrderLineDetail[]>();
  for (const line of lines) {
    const from = named.get(line.position);
    if (!from || from.productId !== line.match?.productId) continue;
    taken.set(useKey(from), [...(taken.get(useKey(from)) ?? []), line]);
  }
  return taken;
}

interface Beside {
  readonly use: CartUse;
  readonly receipt: string;
  readonly order: OrderToCompare['order'];
}

function compare(row: CartLineRow, from: readonly OrderLineDetail[], { use, receipt, order }: Beside): ComparedLine {
  const { promise, line, articleNumber, name, quantity, unit } = row;
  const price = promise?.price ?? row.seenPrice ?? undefined;
  const currency = promise?.currency ?? row.currency ?? undefined;
  const shown = {
    ...{ line, articleNumber, name, quantity, unit },
    ...(price !== undefined && { price }),
    ...(currency !== undefined && { currency }),
    ...(promise && { until: promise.until }),
    orderLines: from.map(({ position, lineId }) => ({ position, lineId })),
  };
  const cart = lineOfCart(row);
  // The article has lost the unit since: nothing of it can be counted any more.
  if (!cart) return { ...shown, ordered: '0', orderedElsewhere: '0', left: quantity, differences: ['unit'] };
  const ordered = from.map((one) => orderedOf(one, order.currency));
  const elsewhere = use.get(useKey(row)) ?? '0';
  const inUnit = (shopQuantity: Decimal): string => plain(shopQuantity.div(cart.factor).toDecimalPlaces(8));
  return {
    ...shown,
    ordered: inUnit(ordered.reduce((sum, { shopQuantity }) => sum.plus(shopQuantity), new Decimal(0))),
    orderedElsewhere: inUnit(new Decimal(elsewhere)),
    left: leftOf(cart, { ordered: isEnded(order.status) ? [] : ordered, elsewhere }),
    differences: differencesOf(cart, { ordered, elsewhere, receipt }),
  };
}

function orderedOf({ line, match, comparison, quantities }: OrderLineDetail, currency: string): OrderedOfCart {
  // A price with VAT says nothing about the cart's, which is without.
  const perShopUnit = comparison?.vatPercent === undefined ? comparison?.askedPerShopUnit : undefined;
  return {
    unit: line.unit,
    shopQuantity: plain(new Decimal(quantities.agreed).times(match?.unitFactor ?? 0)),
    perShopUnit,
    currency,
  };
}
