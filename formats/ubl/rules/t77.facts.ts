import type { XmlElement } from '../../xml/element.ts';
import { Facts } from './facts.ts';
import { Path } from './names.ts';

const prices = new Path('cac:RequiredItemLocationQuantity/cac:Price/cbc:PriceAmount');
const issueDate = new Path('cbc:IssueDate');

/** What rules of a cart need of its lines and header. */
export class T77Facts extends Facts {
  /** True when some line has a price with a currency. */
  hasCurrency = false;
  issueDate: XmlElement | undefined;

  override line(line: XmlElement): void {
    this.hasCurrency ||= prices.all(line).some((price) => price.attribute('currencyID') !== undefined);
  }

  override header(root: XmlElement): void {
    this.issueDate = issueDate.first(root);
  }
}
