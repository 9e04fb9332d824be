import { RateLimiterMemory } from 'rate-limiter-flexible';
import { keepRefusedRequest } from '../../documents/refusedRequests.ts';
import { errorTypes, type RoundtripError } from '../../platform/errors.ts';
import type { ApiDeps } from '../deps.ts';
import { shownSecrets, type Visit } from './visit.ts';

/** Guessing secrets must not fill the database: further refusals of a minute are answered but not kept. */
const KEPT_STRANGERS = { points: 60, duration: 60 };

/** Keeps what was turned away: the partner's connection test. One for each process. */
export class Refusals {
  readonly #deps: Pick<ApiDeps, 'orm' | 'log'>;
  /** How many refusals of strangers are kept, by remote address. */
  readonly #strangers = new RateLimiterMemory(KEPT_STRANGERS);

  constructor(deps: Pick<ApiDeps, 'orm' | 'log'>) {
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

  #insert(visit: Visit, error: RoundtripError): Promise<void> {
    const { req } = visit;
    return keepRefusedRequest(this.#deps.orm.em.fork(), {
      reference: visit.reference,
      path: req.originalUrl.replace(/\?.*/s, ''),
      remoteAddress: visit.remoteAddress,
      claimedUser: visit.presented?.user,
      partnerId: visit.partner?.id,
      inboundDocumentId: visit.documentId,
      failedCheck: visit.check,
      status: errorTypes[error.type].http,
      message: error.message,
      headers: req.headers,
      head: visit.head(),
      secrets: shownSecrets(visit),
    });
  }
}
