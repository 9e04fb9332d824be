import type { EntityManager } from '@mikro-orm/postgresql';
import type { HttpOutcome } from '../transports/http/send.ts';
import type { ActivityDeps } from './deps.ts';
import { firstBytes, storedBody } from './outgoingBody.ts';
import { postDocument } from './postDocument.ts';
import type { AttemptBounds, Sending } from './sending.ts';

/** The envelope begins within so many bytes, or is none. */
const LOOKED_AT = 1_000;

/**
 * Posts a document in its envelope to the access point of the agreement, or else to that of the installation; who gets it the envelope says
 * (docs/peppol-access-point.md).
 */
export async function postToAccessPoint(
  deps: Pick<ActivityDeps, 'keyRing' | 'http' | 'clock' | 'accessPoint'>,
  em: EntityManager,
  sending: Sending,
  bounds: AttemptBounds,
): Promise<HttpOutcome> {
  const { document, address } = sending;
  const head = Buffer.from(await firstBytes(em, document.id)).toString('utf8', 0, LOOKED_AT);
  if (!head.includes('StandardBusinessDocument')) return { kind: 'blocked', fault: { code: 'NOT_ENVELOPED' } };
  if (address.url !== undefined) return postDocument(deps, em, sending, bounds);
  const { accessPoint, http } = deps;
  if (!accessPoint) return { kind: 'blocked', fault: { code: 'ACCESS_POINT_UNSET' } };
  const { messageId, contentType } = document;
  return http.send({ ...accessPoint, messageId, contentType, ...(await storedBody(em, document)), ...bounds });
}
