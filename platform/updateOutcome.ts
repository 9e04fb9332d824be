import {
  isGrpcServiceError,
  ServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { SessionState } from '../sessions/states.ts';
import { sessionOver } from '../sessions/over.ts';
import { errorTypes, RoundtripError, type ErrorType } from './errors.ts';

/** Seconds after which a buyer's page asks again. */
const ASK_AGAIN = 2;

/**
 * The answer of an update, with what is not an answer as the error that it stands for.
 * @throws SessionExpired or SessionClosed for a session that is over; the expected failure that the step met; EngineUnavailable where
 * nobody answered in time: it may have happened all the same, and asking again with the same update id tells
 */
export async function updateOutcome<Answer extends object>(
  ask: () => Promise<Answer>,
): Promise<Exclude<Answer, { over: unknown }>> {
  try {
    const answer = await ask();
    if ('over' in answer) throw sessionOver(answer.over as SessionState);
    return answer as Exclude<Answer, { over: unknown }>;
  } catch (error) {
    throw expected(error);
  }
}

function expected(error: unknown): unknown {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const { type, message } = error.cause;
    return isErrorType(type) ? new RoundtripError(type, message, { cause: error }) : error;
  }
  const isAway =
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    error instanceof ServiceError ||
    isGrpcServiceError(error);
  if (!isAway) return error;
  return new RoundtripError('EngineUnavailable', 'The workflow engine did not answer in time; ask again.', {
    retryAfter: ASK_AGAIN,
    cause: error,
  });
}

function isErrorType(type: string | undefined | null): type is ErrorType {
  return type != null && Object.hasOwn(errorTypes, type);
}
