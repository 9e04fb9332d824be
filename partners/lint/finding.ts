/** What the lint says about a cart before it leaves. */
import type { FactStatus } from '../platforms/platform.ts';

export const lintIds = [
  'LINT-CART-EMPTY',
  'LINT-LINE-COUNT',
  'LINT-FIELD-COUNT',
  'LINT-MINIMUM-VALUE',
  'LINT-CURRENCY',
  'LINT-LENGTH',
  'LINT-BYTES',
  'LINT-KEY-LENGTH',
  'LINT-KEY-CHARACTERS',
  'LINT-CHARSET',
  'LINT-NUMBER',
  'LINT-QUANTITY-DIGITS',
  'LINT-PRICE-DIGITS',
  'LINT-PRICE-ZERO',
  'LINT-UNIT-UNKNOWN',
  'LINT-UNIT-UNMAPPED',
  'LINT-UNIT-UNSENDABLE',
  'LINT-VAT-MISSING',
  'LINT-UNSPSC-MISSING',
  'LINT-UNSPSC-LENGTH',
  'LINT-UNSPSC-VERSION',
  'LINT-MAPPING',
] as const;
export type LintId = (typeof lintIds)[number];

/** `refuse`: the cart must not leave so. `cut`: a value arrives shorter or changed. `notice`: may be misread. */
export type LintEffect = 'refuse' | 'cut' | 'notice';

/** Who can do something about it. */
export type LintAudience = 'buyer' | 'administrator';

export interface LintFinding {
  readonly id: LintId;
  readonly effect: LintEffect;
  readonly audience: LintAudience;
  /** Position of the line; absent: the whole cart. */
  readonly line?: number;
  /** As the protocol names it, or as the agreement does. */
  readonly field?: string;
  readonly found?: string;
  readonly expected?: string;
  /** Of a cut: the text that will arrive. */
  readonly becomes?: string;
  /** Where it is known from: digest and section, or the agreement. */
  readonly source: string;
  readonly status: FactStatus;
}
