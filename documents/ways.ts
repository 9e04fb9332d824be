import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { FormatId } from '../formats/document/order.ts';
import { messageAddress, receiverName, type DeliveryKind } from '../partners/messageAddress.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { findAgreement } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { InboundDocument } from './inbound.entity.ts';
import type { OutboundDocument, OutboundState } from './outbound.entity.ts';

/** How a document comes or leaves; `fetched`: it has no address, and the partner fetches it from us. */
export const ways = ['http', 'peppol', 'mail', 'folder', 'sftp', 'fetched'] as const satisfies readonly (
  DeliveryKind | 'fetched'
)[];
export type Way = (typeof ways)[number];

/** How a document came, by where it came from. What a hub brings in an envelope comes by Peppol: an access point is a hub. */
export function cameBy({
  remoteAddress,
  hub,
  envelope,
}: Pick<InboundDocument, 'remoteAddress' | 'hub' | 'envelope'>): Way {
  if (remoteAddress.startsWith('sftp:')) return 'sftp';
  if (remoteAddress.startsWith('folder:')) return 'folder';
  if (remoteAddress.startsWith('mailto:')) return 'mail';
  return hub != null && envelope != null ? 'peppol' : 'http';
}

/** How documents came, by their ids. */
export async function waysIn(em: EntityManager, ids: readonly string[]): Promise<Map<string, Way>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Pick<InboundDocument, 'id' | 'remoteAddress' | 'hub' | 'envelope'>>`
    select id, remote_address as "remoteAddress", hub_id as hub, envelope from inbound_document
    where id in (${sql.join(ids)})`.execute(em.getKysely());
  return new Map(rows.map((row) => [row.id, cameBy(row)]));
}

interface Leaving {
  readonly id: string;
  readonly partner: string;
  readonly mode: Mode;
  readonly format: FormatId;
  readonly state: OutboundState;
  /** How it was delivered; null: it is not, or it is so long ago that nobody knows. */
  readonly via: Way | null;
}

/** How documents of ours left, by their ids; of what is under way, how the agreement in force sends it. */
export async function waysOut(em: EntityManager, ids: readonly string[]): Promise<Map<string, Way>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Leaving>`
    select id, partner_id as partner, mode, format, state,
      (select coalesce(facts ->> 'via', 'http') from timeline_entry
        where outbound_document_id = one.id and code = 'delivery.delivered' order by id desc limit 1) as via
    from outbound_document one where id in (${sql.join(ids)})`.execute(em.getKysely());
  const found = new Map<string, Way>();
  for (const row of rows) {
    const way = row.via ?? (await agreedWay(em, row))?.way;
    if (way) found.set(row.id, way);
  }
  return found;
}

/**
 * How a document of ours leaves by the agreement in force, and to whom.
 * @returns undefined where there is no agreement any more; without `to` where the partner fetches it, or the installation's access point has it
 */
export async function agreedWay(
  em: EntityManager,
  { partner, mode, format, state }: Pick<OutboundDocument, 'partner' | 'mode' | 'format' | 'state'>,
): Promise<{ readonly way: Way; readonly to?: string } | undefined> {
  if (state === 'kept') return { way: 'fetched' };
  try {
    const address = messageAddress((await findAgreement(em, partner, mode)).settings, format);
    if (!address) return { way: 'fetched' };
    const to = receiverName(address);
    return { way: address.kind, ...(to !== undefined && { to }) };
  } catch (error) {
    if (error instanceof RoundtripError && error.type === 'NotFound') return undefined;
    throw error;
  }
}
