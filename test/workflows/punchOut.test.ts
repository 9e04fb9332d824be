import { describe, expect, test } from 'vitest';
import { PunchOut } from '../../workflows/punchOut.ts';

const returned = { messageId: 'm', state: 'returned' } as const;

describe('a visit', () => {
  test('is looked at when the start link is good no more, then as often as its time says', () => {
    const visit = new PunchOut(600, 1_000);
    expect(visit.untilCheck(1_100)).toBe(500);
    visit.looked({ again: 5_000 }, 1_600);
    expect(visit.untilCheck(2_600)).toBe(4_000);
    expect(visit.untilCheck(99_000)).toBe(1);
    expect(visit).toMatchObject({ isOver: false, state: 'open', stage: 'shopping' });
  });

  test('goes on after a cart went back, and after one was kept back', () => {
    const visit = new PunchOut(600, 0);
    visit.answered('return', { problems: 3 });
    expect(visit).toMatchObject({ isOver: false, state: 'open' });
    visit.answered('return', returned);
    expect(visit).toMatchObject({ isOver: false, state: 'returned', stage: 'returned once' });
    visit.answered('empty', returned);
    expect(visit.stage).toBe('returned 2 times');
    expect(() => visit.result).toThrow('not over');
    visit.looked({ over: 'returned' }, 5);
    expect(visit.result).toEqual({ outcome: 'returned', returns: 2 });
  });

  test('ends when the buyer leaves or the row says that it is over, and stays so', () => {
    const left = new PunchOut(600, 0);
    left.answered('cancel', { messageId: 'm', state: 'cancelled' });
    left.looked({ over: 'expired' }, 5);
    expect(left).toMatchObject({ isOver: true, state: 'cancelled', result: { outcome: 'cancelled', returns: 0 } });
    const late = new PunchOut(600, 0);
    late.answered('return', { over: 'expired' });
    expect(late).toMatchObject({ stage: 'expired', result: { outcome: 'expired', returns: 0 } });
  });
});
