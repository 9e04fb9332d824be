import type { EntityManager } from '@mikro-orm/postgresql';
import { CHUNK_BYTES, readChunks } from '../documents/chunks.ts';
import type { OutboundDocument } from '../documents/outbound.entity.ts';
import { withSharedSecret } from '../formats/cxml/sharedSecret.write.ts';
import { messageAddress, type HttpDelivery } from '../partners/messageAddress.ts';
import { canBeUploaded, isCxmlFormat } from '../partners/messageFormats.ts';
import { outgoingCertificate, outgoingSecret } from '../partners/credentials.ts';
import { findAgreement } from '../partners/partners.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { simulatedInbox } from '../simulator/inbox.ts';
import type { HttpDocument, HttpOutcome } from '../transports/http/send.ts';
import { postUpload } from './catalogueUpload.ts';
import type { ActivityDeps } from './deps.ts';
import { profiledUrl, type Request } from './partnerProfile.ts';

export interface AttemptBounds {
  /** Milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/**
 * Posts a document to the address of the agreement in force, which may have been mended since the document was written; an answer to what
 * the simulator sent goes to the simulator.
 */
export async function postDocument(
  { keyRing, http, clock }: Pick<ActivityDeps, 'keyRing' | 'http' | 'clock'>,
  em: EntityManager,
  document: OutboundDocument,
  { timeout, signal }: AttemptBounds,
): Promise<HttpOutcome> {
  const { messageId, contentType } = document;
  const simulated = await simulatedInbox(em, document);
  if (simulated !== undefined) {
    const body = await storedBody(em, document);
    return http.send({ url: simulated, messageId, contentType, ...body, timeout, signal, toOurselves: true });
  }
  const { settings } = await findAgreement(em, document.partner, document.mode);
  const address = messageAddress(settings, document.format);
  if (!address) return blocked({ code: 'ADDRESS_MISSING' });
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
  const { url, dtdVersion } = address;
  if (isUpload) return await postUpload(em, { document, settings, url, dtdVersion, secret: secret?.secret, post });
  const { profile } = settings.addresses;
  const told = profile && (await profiledUrl({ document, settings, url: profile, secret: secret?.secret, post }));
  if (typeof told === 'object') return told;
  const body = secret ? await sealedBody(em, document, secret.secret) : await storedBody(em, document);
  return await post({ url: told ?? url, messageId, contentType, ...body });
}

function blocked(fault: DeliveryFault): HttpOutcome {
  return { kind: 'blocked', fault };
}

/** The secret is opened here, for one attempt, and nowhere else. */
async function authorizationFor(
  keyRing: ActivityDeps['keyRing'],
  em: EntityManager,
  { partner: partnerId, mode }: OutboundDocument,
  { authentication, credential: name, user }: HttpDelivery,
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
  { certificate: name }: HttpDelivery,
): Promise<Pick<HttpDocument, 'clientCertificate'> | { readonly fault: DeliveryFault }> {
  if (name === undefined) return {};
  const clientCertificate = await outgoingCertificate(em, keyRing, { partnerId, mode, name });
  if (!clientCertificate) return { fault: { code: 'CREDENTIAL_MISSING', name } };
  const { validUntil } = clientCertificate;
  if (validUntil && validUntil < clock()) return { fault: { code: 'CLIENT_CERTIFICATE_EXPIRED', name } };
  return { clientCertificate };
}

interface Body {
  readonly size: number;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

async function storedBody(em: EntityManager, { id, size }: OutboundDocument): Promise<Body> {
  return { size, body: size <= CHUNK_BYTES ? await onePiece(em, id) : readChunks(em, id) };
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

/** A cXML document shows its secret in itself: it is put in here, for one attempt. */
async function sealedBody(em: EntityManager, { id }: OutboundDocument, secret: string): Promise<Body> {
  const body = Buffer.from(withSharedSecret(Buffer.from(await onePiece(em, id)).toString('utf8'), secret));
  return { size: body.length, body };
}

async function onePiece(em: EntityManager, id: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(em, id)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
