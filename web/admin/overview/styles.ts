import type { AssetName } from '../../assets.ts';

/** The style of pages with charts, beside the console's own. */
export const figureStyles: readonly AssetName[] = ['charts.css', 'admin-overview.css'];
