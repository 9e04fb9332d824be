import type { AdminRoute } from '../page.ts';
import { accessSheet } from './accessSheet/page.ts';
import { activate, discard, rebase } from './agreement/activate.ts';
import { chooseFile, importFile } from './agreement/importFile.ts';
import { overview } from './agreement/overview.ts';
import { askToPromote, promote } from './agreement/promote.ts';
import { saveSection, showSection } from './agreement/section.ts';
import { download, rollBack, version } from './agreement/version.ts';
import { changeAddress, rename, switchState } from './change.ts';
import { addCredential, revoke, setSecret } from './credentials/change.ts';
import { setCertificate } from './credentials/certify.ts';
import { setServerLogin } from './credentials/fileServer.ts';
import { credentials } from './credentials/page.ts';
import { lookNow } from './folders/look.ts';
import { folders } from './folders/page.ts';
import { goLive } from './goLive.ts';
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
  // Before the versions, whose addresses are any name.
  chooseFile,
  importFile,
  askToPromote,
  promote,
  version,
  rollBack,
  download,
  credentials,
  setCertificate,
  setServerLogin,
  addCredential,
  setSecret,
  revoke,
  folders,
  lookNow,
  goLive,
  accessSheet,
];
