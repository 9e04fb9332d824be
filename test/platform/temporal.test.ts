import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '@temporalio/client';
import { expect, test } from 'vitest';
import { Engine } from '../../platform/temporal.ts';

/** Temporal is away: nothing listens on the discard port. */
const away = (): Engine =>
  new Engine({ address: '127.0.0.1:9', namespace: 'roundtrip', pauses: { firstRetry: 100, longestRetry: 1_000 } });

test('closing waits for a question under way, whose next attempt would end the process', async () => {
  const engine = away();
  const answered = engine.answers(600);
  // The first attempt has failed, the next is due in a moment.
  await sleep(60);
  await engine.close();
  expect(await Promise.race([answered, sleep(1_500, 'nobody answered')])).toBe(false);
});

test('a closed engine takes no calls, and says so as if Temporal were away', async () => {
  const engine = away();
  await engine.close();
  expect(await engine.answers()).toBe(false);
  await expect(engine.workersSeen()).rejects.toBeInstanceOf(ServiceError);
});
