import { isDecimal } from '../formats/document/decimal.ts';

export const languages = ['en', 'sv'] as const;
export type Language = (typeof languages)[number];

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', sv: 'sv-SE' };

/** The language that a reader asked for, from Accept-Language (RFC 9110, 12.5.4) or a setting; English when it is none of ours. */
export function languageOf(asked: string | undefined): Language {
  const wishes = (asked ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
    const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find((q) => q !== undefined);
    return { language: tag.split('-')[0], quality: Number(quality ?? 1) };
  });
  wishes.sort((a, b) => b.quality - a.quality);
  return languages.find((language) => wishes[0]?.language === language) ?? 'en';
}

type PluralForms = Readonly<{ one: string; other: string }>;

/** Numbers, plurals and times as one language writes them. */
export class Words {
  readonly #plurals: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat;
  readonly #times: Intl.DateTimeFormat;
  readonly #lists: Intl.ListFormat;
  readonly #language: Language;

  constructor(language: Language, timeZone: string) {
    const locale = locales[language];
    this.#language = language;
    this.#plurals = new Intl.PluralRules(locale);
    this.#numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
    this.#times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
    this.#lists = new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
  }

  /** `count(2, { one: 'line', other: 'lines' })` is `2 lines`. */
  count(value: number, forms: PluralForms): string {
    return `${this.#numbers.format(value)} ${this.form(value, forms)}`;
  }

  form(value: number, forms: PluralForms): string {
    return this.#plurals.select(value) === 'one' ? forms.one : forms.other;
  }

  /** A decimal, exactly; a text that is none stays as it is. */
  decimal(value: string): string {
    // format() takes decimal texts without rounding them to a double
    return isDecimal(value) ? this.#numbers.format(value.trim() as `${number}`) : value;
  }

  /** An instant given as ISO 8601 text. */
  time(instant: string): string {
    return this.#times.format(new Date(instant));
  }

  size(bytes: number): string {
    const [power, unit]: [number, string] =
      bytes < 1_000 ? [1, 'byte'] : bytes < 1_000_000 ? [1_000, 'kilobyte'] : [1_000_000, 'megabyte'];
    const amount = bytes / power;
    const maximumFractionDigits = amount >= 10 ? 0 : 1;
    return new Intl.NumberFormat(locales[this.#language], { style: 'unit', unit, maximumFractionDigits }).format(
      amount,
    );
  }

  list(items: readonly string[]): string {
    return this.#lists.format(items);
  }
}
