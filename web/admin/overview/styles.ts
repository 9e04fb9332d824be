import type { AssetName } from '../../assets.ts';

/** The style of pages with charts, beside the console's own. */
export const figureStyles: readonly AssetName[] = [
  'products.css',
  'admin-lists.css',
  'charts.css',
  'admin-overview.css',
];
