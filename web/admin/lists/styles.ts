import type { AssetName } from '../../assets.ts';

/** The style of pages with lists, facts and stories, beside the console's own. */
export const listStyles: readonly AssetName[] = ['products.css', 'admin-lists.css'];
