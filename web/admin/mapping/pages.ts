import type { AdminRoute } from '../page.ts';
import { pasteForPartner, readForPartner, takeFromSample } from './sample/forPartner.ts';
import { createFromSample, pasteForNewPartner, readForNewPartner } from './sample/newPartner.ts';

export const mappingRoutes: readonly AdminRoute[] = [
  pasteForNewPartner,
  readForNewPartner,
  createFromSample,
  pasteForPartner,
  readForPartner,
  takeFromSample,
];
