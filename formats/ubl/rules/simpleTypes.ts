/** Lexical checks of the XSD types that UBL 2.1 uses (XML Schema Part 2). */

export type SimpleTypeName =
  'anyURI' | 'base64Binary' | 'boolean' | 'date' | 'decimal' | 'language' | 'normalizedString' | 'string' | 'time';

export interface SimpleType {
  /** What a value looks like, for a person. */
  readonly expected: string;
  readonly accepts: (text: string) => boolean;
}

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const DATE = /^-?(?:[1-9]\d{4,}|\d{4})-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d)?$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
const LANGUAGE = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** The last group: bits that no byte uses are zero (RFC 3548; XML Schema Part 2, 3.2.16). */
const BASE64_END = /(?:^|[^=]{4}|[^=][AQgw]==|[^=]{2}[AEIMQUYcgkosw048]=)$/;
const ZONE = /^[+-](\d\d):(\d\d)$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** White space facet `collapse`, as far as these types need it: inside, white space is an error in all but base64Binary. */
function trimmed(text: string): string {
  return /^[\t\n\r ]|[\t\n\r ]$/.test(text) ? text.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '') : text;
}

function isZone(zone: string | undefined): boolean {
  const [, hours, minutes] = ZONE.exec(zone ?? '') ?? [];
  if (hours === undefined) return true; // none, or Z
  return Number(minutes) < 60 && Number(hours) * 60 + Number(minutes) <= 14 * 60;
}

function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const year = Number(text.slice(0, text.indexOf('-', 1)));
  const month = Number(match[1]);
  const day = Number(match[2]);
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year !== 0 && day >= 1 && day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0) && isZone(match[3]);
}

function isTime(text: string): boolean {
  const match = TIME.exec(text);
  if (!match) return false;
  const [hour, minute, second] = match.slice(1, 4).map(Number) as [number, number, number];
  const midnight = hour === 24 && minute === 0 && second === 0 && /^\.?0*$/.test(match[4] ?? '');
  return (hour < 24 || midnight) && minute < 60 && second < 60 && isZone(match[5]);
}

/** Whole groups of four; white space may stand anywhere (XML Schema Part 2, 3.2.16). */
function isBase64(text: string): boolean {
  const dense = text.replace(/[\t\n\r ]+/g, '');
  return dense.length % 4 === 0 && BASE64.test(dense) && BASE64_END.test(dense.slice(-4));
}

/** `//` and an IPv6 address in brackets, where alone brackets may stand before the query. */
const IPV6_HOST = /^\/\/(?:[^/@]*@)?\[[0-9A-Fa-f]*:[0-9A-Fa-f:.]*\]/;

/** As lenient as the official validators: any text is a relative reference unless it breaks what RFC 2396 is strict about. */
function isUri(text: string): boolean {
  const [before, ...fragments] = text.split('#');
  if (fragments.length > 1 || /%(?![0-9A-Fa-f]{2})/.test(text)) return false;
  const [, scheme, specific] = /^([^:/?]*):(.*)$/s.exec(before!) ?? [];
  if (scheme !== undefined && (specific === '' || !/^[A-Za-z][A-Za-z0-9+.-]*$/.test(scheme))) return false;
  const hierarchy = specific ?? before!;
  if (scheme !== undefined && !hierarchy.startsWith('/')) return true; // opaque, for example urn:
  return hierarchy !== '//' && !/[[\]]/.test(hierarchy.replace(/\?.*$/s, '').replace(IPV6_HOST, ''));
}

const anything = (): boolean => true;

export const simpleTypes: Readonly<Record<SimpleTypeName, SimpleType>> = {
  anyURI: { expected: 'a URI', accepts: (text) => isUri(trimmed(text)) },
  base64Binary: { expected: 'base64 text', accepts: isBase64 },
  boolean: { expected: 'true or false', accepts: (text) => /^(?:true|false|1|0)$/.test(trimmed(text)) },
  date: { expected: 'a date such as 2013-07-01', accepts: (text) => isDate(trimmed(text)) },
  decimal: { expected: 'a decimal number such as 12.50', accepts: (text) => DECIMAL.test(trimmed(text)) },
  language: { expected: 'a language such as sv or en-GB', accepts: (text) => LANGUAGE.test(trimmed(text)) },
  normalizedString: { expected: 'text', accepts: anything },
  string: { expected: 'text', accepts: anything },
  time: { expected: 'a time such as 13:30:00', accepts: (text) => isTime(trimmed(text)) },
};
