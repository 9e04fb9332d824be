import { plainDate } from '../document/date.ts';
import { compact } from '../ubl/read.ts';

/** A day, and the time of it where one was sent. */
export interface Moment {
  readonly date: string;
  /** `HH:MM:SS`, with the offset where the sender wrote one. */
  readonly time?: string;
}

/** ISO 8601 as cXML has it, and as its senders have it: date alone, without seconds, with a fraction, with or without an offset. */
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;
/** `Mon May 19 18:29:48 +0000 2008`: Coupa has sent it. */
const CTIME = /^[a-z]{3} ([a-z]{3}) +(\d{1,2}) (\d\d:\d\d)(:\d\d)(?: ([+-]\d{4}))? (\d{4})$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const IN_UTC = /^(Z|[+-]00:?00)$/i;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Reads a date or instant. The day is the one that the sender wrote, in its own offset. In UTC nobody has written it for a place: many
 * systems send midnight of the buyer's day so, which is the day before; with `timeZone` (IANA) it is the day there. Undefined for a text
 * that is no date, or a day or time that there is not.
 */
export function parseMoment(text: string, timeZone?: string): Moment | undefined {
  const parts = split(text.trim());
  if (!parts || plainDate(parts.date) === undefined) return undefined;
  const { date, minutes, seconds = ':00', offset } = parts;
  if (minutes === undefined) return { date };
  if (!TIME.test(minutes) || seconds > ':60') return undefined;
  if (timeZone !== undefined && offset !== undefined && IN_UTC.test(offset)) {
    const [day, time] = inZone(`${date}T${minutes}${seconds === ':60' ? ':59' : seconds}Z`, timeZone);
    return { date: day!, time: time! };
  }
  return { date, time: `${minutes}${seconds}${offset === undefined ? '' : withColon(offset)}` };
}

interface Parts {
  readonly date: string;
  readonly minutes?: string;
  readonly seconds?: string;
  readonly offset?: string;
}

function split(text: string): Parts | undefined {
  const iso = ISO.exec(text);
  if (iso) return compact({ date: iso[1]!, minutes: iso[2], seconds: iso[3], offset: iso[4] });
  const parts = CTIME.exec(text);
  if (!parts) return undefined;
  const [, name, day, minutes, seconds, offset, year] = parts;
  const month = MONTHS.indexOf(name!.toLowerCase()) + 1;
  const date = `${year}-${`${month}`.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return compact({ date, minutes, seconds, offset });
}

/** `YYYY-MM-DD` and `HH:MM:SS` of an instant in a time zone: Swedish writes them so. */
function inZone(instant: string, timeZone: string): string[] {
  return new Date(instant).toLocaleString('sv-SE', { timeZone }).split(' ');
}

/** XML Schema wants the colon that ISO 8601 lets a sender leave out. */
function withColon(offset: string): string {
  return offset.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
}
