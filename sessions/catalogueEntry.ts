import type { SessionEntry } from './session.entity.ts';

/** Part numbers of entries in a catalogue that are no articles: the whole shop, and a category. */
export const SHOP_ENTRY = 'store:';
const CATEGORY = 'aisle:';

export function categoryEntry(category: string): string {
  return `${CATEGORY}${category}`;
}

/** Where the buyer wants to land who has chosen that entry of the catalogue; undefined: on the first page. */
export function landingOf(partNumber: string): SessionEntry | undefined {
  if (partNumber === SHOP_ENTRY) return undefined;
  if (partNumber.startsWith(CATEGORY)) return { kind: 'category', value: partNumber.slice(CATEGORY.length) };
  return { kind: 'product', value: partNumber };
}
