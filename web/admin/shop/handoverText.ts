import type { HandoverState } from '../../../shop/orderHandover.entity.ts';
import type { AdminVisit } from '../visit.ts';

/** How it stands with what the shop behind us does not have: an order, or a change of one that it has. */
export function handoverText(state: HandoverState, isChange: boolean, t: AdminVisit['tongue']['t']): string {
  if (isChange) return state === 'waiting' ? t.shopChangeWaits : t.shopChangeEnded;
  return state === 'waiting' ? t.shopOrderWaits : t.shopOrderEnded;
}
