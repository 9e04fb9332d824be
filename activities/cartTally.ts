import type { EntityManager } from '@mikro-orm/postgresql';
import type { Mode } from '../partners/partner.entity.ts';
import { useKey } from '../sessions/cartUse.ts';
import { missingLines } from '../sessions/missingLines.ts';
import type { FromCart, Reason } from '../shop/evaluation.ts';
import type { CartPolicy } from '../shop/orderPolicy.ts';
import { shortened } from '../shop/reason.ts';
import type { OrderBatchLine } from '../shop/orders.ts';

/** Lines that a sentence names. */
const MOST_NAMED = 5;

export interface OrderOfCarts {
  readonly partnerId: string;
  readonly mode: Mode;
  /** The order that is compared: of a change, the one that it changes. */
  readonly orderId: string;
}

/** Which carts the lines of an order come from, which lines come from none, and what of the carts is missing. */
export class CartTally {
  readonly #carts = new Map<string, string>();
  readonly #ordered = new Set<string>();
  readonly #added: string[] = [];
  #addedCount = 0;

  /** The cart that the order names as a whole. */
  addCart({ sessionId, code }: Pick<FromCart, 'sessionId' | 'code'>): void {
    this.#carts.set(sessionId, code);
  }

  /** A line that stays in the order as it is. */
  addStanding({ sessionId, code, line }: Omit<FromCart, 'differences'>): void {
    this.addCart({ sessionId, code });
    this.#ordered.add(useKey({ sessionId, line }));
  }

  add(batch: readonly OrderBatchLine[]): void {
    for (const { evaluated } of batch) {
      if (evaluated.cart) this.addStanding(evaluated.cart);
      else {
        this.#addedCount += 1;
        if (this.#added.length < MOST_NAMED) this.#added.push(shortened(evaluated.lineId));
      }
    }
  }

  /** Reasons about the order as a whole; none where it comes from no cart. */
  async reasons(em: EntityManager, policy: CartPolicy, order: OrderOfCarts): Promise<readonly Reason[]> {
    if (this.#carts.size === 0) return [];
    return [...this.#addedReasons(policy), ...(await this.#missingReasons(em, policy, order))];
  }

  #addedReasons({ added: action }: CartPolicy): Reason[] {
    if (action === 'accept' || this.#addedCount === 0) return [];
    const facts = {
      carts: [...this.#carts.values()].slice(0, MOST_NAMED),
      lines: this.#added,
      count: this.#addedCount,
    };
    const what = { field: 'OrderLine', found: this.#added.join(', '), expected: 'lines of the cart alone' };
    return [{ code: 'CART_LINES_ADDED', ...what, facts, action }];
  }

  async #missingReasons(em: EntityManager, { missing: action }: CartPolicy, order: OrderOfCarts): Promise<Reason[]> {
    if (action === 'accept') return [];
    const found = await missingLines(em, { ...order, sessionIds: [...this.#carts.keys()], ordered: this.#ordered });
    if (found.length === 0) return [];
    const articles = [...new Set(found.map(({ articleNumber }) => articleNumber))].slice(0, MOST_NAMED);
    const carts = [...new Set(found.map(({ cartCode }) => cartCode))].slice(0, MOST_NAMED);
    const what = { field: 'OrderLine', found: 'no line', expected: articles.join(', ') };
    return [{ code: 'CART_LINES_MISSING', ...what, facts: { carts, articles, count: found.length }, action }];
  }
}
