import type { EntityManager } from '@mikro-orm/postgresql';
import { plainDate } from '../formats/document/date.ts';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import { assortmentAllows } from './assortment.ts';
import { comparePrice, type Offer, type PriceJudgement } from './comparison.ts';
import type { EvaluatedLine, PriceOfTheDay, Reason, ReasonFacts } from './evaluation.ts';
import type { Memory } from './matchPolicy.ts';
import { matchLines, type ProductMatch } from './matching.ts';
import type { OrderPolicy, PriceDay } from './orderPolicy.ts';
import { isReached } from './priceCauses.ts';
import { otherPrices, pricesOfTheDay, type PriceItem } from './pricing.ts';
import { lineReason } from './reason.ts';
import { judgeWantedDate, wantedDay } from './wantedDate.ts';

export interface EvaluationQuestion {
  /** Absent while the customer is not known: then there are no prices to compare. */
  readonly customerId: string | undefined;
  /** Business days in the shop's time zone, `YYYY-MM-DD`: of the checks, of the receipt, and the first one on which we can deliver. */
  readonly days: { readonly checking: string; readonly receipt: string; readonly earliest: string };
  /** Currency and dates of the order. */
  readonly header: Pick<OrderHeader, 'currency' | 'issueDate' | 'requestedDelivery'>;
  /** Country whose VAT the articles have, ISO 3166-1 alpha-2. */
  readonly vatCountry: string;
  readonly policy: OrderPolicy;
  /** What was answered before about this partner; absent: nothing. */
  readonly memory?: Memory | undefined;
  /** Products of the cart lines that lines come from, by position. */
  readonly fromCarts?: ReadonlyMap<number, string> | undefined;
  /** At most some hundred lines: a long order is evaluated in batches. */
  readonly lines: readonly OrderLine[];
}

/** One line on its way: matched, then priced. */
interface LineInHand {
  readonly line: OrderLine;
  readonly match: ProductMatch;
  /** Business day that our price is of. */
  readonly day: string;
  readonly item: PriceItem | undefined;
  price?: PriceOfTheDay | undefined;
  judgement?: PriceJudgement;
}

/**
 * Product, unit, quantity and price of each line with every reason to wait. Two SQL statements whatever the number of lines; one more
 * where a price deviates, one or two more where the agreement minds the assortment, and one for each further day that prices are of.
 */
export async function evaluateLines(em: EntityManager, question: EvaluationQuestion): Promise<EvaluatedLine[]> {
  const { customerId, lines, policy, memory, fromCarts } = question;
  const matches = await matchLines(em, { customerId, lines, policy: policy.matching, memory, fromCarts });
  const inHand = lines.map((line, index): LineInHand => {
    const match = matches[index] ?? { reasons: [] };
    const { product, shopQuantity } = match;
    const item = product && shopQuantity !== undefined ? { productId: product.productId, shopQuantity } : undefined;
    return { line, match, day: priceDayOf(line, question), item };
  });
  if (customerId !== undefined) await comparePrices(em, customerId, inHand, question);
  const outside = await outsideAssortment(em, inHand, question);
  return inHand.map((one) => evaluated(one, outside, question));
}

/** The business day that our price of a line is of; that of the checks where the order does not tell another. */
function priceDayOf(line: OrderLine, { days, header, policy }: EvaluationQuestion): string {
  const ofDay: Readonly<Record<PriceDay, string | undefined>> = {
    checking: days.checking,
    receipt: days.receipt,
    orderDate: plainDate(header.issueDate),
    wantedDelivery: wantedDay(line, header),
  };
  return ofDay[policy.price.day] ?? days.checking;
}

async function comparePrices(
  em: EntityManager,
  customerId: string,
  inHand: readonly LineInHand[],
  question: EvaluationQuestion,
): Promise<void> {
  const { currency } = question.header;
  for (const [day, group] of byDay(inHand)) {
    const items = group.flatMap(({ item }) => item ?? []);
    const prices = await pricesOfTheDay(em, { customerId, day, currency, items });
    for (const [index, one] of group.entries()) {
      one.price = prices[index];
      const offer = offerOf(one, question);
      if (offer) one.judgement = comparePrice(one.line, offer);
    }
    const toExplain = group.filter(({ judgement }) =>
      judgement?.reasons.some(({ code }) => code === 'PRICE_DEVIATION'),
    );
    if (toExplain.length === 0) continue;
    const wanted = toExplain.flatMap(({ item }) => item ?? []);
    const others = await otherPrices(em, { customerId, day, currency, items: wanted });
    for (const [index, one] of toExplain.entries()) explain(one, others[index] ?? [], question);
  }
}

