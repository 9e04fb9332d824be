import type { OrderLine } from '../formats/document/order.ts';
import type { Reason, ReasonFacts } from './evaluation.ts';
import type { LivePolicy } from './input/connection.ts';
import { lineReason } from './reason.ts';

/** What becomes of a line whose price the shop behind us has not told. */
export type LiveEffect = Exclude<LivePolicy, 'off'>;

/** The shop behind us has not told its price: a person decides, or the price that is stored counts and is told. */
export function livePriceMissing(
  line: OrderLine,
  facts: ReasonFacts['LIVE_PRICE_MISSING'],
  effect: LiveEffect,
): Reason {
  const { articleNumber, currency, fault } = facts;
  const found = 'found' in fault ? `${fault.code} ${fault.found}` : fault.code;
  const expected = `the shop's price of ${articleNumber} in ${currency}`;
  const reason = lineReason(line, 'LIVE_PRICE_MISSING', { field: 'Price', found, expected, facts });
  return { ...reason, action: effect === 'hold' ? 'hold' : 'notify' };
}
