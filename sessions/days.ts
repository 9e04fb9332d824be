/** Business days. Pure. */

/** ISO weekday of a plain date: 1 is Monday. */
function weekday(date: Date): number {
  return date.getUTCDay() || 7;
}

function step(date: Date): Date {
  return new Date(date.getTime() + 86_400_000);
}

/**
 * Last day of a price promise: so many calendar days after `day`, moved to the next working day, so that the promise can be used on its
 * last day. Undefined where nothing is promised (0 days).
 * @param workingDays ISO weekdays; none at all: every day counts
 */
export function promisedUntil(day: string, days: number, workingDays: readonly number[]): string | undefined {
  if (days === 0) return undefined;
  let date = new Date(Date.parse(day) + days * 86_400_000);
  while (workingDays.length > 0 && !workingDays.includes(weekday(date))) date = step(date);
  return plainDay(date);
}

/** The day so many working days after `day`. */
export function afterWorkingDays(day: string, count: number, workingDays: readonly number[]): string {
  let date = new Date(Date.parse(day));
  for (let left = count; left > 0;) {
    date = step(date);
    if (workingDays.length === 0 || workingDays.includes(weekday(date))) left -= 1;
  }
  return plainDay(date);
}

function plainDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

const offsets = new Map<string, Intl.DateTimeFormat>();

/** Offset of a time zone at an instant: `+01:00`, never `Z`. Formatters are kept: making one takes long. */
export function offsetOf(timeZone: string, instant: Date): string {
  let format = offsets.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' });
    offsets.set(timeZone, format);
  }
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name.slice('GMT'.length) || '+00:00';
}
