import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { isAllowedAddress } from '../../partners/addresses.ts';
import { matchCredential, noteUse, type IncomingCredential } from '../../partners/credentials.ts';
import { PartnerDirectory } from '../../partners/directory.ts';
import type { AgreementInForce, PartnerAtAddress } from '../../partners/partners.ts';
import { RoundtripError } from '../../platform/errors.ts';
import type { PunchInDeps } from './router.ts';
import type { Visit } from './visit.ts';

/** Which kind of address the request came to. */
export type Door = 'partner' | 'hub';

/** A partner or hub that has shown who it is. */
export type Guest = PartnerAtAddress & { readonly agreement: AgreementInForce };

const MINUTE = 60;
/** While a partner is paused, its system may ask again after this many seconds. */
const PAUSE_RETRY = 300;

/** Who may come in. One for each process; rates are counted in it. */
export class Gate {
  readonly directory: PartnerDirectory;
  readonly #deps: PunchInDeps;
  readonly #rates = new Map<number, RateLimiterMemory>();

  constructor(deps: PunchInDeps) {
    this.#deps = deps;
    this.directory = new PartnerDirectory(deps.orm);
  }

  /**
   * Address, IP range, credentials, rate, enabled: in this order, so that nobody learns anything of a partner before having shown its
   * secret.
   * @throws PartnerUnknown, AccessDenied, CredentialRejected, RateLimited, PartnerDisabled; `visit.check` says which check failed
   */
  async pass(visit: Visit, code: string, door: Door): Promise<Guest> {
    visit.check = 'partner';
    const found = await this.directory.at(code);
    if (found?.kind !== door) throw new RoundtripError('PartnerUnknown', 'There is no partner at this address.');
    visit.partner = found;
    visit.check = 'address';
    if (!isAllowedAddress(visit.remoteAddress, found.agreement?.settings.allowedAddresses ?? [])) {
      throw new RoundtripError('AccessDenied', `Calls from ${visit.remoteAddress} are not agreed for this address.`);
    }
    visit.check = 'credentials';
    this.#noteUse(this.#credential(visit, found), visit);
    visit.authenticated = true;
    visit.check = 'rate';
    await this.#count(found);
    visit.check = 'enabled';
    return open(found);
  }

  #credential(visit: Visit, found: PartnerAtAddress): IncomingCredential {
    const { presented } = visit;
    if (presented === undefined) {
      throw new RoundtripError('CredentialRejected', 'An Authorization header, Basic or Bearer, is needed.');
    }
    const credential = matchCredential(this.#deps.keyRing, found.credentials, presented);
    if (credential === undefined) {
      throw new RoundtripError('CredentialRejected', 'User or secret is not right for this address.');
    }
    return credential;
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

function open(found: PartnerAtAddress): Guest {
  if (!found.enabled) throw new RoundtripError('PartnerDisabled', 'This partner is switched off.');
  if (found.agreement === undefined) {
    throw new RoundtripError('PartnerDisabled', 'There is no agreement for this address yet.');
  }
  return { ...found, agreement: found.agreement };
}

/** @throws PartnerPaused */
export function refuseWhilePaused(visit: Visit, paused: boolean): void {
  visit.check = 'paused';
  if (!paused) return;
  throw new RoundtripError('PartnerPaused', 'Reception is paused. Nothing was stored: send the document again later.', {
    retryAfter: PAUSE_RETRY,
  });
}

/** XML and nothing else, not compressed. @throws DocumentUnsupported */
export function checkContent(visit: Visit): void {
  const { req } = visit;
  visit.check = 'contentType';
  const type = req.get('content-type') ?? '';
  if (!/^(application|text)\/([\w.+-]+\+)?xml\s*(;|$)/i.test(type)) {
    throw new RoundtripError('DocumentUnsupported', 'An order is expected as XML.', {
      details: [{ element: 'Content-Type', found: type.slice(0, 100), expected: 'application/xml or text/xml' }],
    });
  }
  visit.check = 'contentEncoding';
  const encoding = req.get('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    req.res?.setHeader('Accept-Encoding', 'identity');
    throw new RoundtripError('DocumentUnsupported', 'Compressed bodies are not taken.', {
      details: [{ element: 'Content-Encoding', found: encoding.slice(0, 100), expected: 'identity' }],
    });
  }
}
