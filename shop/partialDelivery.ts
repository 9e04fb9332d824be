import { Decimal, plain } from '../formats/document/decimal.ts';
import type { OrderLine } from '../formats/document/order.ts';
import type { Reason } from './evaluation.ts';
import type { ProductMatch } from './matching.ts';
import type { DeviationAction } from './orderPolicy.ts';
import { lineReason } from './reason.ts';

/**
 * A line that must come whole (PartialDeliveryIndicator false), of an article of which there is less than is ordered. Where the stock is
 * not told nothing is known against it.
 */
export function judgeWholeDelivery(line: OrderLine, match: ProductMatch, action: DeviationAction): Reason | undefined {
  const { product, shopQuantity, stock } = match;
  if (action === 'accept' || line.partialDelivery !== false || !product || shopQuantity === undefined) return undefined;
  if (stock === undefined || new Decimal(stock).gte(shopQuantity)) return undefined;
  const { articleNumber, shopUnit } = product;
  const facts = {
    articleNumber,
    ordered: `${shopQuantity} ${shopUnit}`,
    stock: `${plain(new Decimal(stock))} ${shopUnit}`,
  };
  const what = { field: 'PartialDeliveryIndicator', found: facts.ordered, expected: `at most ${facts.stock}`, facts };
  return { ...lineReason(line, 'PARTIAL_DELIVERY_FORBIDDEN', what), action };
}
