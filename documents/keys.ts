import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Mode } from '../partners/partner.entity.ts';
import type { InboundState } from './inbound.entity.ts';

const LONGEST_KEY = 500;

/**
 * `message`: SBDH sender and instance identifier. `order`: buyer party, document type and number.
 * Test and production keep their keys apart.
 */
export interface KeyToClaim {
  readonly kind: 'message' | 'order';
  readonly partnerId: string;
  readonly mode: Mode;
  readonly key: string;
  readonly documentId: string;
  /** Hex, over the parsed document. */
  readonly contentHash: string;
}

/** Who owns a key. */
export interface KeyOwner {
  readonly documentId: string;
  readonly reference: string;
  readonly contentHash: string;
  readonly state: InboundState;
}

/** The text of an order key: the buyer's party, the document type and the number, none of which may contain the separator. */
export function orderKey(parts: { readonly buyer: string; readonly type: string; readonly number: string }): string {
  return bounded(JSON.stringify([parts.buyer, parts.type, parts.number]));
}

/** The text of a message key. */
export function messageKey(parts: { readonly sender: string; readonly instanceIdentifier: string }): string {
  return bounded(JSON.stringify([parts.sender, parts.instanceIdentifier]));
}

/** An index entry of PostgreSQL has room for 2,700 bytes: a longer key is its digest. */
function bounded(key: string): string {
  return key.length <= LONGEST_KEY ? key : `sha256:${createHash('sha256').update(key).digest('hex')}`;
}

/** Looks without claiming. */
export async function findKeyOwner(
  em: EntityManager,
  key: Pick<KeyToClaim, 'kind' | 'partnerId' | 'mode' | 'key'>,
): Promise<KeyOwner | undefined> {
  const { rows } = await sql<KeyOwner>`
    select k.document_id as "documentId", d.reference, k.content_hash as "contentHash", d.state
    from document_key k join inbound_document d on d.id = k.document_id
    where k.kind = ${key.kind} and k.partner_id = ${key.partnerId} and k.mode = ${key.mode} and k.key = ${key.key}`.execute(
    em.getKysely(),
  );
  return rows[0];
}

/**
 * Claims a key for a document, atomically: of several claims at once one wins. Call it inside the transaction that places, holds or
 * refuses the document.
 * @returns undefined when the document owns the key now (also when it did before), else the owner.
 */
export async function claimKey(em: EntityManager, key: KeyToClaim): Promise<KeyOwner | undefined> {
  const { rows } = await sql<{ key: string }>`
    insert into document_key (kind, partner_id, mode, key, document_id, content_hash)
    values (${key.kind}, ${key.partnerId}, ${key.mode}, ${key.key}, ${key.documentId}, ${key.contentHash})
    on conflict do nothing returning key`.execute(em.getKysely());
  if (rows.length > 0) return undefined;
  const owner = await findKeyOwner(em, key);
  return owner?.documentId === key.documentId ? undefined : owner;
}

/** Hands a key over: a corrected resend of a refused document takes the message key of the refused one. */
export async function takeOverKey(em: EntityManager, key: KeyToClaim, from: KeyOwner): Promise<boolean> {
  const result = await sql`
    update document_key set document_id = ${key.documentId}, content_hash = ${key.contentHash}
    where kind = ${key.kind} and partner_id = ${key.partnerId} and mode = ${key.mode} and key = ${key.key}
      and document_id = ${from.documentId}`.execute(em.getKysely());
  return result.numAffectedRows === 1n;
}
