import { Decimal, plain } from '../document/decimal.ts';
import type { AllowanceCharge } from '../document/order.ts';
import { compact } from '../ubl/read.ts';
import type { XmlElement } from '../xml/element.ts';
import type { OrderValues } from './orderValues.ts';
import { attribute, child, children, text } from './read.ts';

/** Freight as a charge; undefined where it is missing or nothing (cXML DTD: Shipping). */
export function parseShipping(
  shipping: XmlElement | undefined,
  where: string,
  values: OrderValues,
): AllowanceCharge[] | undefined {
  const money = values.money(shipping, where, 'question');
  if (!money || /^[-+0.]*$/.test(money.amount)) return undefined;
  return [compact({ charge: true, reason: text(shipping, 'Description') ?? 'Shipping', ...named(money) })];
}

/**
 * Allowances and charges of a price or total, in order. A percentage is worked out of the original price; where that was not sent, the
 * amount is 0. Undefined where there are none (cXML DTD: Modifications).
 */
export function parseModifications(
  modifications: XmlElement | undefined,
  where: string,
  values: OrderValues,
): AllowanceCharge[] | undefined {
  const all = children(modifications, 'Modification').map((each) => parseModification(each, where, values));
  return all.length > 0 ? all : undefined;
}

function parseModification(element: XmlElement, where: string, values: OrderValues): AllowanceCharge {
  const path = `${where}/Modifications/Modification`;
  const deduction = child(element, 'AdditionalDeduction');
  const cost = child(element, 'AdditionalCost');
  const detail = child(element, 'ModificationDetail');
  const money =
    values.money(child(deduction, 'DeductionAmount'), `${path}/AdditionalDeduction/DeductionAmount`, 'question') ??
    values.money(cost, `${path}/AdditionalCost`, 'question');
  const rate = child(deduction, 'DeductionPercent') ?? child(cost, 'Percentage');
  const original = values.money(child(element, 'OriginalPrice'), `${path}/OriginalPrice`, 'question');
  const percent = values.decimal(attribute(rate, 'percent'), `${path}/@percent`, element.line, 'question');
  return compact({
    charge: cost !== undefined,
    reason: text(detail, 'Description') ?? attribute(detail, 'name') ?? attribute(deduction, 'type'),
    multiplierFactor: percent,
    ...named(money ?? { amount: share(original?.amount, percent), currency: values.currency }),
    baseAmount: original?.amount,
  });
}

function share(amount = '0', percent = '0'): string {
  return plain(new Decimal(amount).times(percent).div(100));
}

function named({ amount, currency }: { amount: string; currency: string }): { amount: string; currency?: string } {
  return currency === '' ? { amount } : { amount, currency };
}
