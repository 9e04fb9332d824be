import { leaveShop, showMessage } from './leave.ts';
import type { Visit } from './visit.ts';

/** `POST /shop/:token/cancel`: back without a cart. Nothing changes at the buyer's, so nothing is asked. */
export async function cancel(visit: Visit): Promise<void> {
  await leaveShop(visit, 'cancel');
}

/** `GET /shop/:token/cancel/:attempt`: the session is over by then. */
export async function showCancel(visit: Visit): Promise<void> {
  await showMessage(visit, 'cancel');
}
