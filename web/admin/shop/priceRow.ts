import type { PriceRecord } from '../../../shop/prices.ts';
import type { PriceRowView } from './views.ts';

/** A price of a list as a table shows it. @param day on which it counts or does not */
export function priceRow(price: PriceRecord, day: string): PriceRowView {
  const { list, articleNumber, amount, unit, baseQuantity, minimumQuantity, validFrom = '', validTo = '' } = price;
  const [from, to] = [latest(validFrom, list.validFrom ?? ''), soonest(validTo, list.validTo ?? '')];
  return {
    list: list.code,
    forWhom: list.customer ?? list.group ?? '',
    kind: list.kind,
    currency: list.currency,
    ...{ articleNumber, amount, unit, baseQuantity, minimumQuantity },
    ...{ from, to },
    key: { list: list.code, article: articleNumber, unit, minimumQuantity, validFrom },
    counts: (from === '' || from <= day) && (to === '' || day <= to),
    named: list.quotation ?? list.contract ?? '',
  };
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}

function soonest(one: string, other: string): string {
  if (one === '' || other === '') return one || other;
  return one < other ? one : other;
}
