import { Decimal } from '../../document/decimal.ts';
import type { XmlElement } from '../../xml/element.ts';
import { NumberedFacts } from './bis3.facts.ts';
import { normalized } from './common.ts';
import { Path } from './names.ts';
import { exact, exactSum, halvesUp2 } from './numbers.ts';

const lineAmount = new Path('cac:LineItem/cbc:LineExtensionAmount');
const allowanceCharge = new Path('cac:AllowanceCharge');
const indicator = new Path('cbc:ChargeIndicator');
const amount = new Path('cbc:Amount');
const taxAmount = new Path('cac:TaxTotal/cbc:TaxAmount');
const quotation = new Path('cac:QuotationDocumentReference/cbc:ID');

/** Sum of the allowances (`false`) or charges (`true`) directly in an element, rounded to 2 decimals. */
export function allowanceSum(element: XmlElement, charge: 'true' | 'false', read = normalized): Decimal {
  const all = allowanceCharge.all(element).filter((each) => read(indicator.first(each)?.text ?? '') === charge);
  return halvesUp2(exactSum(all.flatMap((each) => amount.all(each))));
}

/** What the rules of a BIS 3 order or order change need of its lines and header. */
export class T01Bis3Facts extends NumberedFacts {
  #lineAmounts = new Decimal(0);
  /** Sums of the header's allowances and charges, rounded to 2 decimals. */
  allowances = new Decimal(0);
  charges = new Decimal(0);
  /** Each TaxTotal/TaxAmount of the header; official validators break off at a second one. */
  taxes: readonly (Decimal | undefined)[] = [];
  hasQuotation = false;

  override line(line: XmlElement): void {
    super.line(line);
    this.#lineAmounts = this.#lineAmounts.plus(exactSum(lineAmount.all(line)));
  }

  override header(root: XmlElement): void {
    super.header(root);
    this.allowances = allowanceSum(root, 'false');
    this.charges = allowanceSum(root, 'true');
    this.taxes = taxAmount.all(root).map(exact);
    this.hasQuotation = quotation.in(root);
  }

  /** Sum of the lines' LineExtensionAmount, rounded to 2 decimals. */
  get lineAmounts(): Decimal {
    return halvesUp2(this.#lineAmounts);
  }
}
