import type { AdminRoute } from '../page.ts';
import { activate, discard, rebase } from './agreement/activate.ts';
import { overview } from './agreement/overview.ts';
import { saveSection, showSection } from './agreement/section.ts';
import { changeAddress, rename, switchState } from './change.ts';
import { list } from './list.ts';
import { create, newPartner } from './new.ts';
import { partner } from './partner.ts';

export const partnersRoutes: readonly AdminRoute[] = [
  list,
  newPartner,
  create,
  partner,
  rename,
  switchState,
  changeAddress,
  overview,
  activate,
  discard,
  rebase,
  showSection,
  saveSection,
];
