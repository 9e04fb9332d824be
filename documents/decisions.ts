import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { OrderDecision } from '../shop/decision.ts';
import { Decision } from './decision.entity.ts';
import { nextAnswerNumber } from './orderMessages.ts';

export interface NewDecision {
  readonly about: 'hold' | 'order';
  readonly inboundDocumentId: string;
  readonly orderId?: string;
  /** `runAgain` checks a held document anew, after the set-up was mended. */
  readonly decision: OrderDecision | { readonly kind: 'runAgain' };
  /** Who decided, for example `operator: Anna`. */
  readonly actor: string;
}

/** A stored decision, and the number of the answer that an order's decision leads to. */
export interface StoredDecision {
  readonly id: string;
  readonly answerNumber: number | undefined;
}

/** Stores a decision; the caller tells the workflow afterwards, and the sweeper does when that failed. */
export async function storeDecision(em: EntityManager, given: NewDecision): Promise<StoredDecision> {
  const id = v7();
  const content = given.decision.kind === 'runAgain' ? null : JSON.stringify(given.decision);
  // Answers of one order are numbered without gaps; the unique constraint refuses the slower of two at once.
  const { rows } = await sql<{ answerNumber: number | null }>`
    insert into decision (id, about, inbound_document_id, order_id, answer_number, kind, content, actor, made_at)
    select ${id}::uuid, ${given.about}, ${given.inboundDocumentId}::uuid, ${given.orderId ?? null}::uuid,
      case when ${given.about} = 'order'
        then ${nextAnswerNumber(given.orderId ?? null)} end,
      ${given.decision.kind}, ${content}::jsonb, ${given.actor}, now()
    returning answer_number as "answerNumber"`.execute(em.getKysely());
  return { id, answerNumber: rows[0]?.answerNumber ?? undefined };
}

export async function findDecision(em: EntityManager, id: string): Promise<Decision | null> {
  return em.findOne(Decision, { id }, { disableIdentityMap: true });
}

/** The decision that an answer about an order in status New carries out. */
export async function findOrderDecision(
  em: EntityManager,
  orderId: string,
  answerNumber: number,
): Promise<Decision | null> {
  return em.findOne(Decision, { orderId, answerNumber }, { disableIdentityMap: true });
}

/** The oldest decision about a held document that was not carried out yet. */
export async function nextDecision(em: EntityManager, inboundDocumentId: string): Promise<Decision | null> {
  return em.findOne(
    Decision,
    { inboundDocument: inboundDocumentId, about: 'hold', appliedAt: null },
    { orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
}

export async function markSignalled(em: EntityManager, id: string): Promise<void> {
  await sql`update decision set signalled_at = now() where id = ${id} and signalled_at is null`.execute(em.getKysely());
}

/** In the transaction that carries the decision out. @returns false when that had happened already. */
export async function markApplied(em: EntityManager, id: string): Promise<boolean> {
  const result = await sql`update decision set applied_at = now(), signalled_at = coalesce(signalled_at, now())
    where id = ${id} and applied_at is null`.execute(em.getKysely());
  return result.numAffectedRows === 1n;
}

/** Decisions that no workflow was told of, made before `olderThan`, oldest first. */
export async function findUnsignalled(em: EntityManager, olderThan: Date, limit = 500): Promise<Decision[]> {
  return em.find(
    Decision,
    { signalledAt: null, madeAt: { $lt: olderThan } },
    { orderBy: { id: 'asc' }, limit, disableIdentityMap: true },
  );
}
