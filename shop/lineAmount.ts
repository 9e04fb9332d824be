import { Decimal, isDecimal } from '../formats/document/decimal.ts';
import type { OrderLine } from '../formats/document/order.ts';
import type { Reason } from './evaluation.ts';
import type { DeviationAction } from './orderPolicy.ts';
import { CENTS } from './priceText.ts';
import { lineReason } from './reason.ts';

export interface ExpectedAmount {
  readonly currency: string;
  /** Quantity x price / base quantity, exactly. */
  readonly exact: Decimal;
  /** What the sender may have lost by rounding the price. */
  readonly rounding: Decimal;
  readonly action: DeviationAction;
}

/**
 * The line amount must be quantity x price / base quantity. The sender may have rounded the price to the decimals that it is sent with
 * (two at least), and the amount to cents: half of the last decimal of the price for every base quantity ordered, and one cent, are no
 * deviation. 28A has no official rule for it.
 */
export function judgeLineAmount(
  line: OrderLine,
  { currency, exact, rounding, action }: ExpectedAmount,
): Reason | undefined {
  const sent = line.lineExtensionAmount;
  if (sent === undefined) return undefined;
  const expected = exact.toDecimalPlaces(CENTS, Decimal.ROUND_HALF_UP);
  const tolerance = rounding.plus('0.01');
  if (isDecimal(sent) && new Decimal(sent.trim()).minus(expected).abs().lte(tolerance)) return undefined;
  const what = { field: 'LineExtensionAmount', found: sent, expected: expected.toFixed(CENTS), facts: { currency } };
  return { ...lineReason(line, 'AMOUNT_DEVIATION', what), action };
}
