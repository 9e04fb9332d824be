import { RateLimiterMemory } from 'rate-limiter-flexible';
import { keepRefusedRequest } from '../../documents/refusedRequests.ts';
import { credentialFault } from '../../partners/credentialFault.ts';
import { errorTypes, type RoundtripError } from '../../platform/errors.ts';
import type { ApiDeps } from '../deps.ts';
import { shownSecrets, type Visit } from './visit.ts';

/** Guessing secrets must not fill the database: further refusals of a minute are answered but not kept. */
const KEPT_STRANGERS = { points: 60, duration: 60 };

/** Keeps what was turned away: the partner's connection test. One for each process. */
export class Refusals {
  readonly #deps: Pick<ApiDeps, 'orm' | 'log' | 'keyRing'>;
  /** How many refusals of strangers are kept, by remote address. */
  readonly #strangers = new RateLimiterMemory(KEPT_STRANGERS);

  constructor(deps: Pick<ApiDeps, 'orm' | 'log' | 'keyRing'>) {
    this.#deps = deps;
  }

  /** Never throws: the caller gets its answer all the same. */
  async keep(visit: Visit, error: RoundtripError): Promise<void> {
    if (error.type === 'StoreUnavailable' || error.type === 'NotFound') return;
    try {
      if (!visit.authenticated) await this.#strangers.consume(visit.remoteAddress);
    } catch {
      return;
    }
    try {
      await this.#insert(visit, error);
    } catch (failure) {
      this.#deps.log.warn({ error: failure, reference: visit.reference }, 'A refused request could not be kept');
    }
  }

  async #insert(visit: Visit, error: RoundtripError): Promise<void> {
    const { req, partner } = visit;
    const em = this.#deps.orm.em.fork();
    const isLogIn = error.type === 'CredentialRejected' && partner !== undefined;
    return keepRefusedRequest(em, {
      reference: visit.reference,
      path: req.originalUrl.replace(/\?.*/s, ''),
      remoteAddress: visit.remoteAddress,
      claimedUser: visit.presented?.user,
      partnerId: visit.servedId ?? partner?.id,
      inboundDocumentId: visit.documentId,
      mode: partner?.mode,
      failedCheck: visit.check,
      error: error.type,
      credentialFault: isLogIn ? await credentialFault(em, this.#deps.keyRing, partner, visit.presented) : undefined,
      status: errorTypes[error.type].http,
      message: error.message,
      details: error.details,
      headers: req.headers,
      head: visit.head(),
      secrets: shownSecrets(visit),
    });
  }
}
