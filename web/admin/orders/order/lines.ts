import { reasonSentence, timelineSentence } from '../../../../documents/sentences.ts';
import { unitName } from '../../../../documents/unitNames.ts';
import { Decimal, isDecimal } from '../../../../formats/document/decimal.ts';
import type { LinePrice } from '../../../../formats/document/order.ts';
import type { PriceOfTheDay, Reason } from '../../../../shop/evaluation.ts';
import type { OrderPolicy } from '../../../../shop/orderPolicy.ts';
import type { OrderLineDetail } from '../../../../shop/orderQueries.ts';
import { isQuestion } from '../../../../shop/reason.ts';
import type { PlainKey } from '../../../templates.ts';
import type { AdminVisit } from '../../visit.ts';
import { deviationBar, type DeviationBar } from './deviation.ts';

/** A reason in words, and the code that the error catalogue explains. */
export interface ReasonView {
  readonly text: string;
  readonly code: string;
}

/** A line as the order's page and its print show it. */
export interface LineView {
  readonly position: number;
  readonly lineId: string;
  /** What the buyer asked for. */
  readonly name: string;
  readonly numbers: readonly string[];
  readonly note: string;
  /** Empty where no article of ours is known. */
  readonly article: { readonly number: string; readonly name: string; readonly matchedKey: PlainKey } | undefined;
  readonly isText: boolean;
  readonly quantity: string;
  /** In our unit, where that is another one. */
  readonly shopQuantity: string;
  readonly price: string;
  readonly priceOfTheDay: string;
  /** Which list, since when. */
  readonly priceSource: string;
  readonly deviation: string;
  readonly bar: DeviationBar | undefined;
  /** What was decided or answered; empty: nothing yet. */
  readonly answer: { readonly key: PlainKey; readonly tone: 'good' | 'warn' | 'bad' | 'info' } | undefined;
  readonly decision: string;
  readonly delivered: string;
  readonly reasons: readonly ReasonView[];
  /** Waits for a person. */
  readonly isOpen: boolean;
}

export const matchedKeys = {
  sellersItemId: 'orderMatchedSellersItemId',
  buyersItemId: 'orderMatchedBuyersItemId',
  alias: 'orderMatchedAlias',
  gtin: 'orderMatchedGtin',
  cart: 'orderMatchedCart',
  manufacturersId: 'orderMatchedManufacturersId',
  remembered: 'orderMatchedRemembered',
  decision: 'orderMatchedDecision',
} as const;

export const answerMarks = {
  '27': { key: 'orderAnswer27', tone: 'bad' },
  '29': { key: 'orderAnswer29', tone: 'good' },
  '30': { key: 'orderAnswer30', tone: 'warn' },
} as const;

export function lineView(visit: AdminVisit, line: OrderLineDetail, policy: OrderPolicy, currency: string): LineView {
  const { tongue } = visit;
  const { line: asked, match, comparison, quantities, responseStatus } = line;
  const isOpen = responseStatus === null && line.reasons.some(isQuestion);
  return {
    position: line.position,
    lineId: line.lineId,
    name: asked.item.name ?? asked.item.description ?? '',
    numbers: askedNumbers(visit, line),
    note: asked.note ?? '',
    article: match ? { number: match.articleNumber, name: match.name, matchedKey: matchedKeys[match.by] } : undefined,
    isText: line.freeText,
    quantity: amountOf(visit, asked.quantity, asked.unit),
    shopQuantity: converted(visit, line),
    price: askedPrice(visit, asked.price, asked.unit, currency),
    ...ourPrice(visit, line.priceOfTheDay),
    deviation: deviationText(visit, line),
    bar: deviationBar(comparison, policy.price, line.shopQuantity),
    answer: responseStatus === null ? undefined : answerMarks[responseStatus],
    decision: decisionText(visit, line, currency),
    delivered: isZero(quantities.delivered)
      ? ''
      : tongue.t.orderDelivered({
          delivered: amountOf(visit, quantities.delivered, asked.unit),
          outstanding: amountOf(visit, quantities.outstanding, asked.unit),
        }),
    reasons: line.reasons.map((reason) => reasonView(visit, reason)),
    isOpen,
  };
}

