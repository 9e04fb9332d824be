/**
 * `Waiting`: held for a person, not yet in the shop's New. `Tested`: a test document's order, which never gets there. `Applied`: no order
 * but a change of one, which was carried out.
 */
export const orderStatuses = [
  'Waiting',
  'New',
  'Confirmed',
  'Processing',
  'Shipped',
  'Completed',
  'Rejected',
  'Cancelled',
  'Tested',
  'Applied',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** From each status, the ones that may follow. */
export const orderTransitions: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  Waiting: ['New', 'Rejected', 'Tested', 'Applied'],
  New: ['Confirmed', 'Rejected', 'Cancelled'],
  Confirmed: ['Processing', 'Shipped', 'Cancelled'],
  Processing: ['Shipped', 'Cancelled'],
  Shipped: ['Completed'],
  Completed: [],
  Rejected: [],
  Cancelled: [],
  Tested: [],
  Applied: [],
};

/** The statuses that may follow: a change of an order never becomes one, nor an order a change. */
export function statusesAfter(from: OrderStatus, isChange: boolean): OrderStatus[] {
  return orderTransitions[from].filter((to) => (isChange ? to === 'Applied' || to === 'Rejected' : to !== 'Applied'));
}

/** Nothing comes of the order any more. */
export function isEnded(status: OrderStatus): boolean {
  return status === 'Rejected' || status === 'Cancelled';
}

/** The statuses from which `to` may be reached. */
export function statusesBefore(to: OrderStatus): OrderStatus[] {
  return orderStatuses.filter((from) => orderTransitions[from].includes(to));
}
