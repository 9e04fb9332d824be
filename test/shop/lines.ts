import type { LinePrice, OrderItem, OrderLine } from '../../formats/document/order.ts';

/** An order line with what a test is about. */
export function orderLine(
  line: Partial<Omit<OrderLine, 'item' | 'price'>> & { item?: Partial<OrderItem>; price?: LinePrice },
): OrderLine {
  const { item, ...rest } = line;
  return {
    position: 1,
    sourceLine: 1,
    id: '10',
    quantity: '1',
    unit: 'C62',
    ...rest,
    item: { specifications: [], classifications: [], properties: [], ...item },
  };
}
