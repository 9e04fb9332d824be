import type { DeliveryFault } from '../../platform/deliveryFault.ts';
import type { HttpDocument, HttpSender } from '../http/send.ts';

/** What an access point is reached by. */
export type AccessPointAddress = Pick<HttpDocument, 'url' | 'authorization' | 'clientCertificate'>;

/** `known`: it takes our log-in. `silent`: it is there, and a request without a document says nothing of our log-in. */
export type Probed =
  | { readonly verdict: 'known' | 'silent'; readonly status: number }
  | { readonly verdict: 'failed'; readonly fault: DeliveryFault };

/** Milliseconds; a person waits. */
const TIMEOUT = 10_000;
const REFUSED = new Set([401, 403]);
/** Of a server that knows POST alone at this address. */
const POST_ONLY = new Set([404, 405, 501]);

/** Asks an access point whether it knows us, by a GET of its address with our log-in (docs/peppol-access-point.md). Nothing is sent. */
export async function probeAccessPoint(http: HttpSender, address: AccessPointAddress): Promise<Probed> {
  const empty = { method: 'GET', contentType: '', size: 0, body: new Uint8Array(), timeout: TIMEOUT } as const;
  const outcome = await http.send({ ...address, ...empty, messageId: 'probe' });
  if (outcome.kind !== 'answered') return { verdict: 'failed', fault: outcome.fault };
  const { status } = outcome;
  if (status >= 200 && status < 300) return { verdict: 'known', status };
  if (POST_ONLY.has(status)) return { verdict: 'silent', status };
  return { verdict: 'failed', fault: REFUSED.has(status) ? { code: 'LOGIN_REFUSED' } : { code: 'ANSWERED', status } };
}
