import { Decimal, plain } from '../../../formats/document/decimal.ts';
import type { BrowserForm } from '../../../formats/document/browserForm.ts';
import type { CartFacts } from '../../platforms/platform.ts';
import { firstLines, of, ofAgreement, refusal, type Hit, type LintRule } from '../input.ts';
import { roles } from '../sent.ts';

/** The cart as a whole. */
export const cartRules: readonly LintRule[] = [
  {
    id: 'LINT-CART-EMPTY',
    text: 'A cart without lines, where the system fails on one.',
    audience: 'buyer',
    from: 'platform',
    *check({ cart, facts: { emptyCart } }) {
      if (cart.lines.length === 0 && emptyCart) yield { effect: refusal(emptyCart), ...of(emptyCart) };
    },
  },
  {
    id: 'LINT-LINE-COUNT',
    text: 'More lines than the agreement allows.',
    audience: 'buyer',
    from: 'agreement, maximumLines',
    *check({ cart, settings: { maximumLines } }) {
      const found = String(cart.lines.length);
      if (cart.lines.length > maximumLines) {
        yield { effect: 'refuse', field: 'maximumLines', found, expected: String(maximumLines), ...ofAgreement };
      }
    },
  },
  {
    id: 'LINT-MINIMUM-VALUE',
    text: 'A net sum below the minimum order value.',
    audience: 'buyer',
    from: 'agreement, minimumOrderValue',
    *check({ cart: { header, lines }, settings: { minimumOrderValue: minimum } }) {
      if (minimum === undefined || lines.length === 0 || new Decimal(header.total).gte(minimum)) return;
      const amount = (value: string) => `${plain(new Decimal(value))} ${header.currency}`;
      yield {
        ...{ effect: 'refuse', field: 'minimumOrderValue', found: amount(header.total), expected: amount(minimum) },
        ...ofAgreement,
      };
    },
  },
  {
    id: 'LINT-CURRENCY',
    text: "A line in another currency than the agreement's.",
    audience: 'administrator',
    from: 'agreement, currency',
    *check({ cart, lines, protocol, settings: { currency: expected } }) {
      const { currency: field } = roles[protocol];
      const found = firstLines(lines, ({ sent }) => (field === undefined ? cart.header.currency : sent.get(field)));
      for (const [currency, { line }] of found) {
        if (currency === expected) continue;
        const where = { line: line.position, ...(field !== undefined && { field }) };
        yield { effect: 'refuse', ...where, found: currency, expected, ...ofAgreement };
      }
    },
  },
];

/** Of a written form: what of it the receiver reads at all. */
export function checkFieldCount({ fields }: BrowserForm, { formFields }: CartFacts): Hit | undefined {
  if (formFields === undefined || formFields.value === 'all' || fields.length <= formFields.value) return undefined;
  const expected = String(formFields.value);
  return { effect: refusal(formFields), found: String(fields.length), expected, ...of(formFields) };
}
