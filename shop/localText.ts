import type { LocalText } from './product.entity.ts';

/** The text in the first language that has one: Swedish, then English. */
export function localText(text: LocalText): string {
  return text.sv ?? text.en ?? '';
}