export function reasonView({ reader }: Pick<AdminVisit, 'reader'>, reason: Reason): ReasonView {
  return { text: reasonSentence(reason, reader.language), code: reason.code };
}

function isZero(quantity: string): boolean {
  return isDecimal(quantity) && new Decimal(quantity).isZero();
}

/** `10 boxes`. */
export function amountOf({ tongue, reader }: AdminVisit, quantity: string, unit: string): string {
  return `${tongue.w.quantity(quantity)} ${unitName(unit, reader.language)}`;
}

/** The numbers that the buyer named the article by. */
function askedNumbers({ tongue }: AdminVisit, { line: { item } }: OrderLineDetail): string[] {
  const { t } = tongue;
  const named: [string, string | undefined][] = [
    [t.orderSellersId, item.sellersId],
    [t.orderBuyersId, item.buyersId],
    [t.orderStandardId, item.standardId?.id],
    [t.orderManufacturersId, item.manufacturersId],
  ];
  return named.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]));
}

function converted(visit: AdminVisit, { line, match, shopQuantity }: OrderLineDetail): string {
  if (!match || shopQuantity === null || match.shopUnit === line.unit) return '';
  return `= ${amountOf(visit, shopQuantity, match.shopUnit)}`;
}

function askedPrice(visit: AdminVisit, price: LinePrice | undefined, unit: string, currency: string): string {
  if (!price) return '';
  const { baseQuantity = '1', baseQuantityUnit = unit } = price;
  const amount = visit.tongue.w.money(price.amount, price.currency ?? currency);
  const isForOne = baseQuantityUnit === unit && isDecimal(baseQuantity) && new Decimal(baseQuantity).eq(1);
  return isForOne ? amount : `${amount} / ${amountOf(visit, baseQuantity, baseQuantityUnit)}`;
}

const chosenKeys = {
  customer: 'orderPriceCustomer',
  group: 'orderPriceGroup',
  base: 'orderPriceBase',
  quotation: 'orderPriceQuotation',
  contract: 'orderPriceContract',
  cart: 'orderPriceCart',
  catalogue: 'orderPriceCatalogue',
} as const;

function ourPrice(visit: AdminVisit, ours: PriceOfTheDay | null): Pick<LineView, 'priceOfTheDay' | 'priceSource'> {
  if (!ours) return { priceOfTheDay: '', priceSource: '' };
  const { t, w } = visit.tongue;
  const since = ours.validFrom === undefined ? '' : `, ${t.orderPriceSince({ day: w.day(ours.validFrom) })}`;
  return {
    priceOfTheDay: `${w.money(ours.amount, ours.currency)} / ${amountOf(visit, ours.baseQuantity, ours.unit)}`,
    priceSource: `${t[chosenKeys[ours.chosenBy]]} ${ours.priceList}${since}`,
  };
}

function deviationText({ tongue }: AdminVisit, { comparison, priceOfTheDay }: OrderLineDetail): string {
  const { t, w } = tongue;
  if (!comparison || comparison.deviation === undefined) return '';
  if (isZero(comparison.deviation)) return t.orderNoDeviation;
  const currency = priceOfTheDay?.currency ?? '';
  const isAbove = !comparison.deviation.startsWith('-');
  const [amount, percent] = [comparison.deviation, comparison.deviationPercent ?? ''].map((one) =>
    one.replace('-', ''),
  );
  const facts = { amount: w.money(amount!, currency), percent: percent ? w.percent(percent) : '' };
  return isAbove ? t.orderDeviationAbove(facts) : t.orderDeviationBelow(facts);
}

function decisionText({ tongue, reader }: AdminVisit, { line, decision }: OrderLineDetail, currency: string): string {
  if (!decision) return '';
  const facts = { line: line.id, unit: unitName(line.unit, reader.language), currency, decision };
  return timelineSentence({ code: 'decision.line', facts, actor: 'roundtrip' }, tongue.language, reader.timeZone);
}
