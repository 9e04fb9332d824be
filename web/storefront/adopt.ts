import { toExpected } from '../../api/errors.ts';
import { adoptCart } from '../../sessions/earlierCarts.ts';
import { showHome } from './home.ts';
import { goTo, requireChangeable, type Visit } from './visit.ts';

/** `POST /shop/:token/adopt`: goes on with an earlier cart, by the code that was offered or typed. */
export async function adopt(visit: Visit): Promise<void> {
  requireChangeable(visit);
  const code = (visit.form.get('code') ?? '').slice(0, 50);
  try {
    const lines = await adoptCart(visit.em, visit.session, code, visit.now);
    goTo(visit, `cart?done=adopted&count=${lines}`);
  } catch (error) {
    if (toExpected(error)?.type !== 'NotFound') throw error;
    await showHome(visit, { wrong: code });
  }
}
