import type { MikroORM } from '@mikro-orm/postgresql';
import type { DeliveryBreaker } from '../documents/deliveryBreaker.entity.ts';
import { renewBreaker } from '../documents/deliveryBreakers.ts';
import type { HeldDocument } from '../documents/deliveryPauses.ts';
import { breakersDue, giveBack, markTold, takeDue } from '../documents/deliveryReleases.ts';
import { findAgreement } from '../partners/partners.ts';
import type { Logger } from '../platform/logging.ts';
import type { Engine } from '../platform/temporal.ts';
import { Loop } from './loop.ts';

/** Milliseconds between two looks while documents leave a queue. */
const BUSY_INTERVAL = 250;
/** Steps after which the next document of a queue may go out. */
export const SENDING: ReadonlySet<string> = new Set(['sendDocument']);

interface Draining {
  readonly orm: MikroORM;
  readonly engine: Engine;
}

/** Has documents that wait for an address go on, as many as are due. Every worker does so. @returns does more leave a queue soon? */
export async function drainQueues({ orm, engine }: Draining): Promise<boolean> {
  const breakers = await breakersDue(orm.em.fork());
  for (const breaker of breakers) await drainQueue({ orm, engine }, breaker);
  return breakers.some(({ state }) => state === 'draining');
}

async function drainQueue({ orm, engine }: Draining, breaker: DeliveryBreaker): Promise<void> {
  const { partner: partnerId, mode, address, agreementVersion } = breaker;
  const em = orm.em.fork();
  const { version, settings: agreement } = await findAgreement(em, partnerId, mode);
  const key = { partnerId, mode, address };
  if (version !== agreementVersion) await renewBreaker(em, key, version);
  const due = await takeDue(em, key, agreement.sending);
  const told: HeldDocument[] = [];
  try {
    for (const document of due) {
      const { id: outboundDocumentId, format } = document;
      await engine.retryDelivery({ outboundDocumentId, partnerId, format, agreement });
      told.push(document);
    }
  } finally {
    if (told.length > 0) await markTold(em, told);
    const untold = due.slice(told.length);
    if (untold.length > 0) await giveBack(em, untold);
  }
}

/** Drains in a loop of its own: what waits for a receiver that answers goes on faster than the sweep comes round. */
export class QueueDrain extends Loop {
  readonly #deps: Draining & { readonly interval: number };
  #isDraining = false;

  /** @param deps `interval`: milliseconds between two looks while nothing is due */
  constructor(deps: Draining & { readonly log: Logger; readonly interval: number }) {
    const broken = 'Documents that wait for a receiver could not be told to go on; they are next time';
    super({ log: deps.log, pause: deps.interval, broken });
    this.#deps = deps;
  }

  /** A delivery that has ended is worth a look only while documents leave a queue. */
  override wake(): void {
    if (this.#isDraining) super.wake();
  }

  protected override async round(): Promise<number | undefined> {
    this.#isDraining = await drainQueues(this.#deps);
    return this.#isDraining ? Math.min(BUSY_INTERVAL, this.#deps.interval) : undefined;
  }
}
