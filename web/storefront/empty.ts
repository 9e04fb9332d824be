import { newKey } from './keys.ts';
import { leaveShop, showMessage } from './leave.ts';
import { showPage } from './page.ts';
import { requireChangeable, type Visit } from './visit.ts';
import { cartSummary } from '../../sessions/cartSummary.ts';

/** `GET /shop/:token/empty`: asks before the purchasing system is told that nothing is wanted. */
export async function askEmpty(visit: Visit): Promise<void> {
  requireChangeable(visit);
  const { count } = await cartSummary(visit.em, visit.session);
  const title = visit.tongue.t.emptyConfirmHeading;
  await showPage(visit, 'empty', { title, here: 'cart' }, { count, attempt: newKey() });
}

/** `POST /shop/:token/empty` */
export async function sendEmpty(visit: Visit): Promise<void> {
  requireChangeable(visit);
  await leaveShop(visit, 'empty');
}

/** `GET /shop/:token/empty/:attempt` */
export async function showEmpty(visit: Visit): Promise<void> {
  await showMessage(visit, 'empty');
}
