import { Decimal, plain } from '../../formats/document/decimal.ts';
import type { LinePrice } from '../../formats/document/order.ts';
import { comparePrice, type Offer } from '../../shop/comparison.ts';
import type { PriceOfTheDay } from '../../shop/evaluation.ts';
import { orderLine } from './lines.ts';
import { policyOf, type Settings } from './policy.ts';

export const units = { shopUnit: 'C62', factors: { BX: '10', ST: '3', RO: '0.25' } };
/** An agreement that takes changes. */
export const agreed = (price: Settings['price'] = {}) =>
  policyOf({ answers: { acceptance: 'whenClean', changesAllowed: true }, price: { missing: 'hold', ...price } }).price;
export const strict = agreed();

export function ours(price: Partial<PriceOfTheDay> = {}): PriceOfTheDay {
  const { amount = '12.5', baseQuantity = '1' } = price;
  return {
    amount,
    currency: 'SEK',
    unit: 'C62',
    baseQuantity,
    perShopUnit: plain(new Decimal(amount).div(baseQuantity)),
    priceList: 'BAS',
    quantityBreak: '0',
    chosenBy: 'base',
    ...price,
  };
}

export function offer(more: Partial<Offer> = {}): Offer {
  return { articleNumber: 'PEN', units, shopQuantity: '10', priceOfTheDay: ours(), policy: strict, ...more };
}

export function compare(price: LinePrice, more: Partial<Offer> = {}, line: Parameters<typeof orderLine>[0] = {}) {
  return comparePrice(orderLine({ quantity: '10', ...line, price }), offer(more));
}
