import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { mapDatabaseError } from '../database/errors.ts';
import { errorTypes, RoundtripError } from '../platform/errors.ts';

/**
 * The one mapping of what an activity throws to what Temporal acts upon: an expected failure by its row in the closed list, everything
 * else as `Unexpected`, which is tried again until the bug is mended. The histories get no more of a bug than its class: messages of
 * drivers carry values.
 */
export function toFailure(thrown: unknown): ApplicationFailure | CancelledFailure {
  if (thrown instanceof ApplicationFailure || thrown instanceof CancelledFailure) return thrown;
  const error = mapDatabaseError(thrown);
  if (!(error instanceof RoundtripError)) return unexpected(error);
  return ApplicationFailure.create({
    type: error.type,
    message: error.message,
    nonRetryable: !errorTypes[error.type].retry,
    ...(error.retryAfter === undefined ? {} : { nextRetryDelay: error.retryAfter * 1000 }),
  });
}

/** True for a failure that nobody expected: it is to be looked at. */
export function isUnexpected(failure: unknown): boolean {
  return failure instanceof ApplicationFailure && failure.type === UNEXPECTED;
}

const UNEXPECTED = 'Unexpected';

function unexpected(error: unknown): ApplicationFailure {
  const name = error instanceof Error ? error.name : typeof error;
  return ApplicationFailure.create({
    type: UNEXPECTED,
    message: `A bug: ${name}. The log of the worker has it with this workflow id; the step is tried again.`,
    nonRetryable: false,
  });
}
