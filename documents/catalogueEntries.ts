import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogueFormat, CatalogueItem, PunchOutPlace } from '../formats/document/catalogue.ts';
import type { PunchOutEntries } from '../partners/catalogue.ts';
import { categoryEntry, SHOP_ENTRY } from '../sessions/catalogueEntry.ts';
import type { Shopper } from '../shop/assortment.ts';
import { categoriesOf } from '../shop/categories.ts';

/** Can the format hold places to punch out to? */
export function holdsEntries(format: CatalogueFormat): boolean {
  return format === 'cxml-index' || format === 'cif';
}

/** The article, as a place to punch out to where the agreement wants articles so. */
export function asEntry(item: CatalogueItem, entries: PunchOutEntries | undefined): CatalogueItem {
  return entries?.level === 'product' ? { ...item, punchOut: { level: 'product', url: entries.url } } : item;
}

/** Entries beside the articles: one for the shop, or one for each category of the assortment. Two SQL statements at most. */
export async function shopEntries(
  em: EntityManager,
  { level, url, classification }: PunchOutEntries,
  { shopName, shopper }: { readonly shopName: string; readonly shopper: Shopper },
): Promise<CatalogueItem[]> {
  const entry = (sellersId: string, name: string, at: PunchOutPlace['level']): CatalogueItem => ({
    ...{ sellersId, name, keywords: [], unit: 'C62', prices: [{ amount: '0', baseQuantity: '1', from: '0' }] },
    classifications: classification === undefined ? [] : [{ scheme: 'UNSPSC', code: classification }],
    ...{ labels: [], pictures: [], punchOut: { level: at, url } },
  });
  if (level === 'store') return [entry(SHOP_ENTRY, shopName, 'store')];
  if (level === 'product') return [];
  return (await categoriesOf(em, shopper)).map(({ name }) => entry(categoryEntry(name), name, 'aisle'));
}
