import { z } from 'zod';
import type { Language } from '../../documents/words.ts';
import { cartDifferences } from '../../shop/cartDifferences.ts';
import type { ComparedCart, OrderAgainstCarts } from '../../sessions/cartOfOrder.ts';
import type { LikeCart } from '../../sessions/likeCart.ts';
import { localText } from '../../shop/localText.ts';
import type { Shown } from '../present.ts';
import { instant, uuid } from './common.ts';

const lineRef = z
  .strictObject({ position: z.int(), lineId: z.string().meta({ description: "The buyer's line number" }) })
  .meta({ id: 'OrderLineRef' });

const comparedLine = z
  .strictObject({
    line: z.int().meta({ description: 'Number of the line in the cart' }),
    articleNumber: z.string(),
    name: z.string(),
    quantity: z.string().meta({ description: 'In the cart, like all quantities in `unit`' }),
    unit: z.string(),
    price: z.string().optional().meta({ description: 'Net price of one `unit` in the cart' }),
    currency: z.string().optional(),
    until: z.iso.date().optional().meta({ description: 'Last business day on which the cart promised the price' }),
    ordered: z.string().meta({ description: 'By this order' }),
    orderLines: z.array(lineRef),
    orderedElsewhere: z.string().meta({ description: 'By other orders' }),
    left: z.string().meta({ description: 'What nobody has ordered; less than 0 where more is ordered than it had' }),
    differences: z.array(z.enum(cartDifferences)),
  })
  .meta({ id: 'ComparedCartLine', description: 'A line of a cart, and what is ordered of it' });

export const orderCarts = z
  .strictObject({
    carts: z
      .array(z.strictObject({ sessionId: uuid, cart: z.string(), lines: z.array(comparedLine) }))
      .meta({ description: 'Empty where the order names no cart that went back to its partner' }),
    like: z
      .strictObject({ sessionId: uuid, cart: z.string(), returnedAt: instant, lines: z.array(comparedLine) })
      .optional()
      .meta({
        description:
          'A cart with the same articles and quantities that went back to the same customer before, and that no order names: a suggestion for an order that names none. It sets no price.',
      }),
    added: z.array(lineRef).meta({ description: 'Lines of the order that come from none of the carts' }),
    isWhole: z.boolean().meta({ description: 'False where the order or its carts have more lines than are compared' }),
  })
  .meta({ id: 'OrderCarts', description: 'An order held against the returned carts that its lines come from' });

export function showOrderCarts(
  { carts, added, isWhole }: OrderAgainstCarts,
  like: LikeCart | undefined,
  language: Language,
): Shown<typeof orderCarts> {
  const shown = <Cart extends ComparedCart>({ lines, ...cart }: Cart) => ({
    ...cart,
    lines: lines.map(({ name, orderLines, differences, ...line }) => ({
      ...line,
      name: localText(name, language),
      orderLines: [...orderLines],
      differences: [...differences],
    })),
  });
  return {
    carts: carts.map(shown),
    ...(like && { like: shown(like) }),
    added: [...added],
    isWhole,
  };
}
