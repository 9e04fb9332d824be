/** Values of findings for sentences. */
import type { Words } from '../../documents/words.ts';

/** An amount with its currency, `420.5 SEK`, as the language writes it. */
export function money(amount: string | undefined, w: Words): string {
  const [value = '', currency = ''] = (amount ?? '').split(' ');
  return w.money(value, currency);
}

/** Of digits, `11.3` or `*.4`, those before and after the decimal sign; `whole` is undefined where any number may stand. */
export function digitsOf(text: string | undefined): { readonly whole: string | undefined; readonly decimals: string } {
  const [whole, decimals = '0'] = (text ?? '').split('.');
  return { whole: whole === '*' ? undefined : whole, decimals };
}
