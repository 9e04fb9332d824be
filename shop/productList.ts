import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Shopper } from './assortment.ts';
import type { PriceOfTheDay } from './evaluation.ts';
import { localText } from './localText.ts';
import { pricesOfTheDay } from './pricing.ts';
import type { LocalText, productStatuses } from './product.entity.ts';

/** A product as a list shows it. Quantities are decimal strings in shop units; what is not known is absent. */
export interface ListedProduct {
  readonly id: string;
  readonly articleNumber: string;
  readonly status: (typeof productStatuses)[number];
  /** In the shopper's language, where the shop has it. */
  readonly name: string;
  /** The shop unit (UN/ECE Recommendation 20). */
  readonly unit: string;
  readonly category?: string;
  readonly manufacturer?: string;
  /** Address of the main picture. */
  readonly picture?: string;
  readonly stock?: string;
  /** Days from order to shipment. */
  readonly leadTimeDays?: number;
  readonly minimumQuantity?: string;
  readonly maximumQuantity?: string;
  readonly multipleQuantity?: string;
  /** The customer's own number of the product. */
  readonly buyersNumber?: string;
  /** What takes the place of a withdrawn product. */
  readonly replacement?: { readonly articleNumber: string; readonly name: string };
  /** For the smallest quantity that can be ordered. */
  readonly price?: PriceOfTheDay;
}

type Listed = Omit<ListedProduct, 'name' | 'replacement' | 'price'>;

/** `listedRow` as it comes from the database, in every language of the shop. */
export interface ListedRow extends Listed {
  readonly name: LocalText;
  readonly replacement?: { readonly articleNumber: string; readonly name: LocalText };
}

/** JSON of a row of `product` for a list. */
export function listedRow({ customerId }: Shopper): RawBuilder<ListedRow> {
  return sql<ListedRow>`json_strip_nulls(json_build_object('id', product.id, 'articleNumber', product.article_number,
    'status', product.status, 'name', product.name, 'unit', product.unit, 'category', product.category,
    'manufacturer', product.manufacturer, 'picture', product.pictures[1], 'stock', trim_scale(product.stock)::text,
    'leadTimeDays', product.lead_time_days, 'minimumQuantity', trim_scale(product.minimum_quantity)::text,
    'maximumQuantity', trim_scale(product.maximum_quantity)::text, 'multipleQuantity', trim_scale(product.multiple_quantity)::text,
    'buyersNumber', (select min(value) from buyers_number where product_id = product.id and customer_id = ${customerId}::uuid),
    'replacement', case when product.status = 'withdrawn' then (
      select json_build_object('articleNumber', instead.article_number, 'name', instead.name)
      from product instead where instead.article_number = product.replaced_by and instead.status = 'active') end))`;
}

/** The rows in the shopper's words with the price of the day; whatever else they carry is kept. One SQL statement. */
export async function priced<Row extends ListedRow>(
  em: EntityManager,
  shopper: Shopper,
  rows: readonly Row[],
): Promise<(Omit<Row, 'name' | 'replacement'> & Pick<ListedProduct, 'name' | 'replacement' | 'price'>)[]> {
  const items = rows.map((row) => ({ productId: row.id, shopQuantity: smallestQuantity(row) }));
  const prices = await pricesOfTheDay(em, { ...shopper, items });
  return rows.map(({ name, replacement, ...row }, index) => {
    const price = prices[index];
    return {
      ...row,
      name: localText(name, shopper.language),
      ...(replacement && { replacement: { ...replacement, name: localText(replacement.name, shopper.language) } }),
      ...(price && { price }),
    };
  });
}

/** The smallest quantity that can be ordered, in shop units. */
export function smallestQuantity(rules: Pick<ListedProduct, 'minimumQuantity' | 'multipleQuantity'>): string {
  return rules.minimumQuantity ?? rules.multipleQuantity ?? '1';
}
