import type { EntityManager } from '@mikro-orm/postgresql';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import { agreedPrices } from './agreedPrices.ts';
import { ArticleQuantities } from './articleQuantities.ts';
import { comparePrice, type Offer, type PriceJudgement } from './comparison.ts';
import type { PriceOfTheDay } from './evaluation.ts';
import { converted, exchangeRatesInto } from './exchangeRates.ts';
import type { Memory } from './matchPolicy.ts';
import type { ProductMatch } from './matching.ts';
import type { PricePolicy } from './orderPolicy.ts';
import { isReached } from './priceCauses.ts';
import { findPrices, type CartLine, type LineToPrice, type ToldPrices } from './priceSources.ts';
import { otherPrices, type PriceItem } from './pricing.ts';

/** One line on its way: matched, then priced. */
export interface LineInHand {
  readonly line: OrderLine;
  readonly match: ProductMatch;
  /** Business day that our price is of. */
  readonly day: string;
  readonly item: PriceItem | undefined;
  price?: PriceOfTheDay | undefined;
  judgement?: PriceJudgement;
}

export interface PricingQuestion {
  readonly customerId: string;
  /** Business day of the receipt. */
  readonly receipt: string;
  readonly header: Pick<OrderHeader, 'currency' | 'quotation' | 'contract'>;
  readonly vatCountry: string;
  readonly policy: PricePolicy;
  /** What was answered before about this partner; absent: nothing. */
  readonly memory?: Memory | undefined;
  /** Lines of returned carts that lines come from, by position. */
  readonly fromCarts?: ReadonlyMap<number, CartLine> | undefined;
  /** The catalogue that the partner was sent; absent: none is asked. */
  readonly told?: ToldPrices | undefined;
  /** A cart promises nothing any more of a line that other orders have used up. */
  readonly promiseEnds: boolean;
  /** Of the whole order, where the lines in hand are not all of it. */
  readonly quantities?: ArticleQuantities | undefined;
}

/**
 * Prices the lines that have a product, and judges what they ask for. One SQL statement for each day and source; where a price deviates
 * two more: what a person has agreed to, and what may be behind it; where one is missing two for each currency with a rate.
 */
export async function judgePrices(
  em: EntityManager,
  lines: readonly LineInHand[],
  question: PricingQuestion,
): Promise<void> {
  const priced = lines.filter(({ item }) => item);
  const quantities = question.quantities ?? sumOf(priced);
  for (const [day, group] of Map.groupBy(priced, (line) => line.day)) {
    await price(em, day, group, { ...question, quantities });
    for (const one of group) judge(one, { ...question, quantities });
    await agree(em, group, { ...question, quantities });
    await explain(em, day, group, { ...question, quantities });
  }
}

type Pricing = PricingQuestion & { readonly quantities: ArticleQuantities };

function sumOf(lines: readonly LineInHand[]): ArticleQuantities {
  const quantities = new ArticleQuantities();
  quantities.add(lines.flatMap(({ item }) => item ?? []));
  return quantities;
}

async function price(em: EntityManager, day: string, lines: readonly LineInHand[], question: Pricing): Promise<void> {
  const { customerId, receipt, header, policy, fromCarts, told, promiseEnds } = question;
  const toPrice = lines.map(({ line, match, item }): LineToPrice => ({
    line,
    item: policy.breaks === 'article' ? question.quantities.of(item!) : item!,
    units: match.units!,
    fromCart: fromCarts?.get(line.position),
  }));
  const ask = { customerId, day, receipt, header, against: policy.against, told, promiseEnds };
  const prices = await findPrices(em, toPrice, ask);
  if (prices.includes(undefined)) await convert(em, toPrice, prices, ask);
  for (const [index, one] of lines.entries()) one.price = prices[index];
}

