import type { AdminRoute } from '../page.ts';
import { allRefusals, partnersRefusals } from './list.ts';
import { oneRefusal } from './one.ts';
import { pasteForm, tryPasted } from './paste.ts';

export const refusalsRoutes: readonly AdminRoute[] = [allRefusals, oneRefusal, partnersRefusals, pasteForm, tryPasted];
