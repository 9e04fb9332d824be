import {
  beginHandover,
  dropHandover,
  handoverFailed,
  handoverGivenUp,
  orderTaken,
  putHandoverOff,
  type HandoverInHand,
} from '../documents/handovers.ts';
import { shopFaultSentence } from '../documents/shopFaults.ts';
import { RoundtripError } from '../platform/errors.ts';
import { noteCall } from '../shop/connection.ts';
import { ShopError, type ShopPort, type TakenOrder } from '../shop/port.ts';
import { shopOrder, type ShopOrder } from '../shop/shopOrder.ts';
import { openShop } from '../transports/shop/open.ts';
import type { DeliverDocumentResult, HandOverOrderInput } from '../workflows/messages.ts';
import type { ActivityDeps } from './deps.ts';
import { pauseAfter } from './pauseAfter.ts';

interface EndedHandover {
  readonly orderId: string;
  readonly outcome: Exclude<DeliverDocumentResult['outcome'], 'delivered'>;
}

/** Orders on their way to the shop behind us. */
export function createShopOrderActivities(deps: ActivityDeps) {
  const { orm, log, clock } = deps;
  return {
    /**
     * One attempt to tell the order, or what has become of it since; and the next version at once, where it was changed meanwhile. A shop
     * that is not connected any more leaves the order where it waits.
     */
    async handOverOrder({ orderId, times }: HandOverOrderInput): Promise<void> {
      for (let isTold = false; !isTold;) isTold = await tellVersion(orderId, times);
    },

    /** No attempt follows: the order says so, and the log for whoever watches it. */
    async endHandover({ orderId, outcome }: EndedHandover): Promise<void> {
      log.error(
        { alert: 'handover', orderId, outcome },
        'An order, or a change of it, was not handed over to the shop',
      );
      await handoverGivenUp(orm.em.fork(), orderId, clock());
    },
  };

  /** @returns false where there is more to tell */
  async function tellVersion(orderId: string, times: HandOverOrderInput['times']): Promise<boolean> {
    const em = orm.em.fork();
    const shop = await openShop(em, deps);
    if (shop?.settings.orders !== 'pushed') {
      await putHandoverOff(em, orderId);
      return true;
    }
    const begun = await beginHandover(em, orderId, clock());
    if (!begun) return true;
    try {
      const order = await shopOrder(em.fork(), orderId);
      const taken = await tell(shop.port, order, begun);
      await noteCall(em, undefined, clock());
      if (taken) return await orderTaken(em.fork(), { order: taken, version: order.version, by: 'shop' }, clock());
      await dropHandover(em, orderId);
      return true;
    } catch (error) {
      if (!(error instanceof ShopError)) throw error;
      const { fault, isFinal, retryAfter } = error;
      const { version, attempts } = begun;
      const attempt = attempts + 1;
      await noteCall(em, fault, clock());
      const pause = retryAfter ?? pauseAfter(attempt, times);
      const next = isFinal ? undefined : new Date(clock().getTime() + pause * 1000);
      await handoverFailed(em.fork(), orderId, { version, attempt, fault, next, now: clock() });
      const told = shopFaultSentence(fault, 'en');
      if (isFinal) throw new RoundtripError('PartnerRejected', told);
      throw new RoundtripError('PartnerUnavailable', told, { retryAfter: pause });
    }
  }
}

/**
 * What the shop does not have is handed over, what it has in another version is changed. Where it may have this one already, it is asked
 * first: the answer to an earlier attempt may have been lost, and an order may have been cancelled there.
 * @returns undefined for an order that was cancelled and never got there
 */
async function tell(port: ShopPort, order: ShopOrder, begun: HandoverInHand): Promise<TakenOrder | undefined> {
  const { attempts, firstAttemptAt: since, shopNumber } = begun;
  const isAsked = attempts > 0 || (order.cancelled && shopNumber !== undefined);
  const found = isAsked ? await port.findOrder(order.key, since) : undefined;
  if (found && isAsItStands(found, order)) return found;
  const number = found?.number ?? shopNumber;
  if (number !== undefined) return await port.changeOrder(order, { number, since });
  return order.cancelled ? undefined : await port.placeOrder(order);
}

/** A shop that does not say which version it has has the first. */
function isAsItStands({ version = 1, means }: TakenOrder, order: ShopOrder): boolean {
  return version >= order.version || (order.cancelled === true && (means === 'Cancelled' || means === 'Rejected'));
}
