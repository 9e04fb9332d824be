import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { requireBytes } from './retention.ts';

/** Bytes of one chunk; the last one is shorter. */
export const CHUNK_BYTES = 256 * 1024;

/** Cuts any stream of bytes into chunks of CHUNK_BYTES. */
export async function* inChunks(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    let rest = piece;
    while (length + rest.length >= CHUNK_BYTES) {
      const head = rest.subarray(0, CHUNK_BYTES - length);
      yield parts.length === 0
        ? Buffer.from(head.buffer, head.byteOffset, head.length)
        : Buffer.concat([...parts, head]);
      rest = rest.subarray(head.length);
      parts = [];
      length = 0;
    }
    if (rest.length > 0) {
      parts.push(rest);
      length += rest.length;
    }
  }
  if (length > 0) yield Buffer.concat(parts);
}

/** Writes a document's bytes as a stream, one chunk in memory at a time. Call it inside the transaction that writes the document. */
export async function writeChunks(
  em: EntityManager,
  documentId: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  let seq = 0;
  for await (const chunk of inChunks(bytes)) {
    await sql`insert into document_chunk (document_id, seq, bytes) values (${documentId}, ${seq}, ${chunk})`.execute(
      em.getKysely(),
    );
    seq += 1;
  }
}

/**
 * A document's bytes, inbound or outbound, one chunk in memory at a time. Nothing for an unknown document.
 * @throws NotFound where they were removed after the time for which they are kept
 * @param from number of the first chunk, counted from 0
 */
export async function* readChunks(em: EntityManager, documentId: string, from = 0): AsyncGenerator<Buffer> {
  for (let seq = from; ; seq += 1) {
    const { rows } = await sql<{ bytes: Buffer }>`
      select bytes from document_chunk where document_id = ${documentId} and seq = ${seq}`.execute(em.getKysely());
    const chunk = rows[0]?.bytes;
    if (chunk === undefined) {
      if (seq === 0) await requireBytes(em, documentId);
      return;
    }
    yield chunk;
    if (chunk.length < CHUNK_BYTES) return;
  }
}
