import type { Language } from '../../../documents/words.ts';
import { platforms } from '../../../partners/platforms/platforms.ts';
import { isPlatformId } from '../../../partners/platforms/ids.ts';
import { optionsEnglish } from './options.en.ts';
import { optionsSwedish } from './options.sv.ts';
import { ordersEnglish } from './orders.en.ts';
import { ordersSwedish } from './orders.sv.ts';
import { punchOutEnglish } from './punchOut.en.ts';
import { punchOutSwedish } from './punchOut.sv.ts';
import { sendingEnglish } from './sending.en.ts';
import { sendingSwedish } from './sending.sv.ts';
import type { SettingWord, SettingWords } from './setting.ts';

interface Catalogue {
  readonly settings: SettingWords;
  readonly options: Readonly<Record<string, string>>;
}

export const settingCatalogues: Readonly<Record<Language, Catalogue>> = {
  en: { settings: { ...ordersEnglish, ...sendingEnglish, ...punchOutEnglish }, options: optionsEnglish },
  sv: { settings: { ...ordersSwedish, ...sendingSwedish, ...punchOutSwedish }, options: optionsSwedish },
};

/**
 * What a setting is called: by its path, or by as much of the path's end as the catalogue knows. An entry of a table is called what the
 * table says.
 * @param path with `*` for entries: `price.line.above.bands.*.percent`
 */
export function settingWord(path: string, language: Language): SettingWord {
  const { settings } = settingCatalogues[language];
  const key = endOf(path, settings);
  if (key !== undefined) return settings[key]!;
  const entry = path.endsWith('.*') ? settingWord(path.slice(0, -2), language).entry : undefined;
  return { label: entry ?? path };
}

/** What a value of a choice means; a value that is a name of its own stands for itself: `4.0`, `utf-8`. */
export function optionText(path: string, value: string, language: Language): string {
  if (path === 'punchOut.platform' && isPlatformId(value)) return platforms[value].name;
  const { options } = settingCatalogues[language];
  const key = endOf(path, options, `=${value}`) ?? `=${value}`;
  return options[key] ?? value;
}

/** The longest end of a path that is a key, cut between names. */
function endOf(path: string, known: Readonly<Record<string, unknown>>, suffix = ''): string | undefined {
  const names = path.split('.');
  const ends = names.map((_, at) => names.slice(at).join('.') + suffix);
  return ends.find((end) => Object.hasOwn(known, end));
}
