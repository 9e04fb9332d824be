import type { EntityManager } from '@mikro-orm/postgresql';
import { plainDate } from '../formats/document/date.ts';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import { assortmentAllows } from './assortment.ts';
import { livePriceMissing, type LiveEffect } from './liveReason.ts';
import { liveFaults } from './livePrices.ts';
import type { ArticleQuantities } from './articleQuantities.ts';
import type { EvaluatedLine, PriceChosenBy, Reason, ReasonFacts } from './evaluation.ts';
import { CartQuantities, judgeCart } from './judgeCart.ts';
import { judgePrices, type LineInHand } from './judgePrices.ts';
import type { Memory } from './matchPolicy.ts';
import { matchLines, type ProductMatch } from './matching.ts';
import type { OrderPolicy, PriceDay } from './orderPolicy.ts';
import type { CartLine, ToldPrices } from './priceSources.ts';
import type { PriceItem } from './pricing.ts';
import { judgeWholeDelivery } from './partialDelivery.ts';
import { lineReason } from './reason.ts';
import { lineToRead } from './toRead.ts';
import { judgeWantedDate, wantedDay } from './wantedDate.ts';

export interface EvaluationQuestion {
  /** Absent while the customer is not known: then there are no prices to compare. */
  readonly customerId: string | undefined;
  /** Business days in the shop's time zone, `YYYY-MM-DD`: of the checks, of the receipt, and the first one on which we can deliver. */
  readonly days: { readonly checking: string; readonly receipt: string; readonly earliest: string };
  /** Currency, dates and references of the order. */
  readonly header: Pick<OrderHeader, 'currency' | 'issueDate' | 'requestedDelivery' | 'quotation' | 'contract'>;
  /** Country whose VAT the articles have, ISO 3166-1 alpha-2. */
  readonly vatCountry: string;
  readonly policy: OrderPolicy;
  /** What was answered before about this partner; absent: nothing. */
  readonly memory?: Memory | undefined;
  /** Lines of returned carts that lines come from, by position. */
  readonly fromCarts?: ReadonlyMap<number, CartLine> | undefined;
  /** What earlier lines of the order have of carts; absent: these are the first. */
  readonly taken?: CartQuantities | undefined;
  /** The catalogue that the partner was sent; absent: none is asked. */
  readonly told?: ToldPrices | undefined;
  /** Of the whole order, where the lines are not all of it; quantity breaks may count it. */
  readonly quantities?: ArticleQuantities | undefined;
  /** What becomes of lines whose price the shop behind us has not told; absent: it is not asked. */
  readonly live?: LiveEffect | undefined;
  /** At most some hundred lines: a long order is evaluated in batches. */
  readonly lines: readonly OrderLine[];
}

/**
 * Product, unit, quantity and price of each line with every reason to wait. Two SQL statements whatever the number of lines; more
 * where a price deviates or is missing (shop/judgePrices.ts), one or two where the agreement minds the assortment, one where the shop
 * behind us is asked for prices.
 */
export async function evaluateLines(em: EntityManager, question: EvaluationQuestion): Promise<EvaluatedLine[]> {
  const { customerId, lines, policy, memory } = question;
  const matches = await match(em, question);
  const inHand = lines.map((line, index): LineInHand => {
    const match = matches[index] ?? { reasons: [] };
    return { line, match, day: priceDayOf(line, question), item: itemOf(match) };
  });
  if (customerId !== undefined) {
    const { header, vatCountry, days, quantities, fromCarts, told } = question;
    const pricing = {
      customerId,
      receipt: days.receipt,
      header,
      vatCountry,
      policy: policy.price,
      memory,
      promiseEnds: policy.cart.promiseEnds,
    };
    await judgePrices(em, inHand, { ...pricing, fromCarts, told, quantities });
  }
  const outside = await outsideAssortment(em, inHand, question);
  const untold = await untoldPrices(em, inHand, question);
  const { taken = new CartQuantities(), header, days } = question;
  const cartQuestion = { policy: policy.cart, receipt: days.receipt, currency: header.currency, taken };
  return inHand.map((one, index) => {
    const line = evaluated(one, outside, question);
    const { cart, reasons } = judgeCart(one, question.fromCarts?.get(line.position), cartQuestion);
    const all = [...line.reasons, ...reasons, ...[untold[index]].filter((reason) => reason !== undefined)];
    return { ...line, ...(cart && { cart }), reasons: all };
  });
}

/** What the lines order of known products, so that a long order may be summed up before it is evaluated. One SQL statement. */
export async function orderedItems(em: EntityManager, question: EvaluationQuestion): Promise<PriceItem[]> {
  return (await match(em, question)).flatMap((one) => itemOf(one) ?? []);
}

function match(em: EntityManager, question: EvaluationQuestion): Promise<ProductMatch[]> {
  const { customerId, lines, policy, memory, fromCarts = new Map<number, CartLine>() } = question;
  const products = new Map([...fromCarts].map(([position, { productId }]) => [position, productId]));
  return matchLines(em, { customerId, lines, policy: policy.matching, memory, fromCarts: products });
}

function itemOf({ product, shopQuantity }: ProductMatch): PriceItem | undefined {
  return product && shopQuantity !== undefined ? { productId: product.productId, shopQuantity } : undefined;
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

/** Of each line that should have a price from the shop behind us and has none, the reason. */
async function untoldPrices(
  em: EntityManager,
  inHand: readonly LineInHand[],
  { customerId, days, header, policy, live }: EvaluationQuestion,
): Promise<(Reason | undefined)[]> {
  if (live === undefined || customerId === undefined || !policy.price.against.includes('day')) return [];
  const productIds = inHand.flatMap(({ match }) => match.product?.productId ?? []);
  const faults = await liveFaults(em, { customerId, currency: header.currency, productIds });
  return inHand.map(({ line, match: { product }, price, day }) => {
    const fault = product && faults.get(product.productId);
    const isPromised = price !== undefined && !listKinds.has(price.chosenBy);
    if (!product || !fault || isPromised || day !== days.checking) return undefined;
    return livePriceMissing(line, { articleNumber: product.articleNumber, currency: header.currency, fault }, live);
  });
}

/** What has a price of a quotation, a contract, a returned cart or a catalogue was offered. */
const listKinds: ReadonlySet<PriceChosenBy> = new Set(['customer', 'group', 'base']);

function evaluated(one: LineInHand, outside: ReadonlySet<string>, question: EvaluationQuestion): EvaluatedLine {
  const { line, match, price, judgement, item, day } = one;
  const { product, shopQuantity } = match;
  const { customerId, header, policy, days } = question;
  const reasons = match.reasons.map((reason) => (isLimit(reason) ? { ...reason, action: policy.quantity } : reason));
  const isPromised = price !== undefined && !listKinds.has(price.chosenBy);
  if (product && policy.assortment && !isPromised && outside.has(product.productId)) {
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
  const isShort = judgeWholeDelivery(line, match, policy.partialDelivery);
  const toRead = lineToRead(line, policy);
  reasons.push(...[tooSoon, isShort, toRead].filter((reason) => reason !== undefined));
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
