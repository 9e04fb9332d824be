import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { storable } from '../database/text.ts';
import { writeChunks } from '../documents/chunks.ts';
import type { BrowserForm } from '../formats/document/browserForm.ts';
import { SessionDocument, type MessageKind, type SessionDocumentKind } from './session.entity.ts';

export interface NewSessionDocument {
  readonly sessionId: string;
  readonly kind: SessionDocumentKind;
  readonly contentType: string;
  /** Without secrets. */
  readonly text: string;
  readonly form?: BrowserForm;
  /** Of a cart message. */
  readonly message?: {
    readonly purpose: MessageKind;
    readonly attempt: string;
    readonly number: string;
    readonly lineCount: number;
    readonly total: string;
    readonly currency: string;
  };
}

/** Stores a document with its bytes. Call it in a transaction. @returns its id */
export async function addDocument(tx: EntityManager, given: NewSessionDocument, now: Date): Promise<string> {
  const { sessionId, kind, contentType, text, form, message } = given;
  const id = v7();
  const bytes = Buffer.from(text, 'utf8');
  await writeChunks(tx, id, [bytes]);
  await tx.insert(SessionDocument, {
    ...{ id, session: sessionId, kind, contentType, createdAt: now, size: bytes.length, form: storable(form ?? null) },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    purpose: message?.purpose ?? null,
    attempt: message?.attempt ?? null,
    number: message?.number ?? null,
    lineCount: message?.lineCount ?? null,
    total: message?.total ?? null,
    currency: message?.currency ?? null,
  });
  return id;
}

/** The cart message that a return wrote; undefined as long as it has not. */
export async function findCartMessage(
  em: EntityManager,
  sessionId: string,
  attempt: string,
): Promise<SessionDocument | undefined> {
  const found = await em.findOne(SessionDocument, { session: sessionId, attempt }, { disableIdentityMap: true });
  return found ?? undefined;
}

/** The latest cart message of a session. */
export async function latestCartMessage(em: EntityManager, sessionId: string): Promise<SessionDocument | undefined> {
  const [latest] = await em.find(
    SessionDocument,
    { session: sessionId, kind: 'cart' },
    { orderBy: { id: 'desc' }, limit: 1, disableIdentityMap: true },
  );
  return latest;
}

/** Everything that came in and went out, oldest first. Forms are left out: they may be large. */
export async function documentsOf(em: EntityManager, sessionId: string): Promise<SessionDocument[]> {
  return em.find(
    SessionDocument,
    { session: sessionId },
    { orderBy: { id: 'asc' }, exclude: ['form'], disableIdentityMap: true },
  ) as Promise<SessionDocument[]>;
}