function byDay(inHand: readonly LineInHand[]): Map<string, LineInHand[]> {
  return Map.groupBy(
    inHand.filter(({ item }) => item),
    ({ day }) => day,
  );
}

function offerOf({ match, price }: LineInHand, { policy, vatCountry }: EvaluationQuestion): Offer | undefined {
  const { product, units, shopQuantity, vat = [] } = match;
  if (!product || !units || shopQuantity === undefined || !price) return undefined;
  const vatPercent = vat.find(({ country }) => country === vatCountry)?.rate;
  const { articleNumber } = product;
  return { articleNumber, units, shopQuantity, priceOfTheDay: price, policy: policy.price, vatPercent };
}

/** A price that deviates is ours of some days ago, where the agreement still accepts that, or is compared anew with what explains it. */
function explain(one: LineInHand, others: readonly PriceOfTheDay[], question: EvaluationQuestion): void {
  const offer = offerOf(one, question);
  if (!offer) return;
  const oldest = daysBefore(one.day, question.policy.price.oldPriceDays);
  for (const price of others) {
    const isStillRight = price.validTo !== undefined && price.validTo >= oldest && isReached(price, offer);
    const judgement = isStillRight ? comparePrice(one.line, { ...offer, priceOfTheDay: price }) : undefined;
    if (!judgement || judgement.comparison.band) continue;
    one.price = price;
    one.judgement = judgement;
    return;
  }
  one.judgement = comparePrice(one.line, { ...offer, others });
}

function daysBefore(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - count);
  return date.toISOString().slice(0, 10);
}

/** Ids of ordered products that the agreement's assortment does not have. */
async function outsideAssortment(
  em: EntityManager,
  inHand: readonly LineInHand[],
  { customerId, days, header, policy }: EvaluationQuestion,
): Promise<ReadonlySet<string>> {
  if (!policy.assortment || customerId === undefined) return new Set();
  const ids = inHand.flatMap(({ match }) => match.product?.productId ?? []);
  const { within } = policy.assortment;
  const shopper = {
    customerId,
    day: days.checking,
    currency: header.currency,
    language: 'sv',
    assortment: within,
  } as const;
  const inside = await assortmentAllows(em, shopper, ids);
  return new Set(ids.filter((id) => !inside.has(id)));
}

function evaluated(one: LineInHand, outside: ReadonlySet<string>, question: EvaluationQuestion): EvaluatedLine {
  const { line, match, price, judgement, item, day } = one;
  const { product, shopQuantity } = match;
  const { customerId, header, policy, days } = question;
  const reasons = match.reasons.map((reason) => (isLimit(reason) ? { ...reason, action: policy.quantity } : reason));
  if (product && policy.assortment && outside.has(product.productId)) {
    const { articleNumber } = product;
    const what = {
      field: 'Item',
      found: articleNumber,
      expected: 'an article of the assortment',
      facts: { articleNumber },
    };
    reasons.push({ ...lineReason(line, 'OUTSIDE_ASSORTMENT', what), action: policy.assortment.action });
  }
  const delivery = { day: days.checking, earliest: days.earliest };
  const tooSoon = judgeWantedDate(line, wantedDay(line, header), delivery, policy.wantedDate);
  if (tooSoon) reasons.push(tooSoon);
  if (judgement) reasons.push(...judgement.reasons);
  else if (product && item && customerId !== undefined)
    reasons.push(priceOfTheDayMissing(line, { articleNumber: product.articleNumber, currency: header.currency, day }));
  return {
    position: line.position,
    lineId: line.id,
    ...(product && { product }),
    ...(match.freeText && { freeText: true as const }),
    ...(shopQuantity !== undefined && { shopQuantity }),
    ...(price && { priceOfTheDay: price }),
    ...(judgement && { comparison: { ...judgement.comparison, day } }),
    ...(judgement?.change && { change: judgement.change }),
    reasons,
  };
}

/** A quantity that could be delivered if the shop wanted to; one that makes no sense is nobody's policy. */
function isLimit(reason: Reason): boolean {
  return reason.code === 'QUANTITY_NOT_ALLOWED' && !['positive', 'digits'].includes(reason.facts.limit.kind);
}

function priceOfTheDayMissing(line: OrderLine, facts: ReasonFacts['PRICE_OF_THE_DAY_MISSING']): Reason {
  const { articleNumber, currency, day } = facts;
  const found = `no price of ${articleNumber} in ${currency} on ${day}`;
  const expected = 'a price in a list of the customer';
  return lineReason(line, 'PRICE_OF_THE_DAY_MISSING', { field: 'Price', found, expected, facts });
}
