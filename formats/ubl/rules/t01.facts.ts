import type { XmlElement } from '../../xml/element.ts';
import { Facts } from './facts.ts';
import { Path } from './names.ts';
import { double, sum } from './numbers.ts';

const lineAmount = new Path('cac:LineItem/cbc:LineExtensionAmount');
const lineTax = new Path('cac:LineItem/cbc:TotalTaxAmount');
const lineItem = new Path('cac:LineItem');
const lineId = new Path('cbc:ID');
const amountOfItem = new Path('cbc:LineExtensionAmount');
const allowanceCharge = new Path('cac:AllowanceCharge');
const indicator = new Path('cbc:ChargeIndicator');
const amount = new Path('cbc:Amount');
const taxAmount = new Path('cac:TaxTotal/cbc:TaxAmount');

/** Sums over an order. */
export class T01Facts extends Facts {
  /** Sum of the lines' LineExtensionAmount. */
  lineAmounts = 0;
  /** Sum of the lines' TotalTaxAmount, undefined when no line has one. */
  lineTaxes: number | undefined;
  /** ID of the first line that has no LineExtensionAmount. */
  lineWithoutAmount: string | undefined;
  /** Sums of the header's AllowanceCharge/Amount with ChargeIndicator "false" and "true". */
  allowances = 0;
  charges = 0;
  /** Each TaxTotal/TaxAmount of the header; official validators break off at a second one. */
  taxes: readonly number[] = [];

  override line(line: XmlElement): void {
    this.lineAmounts += sum(lineAmount.all(line));
    const taxes = lineTax.all(line);
    if (taxes.length > 0) this.lineTaxes = (this.lineTaxes ?? 0) + sum(taxes);
    for (const item of lineItem.all(line)) {
      if (!amountOfItem.in(item)) this.lineWithoutAmount ??= lineId.first(item)?.text;
    }
  }

  override header(root: XmlElement): void {
    const all = allowanceCharge.all(root);
    this.allowances = sum(all.filter((each) => isMarked(each, 'false')).flatMap((each) => amount.all(each)));
    this.charges = sum(all.filter((each) => isMarked(each, 'true')).flatMap((each) => amount.all(each)));
    this.taxes = taxAmount.all(root).map(double);
  }
}

/** Compares text, as the official rules do: `0` and ` false ` are not "false". */
function isMarked(each: XmlElement, value: string): boolean {
  return indicator.all(each).some((element) => element.text === value);
}
