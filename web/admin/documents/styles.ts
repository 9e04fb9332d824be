import type { AssetName } from '../../assets.ts';

/** The style of pages with texts of documents and with deliveries, beside the console's own. */
export const documentStyles: readonly AssetName[] = ['admin-documents.css'];
