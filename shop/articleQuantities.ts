import { Decimal, plain } from '../formats/document/decimal.ts';
import type { PriceItem } from './pricing.ts';

/** How much of each article an order has in all its lines together, in shop units by product id. */
export class ArticleQuantities {
  readonly #sums = new Map<string, Decimal>();

  add(items: Iterable<PriceItem>): void {
    for (const { productId, shopQuantity } of items) {
      this.#sums.set(productId, (this.#sums.get(productId) ?? new Decimal(0)).plus(shopQuantity));
    }
  }

  /** The item with the sum of its article in place of its own quantity. */
  of(item: PriceItem): PriceItem {
    const sum = this.#sums.get(item.productId);
    return sum ? { ...item, shopQuantity: plain(sum) } : item;
  }
}
