import type { EntityManager } from '@mikro-orm/postgresql';
import type { OrderLine } from '../formats/document/order.ts';
import { comparePrice, type PricePolicy } from './comparison.ts';
import type { EvaluatedLine, PriceOfTheDay, Reason, ReasonFacts } from './evaluation.ts';
import { matchLines, type ProductMatch } from './matching.ts';
import { pricesOfTheDay } from './pricing.ts';
import { lineReason } from './reason.ts';

export interface EvaluationQuestion {
  /** Absent while the customer is not known: then there are no prices to compare. */
  readonly customerId: string | undefined;
  /** Business day in the shop's time zone, `YYYY-MM-DD`. */
  readonly day: string;
  /** Currency of the order. */
  readonly currency: string;
  readonly policy: PricePolicy;
  /** At most some hundred lines: a long order is evaluated in batches. */
  readonly lines: readonly OrderLine[];
}

/** Product, unit, quantity and price of each line with every reason to wait. Two SQL statements whatever the number of lines. */
export async function evaluateLines(em: EntityManager, question: EvaluationQuestion): Promise<EvaluatedLine[]> {
  const { customerId, day, currency, lines } = question;
  const matches = await matchLines(em, { customerId, lines });
  const items = matches.flatMap(({ product, shopQuantity }, index) =>
    product && shopQuantity !== undefined ? [{ index, productId: product.productId, shopQuantity }] : [],
  );
  const prices = customerId === undefined ? [] : await pricesOfTheDay(em, { customerId, day, currency, items });
  const priceByIndex = new Map(items.map(({ index }, at) => [index, prices[at]]));
  return lines.map((line, index) =>
    evaluated(line, matches[index] ?? { reasons: [] }, priceByIndex.get(index), question),
  );
}

function evaluated(
  line: OrderLine,
  match: ProductMatch,
  priceOfTheDay: PriceOfTheDay | undefined,
  { customerId, day, currency, policy }: EvaluationQuestion,
): EvaluatedLine {
  const { product, units, shopQuantity } = match;
  const reasons: Reason[] = [...match.reasons];
  const judgement =
    product && priceOfTheDay && units && shopQuantity !== undefined
      ? comparePrice(line, { articleNumber: product.articleNumber, units, shopQuantity, priceOfTheDay, policy })
      : undefined;
  if (judgement) reasons.push(...judgement.reasons);
  else if (product && shopQuantity !== undefined && customerId !== undefined)
    reasons.push(priceOfTheDayMissing(line, { articleNumber: product.articleNumber, currency, day }));
  return {
    position: line.position,
    lineId: line.id,
    ...(product && { product }),
    ...(shopQuantity !== undefined && { shopQuantity }),
    ...(priceOfTheDay && { priceOfTheDay }),
    ...(judgement && { comparison: judgement.comparison }),
    reasons,
  };
}

function priceOfTheDayMissing(line: OrderLine, facts: ReasonFacts['PRICE_OF_THE_DAY_MISSING']): Reason {
  const { articleNumber, currency, day } = facts;
  const found = `no price of ${articleNumber} in ${currency} on ${day}`;
  const expected = 'a price in a list of the customer';
  return lineReason(line, 'PRICE_OF_THE_DAY_MISSING', { field: 'Price', found, expected, facts });
}
