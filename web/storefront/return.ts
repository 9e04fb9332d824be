import { showCart } from './cart.ts';
import { storeEdits } from './edits.ts';
import { askForCart } from './live.ts';
import { leaveShop, showMessage } from './leave.ts';
import { requireChangeable, type Visit } from './visit.ts';

/** `POST /shop/:token/return`: *Continue*. What was typed on the cart page is stored first. */
export async function continueToBuyer(visit: Visit): Promise<void> {
  requireChangeable(visit);
  const rejected = await storeEdits(visit);
  if (rejected.size > 0) return showCart(visit, visit.form.get('page') ?? '', { rejected, status: 422 });
  // The page that follows asks too, and says why.
  if ((await askForCart(visit)).keepsBack) return showCart(visit, visit.form.get('page') ?? '', { status: 409 });
  await leaveShop(visit, 'return');
}

/** `GET /shop/:token/return/:attempt`: hands the written cart over, or waits for it. */
export async function showReturn(visit: Visit): Promise<void> {
  await showMessage(visit, 'return');
}
