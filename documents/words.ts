import { isDecimal } from '../formats/document/decimal.ts';
import type { Identity } from '../shop/identity.ts';

export const languages = ['en', 'sv'] as const;
export type Language = (typeof languages)[number];

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', sv: 'sv-SE' };

/** What the schemes of identities are called (shop/identity.ts normalises to them). */
const identityNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { '0007': 'organisation number', VAT: 'VAT number', '0088': 'GLN', '0060': 'DUNS number', ANID: 'Ariba id' },
  sv: { '0007': 'organisationsnummer', VAT: 'momsnummer', '0088': 'GLN', '0060': 'DUNS-nummer', ANID: 'Ariba-id' },
};
const peppolId: Readonly<Record<Language, string>> = { en: 'Peppol id', sv: 'Peppol-id' };

/** The language that a reader asked for, by Accept-Language (RFC 9110, 12.5.4); the other one when it is none of ours. */
export function languageOf(asked: string | undefined, otherwise: Language = 'en'): Language {
  const wishes = (asked ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
    const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find((q) => q !== undefined);
    return { language: tag.split('-')[0], quality: Number(quality ?? 1) };
  });
  wishes.sort((a, b) => b.quality - a.quality);
  return languages.find((language) => wishes[0]?.language === language) ?? otherwise;
}

/** Seconds of a unit, its name (ECMA-402), and below how many seconds it is used. */
const durationUnits = [
  [1, 'second', 120],
  [60, 'minute', 7_200],
  [3_600, 'hour', 172_800],
  [86_400, 'day', Infinity],
] as const;

/** Seconds of a unit, and below how many seconds a time is told in it. */
const relativeUnits = [
  [1, 'second', 60],
  [60, 'minute', 3_600],
  [3_600, 'hour', 86_400],
  [86_400, 'day', 604_800],
] as const;

type PluralForms = Readonly<{ one: string; other: string }>;

/** Numbers, plurals, times and identities as one language writes them. */
export class Words {
  readonly #plurals: Intl.PluralRules;
  readonly #numbers = new Map<number, Intl.NumberFormat>();
  readonly #times: Intl.DateTimeFormat;
  readonly #clocks: Intl.DateTimeFormat;
  readonly #days: Intl.DateTimeFormat;
  readonly #shortDays: Intl.DateTimeFormat;
  readonly #lists: Intl.ListFormat;
  readonly #relative: Intl.RelativeTimeFormat;
  readonly #language: Language;

  constructor(language: Language, timeZone: string) {
    const locale = locales[language];
    const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
    const minute = { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
    this.#language = language;
    this.#plurals = new Intl.PluralRules(locale);
    this.#times = new Intl.DateTimeFormat(locale, { ...day, ...minute, timeZone });
    this.#clocks = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
    this.#days = new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' });
    this.#shortDays = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
    this.#relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    this.#lists = new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
  }

  /** `count(2, { one: 'line', other: 'lines' })` is `2 lines`. */
  count(value: number, forms: PluralForms): string {
    return `${this.#number(0).format(value)} ${this.form(value, forms)}`;
  }

  form(value: number, forms: PluralForms): string {
    return this.#plurals.select(value) === 'one' ? forms.one : forms.other;
  }

  /** A price or an amount, exactly, with two decimals at least; a text that is no decimal stays as it is. */
  money(value: string, currency: string): string {
    return `${this.#decimal(value, 2)} ${currency}`;
  }

  /** `3.9 %`, with the decimals that it has. */
  percent(value: string): string {
    return `${this.#decimal(value, value.split('.')[1]?.length ?? 0)} %`;
  }

  /** A quantity, exactly, with the decimals that it has; a text that is no decimal stays as it is. */
  quantity(value: string): string {
    return this.#decimal(value, 0);
  }

  #decimal(value: string, decimals: number): string {
    // format() takes decimal texts without rounding them to a double
    return isDecimal(value) ? this.#number(decimals).format(value.trim() as `${number}`) : value;
  }

  /** Formatters are kept: making one takes long. */
  #number(minimumFractionDigits: number): Intl.NumberFormat {
    const known = this.#numbers.get(minimumFractionDigits);
    if (known) return known;
    const made = new Intl.NumberFormat(locales[this.#language], { minimumFractionDigits, maximumFractionDigits: 20 });
    this.#numbers.set(minimumFractionDigits, made);
    return made;
  }

  /** An instant given as ISO 8601 text: `Fri, 27 Nov 2026, 10:14 CET`. */
  time(instant: string): string {
    return this.#times.format(new Date(instant));
  }

  /** How long ago an instant is, or how long until it: `5 minutes ago`, `in 2 hours`; beyond a week the day. */
  ago(instant: string, now = new Date()): string {
    const seconds = (Date.parse(instant) - now.getTime()) / 1_000;
    const unit = relativeUnits.find(([, , below]) => Math.abs(seconds) < below);
    if (!unit) return this.day(instant.slice(0, 10));
    return this.#relative.format(Math.trunc(seconds / unit[0]), unit[1]);
  }

  /** The time of the day: `14:05`. */
  clock(instant: string): string {
    return this.#clocks.format(new Date(instant));
  }

  /** A date without time: `24 Nov 2026`. */
  day(date: string): string {
    return this.#days.format(new Date(`${date}T00:00:00Z`));
  }

  /** The day of an instant without its year: `24 Nov`. */
  shortDay(instant: string): string {
    return this.#shortDays.format(new Date(instant));
  }

  /** Seconds in the unit that says most: `3 seconds`, `5 minutes`; short `3 sec`, `5 min`. */
  duration(seconds: number, unitDisplay: 'long' | 'short' = 'long'): string {
    const [size, unit] = durationUnits.find(([, , below]) => seconds < below)!;
    const amount = seconds / size;
    const maximumFractionDigits = amount >= 10 ? 0 : 1;
    return new Intl.NumberFormat(locales[this.#language], {
      style: 'unit',
      unit,
      unitDisplay,
      maximumFractionDigits,
    }).format(amount);
  }

  size(bytes: number): string {
    const [power, unit]: [number, string] =
      bytes < 1_000
        ? [1, 'byte']
        : bytes < 1_000_000
          ? [1_000, 'kilobyte']
          : bytes < 1_000_000_000
            ? [1_000_000, 'megabyte']
            : [1_000_000_000, 'gigabyte'];
    const amount = bytes / power;
    const maximumFractionDigits = amount >= 10 ? 0 : 1;
    return new Intl.NumberFormat(locales[this.#language], { style: 'unit', unit, maximumFractionDigits }).format(
      amount,
    );
  }

  list(items: readonly string[]): string {
    return this.#lists.format(items);
  }

  /** Identities of a party by the names of their kinds: `organisation number 559999-1030, GLN 9520009910311`. */
  identities(identities: readonly Identity[]): string {
    return this.list(identities.map((identity) => this.#identity(identity)));
  }

  #identity({ scheme, value }: Identity): string {
    const name = identityNames[this.#language][scheme];
    if (scheme === '0007' && /^\d{10}$/.test(value)) return `${name} ${value.slice(0, 6)}-${value.slice(6)}`;
    if (name !== undefined) return `${name} ${value}`;
    return /^\d{4}$/.test(scheme) ? `${peppolId[this.#language]} ${scheme}:${value}` : `${scheme} ${value}`;
  }
}
