import type { Context } from '@temporalio/activity';
import { expect, test } from 'vitest';
import { RoundtripError } from '../../platform/errors.ts';
import { createLogger } from '../../platform/logging.ts';
import { createMetrics } from '../../platform/metrics.ts';
import { failureInterceptor } from '../../worker/failureInterceptor.ts';

const info = { activityType: 'placeOrder', attempt: 3, workflowExecution: { workflowId: 'punchin:a:b', runId: 'r' } };

async function failing(error: unknown) {
  const logged: Record<string, unknown>[] = [];
  const log = createLogger('info', 'worker', { write: (line) => void logged.push(JSON.parse(line)) });
  const metrics = createMetrics();
  const { inbound } = failureInterceptor({ log, metrics })({ info } as unknown as Context);
  const thrown = await inbound.execute!({ args: [], headers: {} }, () => Promise.reject(error)).catch(
    (caught) => caught,
  );
  const counted = await metrics.unexpected.get();
  return { thrown, logged, counted: counted.values };
}

test('a bug is logged with its workflow and step, counted, and thrown as Unexpected', async () => {
  const { thrown, logged, counted } = await failing(new TypeError('x is undefined'));
  expect(thrown).toMatchObject({ type: 'Unexpected', nonRetryable: false });
  expect(logged).toMatchObject([
    {
      level: 'error',
      alert: 'bug',
      step: 'placeOrder',
      attempt: 3,
      workflowId: 'punchin:a:b',
      error: { name: 'TypeError' },
    },
  ]);
  expect(counted).toMatchObject([{ value: 1, labels: { where: 'placeOrder' } }]);
});

test('an expected failure is a warning and counts as no bug', async () => {
  const { thrown, logged, counted } = await failing(new RoundtripError('StoreUnavailable', 'The database is away.'));
  expect(thrown).toMatchObject({ type: 'StoreUnavailable', nonRetryable: false });
  expect(logged).toMatchObject([{ level: 'warn', reason: 'The database is away.' }]);
  expect(counted).toEqual([]);
});
