import type { Mode } from '../partners/partner.entity.ts';

/** The same in every language, so that a rule of a mail program finds it. */
const TEST_MARK = 'TEST: ';

/** What a message is about, marked where it is about a test: nobody is to take it for something real. @param mode null: of neither */
export function markTest(text: string, mode: Mode | null): string {
  return mode === 'test' && !text.startsWith(TEST_MARK) ? `${TEST_MARK}${text}` : text;
}
