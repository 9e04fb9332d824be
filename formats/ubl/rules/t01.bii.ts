import type { XmlElement } from '../../xml/element.ts';
import { nameOrIdentifier, present, recommended } from './common.ts';
import { Path } from './names.ts';
import { anyNotNegative, double, equals, exactRound2, round2 } from './numbers.ts';
import type { Rule } from './rule.ts';
import type { T01Facts } from './t01.facts.ts';

/** BII rules of the order (Peppol BIS 28A and 3A, transaction T01, VA 3.7.0). Numbers R008 and R023 to R028 do not exist. */

const TOTALS = 'cac:AnticipatedMonetaryTotal';
const LINE = 'cac:OrderLine';

const quantity = new Path('cac:LineItem/cbc:Quantity');
const price = new Path('cac:LineItem/cac:Price');
const priceAmount = new Path('cac:LineItem/cac:Price/cbc:PriceAmount');
const itemNames = ['cbc:Name', 'cac:StandardItemIdentification/cbc:ID', 'cac:SellersItemIdentification/cbc:ID'].map(
  (path) => new Path(`cac:LineItem/cac:Item/${path}`),
);
const lineExtension = new Path('cbc:LineExtensionAmount');
const allowanceTotal = new Path('cbc:AllowanceTotalAmount');
const chargeTotal = new Path('cbc:ChargeTotalAmount');
const payable = new Path('cbc:PayableAmount');
const taxAmount = new Path('cac:TaxTotal/cbc:TaxAmount');

/**
 * What the buyer has to pay: prepaid and rounding amounts do not count. NaN when the order has several TaxTotal, which official
 * validators cannot compute either.
 */
function payableAmount(totals: XmlElement, facts: T01Facts): number {
  let total = double(lineExtension.first(totals));
  if (facts.taxes.length > 0) total += facts.taxes.length === 1 ? facts.taxes[0]! : NaN;
  if (chargeTotal.in(totals)) total += double(chargeTotal.first(totals));
  if (allowanceTotal.in(totals)) total -= double(allowanceTotal.first(totals));
  return round2(total);
}

/** For a person; a sum that could not be computed expects nothing. */
function shown(value: number): string | undefined {
  return Number.isFinite(value) ? String(value) : undefined;
}

const header: readonly Rule<T01Facts>[] = [
  present(
    'BII2-T01-R001',
    '/Order',
    'cbc:CustomizationID',
    'An order must have a customization identifier (CustomizationID).',
  ),
  present('BII2-T01-R002', '/Order', 'cbc:ProfileID', 'An order must have a profile identifier (ProfileID).'),
  present('BII2-T01-R004', '/Order', 'cbc:IssueDate', 'An order must have an issue date (IssueDate).'),
  recommended(
    'BII2-T01-R005',
    '/Order',
    'cac:ValidityPeriod/cbc:EndDate',
    'An order should say until when it is valid (ValidityPeriod/EndDate).',
  ),
  present('BII2-T01-R006', '/Order', 'cbc:ID', 'An order must have a number (ID).'),
  present(
    'BII2-T01-R007',
    '/Order/cac:AllowanceCharge',
    'cbc:AllowanceChargeReason',
    'An allowance or charge must have a reason (AllowanceChargeReason).',
  ),
  present(
    'BII2-T01-R009',
    '/Order',
    'cbc:DocumentCurrencyCode',
    'An order must state its currency (DocumentCurrencyCode).',
  ),
  {
    id: 'BII2-T01-R018',
    severity: 'warning',
    context: '/Order',
    text: 'The VAT total (TaxTotal/TaxAmount) should be the sum of the lines’ TotalTaxAmount, where lines have it.',
    test: (order, { lineTaxes, taxes }) =>
      lineTaxes === undefined || (taxes.length === 1 && equals(taxAmount.first(order), exactRound2(lineTaxes))),
    at: 'cac:TaxTotal/cbc:TaxAmount',
    expected: ({ lineTaxes }) => (lineTaxes === undefined ? undefined : exactRound2(lineTaxes)?.toFixed()),
  },
  nameOrIdentifier('BII2-T01-R021', 'cac:BuyerCustomerParty', 'buyer'),
  nameOrIdentifier('BII2-T01-R022', 'cac:SellerSupplierParty', 'seller'),
];

