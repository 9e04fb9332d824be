/** Checks a cart before it leaves: what the receiving purchasing system will refuse, cut or misread. Pure. */
import type { BrowserForm } from '../../formats/document/browserForm.ts';
import type { Cart } from '../../formats/document/cart.ts';
import { shown } from '../../formats/document/shown.ts';
import { factsOf, platformFor } from '../platforms/platforms.ts';
import type { LintAudience, LintFinding, LintId } from './finding.ts';
import { lintInput, type Hit, type LintInput, type LintOptions, type LintRule } from './input.ts';
import { cartRules, checkFieldCount } from './rules/cart.ts';
import { classificationRules } from './rules/classification.ts';
import { keyRules } from './rules/keys.ts';
import { mappingRules } from './rules/mapping.ts';
import { numberRules } from './rules/numbers.ts';
import { taxRules } from './rules/taxes.ts';
import { textRules } from './rules/texts.ts';
import { unitRules } from './rules/units.ts';

export type { LintFinding } from './finding.ts';
export type { LintOptions } from './input.ts';

/** Values in findings are bounded: a cart may have thousands of lines. */
const LONGEST = 300;

/** The rules that look at a cart, in the order of their findings. */
export const lintRules: readonly LintRule[] = [
  ...cartRules,
  ...mappingRules,
  ...textRules,
  ...keyRules,
  ...numberRules,
  ...unitRules,
  ...taxRules,
  ...classificationRules,
];

/**
 * What is wrong with a cart for who receives it. A cart with a finding `refuse` must not be written.
 * @param mapped the fields that the agreement's mapping fills; with the mapping's problems where it is a MappedCart
 */
export function lintCart(cart: Cart, mapped: LintInput['mapped'], options: LintOptions): LintFinding[] {
  const input = lintInput(cart, mapped, options);
  return lintRules.flatMap(({ id, audience, check }) => Array.from(check(input), (hit) => finding(id, audience, hit)));
}

/** What is wrong with a form that was written: more fields than the receiver reads. */
export function lintForm(form: BrowserForm, { protocol, settings }: LintOptions): LintFinding[] {
  const hit = checkFieldCount(form, factsOf(platformFor(settings, protocol), protocol));
  return hit ? [finding('LINT-FIELD-COUNT', 'buyer', hit)] : [];
}

/** A buyer hears of what keeps the cart back, and only where they can do something about it. */
function finding(id: LintId, audience: LintAudience, { found, becomes, ...hit }: Hit): LintFinding {
  return {
    id,
    audience: hit.effect === 'notice' ? 'administrator' : audience,
    ...hit,
    ...(found !== undefined && { found: shown(found, LONGEST) }),
    ...(becomes !== undefined && { becomes: shown(becomes, LONGEST) }),
  };
}
