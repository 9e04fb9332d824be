import { Decimal, isDecimal } from '../../../../formats/document/decimal.ts';
import type { OrderLineDetail } from '../../../../shop/orderQueries.ts';
import { priceText } from '../../../../shop/priceText.ts';

/**
 * Our price of a line in the buyer's terms, per the base quantity that the buyer named: what a decision for our price says. Undefined where
 * the reasons of the line do not tell it, or the buyer's unit is not known.
 */
export function ourPriceOf({ reasons, line, match }: OrderLineDetail): string | undefined {
  for (const reason of reasons) {
    if (reason.code === 'PRICE_DEVIATION') return reason.facts.ours;
    if (reason.code !== 'PRICE_MISSING' && reason.code !== 'PRICE_ZERO') continue;
    const { baseQuantity = '1', baseQuantityUnit = line.unit } = line.price ?? {};
    const factor = match?.unitFactor;
    if (factor === undefined || baseQuantityUnit !== line.unit || !isDecimal(baseQuantity)) return undefined;
    return priceText(new Decimal(reason.facts.price).times(factor).times(baseQuantity));
  }
  return undefined;
}
