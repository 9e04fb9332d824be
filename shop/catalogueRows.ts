import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAssortment, type Shopper } from './assortment.ts';
import { localText } from './localText.ts';
import { pricesOfTheDay } from './pricing.ts';
import { stepsOf, viewRow, type PriceStep, type ViewRow } from './productView.ts';

/** A product of the assortment, in the shopper's words, with its prices. */
export interface CatalogueRow extends Omit<ViewRow, 'name' | 'description' | 'breaks' | 'replacement'> {
  readonly name: string;
  /** Empty where there is none. */
  readonly description: string;
  readonly keywords: readonly string[];
  /** By quantity, smallest first; without a price in any list, none. */
  readonly steps: readonly PriceStep[];
}

/** Products that are read at a time. */
const PAGE = 500;

/**
 * Every active product of the shopper's assortment in the order of article numbers, page by page: memory does not grow with their number. Two
 * SQL statements a page, and one before. In a transaction of its own level (repeatable read) all pages are of one moment.
 * @param from article number that they come after
 */
export async function* catalogueRows(em: EntityManager, shopper: Shopper, from = ''): AsyncGenerator<CatalogueRow> {
  const assortment = (await inAssortment(em, shopper)) ?? sql<boolean>`true`;
  let after = from;
  for (;;) {
    const { rows } = await sql<{ row: ViewRow; keywords: string[] }>`
      select ${viewRow(shopper, sql<boolean>`true`)} as row, keywords from product
      where status = 'active' and article_number > ${after} and ${assortment} order by article_number limit ${PAGE}`.execute(
      em.getKysely(),
    );
    yield* await withPrices(em, shopper, rows);
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.row.articleNumber;
  }
}

/** The prices of all products at all of their breaks are asked for at once. */
async function withPrices(
  em: EntityManager,
  shopper: Shopper,
  rows: readonly { readonly row: ViewRow; readonly keywords: readonly string[] }[],
): Promise<CatalogueRow[]> {
  const items = rows.flatMap(({ row: { id: productId, breaks } }) =>
    breaks.map((shopQuantity) => ({ productId, shopQuantity })),
  );
  const prices = await pricesOfTheDay(em, { ...shopper, items, lasting: true });
  let next = 0;
  return rows.map(({ row, keywords }) => {
    const { name, description, breaks, replacement: _, ...facts } = row;
    const steps = stepsOf(breaks, prices.slice(next, (next += breaks.length)));
    const { language } = shopper;
    return {
      ...facts,
      name: localText(name, language),
      description: localText(description, language),
      keywords,
      steps,
    };
  });
}
