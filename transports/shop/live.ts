import type { EntityManager } from '@mikro-orm/postgresql';
import type { LiveFault } from '../../shop/liveFault.ts';
import { liveFaults, refreshLivePrices, type LiveAsking } from '../../shop/livePrices.ts';
import { openLiveShop, type ShopAccess } from './open.ts';

/** What the shop behind us has not told of the prices that it was asked for. */
export interface Untold {
  /** Why, by product. */
  readonly faults: ReadonlyMap<string, LiveFault>;
  /** Nothing leaves at a price that the shop has not told; otherwise the one that is stored counts. */
  readonly keepsBack: boolean;
}

const NOTHING: Untold = { faults: new Map(), keepsBack: false };

/**
 * Asks for price and stock, where a shop behind us tells them, and stores what it says: never in a transaction of the caller, which
 * would be open for as long as the shop takes.
 * @param find ids of the products; not called where nobody is asked
 */
export async function askForPrices(
  em: EntityManager,
  access: ShopAccess,
  asking: Omit<LiveAsking, 'productIds'>,
  find: () => Promise<readonly string[]>,
): Promise<Untold> {
  const live = await openLiveShop(em, access);
  if (!live) return NOTHING;
  const asked = { ...asking, productIds: await find() };
  await refreshLivePrices(em.fork(), live, asked);
  return { faults: await liveFaults(em, asked), keepsBack: live.policy === 'hold' };
}
