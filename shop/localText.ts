import type { LocalText } from './product.entity.ts';

/** The text in the wanted language, or in the other one where there is none. */
export function localText(
  text: { readonly [K in keyof LocalText]: LocalText[K] | undefined },
  language: keyof LocalText = 'sv',
): string {
  return text[language] ?? text.sv ?? text.en ?? '';
}
