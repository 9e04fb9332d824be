import { z } from 'zod';

const lineAction = z.enum(['ignore', 'notify', 'hold', 'rejectLine', 'rejectOrder']).default('ignore');
const orderAction = z.enum(['ignore', 'notify', 'hold', 'rejectOrder']).default('ignore');

/** What an order leads to that differs from the returned carts that its lines come from (docs/shop.md). The default takes no notice. */
export const cartSettings = z.strictObject({
  /** Lines of the cart that nobody has ordered. */
  missing: orderAction,
  /** Lines of the order that come from no cart, where others do. */
  added: orderAction,
  /** More than the cart had, by this order alone. */
  quantity: lineAction,
  /** More than the cart had, by this order and others together. */
  overUsed: lineAction,
  /** Another price than the cart's. */
  price: lineAction,
  unit: lineAction,
  /** Ordered after the last day of the cart's promise. */
  expired: lineAction,
  /** Does the price that a cart promised hold for every order, or only until other orders have used its line up? */
  promise: z.enum(['everyOrder', 'untilUsedUp']).default('everyOrder'),
});
