import { Decimal } from '../../document/decimal.ts';
import type { XmlElement } from '../../xml/element.ts';
import { Bis3Facts } from './bis3.facts.ts';
import { normalized } from './common.ts';
import { Path } from './names.ts';
import { exact, exactSum, halvesUp, halvesUp2 } from './numbers.ts';
import { allowanceSum } from './t01.bis3.facts.ts';

const lineAmount = new Path('cac:LineItem/cbc:LineExtensionAmount');
const taxTotal = new Path('cac:TaxTotal');
const taxAmount = new Path('cac:TaxTotal/cbc:TaxAmount');
const taxCategory = new Path('cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory');
const id = new Path('cbc:ID');
const percent = new Path('cbc:Percent');

/** Category and rate of a VAT category, to compare them: `S-25000000`. */
export function categoryAndRate(category: XmlElement): string {
  const rate = exact(percent.first(category));
  return `${normalized(id.first(category)?.text ?? '')}-${rate ? halvesUp(rate.times(1_000_000)).toFixed() : ''}`;
}

const asWritten = (text: string): string => text;

/** What the rules of an order agreement need of its lines and header. */
export class T110Bis3Facts extends Bis3Facts {
  #lineAmounts = new Decimal(0);
  /** How many LineExtensionAmount the lines have. */
  lineAmountCount = 0;
  /** Sums of the header's allowances and charges, rounded to 2 decimals. */
  allowances = new Decimal(0);
  charges = new Decimal(0);
  hasTaxTotal = false;
  /** Each TaxTotal/TaxAmount of the header; official validators break off at a second one. */
  taxes: readonly (Decimal | undefined)[] = [];
  /** VAT categories of the header's TaxTotal: ids, and ids with rates. */
  categories: ReadonlySet<string> = new Set();
  categoriesAndRates: ReadonlySet<string> = new Set();

  override line(line: XmlElement): void {
    const amounts = lineAmount.all(line);
    this.lineAmountCount += amounts.length;
    this.#lineAmounts = this.#lineAmounts.plus(exactSum(amounts));
  }

  override header(root: XmlElement): void {
    super.header(root);
    this.allowances = allowanceSum(root, 'false', asWritten);
    this.charges = allowanceSum(root, 'true', asWritten);
    this.hasTaxTotal = taxTotal.in(root);
    this.taxes = taxAmount.all(root).map(exact);
    const categories = taxCategory.all(root);
    this.categories = new Set(categories.map((each) => normalized(id.first(each)?.text ?? '')));
    this.categoriesAndRates = new Set(categories.map(categoryAndRate));
  }

  /** Sum of the lines' LineExtensionAmount, rounded to 2 decimals. */
  get lineAmounts(): Decimal {
    return halvesUp2(this.#lineAmounts);
  }
}
