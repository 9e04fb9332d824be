import { describe, expect, it } from 'vitest';
import { orderStatuses, orderTransitions, statusesAfter, statusesBefore } from '../../shop/orderStatus.ts';

describe('order statuses', () => {
  it('of a change are its own', () => {
    expect(statusesAfter('Waiting', true)).toEqual(['Rejected', 'Applied']);
    expect(statusesAfter('Waiting', false)).toEqual(['New', 'Rejected', 'Tested']);
    expect(statusesAfter('Applied', true)).toEqual([]);
  });

  it('end somewhere, and start with Waiting', () => {
    const ends = orderStatuses.filter((status) => orderTransitions[status].length === 0);
    expect(ends).toEqual(['Completed', 'Rejected', 'Cancelled', 'Tested', 'Applied']);
    expect(orderStatuses.filter((status) => statusesBefore(status).length === 0)).toEqual(['Waiting']);
  });

  it('never go back', () => {
    const after = (status: (typeof orderStatuses)[number]): Set<string> =>
      new Set(orderTransitions[status].flatMap((next) => [next, ...after(next)]));
    for (const status of orderStatuses) expect(after(status).has(status)).toBe(false);
  });

  it('know what comes before', () => {
    expect(statusesBefore('Cancelled')).toEqual(['New', 'Confirmed', 'Processing']);
  });
});
