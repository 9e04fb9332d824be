import { endConsoleSession } from '../../../accounts/sessions.ts';
import { goTo } from '../answer.ts';
import { clearSessionCookie } from '../cookie.ts';
import { adminForm } from '../page.ts';

export const postLogout = adminForm({
  path: '/logout',
  role: 'reader',
  async act({ deps, res, em, sessionId, now }) {
    await endConsoleSession(em, sessionId, now);
    clearSessionCookie(res, deps);
    return goTo('/login?left=1');
  },
});
