import type { AssetName } from '../../assets.ts';

/** The style of these pages, beside the console's own. */
export const refusalStyles: readonly AssetName[] = ['admin-partners.css', 'admin-refusals.css'];
