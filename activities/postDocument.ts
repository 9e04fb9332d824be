import type { EntityManager } from '@mikro-orm/postgresql';
import type { OutboundDocument } from '../documents/outbound.entity.ts';
import { canBeUploaded, isCxmlFormat } from '../partners/messageFormats.ts';
import { outgoingSecret } from '../partners/credentials.ts';
import { outgoingLogin } from '../partners/outgoingLogin.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import type { HttpOutcome } from '../transports/http/send.ts';
import { postUpload } from './catalogueUpload.ts';
import type { ActivityDeps } from './deps.ts';
import { fileName } from './fileName.ts';
import { sealedBody, storedBody } from './outgoingBody.ts';
import { profiledUrl, type Request } from './partnerProfile.ts';
import type { AttemptBounds, Sending } from './sending.ts';

/** Posts a document over HTTP with what its address asks for: secret, Sender, client certificate. */
export async function postDocument(
  { keyRing, http, clock }: Pick<ActivityDeps, 'keyRing' | 'http' | 'clock'>,
  em: EntityManager,
  { document, settings, address }: Sending,
  { timeout, signal }: AttemptBounds,
): Promise<HttpOutcome> {
  const { messageId, contentType } = document;
  const { url, dtdVersion } = address;
  if (url === undefined) return blocked({ code: 'ADDRESS_MISSING' });
  const { partner: partnerId, mode } = document;
  const login = await outgoingLogin(em, keyRing, address, { partnerId, mode, now: clock() });
  if ('fault' in login) return blocked(login.fault);
  const name = address.senderCredential ?? settings.cxml.credential;
  const isUpload = settings.catalogue.uploadRequest && canBeUploaded(document.format);
  const isCxml = isUpload || isCxmlFormat(document.format);
  const secret = isCxml ? await senderSecret(keyRing, em, document, name) : undefined;
  if (secret === 'missing') return blocked({ code: 'CREDENTIAL_MISSING', name: name ?? '' });
  const post = (request: Request) => http.send({ ...request, ...login, timeout, signal });
  if (isUpload) return await postUpload(em, { document, settings, url, dtdVersion, secret: secret?.secret, post });
  const { profile } = settings.addresses;
  const told = profile && (await profiledUrl({ document, settings, url: profile, secret: secret?.secret, post }));
  if (typeof told === 'object') return told;
  const body = secret ? await sealedBody(em, document, secret.secret) : await storedBody(em, document);
  const headers = { 'content-disposition': disposition(fileName(document)) };
  return await post({ url: told ?? url, messageId, contentType, headers, ...body });
}

/** The document's name as a file: a catalogue as CSV says nothing of itself (RFC 6266, RFC 8187). */
function disposition(name: string): string {
  const ascii = name.replaceAll(/[^\x21-\x7e]/g, '_').replaceAll(/["\\]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

function blocked(fault: DeliveryFault): HttpOutcome {
  return { kind: 'blocked', fault };
}

/** What Sender of a cXML document shows, where the agreement names it. */
async function senderSecret(
  keyRing: ActivityDeps['keyRing'],
  em: EntityManager,
  { partner: partnerId, mode }: OutboundDocument,
  name: string | undefined,
): Promise<{ readonly secret: string } | 'missing' | undefined> {
  if (name === undefined) return undefined;
  return (await outgoingSecret(em, keyRing, { partnerId, mode, name })) ?? 'missing';
}
