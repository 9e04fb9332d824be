/** What we answered to documents of a simulation, and how their deliveries went. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { InboundDocument } from '../documents/inbound.entity.ts';
import { DeliveryAttempt, OutboundDocument } from '../documents/outbound.entity.ts';
import { inboxAddress } from './buyer.ts';
import { SimulationStep } from './simulation.entity.ts';

const MOST = 200;

export interface InboxDocument {
  readonly document: OutboundDocument;
  /** In their order. */
  readonly attempts: readonly DeliveryAttempt[];
}

/** Answers to the simulation's documents, newest first. */
export async function readInbox(em: EntityManager, simulation: string): Promise<InboxDocument[]> {
  const documents = [...(await sentDocuments(em, simulation)).keys()];
  if (documents.length === 0) return [];
  const found = await em.find(
    OutboundDocument,
    { inboundDocument: { $in: documents } },
    { orderBy: { id: 'desc' }, limit: MOST, disableIdentityMap: true },
  );
  const ids = found.map(({ id }) => id);
  const attempts = await em.find(
    DeliveryAttempt,
    { document: { $in: ids } },
    { orderBy: { document: 'asc', number: 'asc' }, disableIdentityMap: true },
  );
  return found.map((document) => ({ document, attempts: attempts.filter((each) => each.document === document.id) }));
}

/** Documents that the simulation sent, as they stand with us, by their ids. */
export async function sentDocuments(
  em: EntityManager,
  simulation: string,
): Promise<ReadonlyMap<string, InboundDocument>> {
  const steps = await em.find(
    SimulationStep,
    { simulation, document: { $ne: null } },
    { fields: ['document'], orderBy: { id: 'desc' }, limit: MOST, disableIdentityMap: true },
  );
  const ids = [...new Set(steps.flatMap(({ document }) => document ?? []))];
  const found = await em.find(InboundDocument, { id: { $in: ids } }, { disableIdentityMap: true });
  return new Map(found.map((document) => [document.id, document]));
}

/**
 * Where an answer goes instead of the partner's test address: the document that it answers came from a simulation that is open.
 * Undefined for every other.
 */
export async function simulatedInbox(
  em: EntityManager,
  { mode, inboundDocument, partner }: Pick<OutboundDocument, 'mode' | 'inboundDocument' | 'partner'>,
): Promise<string | undefined> {
  if (mode !== 'test' || !inboundDocument) return undefined;
  const { rows } = await sql<{ address: string; hook: string }>`
    select s.address, s.hook from inbound_document d
    join simulation s on s.id::text = substring(d.headers->>'user-agent' from '^Roundtrip-Simulator/([0-9a-f-]{36})$')
    where d.id = ${inboundDocument} and s.partner_id = ${partner} and s.ended_at is null`.execute(em.getKysely());
  return rows[0] && inboxAddress(rows[0].address, rows[0].hook);
}
