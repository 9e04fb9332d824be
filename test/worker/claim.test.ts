import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { claimedUntil, whileClaimed } from '../../worker/claim.ts';

afterEach(() => void vi.useRealTimers());

it('a long look stays its worker’s, also after a renewal that failed, and no longer than it lasts', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  let until = claimedUntil(new Date());
  let asked = 0;
  const renew = async (next: Date) => {
    asked += 1;
    if (asked === 2) throw new Error('the database is away');
    until = next;
  };
  await whileClaimed(renew, async () => {
    for (let minute = 0; minute < 10; minute += 1) {
      vi.advanceTimersByTime(60_000);
      await sleep(0);
      expect(until.getTime()).toBeGreaterThan(Date.now());
    }
  });
  const last = asked;
  vi.advanceTimersByTime(60_000);
  expect(asked).toBe(last);
});
