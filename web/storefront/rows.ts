import type { PriceOfTheDay } from '../../shop/evaluation.ts';
import { smallestQuantity, type ListedProduct } from '../../shop/productList.ts';
import type { BuyForm, PriceText, ProductRow, State } from '../templates.ts';
import { unitName } from '../../documents/unitNames.ts';
import type { Tongue } from '../words/words.ts';
import { newKey } from './keys.ts';
import { quantityField } from './quantity.ts';
import type { Visit } from './visit.ts';

/** A product as a list shows it. */
export function productRow(visit: Visit, product: ListedProduct): ProductRow {
  const { base, tongue } = visit;
  const { t } = tongue;
  const { articleNumber, name, picture, buyersNumber, manufacturer, price, unit } = product;
  const facts = [
    buyersNumber === undefined ? '' : `${t.buyersNumber} ${buyersNumber}`,
    manufacturer ?? '',
    rulesText(product, unit, tongue).join(' '),
    product.replacement ? `${t.replacedBy} ${product.replacement.articleNumber} ${product.replacement.name}` : '',
  ];
  return {
    href: `${base}/product/${encodeURIComponent(articleNumber)}`,
    ...{ articleNumber, name },
    ...(picture !== undefined && { picture }),
    facts: facts.filter((fact) => fact !== ''),
    // what cannot be bought any more has no price that would help
    ...(price && product.status === 'active' && { price: priceText(price) }),
    state: availability(product, tongue),
    ...(isForSale(visit, product) && { buy: buyForm(visit, product, [unit]) }),
  };
}

interface ForSale {
  readonly status: 'active' | 'withdrawn';
  readonly price?: PriceOfTheDay;
}

/** Can it be put into the cart? */
export function isForSale({ changeable }: Visit, { status, price }: ForSale): boolean {
  return changeable && status === 'active' && price !== undefined;
}

interface ToBuy extends Pick<ListedProduct, 'articleNumber' | 'name' | 'minimumQuantity' | 'multipleQuantity'> {}

/** The form that adds a product, filled with the smallest quantity of the first unit, which is the shop unit. */
export function buyForm({ tongue }: Visit, product: ToBuy, units: readonly string[]): BuyForm {
  return {
    articleNumber: product.articleNumber,
    name: product.name,
    quantity: quantityField(smallestQuantity(product), tongue.language),
    units: units.map((unit, index) => ({ unit, chosen: index === 0 })),
    key: newKey(),
  };
}

export function priceText({ amount, currency, baseQuantity, unit }: PriceOfTheDay): PriceText {
  return { amount, currency, quantity: baseQuantity, unit };
}

interface Available {
  readonly status: 'active' | 'withdrawn';
  readonly unit: string;
  readonly stock?: string;
  readonly leadTimeDays?: number;
}

/** In stock, on its way, or gone. */
export function availability({ status, unit, stock, leadTimeDays }: Available, { t, language }: Tongue): State {
  if (status === 'withdrawn') return { tone: 'bad', text: t.withdrawn };
  if (stock !== undefined && Number(stock) > 0) {
    return { tone: 'good', text: t.inStock({ quantity: stock, unit: unitName(unit, language) }) };
  }
  if (leadTimeDays !== undefined) return { tone: 'warn', text: t.leadTime({ count: leadTimeDays }) };
  return { tone: 'warn', text: stock === undefined ? t.onOrder : t.outOfStock };
}

interface Rules {
  readonly minimumQuantity?: string;
  readonly maximumQuantity?: string;
  readonly multipleQuantity?: string;
}

/** The rules that a quantity has to keep, a sentence each. @param code of the unit that they count in */
export function rulesText(rules: Rules, code: string, { t, language }: Tongue): string[] {
  const unit = unitName(code, language);
  const { minimumQuantity: minimum, maximumQuantity: maximum, multipleQuantity: multiple } = rules;
  return [
    minimum === undefined ? '' : t.ruleMinimum({ quantity: minimum, unit }),
    maximum === undefined ? '' : t.ruleMaximum({ quantity: maximum, unit }),
    multiple === undefined ? '' : t.ruleMultiple({ quantity: multiple, unit }),
  ].filter((rule) => rule !== '');
}
