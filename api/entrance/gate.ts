import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { isAllowedAddress } from '../../partners/addresses.ts';
import {
  matchCredential,
  noteUse,
  type IncomingCredential,
  type PresentedCredential,
} from '../../partners/credentials.ts';
import { PartnerDirectory } from '../../partners/directory.ts';
import type { PartnerAtAddress } from '../../partners/partners.ts';
import { requireOpen, type Guest } from '../../intake/guest.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { MaintenanceGuard } from '../../platform/maintenance.ts';
import type { ApiDeps } from '../deps.ts';
import type { Visit } from './visit.ts';

/** Which kind of address the request came to. */
export type Door = 'partner' | 'hub';

const MINUTE = 60;

type GateDeps = Pick<ApiDeps, 'orm' | 'keyRing' | 'log'>;

/** Who may come in. One for each process; rates are counted in it. */
export class Gate {
  readonly directory: PartnerDirectory;
  readonly #deps: GateDeps;
  readonly #maintenance: MaintenanceGuard;
  readonly #rates = new Map<number, RateLimiterMemory>();

  constructor(deps: GateDeps) {
    this.#deps = deps;
    this.directory = new PartnerDirectory(deps.orm);
    this.#maintenance = new MaintenanceGuard(deps.orm);
  }

  /**
   * Address, IP range, credentials of the Authorization header, rate, enabled: in this order, so that nobody learns anything of a
   * partner before having shown its secret.
   * @throws PartnerUnknown, AccessDenied, CredentialRejected, RateLimited, PartnerDisabled; `visit.check` says which check failed
   */
  async pass(visit: Visit, code: string, door: Door): Promise<Guest> {
    return this.admitByHeader(visit, await this.find(visit, code, door));
  }

  /** Lets in whoever the Authorization header names. @throws CredentialRejected, RateLimited, PartnerDisabled */
  async admitByHeader(visit: Visit, found: PartnerAtAddress): Promise<Guest> {
    visit.check = 'credentials';
    if (visit.presented === undefined) {
      throw new RoundtripError('CredentialRejected', 'An Authorization header, Basic or Bearer, is needed.');
    }
    return this.admit(visit, found, [visit.presented]);
  }

  /** Who is at the address, if the caller's network may call there. @throws Maintenance, PartnerUnknown, AccessDenied */
  async find(visit: Visit, code: string, door: Door): Promise<PartnerAtAddress> {
    visit.check = 'paused';
    await this.#maintenance.pass(visit.receivedAt);
    visit.check = 'partner';
    const found = await this.directory.at(code);
    if (found?.kind !== door) throw new RoundtripError('PartnerUnknown', 'There is no partner at this address.');
    visit.partner = found;
    visit.check = 'address';
    if (!isAllowedAddress(visit.remoteAddress, found.agreement?.settings.allowedAddresses ?? [])) {
      throw new RoundtripError('AccessDenied', `Calls from ${visit.remoteAddress} are not agreed for this address.`);
    }
    visit.check = 'credentials';
    return found;
  }

  /** Lets in whoever showed one right credential. @throws CredentialRejected, RateLimited, PartnerDisabled */
  async admit(visit: Visit, found: PartnerAtAddress, shown: readonly PresentedCredential[]): Promise<Guest> {
    visit.check = 'credentials';
    const matches = shown.map((one) => matchCredential(this.#deps.keyRing, found.credentials, one));
    const credential = matches.find((match) => match !== undefined);
    if (credential === undefined) {
      throw new RoundtripError('CredentialRejected', 'User or secret is not right for this address.');
    }
    this.#noteUse(credential, visit);
    // Who shows a second secret, in the document beside the header, is counted once.
    const isKnown = visit.authenticated;
    visit.authenticated = true;
    visit.check = 'rate';
    if (!isKnown) await this.#count(found);
    visit.check = 'enabled';
    return requireOpen(found);
  }

  /** Not on the way of the receipt. */
  #noteUse(credential: IncomingCredential, visit: Visit): void {
    const last = credential.lastUsedAt?.getTime() ?? 0;
    if (visit.receivedAt.getTime() - last < MINUTE * 1_000) return;
    noteUse(this.#deps.orm.em.fork(), credential.id, visit.receivedAt).catch((error: unknown) => {
      this.#deps.log.warn({ error, reference: visit.reference }, 'The use of a credential could not be noted');
    });
  }

  /** Counted in this process: with several of them a partner may send as many times more. */
  async #count({ id, agreement }: PartnerAtAddress): Promise<void> {
    const points = agreement?.settings.limits.requestsPerMinute ?? MINUTE;
    let limiter = this.#rates.get(points);
    if (limiter === undefined) {
      limiter = new RateLimiterMemory({ points, duration: MINUTE });
      this.#rates.set(points, limiter);
    }
    try {
      await limiter.consume(id);
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection;
      const retryAfter = Math.max(1, Math.ceil(rejection.msBeforeNext / 1_000));
      throw new RoundtripError('RateLimited', `More than ${points} requests within a minute are not agreed.`, {
        retryAfter,
      });
    }
  }
}
