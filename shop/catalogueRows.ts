import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAssortment, type Shopper } from './assortment.ts';
import { localText } from './localText.ts';
import { pricesOfTheDay } from './pricing.ts';
import type { Classification, LocalText, VatRate } from './product.entity.ts';
import { breaksOf, stepsOf, type OrderUnit, type PriceStep } from './productView.ts';

/** A product of the assortment, in the shopper's words, with its prices. Quantities are decimal strings in shop units; null: not known. */
export interface CatalogueRow {
  readonly articleNumber: string;
  /** The customer's own number of the product. */
  readonly buyersNumber: string | null;
  readonly gtins: readonly string[];
  readonly name: string;
  /** Empty where there is none. */
  readonly description: string;
  readonly keywords: readonly string[];
  /** The shop unit (UN/ECE Recommendation 20). */
  readonly unit: string;
  /** Those beside the shop unit. */
  readonly units: readonly OrderUnit[];
  readonly minimumQuantity: string | null;
  readonly maximumQuantity: string | null;
  readonly multipleQuantity: string | null;
  /** Days from order to shipment. */
  readonly leadTimeDays: number | null;
  readonly classifications: readonly Classification[];
  readonly labels: readonly string[];
  readonly pictures: readonly string[];
  readonly manufacturer: string | null;
  readonly manufacturerNumber: string | null;
  readonly contractNumber: string | null;
  /** VAT by country. */
  readonly vat: readonly VatRate[];
  /** By quantity, smallest first; without a price in any list, none. */
  readonly steps: readonly PriceStep[];
}

/** As it comes from the database. */
interface Row extends Omit<CatalogueRow, 'name' | 'description' | 'steps'> {
  readonly id: string;
  readonly name: LocalText;
  readonly description: LocalText;
  /** Quantities from which on a list may have another price. */
  readonly breaks: readonly string[];
}

/** Products that are read at a time. */
export const ROWS = 500;

/**
 * Every active product of the shopper's assortment in the order of article numbers, page by page: memory does not grow with their number. Two
 * SQL statements a page, and one before. In a transaction of its own level (repeatable read) all pages are of one moment.
 */
export async function* catalogueRows(em: EntityManager, shopper: Shopper): AsyncGenerator<CatalogueRow> {
  for (let after = ''; ;) {
    const rows = await catalogueRowsAfter(em, shopper, after);
    yield* rows;
    if (rows.length < ROWS) return;
    after = rows.at(-1)!.articleNumber;
  }
}

/** The next of them, as many as `ROWS`; fewer at the end. Columns and no JSON: PostgreSQL makes a row of them in a fifth of the time. */
export async function catalogueRowsAfter(em: EntityManager, shopper: Shopper, after: string): Promise<CatalogueRow[]> {
  const assortment = (await inAssortment(em, shopper)) ?? sql<boolean>`true`;
  const { rows } = await sql<Row>`
    select id, article_number as "articleNumber", name, description, keywords, unit, lead_time_days as "leadTimeDays",
      trim_scale(minimum_quantity)::text as "minimumQuantity", trim_scale(maximum_quantity)::text as "maximumQuantity",
      trim_scale(multiple_quantity)::text as "multipleQuantity", classifications, labels, pictures, manufacturer,
      manufacturer_number as "manufacturerNumber", contract_number as "contractNumber", vat,
      (select min(value) from buyers_number where product_id = product.id and customer_id = ${shopper.customerId}::uuid) as "buyersNumber",
      array(select value from product_identifier where product_id = product.id and kind = 'gtin' order by value) as gtins,
      array(select json_build_object('unit', unit, 'factor', trim_scale(factor)::text)
        from product_unit where product_id = product.id and unit <> product.unit order by factor, unit) as units,
      array(${breaksOf(shopper)}) as breaks
    from product where status = 'active' and article_number > ${after} and ${assortment} order by article_number limit ${ROWS}`.execute(
    em.getKysely(),
  );
  return withPrices(em, shopper, rows);
}

/** The prices of all products at all of their breaks are asked for at once. */
async function withPrices(em: EntityManager, shopper: Shopper, rows: readonly Row[]): Promise<CatalogueRow[]> {
  const items = rows.flatMap(({ id: productId, breaks }) =>
    breaks.map((shopQuantity) => ({ productId, shopQuantity })),
  );
  const prices = await pricesOfTheDay(em, { ...shopper, items, lasting: true });
  const { language } = shopper;
  let next = 0;
  return rows.map((row) => ({
    ...row,
    name: localText(row.name, language),
    description: localText(row.description, language),
    steps: stepsOf(row.breaks, prices.slice(next, (next += row.breaks.length))),
  }));
}
