import type { AllowanceCharge, TaxCategory } from '../document/order.ts';
import type { XmlElement } from '../xml/element.ts';
import { aggregate, basic, compact, text, texts } from './read.ts';
import type { Values } from './values.ts';

/** `cac:AllowanceCharge` of an order or a line. `where` is the path of the parent below the root or line. */
export function parseAllowanceCharge(allowance: XmlElement, values: Values, where: string): AllowanceCharge {
  const here = `${where}AllowanceCharge/`;
  return compact({
    charge: values.boolean(allowance, 'ChargeIndicator', here) ?? false,
    reasonCode: text(allowance, 'AllowanceChargeReasonCode'),
    reason: texts(allowance, 'AllowanceChargeReason'),
    multiplierFactor: values.decimal(allowance, 'MultiplierFactorNumeric', here),
    amount: values.amount(allowance, 'Amount', here) ?? '0',
    currency: basic(allowance, 'Amount')?.attribute('currencyID'),
    baseAmount: values.amount(allowance, 'BaseAmount', here),
    taxCategory: parseTaxCategory(aggregate(allowance, 'TaxCategory'), values, `${here}TaxCategory/`),
  });
}

/** `cac:TaxCategory` or `cac:ClassifiedTaxCategory`; `where` is its path below the root or line. */
export function parseTaxCategory(
  category: XmlElement | undefined,
  values: Values,
  where: string,
): TaxCategory | undefined {
  const id = text(category, 'ID');
  if (id === undefined) return undefined;
  return compact({ id, percent: values.decimal(category, 'Percent', where) });
}
