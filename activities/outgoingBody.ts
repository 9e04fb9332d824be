import type { EntityManager } from '@mikro-orm/postgresql';
import { CHUNK_BYTES, readChunks } from '../documents/chunks.ts';
import type { OutboundDocument } from '../documents/outbound.entity.ts';
import { withSharedSecret } from '../formats/cxml/sharedSecret.write.ts';

/** A document's bytes as they leave. */
export interface OutgoingBody {
  readonly size: number;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

/** A short document in one piece, a long one from its chunks. */
export async function storedBody(em: EntityManager, { id, size }: OutboundDocument): Promise<OutgoingBody> {
  return { size, body: size <= CHUNK_BYTES ? await wholeBody(em, id) : readChunks(em, id) };
}

/** A cXML document shows its secret in itself: it is put in here, for one attempt. */
export async function sealedBody(em: EntityManager, { id }: OutboundDocument, secret: string): Promise<OutgoingBody> {
  const body = Buffer.from(withSharedSecret(Buffer.from(await wholeBody(em, id)).toString('utf8'), secret));
  return { size: body.length, body };
}

/** All bytes in memory. @param id of the document */
export async function wholeBody(em: EntityManager, id: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(em, id)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The first chunk. @param id of the document */
export async function firstBytes(em: EntityManager, id: string): Promise<Uint8Array> {
  for await (const chunk of readChunks(em, id)) return chunk;
  return Buffer.alloc(0);
}
