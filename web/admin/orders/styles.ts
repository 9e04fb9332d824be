import type { AssetName } from '../../assets.ts';

/** The style of the pages about orders, beside the console's own. */
export const orderStyles: readonly AssetName[] = ['admin-orders.css'];
