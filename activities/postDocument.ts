import type { EntityManager } from '@mikro-orm/postgresql';
import type { OutboundDocument } from '../documents/outbound.entity.ts';
import type { DeliveryAddress } from '../partners/messageAddress.ts';
import { canBeUploaded, isCxmlFormat } from '../partners/messageFormats.ts';
import { outgoingCertificate, outgoingSecret } from '../partners/credentials.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import type { HttpDocument, HttpOutcome } from '../transports/http/send.ts';
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
  const authorization = await authorizationFor(keyRing, em, document, address);
  if (authorization === 'missing') return blocked({ code: 'CREDENTIAL_MISSING', name: address.credential ?? '' });
  const name = address.senderCredential ?? settings.cxml.credential;
  const isUpload = settings.catalogue.uploadRequest && canBeUploaded(document.format);
  const isCxml = isUpload || isCxmlFormat(document.format);
  const secret = isCxml ? await senderSecret(keyRing, em, document, name) : undefined;
  if (secret === 'missing') return blocked({ code: 'CREDENTIAL_MISSING', name: name ?? '' });
  const shown = await certificateFor({ keyRing, clock }, em, document, address);
  if ('fault' in shown) return blocked(shown.fault);
  const post = (request: Request) =>
    http.send({ ...request, ...shown, ...(authorization === undefined ? {} : { authorization }), timeout, signal });
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

/** The secret is opened here, for one attempt, and nowhere else. */
async function authorizationFor(
  keyRing: ActivityDeps['keyRing'],
  em: EntityManager,
  { partner: partnerId, mode }: OutboundDocument,
  { authentication, credential: name, user }: DeliveryAddress,
): Promise<string | undefined> {
  if (authentication === 'none') return undefined;
  const found = name === undefined ? undefined : await outgoingSecret(em, keyRing, { partnerId, mode, name });
  if (!found) return 'missing';
  if (authentication === 'bearer') return `Bearer ${found.secret}`;
  return `Basic ${Buffer.from(`${user ?? found.user ?? ''}:${found.secret}`).toString('base64')}`;
}

/** The client certificate, where the address names one; an expired one would only be refused, and without a word. */
async function certificateFor(
  { keyRing, clock }: Pick<ActivityDeps, 'keyRing' | 'clock'>,
  em: EntityManager,
  { partner: partnerId, mode }: OutboundDocument,
  { certificate: name }: DeliveryAddress,
): Promise<Pick<HttpDocument, 'clientCertificate'> | { readonly fault: DeliveryFault }> {
  if (name === undefined) return {};
  const clientCertificate = await outgoingCertificate(em, keyRing, { partnerId, mode, name });
  if (!clientCertificate) return { fault: { code: 'CREDENTIAL_MISSING', name } };
  const { validUntil } = clientCertificate;
  if (validUntil && validUntil < clock()) return { fault: { code: 'CLIENT_CERTIFICATE_EXPIRED', name } };
  return { clientCertificate };
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
