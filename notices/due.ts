import { nextTime } from '../documents/dueTimes.ts';
import type { Subscription } from './subscription.entity.ts';

type Pace = Pick<Subscription, 'digest' | 'digestMinutes' | 'digestAt'>;

/** When what waits since an instant is told. @param timeZone of the shop, IANA name */
export function noticeDue({ digest, digestMinutes, digestAt }: Pace, since: Date, timeZone: string): Date {
  if (digest === 'minutes') return new Date(since.getTime() + (digestMinutes ?? 0) * 60_000);
  return digest === 'daily' ? nextTime({ timeZone, workingDays: [] }, since, digestAt ?? '00:00') : since;
}
