import type { Language } from './words.ts';

/** What people call the common units of UN/ECE Recommendations 20 and 21; any other is shown by its code. */
const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ...of(['C62', 'EA', 'H87', 'PCE', 'NAR'], 'pc', 'st'),
  ...of(['PR'], 'pair', 'par'),
  ...of(['SET'], 'set', 'set'),
  ...of(['DZN'], 'dozen', 'dussin'),
  ...of(['CEN'], 'hundred', '100-tal'),
  ...of(['MIL'], 'thousand', '1000-tal'),
  ...of(['PK', 'XPK', 'PA', 'XPA'], 'pack', 'förp'),
  ...of(['BX', 'XBX'], 'box', 'ask'),
  ...of(['CT', 'XCT'], 'carton', 'kartong'),
  ...of(['CS', 'XCS', 'CA', 'XCA'], 'case', 'låda'),
  ...of(['BG', 'XBG'], 'bag', 'påse'),
  ...of(['BO', 'XBO'], 'bottle', 'flaska'),
  ...of(['TU', 'XTU'], 'tube', 'tub'),
  ...of(['RO', 'XRO'], 'roll', 'rulle'),
  ...of(['XPX'], 'pallet', 'pall'),
  ...of(['KGM'], 'kg', 'kg'),
  ...of(['GRM'], 'g', 'g'),
  ...of(['TNE'], 'tonne', 'ton'),
  ...of(['MTR'], 'm', 'm'),
  ...of(['CMT'], 'cm', 'cm'),
  ...of(['MMT'], 'mm', 'mm'),
  ...of(['MTK'], 'm²', 'm²'),
  ...of(['MTQ'], 'm³', 'm³'),
  ...of(['LTR'], 'litre', 'liter'),
  ...of(['MLT'], 'ml', 'ml'),
  ...of(['HUR'], 'hour', 'timme'),
  ...of(['DAY'], 'day', 'dygn'),
};

function of(codes: readonly string[], en: string, sv: string) {
  return Object.fromEntries(codes.map((code) => [code, { en, sv }]));
}

/** The codes that have names. */
export const namedUnits: readonly string[] = Object.keys(names);

/** A unit for a person: `st` for `PCE`. */
export function unitName(code: string, language: Language): string {
  return Object.hasOwn(names, code) ? names[code]![language] : code;
}
