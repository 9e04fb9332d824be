import { saveForLater } from '../../sessions/earlierCarts.ts';
import { showCart } from './cart.ts';
import { storeEdits } from './edits.ts';
import { goTo, requireChangeable, type Visit } from './visit.ts';

/** `POST /shop/:token/save`: keeps the cart for another session. */
export async function save(visit: Visit): Promise<void> {
  requireChangeable(visit);
  const rejected = await storeEdits(visit);
  if (rejected.size > 0) return showCart(visit, visit.form.get('page') ?? '', { rejected, status: 422 });
  await saveForLater(visit.em, visit.session, visit.now);
  goTo(visit, 'cart?done=saved');
}
