import {
  allHandlersFinished,
  condition,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type { CartAnswer, CartKind } from '../activities/steps.ts';
import {
  cancelSession,
  currentStage,
  extendSession,
  returnCart,
  type PunchOutSessionInput,
  type PunchOutSessionResult,
} from './messages.ts';
import { PunchOut } from './punchOut.ts';
import { rtState } from './searchAttributes.ts';
import { steps } from './steps.ts';

/** A buyer shops: the cart goes back, again and again if wanted, until the buyer leaves or the session's time is up. */
export async function punchOutSession({ sessionId, start }: PunchOutSessionInput): Promise<PunchOutSessionResult> {
  const session = new PunchOut(start, Date.now());
  const write = async (kind: CartKind, attempt: string, by?: string): Promise<CartAnswer> => {
    const answer = await steps.writeCartMessage({ sessionId, attempt, kind, ...(by !== undefined && { by }) });
    session.answered(kind, answer);
    showState(session);
    return answer;
  };
  setHandler(currentStage, () => session.stage);
  setHandler(returnCart, ({ attempt, kind }) => write(kind, attempt));
  setHandler(cancelSession, ({ attempt, by }) => write('cancel', attempt, by));
  setHandler(extendSession, async () => {
    const left = await steps.extendSession({ sessionId });
    session.looked(left, Date.now());
    return left;
  });

  while (!session.isOver) {
    if (await condition(() => session.isOver, session.untilCheck(Date.now()))) break;
    session.looked(await steps.endSessionWhenDue({ sessionId }), Date.now());
  }
  await condition(allHandlersFinished);
  showState(session);
  return session.result;
}

/** For the Temporal pages: the stage in words, and what workflows are found by. */
function showState(session: PunchOut): void {
  setCurrentDetails(session.stage);
  upsertSearchAttributes([{ key: rtState, value: session.state }]);
}
