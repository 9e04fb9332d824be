/**
 * A shop that speaks our own contract (docs/connect-a-shop.md). Numbers may come as JSON numbers or as decimal strings; strings are
 * exact.
 */
import { z } from 'zod';
import type { OrderStatus } from '../../shop/orderStatus.ts';
import type { LiveArticle, ShopPage, ShopPort, TakenOrder } from '../../shop/port.ts';
import type { ShopCalls } from './calls.ts';

/** Rows of a page that we ask for. */
const PAGE = 500;

/** Statuses that an order of ours may be moved to. */
const followed = [
  'Confirmed',
  'Rejected',
  'Processing',
  'Shipped',
  'Completed',
  'Cancelled',
] as const satisfies OrderStatus[];

const decimalText = z.union([z.string().max(60), z.number().transform(String)]);
const shopText = z.string().min(1).max(200);

const livePrices = z.object({
  articles: z.array(
    z.object({
      articleNumber: z.string(),
      currency: z.string(),
      stock: decimalText.optional(),
      prices: z
        .array(
          z.object({
            amount: decimalText,
            unit: z.string().optional(),
            baseQuantity: decimalText.optional(),
            minimumQuantity: decimalText.optional(),
          }),
        )
        .max(100),
    }),
  ),
});
const rows = z.object({ items: z.array(z.unknown()), cursor: z.string().max(1_000), more: z.boolean() });
/** Where the shop's word is one of ours, it means that. */
const taken = z
  .object({ key: z.uuid(), number: shopText, status: shopText.optional(), version: z.int().min(1).optional() })
  .transform((order): TakenOrder => ({ ...order, means: followed.find((status) => status === order.status) }));
const orders = z.object({ orders: z.array(taken) });
const statuses = z.object({ items: z.array(taken), cursor: z.string().max(1_000), more: z.boolean() });

/** Our own contract over HTTP. */
export function restShop(calls: ShopCalls): ShopPort {
  return {
    async livePrices(body): Promise<readonly LiveArticle[]> {
      return (await calls.call({ path: 'live-prices', body, answer: livePrices })).articles;
    },
    readPage(kind, after): Promise<ShopPage<unknown>> {
      return calls.call({ path: kind, query: { after, limit: PAGE }, answer: rows });
    },
    readStatuses(after): Promise<ShopPage<TakenOrder>> {
      return calls.call({ path: 'order-statuses', query: { after, limit: PAGE }, answer: statuses });
    },
    async findOrder(key): Promise<TakenOrder | undefined> {
      const found = await calls.call({ path: 'orders', query: { key }, answer: orders });
      return found.orders.find((order) => order.key === key);
    },
    async placeOrder(order): Promise<TakenOrder> {
      return { ...(await calls.call({ path: 'orders', body: order, key: order.key, answer: taken })), key: order.key };
    },
    async changeOrder(order): Promise<TakenOrder> {
      const { key, version } = order;
      const call = {
        path: `orders/${key}`,
        method: 'PUT',
        body: order,
        key: `${key}-${version}`,
        answer: taken,
      } as const;
      return { ...(await calls.call(call)), key };
    },
  };
}
