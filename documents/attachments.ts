import type { EntityManager } from '@mikro-orm/postgresql';
import { RoundtripError } from '../platform/errors.ts';
import { readChunks } from './chunks.ts';
import type { InboundDocument } from './inbound.entity.ts';
import { purgedAt } from './retention.ts';
import { rootPart } from './rootPart.ts';

/** A file that came with a document, decoded. */
export interface StoredAttachment {
  /** Counted from 1, in the order of the message. */
  readonly number: number;
  /** As the sender names it; a document refers to it by this (`cid:`). */
  readonly contentId?: string;
  readonly filename?: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Files beside the document in its message (RFC 2387); a document that came alone, or whose text was removed, has none. @throws DocumentMalformed, DocumentTooLarge */
export async function attachmentsOf(
  em: EntityManager,
  { id, contentType, complete }: Pick<InboundDocument, 'id' | 'contentType' | 'complete'>,
): Promise<readonly StoredAttachment[]> {
  if (!/^multipart\//i.test(contentType) || !complete || (await purgedAt(em, id))) return [];
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(em, id)) chunks.push(chunk);
  return rootPart(Buffer.concat(chunks), contentType).attachments.map((part, i) => ({
    number: i + 1,
    contentType: part.contentType.type,
    bytes: part.bytes,
    ...(part.contentId !== undefined && { contentId: part.contentId }),
    ...(part.filename !== undefined && { filename: part.filename }),
  }));
}

/** @throws NotFound */
export async function readAttachment(
  em: EntityManager,
  document: Pick<InboundDocument, 'id' | 'contentType' | 'complete'>,
  number: number,
): Promise<StoredAttachment> {
  const found = (await attachmentsOf(em, document))[number - 1];
  if (!found) throw new RoundtripError('NotFound', `The document has no attachment ${number}.`);
  return found;
}
