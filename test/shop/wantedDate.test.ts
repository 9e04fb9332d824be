import { expect, it } from 'vitest';
import { judgeWantedDate, wantedDay } from '../../shop/wantedDate.ts';
import { orderLine } from './lines.ts';

const policy = { past: 'hold', tooSoon: 'notify' } as const;
const days = { day: '2026-11-25', earliest: '2026-11-27' };

it('is the last day of the line, else that of the order', () => {
  const header = { requestedDelivery: { startDate: '2026-12-01', endDate: '2026-12-03' } };
  expect(wantedDay(orderLine({}), header)).toBe('2026-12-03');
  expect(wantedDay(orderLine({ requestedDelivery: { startDate: '2026-12-02' } }), header)).toBe('2026-12-02');
  expect(wantedDay(orderLine({ requestedDelivery: { endDate: '2026-02-30' } }), header)).toBe('2026-12-03');
  expect(wantedDay(orderLine({}), {})).toBeUndefined();
});

it.each([
  [undefined, undefined, undefined],
  ['2026-11-27', undefined, undefined],
  ['2026-11-26', 'WANTED_DATE_TOO_SOON', 'notify'],
  ['2026-11-25', 'WANTED_DATE_TOO_SOON', 'notify'],
  ['2026-11-24', 'WANTED_DATE_PAST', 'hold'],
] as const)('wanted on %s is %s', (wanted, code, action) => {
  const reason = judgeWantedDate(orderLine({}), wanted, days, policy);
  expect([reason?.code, reason?.action]).toEqual([code, action]);
  expect(judgeWantedDate(orderLine({}), wanted, days, { past: 'accept', tooSoon: 'accept' })).toBeUndefined();
});
