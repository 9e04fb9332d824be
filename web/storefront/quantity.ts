import { isDecimal } from '../../formats/document/decimal.ts';
import type { Language } from '../../documents/words.ts';

/** A quantity as it stands in a field: ungrouped, with the decimal sign of the language. */
export function quantityField(value: string, language: Language): string {
  return language === 'sv' ? value.replace('.', ',') : value;
}

/**
 * A typed quantity as a decimal: `1 000`, `2,5` and `2.5` in both languages; `1,000` is a thousand in English and one in Swedish.
 * @returns undefined for what is no quantity
 */
export function readQuantity(typed: string, language: Language): string | undefined {
  const compact = typed.replaceAll(/[\s\u00a0\u202f]/g, '');
  const grouped = language === 'en' && /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(compact);
  const text = grouped ? compact.replaceAll(',', '') : compact.replace(',', '.');
  return isDecimal(text) && /^\d{1,15}(\.\d{1,8})?$/.test(text) && Number(text) > 0 ? text : undefined;
}
