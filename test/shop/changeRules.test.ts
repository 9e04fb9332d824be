import { describe, expect, test } from 'vitest';
import { changeVerdict, turnOf, type ChangePolicy, type ChangeVerdict } from '../../shop/changeRules.ts';
import { orderStatuses, type OrderStatus } from '../../shop/orderStatus.ts';

type Row = readonly [OrderStatus, ChangePolicy, change: ChangeVerdict, cancel: ChangeVerdict];

/** With `automaticUntil: Confirmed`. */
const table: readonly Row[] = [
  ['Waiting', 'automatic', 'wait', 'wait'],
  ['Waiting', 'person', 'wait', 'wait'],
  ['Waiting', 'refuse', 'wait', 'wait'],
  ['New', 'automatic', 'apply', 'apply'],
  ['New', 'person', 'ask', 'ask'],
  ['New', 'refuse', 'notTaken', 'notTaken'],
  ['Confirmed', 'automatic', 'apply', 'apply'],
  ['Confirmed', 'person', 'ask', 'ask'],
  ['Confirmed', 'refuse', 'notTaken', 'notTaken'],
  ['Processing', 'automatic', 'ask', 'ask'],
  ['Processing', 'person', 'ask', 'ask'],
  ['Processing', 'refuse', 'notTaken', 'notTaken'],
  ['Shipped', 'automatic', 'tooLate', 'tooLate'],
  ['Shipped', 'person', 'tooLate', 'tooLate'],
  ['Shipped', 'refuse', 'tooLate', 'tooLate'],
  ['Completed', 'automatic', 'tooLate', 'tooLate'],
  ['Completed', 'person', 'tooLate', 'tooLate'],
  ['Completed', 'refuse', 'tooLate', 'tooLate'],
  ['Rejected', 'automatic', 'tooLate', 'nothing'],
  ['Rejected', 'person', 'tooLate', 'nothing'],
  ['Rejected', 'refuse', 'tooLate', 'nothing'],
  ['Cancelled', 'automatic', 'tooLate', 'nothing'],
  ['Cancelled', 'person', 'tooLate', 'nothing'],
  ['Cancelled', 'refuse', 'tooLate', 'nothing'],
  ['Tested', 'automatic', 'apply', 'apply'],
  ['Tested', 'person', 'ask', 'ask'],
  ['Tested', 'refuse', 'notTaken', 'notTaken'],
  ['Applied', 'automatic', 'tooLate', 'tooLate'],
  ['Applied', 'person', 'tooLate', 'tooLate'],
  ['Applied', 'refuse', 'tooLate', 'tooLate'],
];

describe('what becomes of a change', () => {
  test.each(table)('%s, %s: a change %s, a cancellation %s', (status, policy, change, cancel) => {
    const settings = { change: policy, cancel: policy, automaticUntil: 'Confirmed' } as const;
    expect(changeVerdict(status, 'change', settings)).toBe(change);
    expect(changeVerdict(status, 'update', settings)).toBe(change);
    expect(changeVerdict(status, 'delete', settings)).toBe(cancel);
  });

  test('is told for every status and policy', () => {
    const told = new Set(table.map(([status, policy]) => `${status} ${policy}`));
    expect(told.size).toBe(orderStatuses.length * 3);
  });
});

describe('whose turn it is', () => {
  test.each([
    ['1', undefined, 'next'],
    ['2', undefined, 'early'],
    ['2', 1, 'next'],
    ['1', 1, 'late'],
    ['3', 1, 'early'],
    [undefined, 1, 'next'],
    ['ett', 1, 'next'],
  ] as const)('a change with number %s after %s: %s', (sequenceNumber, latest, turn) => {
    const document = { operation: 'change', ...(sequenceNumber && { sequenceNumber }) } as const;
    expect(turnOf(document, { latest, messages: [] })).toBe(turn);
  });

  test.each([
    ['2', undefined, 'next'],
    ['5', 2, 'next'],
    ['2', 2, 'late'],
  ] as const)('a whole version %s after %s: %s', (sequenceNumber, latest, turn) => {
    expect(turnOf({ operation: 'update', sequenceNumber }, { latest, messages: [] })).toBe(turn);
  });

  test.each([
    ['b@kund', 'next'],
    ['a@kund', 'late'],
    ['c@kund', 'early'],
    [undefined, 'next'],
  ] as const)('a version without a number that names %s as the one before it: %s', (previous, turn) => {
    const document = { operation: 'delete', ...(previous && { previousMessageId: previous }) } as const;
    expect(turnOf(document, { latest: undefined, messages: ['a@kund', 'b@kund'] })).toBe(turn);
  });
});
