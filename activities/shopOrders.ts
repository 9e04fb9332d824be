import { beginHandover, handoverFailed, handoverGivenUp, orderTaken, putHandoverOff } from '../documents/handovers.ts';
import { shopFaultSentence } from '../documents/shopFaults.ts';
import { RoundtripError } from '../platform/errors.ts';
import { noteCall } from '../shop/connection.ts';
import { ShopError } from '../shop/port.ts';
import { shopOrder } from '../shop/shopOrder.ts';
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
     * One attempt. Whether an earlier one arrived is asked first: its answer may have been lost. A shop that is not connected any more
     * leaves the order where it waits.
     */
    async handOverOrder({ orderId, times }: HandOverOrderInput): Promise<void> {
      const em = orm.em.fork();
      const shop = await openShop(em, deps);
      if (shop?.settings.orders !== 'pushed') return putHandoverOff(em, orderId);
      const begun = await beginHandover(em, orderId, clock());
      if (!begun) return;
      const attempt = begun.attempts + 1;
      try {
        const found = attempt > 1 ? await shop.port.findOrder(orderId, begun.firstAttemptAt) : undefined;
        const taken = found ?? (await shop.port.placeOrder(await shopOrder(em.fork(), orderId)));
        await noteCall(em, undefined, clock());
        await orderTaken(em.fork(), taken, 'shop', clock());
      } catch (error) {
        if (!(error instanceof ShopError)) throw error;
        const { fault, isFinal, retryAfter } = error;
        await noteCall(em, fault, clock());
        const pause = retryAfter ?? pauseAfter(attempt, times);
        const next = isFinal ? undefined : new Date(clock().getTime() + pause * 1000);
        await handoverFailed(em.fork(), orderId, { attempt, fault, next, now: clock() });
        const told = shopFaultSentence(fault, 'en');
        if (isFinal) throw new RoundtripError('PartnerRejected', told);
        throw new RoundtripError('PartnerUnavailable', told, { retryAfter: pause });
      }
    },

    /** No attempt follows: the order says so, and the log for whoever watches it. */
    async endHandover({ orderId, outcome }: EndedHandover): Promise<void> {
      log.error({ alert: 'handover', orderId, outcome }, 'An order was not handed over to the shop');
      await handoverGivenUp(orm.em.fork(), orderId, clock());
    },
  };
}
