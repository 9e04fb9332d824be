import { Decimal } from '../../../../formats/document/decimal.ts';
import { againstCarts, type ComparedLine, type LineRef } from '../../../../sessions/cartOfOrder.ts';
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

/** The order held against the carts that it comes from; undefined where it names none. */
export async function cartsView(visit: AdminVisit, { order, document }: OrderInHand): Promise<CartsView | undefined> {
  const { em, root, shop = { timeZone: 'UTC' } } = visit;
  const receipt = businessDay(shop, document.receivedAt);
  const { carts, added, isWhole } = await againstCarts(em, { order, mode: document.mode, receipt });
  if (carts.length === 0) return undefined;
  return {
    carts: carts.map(({ sessionId, cart, lines }) => ({
      ...{ cart, href: `${root}/admin/sessions/${sessionId}` },
      lines: lines.map((line) => lineOf(visit, line, order.currency)),
    })),
    added: refs(added),
    isWhole,
    isSame:
      added.length === 0 && carts.every(({ lines }) => lines.every(({ differences }) => differences.length === 0)),
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