const totals: readonly Rule<T01Facts>[] = [
  {
    id: 'BII2-T01-R012',
    severity: 'fatal',
    context: TOTALS,
    text: 'The amount to pay (PayableAmount) must not be negative.',
    test: (element) => anyNotNegative(payable.all(element)),
    at: 'cbc:PayableAmount',
    expected: 'at least 0',
  },
  {
    id: 'BII2-T01-R013',
    severity: 'fatal',
    context: TOTALS,
    text: 'The sum of the line amounts (LineExtensionAmount) must be there and not be negative.',
    test: (element) => anyNotNegative(lineExtension.all(element)),
    at: 'cbc:LineExtensionAmount',
    expected: 'at least 0',
  },
  {
    id: 'BII2-T01-R014',
    severity: 'fatal',
    context: TOTALS,
    text: 'LineExtensionAmount must equal the sum of the lines’ LineExtensionAmount, rounded to 2 decimals.',
    test: (element, { lineAmounts }) => equals(lineExtension.first(element), exactRound2(lineAmounts)),
    at: 'cbc:LineExtensionAmount',
    expected: ({ lineAmounts }) => exactRound2(lineAmounts)?.toFixed(),
  },
  {
    id: 'BII2-T01-R015',
    severity: 'fatal',
    context: TOTALS,
    text: 'AllowanceTotalAmount must equal the sum of the order’s allowances, rounded to 2 decimals.',
    test: (element, { allowances }) =>
      !allowanceTotal.in(element) || equals(allowanceTotal.first(element), exactRound2(allowances)),
    at: 'cbc:AllowanceTotalAmount',
    expected: ({ allowances }) => exactRound2(allowances)?.toFixed(),
  },
  {
    id: 'BII2-T01-R016',
    severity: 'fatal',
    context: TOTALS,
    text: 'ChargeTotalAmount must equal the sum of the order’s charges, rounded to 2 decimals.',
    test: (element, { charges }) =>
      !chargeTotal.in(element) || equals(chargeTotal.first(element), exactRound2(charges)),
    at: 'cbc:ChargeTotalAmount',
    expected: ({ charges }) => exactRound2(charges)?.toFixed(),
  },
  {
    id: 'BII2-T01-R017',
    severity: 'fatal',
    context: TOTALS,
    text: 'PayableAmount must equal LineExtensionAmount plus the VAT total plus charges minus allowances, rounded to 2 decimals.',
    test: (element, facts) => double(payable.first(element)) === payableAmount(element, facts),
    at: 'cbc:PayableAmount',
    expected: (facts, element) => shown(payableAmount(element, facts)),
  },
];

const lines: readonly Rule<T01Facts>[] = [
  present('BII2-T01-R003', LINE, 'cac:LineItem/cbc:ID', 'Each order line must have a number (LineItem/ID).'),
  {
    id: 'BII2-T01-R010',
    severity: 'fatal',
    context: LINE,
    text: 'The ordered quantity (LineItem/Quantity) must be there and not be negative.',
    test: (line) => anyNotNegative(quantity.all(line)),
    at: 'cac:LineItem/cbc:Quantity',
    expected: 'at least 0',
  },
  {
    id: 'BII2-T01-R011',
    severity: 'fatal',
    context: LINE,
    text: 'The item’s net price (Price/PriceAmount) must not be negative.',
    test: (line) => !price.in(line) || anyNotNegative(priceAmount.all(line)),
    at: 'cac:LineItem/cac:Price/cbc:PriceAmount',
    expected: 'at least 0',
  },
  recommended(
    'BII2-T01-R029',
    LINE,
    'cac:LineItem/cbc:Quantity',
    'Each order line should have an ordered quantity (LineItem/Quantity).',
  ),
  {
    id: 'BII2-T01-R030',
    severity: 'fatal',
    context: LINE,
    text: 'The ordered quantity must have a unit (Quantity/@unitCode).',
    test: (line) => quantity.all(line).some((element) => element.attribute('unitCode') !== undefined),
    at: 'cac:LineItem/cbc:Quantity',
    expected: 'unitCode',
  },
  {
    id: 'BII2-T01-R031',
    severity: 'fatal',
    context: LINE,
    text: 'Each order line must have an item name (Item/Name), a seller’s item number or a standard item number.',
    test: (line) => itemNames.some((path) => path.in(line)),
    at: 'cac:LineItem/cac:Item',
  },
  present('BII2-T01-R019', 'cac:AdditionalItemProperty', 'cbc:Name', 'An item property must have a name (Name).'),
  present('BII2-T01-R020', 'cac:AdditionalItemProperty', 'cbc:Value', 'An item property must have a value (Value).'),
];

export const biiRules = [...header, ...totals, ...lines];
