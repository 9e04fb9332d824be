import type { AdminRoute } from '../page.ts';
import { cancelSession } from './cancel.ts';
import { sessionFile, sessionText } from './documents.ts';
import { sessionList } from './list.ts';
import { sessionPage } from './session.ts';

export const sessionsRoutes: readonly AdminRoute[] = [
  sessionList,
  sessionPage,
  cancelSession,
  sessionText,
  sessionFile,
];
