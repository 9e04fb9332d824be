/** How much of a product is ordered, in shop units, and whether that much can be delivered. Pure. */
import { Decimal, isDecimal, plain } from '../formats/document/decimal.ts';
import type { OrderLine } from '../formats/document/order.ts';
import type { QuantityLimit, Reason } from './evaluation.ts';
import type { ProductHit } from './productLadder.ts';
import { lineReason } from './reason.ts';

/** Places of order_line.shop_quantity. */
const QUANTITY_SCALE = 12;
const QUANTITY_LIMIT = new Decimal('1e15');

/** @param factor shop units in one ordered unit */
export function judgeQuantity(
  line: OrderLine,
  hit: ProductHit,
  factor: Decimal,
): { shopQuantity?: string; problem?: Reason } {
  const ordered = isDecimal(line.quantity) ? new Decimal(line.quantity.trim()) : undefined;
  const refuse = (limit: QuantityLimit): Reason =>
    lineReason(line, 'QUANTITY_NOT_ALLOWED', {
      field: 'Quantity',
      found: `${line.quantity} ${line.unit}`,
      expected: limitText(limit),
      facts: { articleNumber: hit.article_number, limit },
    });
  if (!ordered?.gt(0)) return { problem: refuse({ kind: 'positive' }) };
  const quantity = ordered.times(factor).toDecimalPlaces(QUANTITY_SCALE);
  if (quantity.gte(QUANTITY_LIMIT) || quantity.isZero()) return { problem: refuse({ kind: 'digits' }) };
  const passed = passedLimit(quantity, hit);
  return { shopQuantity: plain(quantity), ...(passed && { problem: refuse(passed) }) };
}

function passedLimit(quantity: Decimal, { minimum, maximum, multiple, unit }: ProductHit): QuantityLimit | undefined {
  const limit = (kind: 'minimum' | 'maximum' | 'multiple', value: string): QuantityLimit => ({
    kind,
    of: `${plain(new Decimal(value))} ${unit}`,
  });
  if (minimum !== null && quantity.lt(minimum)) return limit('minimum', minimum);
  if (maximum !== null && quantity.gt(maximum)) return limit('maximum', maximum);
  if (multiple !== null && !quantity.mod(multiple).isZero()) return limit('multiple', multiple);
  return undefined;
}

const LIMIT_WORDS: Readonly<Record<QuantityLimit['kind'], string>> = {
  positive: 'more than 0',
  digits: 'a quantity with at most 15 digits',
  minimum: 'at least',
  maximum: 'at most',
  multiple: 'a multiple of',
};

function limitText({ kind, of }: QuantityLimit): string {
  return [LIMIT_WORDS[kind], of].filter(Boolean).join(' ');
}
