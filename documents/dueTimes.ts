import type { Moment } from '../partners/messages.ts';
import { afterWorkingDays, offsetOf } from '../sessions/days.ts';
import { businessDay, businessTime, type ShopProfile } from '../shop/profile.ts';

/** When and on which days the shop works. */
export type ShopClock = Pick<ShopProfile, 'timeZone' | 'workingDays'>;

const MINUTE = 60_000;

/** The next working day's time of day: today's where it is still to come. @param at `HH:MM` of the shop */
export function nextTime(shop: ShopClock, now: Date, at: string): Date {
  const day = businessDay(shop, now);
  const isToday = isWorkingDay(shop, day) && businessTime(shop, now) < `${at}:00`;
  return instantOn(shop, isToday ? day : afterWorkingDays(day, 1, shop.workingDays), at);
}

/** When a message of the shop is due; undefined: when the order reaches a status, or never. */
export function dueAt(shop: ShopClock, now: Date, { when, at, statuses }: Moment, status: string): Date | undefined {
  if (when === 'atOnce') return now;
  if (when === 'schedule') return nextTime(shop, now, at);
  return when === 'onStatus' && statuses.some((told) => told === status) ? now : undefined;
}

/** So many working hours after an instant. @param hours with `from` and `to` as `HH:MM` of the shop */
export function afterWorkingHours(
  shop: ShopClock,
  start: Date,
  { hours, from, to }: { readonly hours: number; readonly from: string; readonly to: string },
): Date {
  let left = hours * 60 * MINUTE;
  let day = businessDay(shop, start);
  if (!isWorkingDay(shop, day)) day = afterWorkingDays(day, 1, shop.workingDays);
  for (;;) {
    const opens = Math.max(instantOn(shop, day, from).getTime(), start.getTime());
    const open = Math.max(instantOn(shop, day, to).getTime() - opens, 0);
    if (left <= open) return new Date(opens + left);
    left -= open;
    day = afterWorkingDays(day, 1, shop.workingDays);
  }
}

/** The beginning of a day in the shop. @param day `YYYY-MM-DD` */
export function startOfDay(shop: Pick<ShopClock, 'timeZone'>, day: string): Date {
  return instantOn(shop, day, '00:00');
}

/** The end of a day in the shop. @param day `YYYY-MM-DD` */
export function endOfDay(shop: Pick<ShopClock, 'timeZone'>, day: string): Date {
  return new Date(instantOn(shop, day, '23:59').getTime() + MINUTE - 1);
}

/** The shop's time of day as an instant. The offset is that of the hour itself: a day on which the clocks change has two. */
export function instantOn({ timeZone }: Pick<ShopClock, 'timeZone'>, day: string, at: string): Date {
  const near = new Date(`${day}T${at}:00${offsetOf(timeZone, new Date(`${day}T${at}:00Z`))}`);
  return new Date(`${day}T${at}:00${offsetOf(timeZone, near)}`);
}

export function isWorkingDay({ workingDays }: ShopClock, day: string): boolean {
  return workingDays.length === 0 || workingDays.includes(new Date(day).getUTCDay() || 7);
}
