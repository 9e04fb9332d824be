import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { FormatId } from '../formats/document/order.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { recordChange } from './audit.ts';
import { DeliveryPause } from './deliveryPause.entity.ts';
import type { OutboundDocument } from './outbound.entity.ts';
import { insertTimeline, timelineRow } from './timeline.ts';

/** Whose deliveries, and who wants it. */
export interface PauseOfPartner {
  readonly partner: { readonly id: string; readonly name: string };
  readonly by: string;
}

/** Pauses deliveries to a partner: what is to be sent waits, in its order, without attempts. @returns false when they are paused already */
export async function pauseDeliveries(
  em: EntityManager,
  { partner, by, reason }: PauseOfPartner & { readonly reason?: string },
): Promise<boolean> {
  return em.transactional(async (tx) => {
    const { numAffectedRows } = await sql`insert into delivery_pause (partner_id, paused_at, paused_by, reason)
      values (${partner.id}, now(), ${by}, ${reason ?? null}) on conflict do nothing`.execute(tx.getKysely());
    if (numAffectedRows !== 1n) return false;
    const subject = { kind: 'partner', id: partner.id, name: partner.name };
    await recordChange(tx, { actor: by, action: 'deliveries.paused', subject, ...(reason && { after: { reason } }) });
    return true;
  });
}

/** Opens them again; what waits is sent by the sweeper, the oldest first. @returns false when they were open */
export async function openDeliveries(em: EntityManager, { partner, by }: PauseOfPartner): Promise<boolean> {
  return em.transactional(async (tx) => {
    const { numAffectedRows } = await sql`delete from delivery_pause where partner_id = ${partner.id}`.execute(
      tx.getKysely(),
    );
    if (numAffectedRows !== 1n) return false;
    const subject = { kind: 'partner', id: partner.id, name: partner.name };
    await recordChange(tx, { actor: by, action: 'deliveries.opened', subject });
    return true;
  });
}

/** Pauses by the id of their partner. */
export async function deliveryPauses(em: EntityManager): Promise<ReadonlyMap<string, DeliveryPause>> {
  const pauses = await em.findAll(DeliveryPause, { disableIdentityMap: true });
  return new Map(pauses.map((pause) => [pause.partner, pause]));
}

export async function findDeliveryPause(em: EntityManager, partnerId: string): Promise<DeliveryPause | null> {
  return em.findOne(DeliveryPause, { partner: partnerId }, { disableIdentityMap: true });
}

/** A document waits for the opening: it has no next attempt, and its timeline says why. In one statement. */
export async function holdDelivery(em: EntityManager, document: OutboundDocument): Promise<void> {
  const { id: outboundDocumentId, inboundDocument, orderId } = document;
  const about = {
    outboundDocumentId,
    ...(inboundDocument && { inboundDocumentId: inboundDocument }),
    ...(orderId && { orderId }),
  };
  const told = timelineRow('delivery.held', {}, about);
  await sql`with told as (${insertTimeline([told])})
    update outbound_document set held_at = now(), next_attempt_at = null
    where id = ${outboundDocumentId} and state = 'ready'`.execute(em.getKysely());
}

/** A document that waited while deliveries to its partner were paused. */
export interface HeldDocument {
  readonly id: string;
  readonly format: FormatId;
  readonly partnerId: string;
  readonly mode: Mode;
  /** As PostgreSQL writes it. */
  readonly heldAt: string;
}

/** Documents that need wait no longer, the oldest first. */
export async function findReleased(em: EntityManager, limit: number): Promise<HeldDocument[]> {
  const { rows } = await sql<HeldDocument>`
    select id, format, partner_id as "partnerId", mode, held_at::text as "heldAt" from outbound_document
    where held_at is not null and state = 'ready' and partner_id not in (select partner_id from delivery_pause)
    order by id limit ${limit}`.execute(em.getKysely());
  return rows;
}

/** It was told to go on. One that was held anew meanwhile stays held. */
export async function markReleased(em: EntityManager, { id, heldAt }: HeldDocument): Promise<void> {
  await sql`update outbound_document set held_at = null where id = ${id} and held_at = ${heldAt}::timestamptz`.execute(
    em.getKysely(),
  );
}