/** Prices in another currency, where a rate into the order's is known on the day: the first currency by its code that has one. */
async function convert(
  em: EntityManager,
  lines: readonly LineToPrice[],
  prices: (PriceOfTheDay | undefined)[],
  ask: Parameters<typeof findPrices>[2],
): Promise<void> {
  for (const rate of await exchangeRatesInto(em, ask.header.currency, ask.day)) {
    const open = [...lines.keys()].filter((index) => prices[index] === undefined);
    if (open.length === 0) return;
    const header = { ...ask.header, currency: rate.currency };
    const found = await findPrices(
      em,
      open.map((index) => lines[index]!),
      { ...ask, header },
    );
    for (const [at, index] of open.entries()) {
      const other = found[at];
      if (other) prices[index] = converted(other, rate);
    }
  }
}

function judge(one: LineInHand, question: Pricing, more: Partial<Offer> = {}): void {
  const offer = offerOf(one, question);
  if (offer) one.judgement = comparePrice(one.line, { ...offer, ...more });
}

function offerOf({ match, price: ours, item }: LineInHand, question: Pricing): Offer | undefined {
  const { product, units, shopQuantity, vat = [] } = match;
  if (!product || !units || shopQuantity === undefined || !ours || !item) return undefined;
  const { policy, vatCountry, quantities } = question;
  const vatPercent = vat.find(({ country }) => country === vatCountry)?.rate;
  const offer = { articleNumber: product.articleNumber, units, shopQuantity, priceOfTheDay: ours, policy, vatPercent };
  return policy.breaks === 'article' ? { ...offer, breakQuantity: quantities.of(item).shopQuantity } : offer;
}

function isDeviating({ judgement }: LineInHand): boolean {
  return judgement?.reasons.some(({ code }) => code === 'PRICE_DEVIATION') ?? false;
}

/** A price that a person has accepted until a day is accepted. */
async function agree(em: EntityManager, lines: readonly LineInHand[], question: Pricing): Promise<void> {
  const deviating = lines.filter(isDeviating);
  const { memory, customerId, header } = question;
  if (!memory || deviating.length === 0) return;
  const productIds = deviating.map(({ item }) => item!.productId);
  const agreed = await agreedPrices(em, { memory, customerId, currency: header.currency, productIds });
  for (const one of deviating) judge(one, question, { agreed: agreed.get(one.item!.productId) ?? [] });
}

/** A price that deviates is ours of some days ago, where the agreement still accepts that, or is compared anew with what explains it. */
async function explain(em: EntityManager, day: string, lines: readonly LineInHand[], question: Pricing): Promise<void> {
  const deviating = lines.filter(isDeviating);
  if (deviating.length === 0) return;
  const { customerId, header, policy } = question;
  const items = deviating.map(({ item }) => item!);
  const others = await otherPrices(em, { customerId, day, currency: header.currency, items });
  const oldest = daysBefore(day, policy.oldPriceDays);
  for (const [index, one] of deviating.entries()) {
    const older = earlierPrice(one, others[index] ?? [], { question, oldest });
    if (older) Object.assign(one, older);
    else judge(one, question, { others: others[index] ?? [], fromCart: question.fromCarts?.get(one.line.position) });
  }
}

/** The price of a day not before `oldest` that the line asks for exactly. */
function earlierPrice(
  one: LineInHand,
  others: readonly PriceOfTheDay[],
  { question, oldest }: { readonly question: Pricing; readonly oldest: string },
): Required<Pick<LineInHand, 'price' | 'judgement'>> | undefined {
  const offer = offerOf(one, question);
  if (!offer) return undefined;
  const reached = { units: offer.units, shopQuantity: offer.breakQuantity ?? offer.shopQuantity };
  for (const earlier of others) {
    if (earlier.validTo === undefined || earlier.validTo < oldest || !isReached(earlier, reached)) continue;
    const judgement = comparePrice(one.line, { ...offer, priceOfTheDay: earlier });
    if (!judgement.comparison.band) return { price: earlier, judgement };
  }
  return undefined;
}

function daysBefore(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - count);
  return date.toISOString().slice(0, 10);
}
