import { Decimal } from '../../../../formats/document/decimal.ts';
import { againstCarts, type ComparedCart, type ComparedLine, type LineRef } from '../../../../sessions/cartOfOrder.ts';
import { likeCart, type LikeCart } from '../../../../sessions/likeCart.ts';
import { businessDay } from '../../../../shop/profile.ts';
import { localText } from '../../../../shop/localText.ts';
import type { AdminVisit } from '../../visit.ts';
import type { CartsView } from '../views.ts';
import type { OrderInHand } from './inHand.ts';
import { amountOf } from './lines.ts';

const differenceKeys = {
  missing: 'orderCartMissing',
  quantity: 'orderCartQuantity',
  overUsed: 'orderCartOverUsed',
  price: 'orderCartPrice',
  unit: 'orderCartUnit',
  expired: 'orderCartExpired',
} as const;

/** The order held against the carts that it comes from, or the one that it looks like; undefined where there is none. */
export async function cartsView(visit: AdminVisit, { order, document }: OrderInHand): Promise<CartsView | undefined> {
  const { em, shop = { timeZone: 'UTC' } } = visit;
  const { mode, receivedAt } = document;
  const given = { order, mode, receivedAt, receipt: businessDay(shop, receivedAt) };
  const { carts, added, isWhole } = await againstCarts(em, given);
  if (carts.length === 0) return likeView(visit, order.currency, await likeCart(em, given));
  return {
    carts: carts.map((cart) => cartOf(visit, cart, order.currency)),
    added: refs(added),
    isWhole,
    isSame:
      added.length === 0 && carts.every(({ lines }) => lines.every(({ differences }) => differences.length === 0)),
    like: '',
  };
}

/** A suggestion, with the comparison folded away. */
function likeView(visit: AdminVisit, currency: string, like: LikeCart | undefined): CartsView | undefined {
  if (!like) return undefined;
  const { tongue } = visit;
  const returned = tongue.w.time(like.returnedAt);
  const text = tongue.t.orderCartLike({ cart: like.cart, returned });
  return { carts: [cartOf(visit, like, currency)], added: '', isWhole: true, isSame: false, like: text };
}

function cartOf(
  visit: AdminVisit,
  { sessionId, cart, lines }: ComparedCart,
  currency: string,
): CartsView['carts'][number] {
  return {
    ...{ cart, href: `${visit.root}/admin/sessions/${sessionId}` },
    lines: lines.map((line) => lineOf(visit, line, currency)),
  };
}

function lineOf(
  visit: AdminVisit,
  line: ComparedLine,
  orderCurrency: string,
): CartsView['carts'][number]['lines'][number] {
  const { tongue, reader } = visit;
  const { unit, price, until, currency = orderCurrency } = line;
  const amount = (quantity: string): string => (new Decimal(quantity).isZero() ? '' : amountOf(visit, quantity, unit));
  return {
    ...{ line: line.line, article: line.articleNumber, name: localText(line.name, reader.language) },
    inCart: amountOf(visit, line.quantity, unit),
    price: price === undefined ? '' : tongue.w.money(price, currency),
    until: until === undefined ? '' : tongue.w.day(until),
    ordered: amount(line.ordered),
    orderLines: refs(line.orderLines),
    elsewhere: amount(line.orderedElsewhere),
    left: amount(new Decimal(line.left).isNegative() ? '0' : line.left),
    differences: line.differences.map((difference) => differenceKeys[difference]),
  };
}

function refs(lines: readonly LineRef[]): string {
  return lines.map(({ lineId }) => lineId).join(', ');
}
