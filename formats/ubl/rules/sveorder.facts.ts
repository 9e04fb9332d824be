import type { XmlElement } from '../../xml/element.ts';
import { Path } from './names.ts';
import { T01Facts } from './t01.facts.ts';

const currency = new Path('cbc:DocumentCurrencyCode');
const sellersCountry = new Path(
  'cac:SellerSupplierParty/cac:Party/cac:PostalAddress/cac:Country/cbc:IdentificationCode',
);

/** Sums over a SveOrder, its currency and the seller's country. */
export class SveOrderFacts extends T01Facts {
  currency: string | undefined;
  sellersCountry: string | undefined;

  override header(root: XmlElement): void {
    super.header(root);
    this.currency = currency.first(root)?.text;
    this.sellersCountry = sellersCountry.first(root)?.text;
  }
}
