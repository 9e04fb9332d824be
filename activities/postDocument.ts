import { Context } from '@temporalio/activity';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CHUNK_BYTES, readChunks } from '../documents/chunks.ts';
import type { OutboundDocument } from '../documents/outbound.entity.ts';
import { withSharedSecret } from '../formats/cxml/sharedSecret.write.ts';
import { messageAddress, type HttpDelivery } from '../partners/messageAddress.ts';
import { isCxmlFormat } from '../partners/messageFormats.ts';
import { outgoingSecret } from '../partners/credentials.ts';
import { findAgreement } from '../partners/partners.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import type { HttpOutcome } from '../transports/http/send.ts';
import type { ActivityDeps } from './deps.ts';

/**
 * Posts a document to the address of the agreement in force, which may have been mended since the document was written.
 * @param timeout milliseconds
 */
export async function postDocument(
  { keyRing, http }: Pick<ActivityDeps, 'keyRing' | 'http'>,
  em: EntityManager,
  document: OutboundDocument,
  timeout: number,
): Promise<HttpOutcome> {
  const { settings } = await findAgreement(em, document.partner, document.mode);
  const address = messageAddress(settings, document.format);
  if (!address) return blocked({ code: 'ADDRESS_MISSING' });
  const authorization = await authorizationFor(keyRing, em, document, address);
  if (authorization === 'missing') return blocked({ code: 'CREDENTIAL_MISSING', name: address.credential ?? '' });
  const secret = address.senderCredential ?? settings.cxml.credential;
  const sealed = await sealedBody(keyRing, em, document, secret);
  if (sealed === 'missing') return blocked({ code: 'CREDENTIAL_MISSING', name: secret ?? '' });
  return await http.send({
    url: address.url,
    messageId: document.messageId,
    contentType: document.contentType,
    ...(authorization === undefined ? {} : { authorization }),
    ...(sealed ?? (await storedBody(em, document))),
    timeout,
    signal: Context.current().cancellationSignal,
  });
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

interface Body {
  readonly size: number;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

async function storedBody(em: EntityManager, { id, size }: OutboundDocument): Promise<Body> {
  return { size, body: size <= CHUNK_BYTES ? await onePiece(em, id) : readChunks(em, id) };
}

/** A cXML document shows its secret in itself: it is put in here, for one attempt, where the agreement names one. */
async function sealedBody(
  keyRing: ActivityDeps['keyRing'],
  em: EntityManager,
  { id, format, partner: partnerId, mode }: OutboundDocument,
  name: string | undefined,
): Promise<Body | 'missing' | undefined> {
  if (!isCxmlFormat(format) || name === undefined) return undefined;
  const found = await outgoingSecret(em, keyRing, { partnerId, mode, name });
  if (!found) return 'missing';
  const body = Buffer.from(withSharedSecret(Buffer.from(await onePiece(em, id)).toString('utf8'), found.secret));
  return { size: body.length, body };
}

async function onePiece(em: EntityManager, id: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(em, id)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
