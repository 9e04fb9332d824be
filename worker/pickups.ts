import path from 'node:path';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  claimPickup,
  duePickups,
  endLook,
  keepPickup,
  PATIENCE,
  type ClaimedPickup,
  type DuePickup,
} from '../documents/pickups.ts';
import { requireOpen } from '../intake/guest.ts';
import { collect, type Collected } from '../intake/collect.ts';
import type { StartDeps } from '../intake/start.ts';
import { findAtAddress } from '../partners/partners.ts';
import { placeName } from '../partners/pickups.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { KeyRing } from '../platform/keyRing.ts';
import { currentMaintenance } from '../platform/maintenance.ts';
import type { Metrics } from '../platform/metrics.ts';
import { FileFault } from '../transports/files/fault.ts';
import { openFiles, type FilesDeps } from '../transports/files/open.ts';
import { claimedUntil, LONGEST_ROUND, nextLook, pauseAfter, whileClaimed } from './claim.ts';
import { Loop } from './loop.ts';
import { isSpoolFull } from './spoolFull.ts';

/** Looks at the same time. */
const AT_ONCE = 4;

export interface PickupDeps extends StartDeps, FilesDeps {
  readonly keyRing: KeyRing;
  readonly metrics: Pick<Metrics, 'looks' | 'fetched'>;
  readonly dataDirectory: string;
  /** Milliseconds between two looks into the same folder. */
  readonly interval: number;
}

/** Fetches documents from the folders that partners put them into. Each look is claimed by a row, so every worker may try. */
export class Pickups extends Loop {
  readonly #deps: PickupDeps;

  constructor(deps: PickupDeps) {
    const { log, interval } = deps;
    super({
      log,
      pause: Math.min(interval, LONGEST_ROUND),
      broken: 'Nothing could be fetched; the next look takes it up',
    });
    this.#deps = deps;
  }

  protected override async round(): Promise<undefined> {
    await this.look();
  }

  /** Looks into every folder whose turn it is. */
  async look(): Promise<void> {
    const em = this.#deps.orm.em.fork();
    if (await currentMaintenance(em)) return;
    const due = await duePickups(em, new Date());
    for (let at = 0; at < due.length && !this.signal.aborted; at += AT_ONCE) {
      await Promise.all(due.slice(at, at + AT_ONCE).map((one) => this.#lookInto(this.#deps.orm.em.fork(), one)));
    }
  }

  async #lookInto(em: EntityManager, due: DuePickup): Promise<void> {
    const now = new Date();
    const claimed = await claimPickup(em, due, { now, until: claimedUntil(now) });
    if (!claimed) return;
    const { interval, log, orm, metrics } = this.#deps;
    const source = due.pickup.kind;
    const renew = (until: Date) => keepPickup(orm.em.fork(), claimed, until);
    const from = placeName(due.pickup);
    const found = await whileClaimed(renew, () => this.#collect(em, claimed)).catch((failure: unknown) => ({
      failure,
    }));
    const { taken = 0, refused = 0, failure, ...seen }: Partial<Collected> = found;
    metrics.looks.inc({ source, outcome: failure === undefined ? 'done' : 'failed' });
    metrics.fetched.inc({ source, outcome: 'taken' }, taken);
    metrics.fetched.inc({ source, outcome: 'refused' }, refused);
    if (taken + refused > 0) log.info({ event: 'pickup', from, taken, refused }, 'Fetched');
    if (failure === undefined) return endLook(em, claimed, { ...nextLook(interval), ...seen });
    const fault = faultOf(failure);
    await endLook(em, claimed, { ...nextLook(pauseAfter(claimed.failures, interval)), ...seen, fault });
    const alert = claimed.failures + 1 >= PATIENCE ? { alert: 'pickup' } : {};
    log.warn({ ...alert, from, fault, error: failure }, 'A partner’s folder could not be fetched from');
  }

  async #collect(em: EntityManager, claimed: ClaimedPickup): Promise<Collected> {
    const { partnerId, mode, code, pickup, seen } = claimed;
    const found = await findAtAddress(em, code);
    if (!found) throw new RoundtripError('PartnerUnknown', 'The partner has no address any more.');
    const guest = requireOpen(found);
    const store = await openFiles(this.#deps, em, { partnerId, mode, at: pickup });
    try {
      const spool = path.join(this.#deps.dataDirectory, 'spool');
      return await collect({ ...this.#deps, spool }, guest, { inbox: store, pickup, seen });
    } finally {
      await store.close();
    }
  }
}

function faultOf(error: unknown): DeliveryFault {
  if (error instanceof FileFault) return error.fault;
  if (isSpoolFull(error)) return { code: 'SPOOL_FULL' };
  return { code: 'CONNECTION_FAILED', error: error instanceof RoundtripError ? error.type : 'unexpected' };
}
