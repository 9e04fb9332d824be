import type { Request } from 'express';
import { verifyApiKey, type ApiKeyIdentity } from '../platform/access.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { ApiDeps } from './deps.ts';

/**
 * The API key of a request, from `Authorization: Bearer <key>` or `X-API-Key: <key>`.
 * @throws CredentialRejected, with the same words whether the key is missing, unknown, revoked or of the wrong form
 */
export async function authenticate(deps: ApiDeps, req: Request): Promise<ApiKeyIdentity> {
  const presented = req.get('x-api-key') ?? /^Bearer +(\S+)$/i.exec(req.get('authorization') ?? '')?.[1];
  const identity = presented && (await verifyApiKey(deps.orm.em.fork(), deps.keyRing, presented, new Date()));
  if (!identity) {
    throw new RoundtripError(
      'CredentialRejected',
      'A valid API key is needed: send it as Authorization: Bearer <key> or as X-API-Key: <key>.',
    );
  }
  return identity;
}
