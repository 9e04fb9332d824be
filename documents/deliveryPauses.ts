import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { FormatId } from '../formats/document/order.ts';
import type { AddressName } from '../partners/messageAddress.ts';
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

/** That an address does not answer, or has much to take, is what a document waits for. */
export interface HeldForAddress {
  readonly address: AddressName;
  readonly because: 'outage' | 'queue';
  /** Until when it is attempted. */
  readonly giveUpAt: Date;
}

/**
 * A document waits, for deliveries to the partner to be opened or for an address: it has no next attempt, and its timeline says why, once.
 * In one statement.
 */
export async function holdDelivery(
  em: EntityManager,
  document: OutboundDocument,
  waiting?: HeldForAddress,
): Promise<void> {
  const { id: outboundDocumentId, inboundDocument, orderId } = document;
  const about = {
    outboundDocumentId,
    ...(inboundDocument && { inboundDocumentId: inboundDocument }),
    ...(orderId && { orderId }),
  };
  const because = waiting?.because;
  const isTold = waiting ? document.heldAddress === waiting.address : false;
  const told = timelineRow('delivery.held', { ...(because && { because }) }, about);
  await sql`${isTold ? sql`` : sql`with told as (${insertTimeline([told])})`}
    update outbound_document set held_at = now(), next_attempt_at = null, held_address = ${waiting?.address ?? null},
      released_at = null, give_up_at = coalesce(give_up_at, ${waiting?.giveUpAt ?? null}::timestamptz)
    where id = ${outboundDocumentId} and state = 'ready'`.execute(em.getKysely());
}

/** A document that waited, and goes on. */
export interface HeldDocument {
  readonly id: string;
  readonly format: FormatId;
  readonly partnerId: string;
  readonly mode: Mode;
  /** As PostgreSQL writes it. */
  readonly heldAt: string;
}

/** Documents that need wait no longer, the oldest first: nothing keeps them, or their time is up. */
export async function findReleased(em: EntityManager, limit: number): Promise<HeldDocument[]> {
  const { rows } = await sql<HeldDocument>`
    select id, format, partner_id as "partnerId", mode, held_at::text as "heldAt" from outbound_document document
    where held_at is not null and state = 'ready' and partner_id not in (select partner_id from delivery_pause)
      and (held_address is null or give_up_at < now() or not exists (select from delivery_breaker breaker
        where breaker.partner_id = document.partner_id and breaker.mode = document.mode
          and breaker.address = document.held_address and breaker.state <> 'counting'))
    order by id limit ${limit}`.execute(em.getKysely());
  return rows;
}

/** It was told to go on. One that was held anew meanwhile stays held. */
export async function markReleased(em: EntityManager, { id, heldAt }: HeldDocument): Promise<void> {
  await sql`update outbound_document set held_at = null, held_address = null where id = ${id} and held_at = ${heldAt}::timestamptz`.execute(
    em.getKysely(),
  );
}
