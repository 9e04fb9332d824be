import { Decimal, plain } from './decimal.ts';
import type { OrderAgreementLine } from './orderAgreement.ts';

/** Sums of an order agreement, amounts with two decimals at most. */
export interface AgreedTotals {
  /** One a line, in their order. */
  readonly lineAmounts: readonly string[];
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly taxes: readonly { readonly percent: string; readonly taxable: string; readonly tax: string }[];
}

const CENTS = 2;
const rounded = (value: Decimal): Decimal => value.toDecimalPlaces(CENTS, Decimal.ROUND_HALF_UP);
const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, each) => total.plus(each), new Decimal(0));

/**
 * Line amounts, tax by rate and totals as the rules of T110 compute them (PEPPOL-T110-R007, R010 to R012, R024, R025): the line amounts are
 * rounded, everything else is their sum, and each rate's tax is rounded once.
 */
export function agreedTotals(lines: readonly OrderAgreementLine[]): AgreedTotals {
  const amounts = lines.map(({ quantity, price: { amount, baseQuantity = '1' } }) =>
    rounded(new Decimal(quantity).times(amount).dividedBy(baseQuantity)),
  );
  const byRate = Map.groupBy(
    lines.map(({ vatPercent }, index) => ({ percent: plain(new Decimal(vatPercent)), amount: amounts[index]! })),
    ({ percent }) => percent,
  );
  const taxes = [...byRate].map(([percent, all]) => {
    const taxable = sum(all.map(({ amount }) => amount));
    return { percent, taxable, tax: rounded(taxable.times(percent).dividedBy(100)) };
  });
  const net = sum(amounts);
  const tax = sum(taxes.map((each) => each.tax));
  return {
    lineAmounts: amounts.map(plain),
    net: plain(net),
    tax: plain(tax),
    gross: plain(net.plus(tax)),
    taxes: taxes.map((each) => ({ percent: each.percent, taxable: plain(each.taxable), tax: plain(each.tax) })),
  };
}
