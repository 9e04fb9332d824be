import type { AdminRoute } from '../page.ts';
import { endDryRun, showDryRun, startDryRun } from './dryRun/page.ts';
import { previewMapping, saveMapping, showMapping } from './editor/page.ts';
import { showPrices } from './prices/page.ts';
import { pasteForPartner, readForPartner, takeFromSample } from './sample/forPartner.ts';
import { createFromSample, pasteForNewPartner, readForNewPartner } from './sample/newPartner.ts';
import { saveTable, showTable } from './tables.ts';

export const mappingRoutes: readonly AdminRoute[] = [
  pasteForNewPartner,
  readForNewPartner,
  createFromSample,
  pasteForPartner,
  readForPartner,
  takeFromSample,
  showMapping,
  previewMapping,
  saveMapping,
  showTable,
  saveTable,
  showPrices,
  showDryRun,
  startDryRun,
  endDryRun,
];
