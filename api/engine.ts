import { isGrpcServiceError, ServiceError, WorkflowNotFoundError } from '@temporalio/client';
import { RoundtripError } from '../platform/errors.ts';
import type { ApiDeps } from './deps.ts';

/**
 * Tells the engine of something that is stored already, behind the answer's back: with Temporal away the caller does not wait for a
 * deadline, and the sweeper tells it later.
 */
export function tellEngine({ log }: Pick<ApiDeps, 'log'>, what: string, call: () => Promise<unknown>): void {
  call().catch((error: unknown) => {
    if (isEngineAway(error)) log.warn({ error, what }, 'Temporal is away; the sweeper will tell it');
    else log.error({ error, what }, 'Temporal could not be told; the sweeper will try');
  });
}

/**
 * Asks the engine for something that is stored nowhere else.
 * @returns false when there is no such workflow
 * @throws EngineUnavailable when Temporal is away
 */
export async function askEngine(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    if (!isEngineAway(error)) throw error;
    throw new RoundtripError('EngineUnavailable', 'The workflow engine cannot be reached at the moment; try again.', {
      retryAfter: 10,
      cause: error,
    });
  }
}

function isEngineAway(error: unknown): boolean {
  return error instanceof ServiceError || isGrpcServiceError(error);
}
