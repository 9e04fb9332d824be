import type { Context } from '@temporalio/activity';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import { isUnexpected, toFailure } from '../activities/failures.ts';
import type { Logger } from '../platform/logging.ts';
import type { Metrics } from '../platform/metrics.ts';

/** Turns whatever a step throws into what Temporal acts upon; a bug is logged with its stack, counted, and tried again. */
export function failureInterceptor({ log, metrics }: { readonly log: Logger; readonly metrics: Metrics }) {
  return ({ info }: Context): { inbound: ActivityInboundCallsInterceptor } => ({
    inbound: {
      async execute(input, next) {
        try {
          return await next(input);
        } catch (error) {
          const failure = toFailure(error);
          const { activityType: step, attempt, workflowExecution } = info;
          const where = { step, attempt, workflowId: workflowExecution?.workflowId };
          if (isUnexpected(failure)) {
            metrics.unexpected.inc({ where: step });
            log.error({ alert: 'bug', error, ...where }, 'A step failed unexpectedly; it is tried again');
          } else {
            log.warn({ reason: failure.message, ...where }, 'A step failed');
          }
          throw failure;
        }
      },
    },
  });
}
