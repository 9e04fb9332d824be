import { Decimal, isDecimal } from '../formats/document/decimal.ts';
import type { AllowanceCharge, OrderHeader, OrderLine } from '../formats/document/order.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import { judgeCharges, orderChargesAt } from './charges.ts';
import type { EvaluatedLine, Reason, SumDeviation } from './evaluation.ts';
import { acceptedWithin, bandOf, type OrderPolicy } from './orderPolicy.ts';
import { CENTS, percentText } from './priceText.ts';

export interface SummedLine {
  readonly line: OrderLine;
  readonly evaluated: EvaluatedLine;
  /** 27: the agreement rejects the line. 30: it takes our price. */
  readonly responseStatus?: ResponseCode | undefined;
}

/**
 * The sums of an order, gathered line by line from what is stored with each line: at our prices, what it deviates from them as it would be
 * accepted, and the sum of the line amounts as sent. Rejected lines count in the last one only; the price of a line without a product is
 * the buyer's on both sides.
 */
export class OrderSums {
  #ours = new Decimal(0);
  #deviation = new Decimal(0);
  #sent = new Decimal(0);
  readonly #charges: AllowanceCharge[] = [];
  #lines = 0;
  /** Has each line our price? Is each amount known? */
  #isPriced = true;
  #isSummed = true;

  add({ line, evaluated, responseStatus }: SummedLine): void {
    this.#lines += 1;
    this.#charges.push(...orderChargesAt(line));
    const amount = amountOf(line);
    if (amount) this.#sent = this.#sent.plus(amount);
    else this.#isSummed = false;
    if (responseStatus === '27') return;
    const { comparison, shopQuantity, freeText } = evaluated;
    if (freeText) {
      this.#ours = this.#ours.plus(amount ?? 0);
      return;
    }
    if (!comparison || shopQuantity === undefined) {
      this.#isPriced = false;
      return;
    }
    this.#ours = this.#ours.plus(new Decimal(comparison.ourPerShopUnit).times(shopQuantity));
    if (responseStatus !== '30') this.#deviation = this.#deviation.plus(comparison.sumDeviation ?? 0);
  }

  /** Sums that differ, of an order of which every line has our price. */
  get differing(): { readonly ours: string; readonly asked: string } | undefined {
    return this.#isPriced && !this.#deviation.isZero() ? this.sums : undefined;
  }

  /** At our prices, and as the order would be accepted. */
  get sums(): { readonly ours: string; readonly asked: string } {
    return { ours: amountText(this.#ours), asked: amountText(this.#ours.plus(this.#deviation)) };
  }

  /** What is to be said about the order as a whole. Sums of lines that could not be priced are not judged: those lines are questions. */
  reasons(header: Pick<OrderHeader, 'currency' | 'totals' | 'allowanceCharges'>, policy: OrderPolicy): Reason[] {
    const { currency } = header;
    const { reasons, netted } = judgeCharges({
      ofLines: this.#charges,
      header,
      sum: this.#isPriced ? this.#ours : undefined,
      rules: policy.charges,
      isSumJudged: this.#isPriced && policy.price.order !== undefined,
    });
    const found = [this.#total(header, policy)];
    if (this.#isPriced) found.push(this.#deviating(currency, policy, netted), this.#minimum(currency, policy));
    return [...found.filter((reason) => reason !== undefined), ...reasons];
  }

  /** The sum of the lines as sent must be that of the line amounts; cents may be lost in each. */
  #total({ currency, totals }: Pick<OrderHeader, 'currency' | 'totals'>, { price }: OrderPolicy): Reason | undefined {
    const sent = totals?.lineExtensionAmount;
    if (sent === undefined || !isDecimal(sent) || !this.#isSummed) return undefined;
    const tolerance = new Decimal('0.01').plus(new Decimal('0.005').times(this.#lines));
    if (this.#sent.minus(sent.trim()).abs().lte(tolerance)) return undefined;
    return {
      code: 'TOTAL_DEVIATION',
      field: 'AnticipatedMonetaryTotal/LineExtensionAmount',
      found: sent.trim(),
      expected: amountText(this.#sent),
      facts: { currency },
      action: price.total,
    };
  }

  /** @param charges what charges and allowances of the whole order add to what is asked */
  #deviating(currency: string, { price }: OrderPolicy, charges: Decimal): Reason | undefined {
    if (!price.order) return undefined;
    const deviation = this.#deviation.plus(charges);
    const question = { deviation, ours: this.#ours, sum: deviation };
    const band = bandOf(price.order, question);
    if (!band || band.action === 'accept') return undefined;
    const { percent, sum } = acceptedWithin(price.order[band.direction]);
    const facts: SumDeviation = {
      ...{ ours: amountText(this.#ours), asked: amountText(this.#ours.plus(deviation)), currency },
      ...(!charges.isZero() && { charges: amountText(charges) }),
      ...(!this.#ours.isZero() && { deviationPercent: percentText(deviation.div(this.#ours).times(100)) }),
      ...(percent !== undefined && { tolerancePercent: percent }),
      ...(sum !== undefined && { toleranceSum: sum }),
    };
    const what = { field: 'OrderLine', found: facts.asked, expected: facts.ours, facts };
    return { code: 'ORDER_SUM_DEVIATION', ...what, action: band.action };
  }

  #minimum(currency: string, { minimumValue }: OrderPolicy): Reason | undefined {
    if (!minimumValue || minimumValue.currency !== currency || this.#ours.gte(minimumValue.amount)) return undefined;
    const facts = { currency, minimum: minimumValue.amount, value: amountText(this.#ours) };
    const what = { field: 'OrderLine', found: facts.value, expected: `at least ${facts.minimum}`, facts };
    return { code: 'MINIMUM_ORDER_VALUE', ...what, action: minimumValue.action };
  }
}

function amountText(amount: Decimal): string {
  const rounded = amount.toDecimalPlaces(CENTS, Decimal.ROUND_HALF_UP);
  return rounded.toFixed(CENTS);
}

/** The line amount as sent; quantity x price / base quantity where it was not; undefined where neither can be told. */
function amountOf({ lineExtensionAmount, quantity, unit, price }: OrderLine): Decimal | undefined {
  if (lineExtensionAmount !== undefined) {
    return isDecimal(lineExtensionAmount) ? new Decimal(lineExtensionAmount.trim()) : undefined;
  }
  const { amount = '', baseQuantity = '1', baseQuantityUnit = unit } = price ?? {};
  if (baseQuantityUnit !== unit || ![amount, baseQuantity, quantity].every(isDecimal)) return undefined;
  const base = new Decimal(baseQuantity.trim());
  if (base.lte(0)) return undefined;
  return new Decimal(amount.trim()).times(quantity.trim()).div(base).toDecimalPlaces(CENTS, Decimal.ROUND_HALF_UP);
}
