import type { SessionState } from '../../../sessions/states.ts';
import type { PunchOutOperation } from '../../../sessions/operations.ts';
import type { SessionDocumentKind } from '../../../sessions/session.entity.ts';
import type { Mark } from '../lists/views.ts';

export const sessionMarks: Readonly<Record<SessionState, Mark>> = {
  authenticated: { tone: 'info', key: 'sessionsAuthenticated' },
  shopping: { tone: 'info', key: 'sessionsShopping' },
  returned: { tone: 'good', key: 'sessionsReturned' },
  cancelled: { tone: 'warn', key: 'sessionsCancelled' },
  expired: { tone: 'warn', key: 'sessionsExpired' },
};

export const operationKeys = {
  create: 'sessionsCreate',
  edit: 'sessionsEdit',
  inspect: 'sessionsInspect',
  detail: 'sessionsDetail',
  sourcing: 'sessionsSourcing',
  validate: 'sessionsValidate',
  background_search: 'sessionsBackgroundSearch',
} as const satisfies Readonly<Record<PunchOutOperation, string>>;

export const protocolNames = { oci: 'OCI', cxml: 'cXML', peppol: 'Peppol Punch Out' } as const;

export const documentKeys = {
  call: 'sessionsCall',
  response: 'sessionsResponse',
  cart: 'sessionsCart',
} as const satisfies Readonly<Record<SessionDocumentKind, string>>;
