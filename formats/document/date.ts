/** XSD date: a day, perhaps with a time zone, which business dates do not need (XML Schema Part 2, 3.2.9). */
const XSD_DATE = /^(\d{4})-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d)?$/;

/** The plain date `YYYY-MM-DD` of an XSD date; undefined where it is none, or a day that the calendar does not have. */
export function plainDate(text: string): string | undefined {
  const parts = XSD_DATE.exec(text);
  if (!parts) return undefined;
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(parts[1]), month)
    ? text.slice(0, 10)
    : undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
