import type { Context } from '@temporalio/activity';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import type { Loop } from './loop.ts';

/** Has a loop go round as soon as one of these steps has ended, however it ended. */
export function wakeAfter(steps: ReadonlySet<string>, loop: Pick<Loop, 'wake'>) {
  return ({ info }: Context): { inbound: ActivityInboundCallsInterceptor } => ({
    inbound: {
      execute: async (input, next) => {
        try {
          return await next(input);
        } finally {
          if (steps.has(info.activityType)) loop.wake();
        }
      },
    },
  });
}
