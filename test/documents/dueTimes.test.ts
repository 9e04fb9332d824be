import { describe, expect, test } from 'vitest';
import { afterWorkingHours, dueAt, endOfDay, nextTime } from '../../documents/dueTimes.ts';

const shop = { timeZone: 'Europe/Stockholm', workingDays: [1, 2, 3, 4, 5] };

describe('the next time of day', () => {
  test.each([
    ['still to come today', '2026-11-25T09:00:00Z', '16:00', '2026-11-25T15:00:00.000Z'],
    ['gone by today', '2026-11-25T15:00:00Z', '16:00', '2026-11-26T15:00:00.000Z'],
    ['after Friday', '2026-11-27T20:00:00Z', '07:30', '2026-11-30T06:30:00.000Z'],
    ['on a Saturday', '2026-11-28T05:00:00Z', '16:00', '2026-11-30T15:00:00.000Z'],
    ['after midnight there, before midnight in UTC', '2026-11-24T23:30:00Z', '00:15', '2026-11-25T23:15:00.000Z'],
    ['in summer', '2026-07-01T09:00:00Z', '16:00', '2026-07-01T14:00:00.000Z'],
    ['over the change of the clocks', '2026-10-23T20:00:00Z', '08:00', '2026-10-26T07:00:00.000Z'],
  ])('%s', (_, now, at, expected) => {
    expect(nextTime(shop, new Date(now), at).toISOString()).toBe(expected);
  });
});

describe('a message is due', () => {
  const now = new Date('2026-11-25T09:00:00Z');
  test.each([
    [{ when: 'atOnce', statuses: [], at: '16:00' }, now],
    [{ when: 'schedule', statuses: [], at: '16:00' }, new Date('2026-11-25T15:00:00Z')],
    [{ when: 'onStatus', statuses: ['Processing'], at: '16:00' }, now],
    [{ when: 'onStatus', statuses: ['Shipped'], at: '16:00' }, undefined],
    [{ when: 'never', statuses: [], at: '16:00' }, undefined],
  ] as const)('%j', (moment, expected) => {
    expect(dueAt(shop, now, { ...moment, statuses: [...moment.statuses] }, 'Processing')).toEqual(expected);
  });
});

describe('working hours', () => {
  const open = { from: '08:00', to: '17:00' };
  test.each([
    ['within a day', '2026-11-25T08:00:00Z', 4, '2026-11-25T12:00:00.000Z'],
    ['over a night', '2026-11-25T14:00:00Z', 4, '2026-11-26T09:00:00.000Z'],
    ['from before the shop opens', '2026-11-25T03:00:00Z', 1, '2026-11-25T08:00:00.000Z'],
    ['over a weekend', '2026-11-27T15:00:00Z', 2, '2026-11-30T08:00:00.000Z'],
    ['from a Sunday', '2026-11-29T10:00:00Z', 9, '2026-11-30T16:00:00.000Z'],
    ['of three days', '2026-11-25T07:00:00Z', 27, '2026-11-27T16:00:00.000Z'],
  ])('%s', (_, start, hours, expected) => {
    expect(afterWorkingHours(shop, new Date(start), { hours, ...open }).toISOString()).toBe(expected);
  });
});

test('a day ends at midnight of the shop', () => {
  expect(endOfDay(shop, '2026-11-25').toISOString()).toBe('2026-11-25T22:59:59.999Z');
});
