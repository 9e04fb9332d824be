import type { OrderStatus } from '../../../shop/orderStatus.ts';
import type { PlainKey } from '../../templates.ts';

/** How a status is shown: its word, and a tone that has a shape and a colour. */
export interface StatusMark {
  readonly key: PlainKey;
  readonly tone: 'good' | 'warn' | 'bad' | 'info';
}

export const statusMarks: Readonly<Record<OrderStatus, StatusMark>> = {
  Waiting: { key: 'ordersStatusWaiting', tone: 'warn' },
  New: { key: 'ordersStatusNew', tone: 'info' },
  Confirmed: { key: 'ordersStatusConfirmed', tone: 'good' },
  Processing: { key: 'ordersStatusProcessing', tone: 'good' },
  Shipped: { key: 'ordersStatusShipped', tone: 'good' },
  Completed: { key: 'ordersStatusCompleted', tone: 'good' },
  Rejected: { key: 'ordersStatusRejected', tone: 'bad' },
  Cancelled: { key: 'ordersStatusCancelled', tone: 'bad' },
  Tested: { key: 'ordersStatusTested', tone: 'info' },
  Applied: { key: 'ordersStatusApplied', tone: 'good' },
};
