import { errorSentence } from '../../../documents/sentences.ts';
import { readSession } from '../../../api/v1/sessions/readSession.ts';
import { recordChange } from '../../../documents/audit.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { goTo } from '../answer.ts';
import { adminForm } from '../page.ts';
import { idParam } from '../params.ts';

/** Ends a visit without a cart. */
export const cancelSession = adminForm({
  path: '/sessions/:id/cancel',
  role: 'operator',
  act: async (visit) => {
    const { deps, em, account, tongue } = visit;
    const session = await readSession(em, idParam(visit));
    const { id, cartCode, finishedAt } = session.row;
    const back = `/sessions/${id}`;
    if (finishedAt) return goTo(back, { tone: 'info', text: tongue.t.sessionsOver });
    try {
      await deps.engine.cancelSession(session, { attempt: 'cancelled by the shop', by: account.name });
    } catch (error) {
      if (!(error instanceof RoundtripError)) throw error;
      return goTo(back, { tone: 'bad', text: errorSentence(error.message, tongue.language) });
    }
    const subject = { kind: 'session', id, name: cartCode };
    await recordChange(em, { actor: account.name, action: 'session.cancelled', subject });
    return goTo(back, { tone: 'good', text: tongue.t.sessionsCancelledNow });
  },
});
