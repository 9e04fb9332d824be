import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { instant } from '../database/text.ts';
import type { TimelineFacts, TimelineRowFacts } from '../documents/timeline.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { OrderStatus } from '../shop/orderStatus.ts';
import type { NoticeEventCode } from './events.ts';

/** An event with what it is about. */
export interface ToldEvent {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly code: NoticeEventCode;
  readonly facts: TimelineRowFacts;
  readonly actor: string;
  readonly order: {
    readonly id: string;
    readonly number: string;
    readonly external: string;
    readonly status: OrderStatus;
  } | null;
  /** A visit of a buyer, with the code of its cart. */
  readonly session: { readonly id: string; readonly cart: string } | null;
  readonly inboundDocumentId: string | null;
  readonly outboundDocumentId: string | null;
  readonly reference: string | null;
  readonly partner: string | null;
  /** Null for what is of neither: how the installation is. */
  readonly mode: Mode | null;
  /** Of an order that waits: its first reasons. */
  readonly reasons: readonly TimelineFacts['order.reason'][];
}

/** What a message tells of, oldest first. */
export async function toldEvents(em: EntityManager, noticeId: string, most: number): Promise<ToldEvent[]> {
  const { rows } = await sql<ToldEvent>`
    select entry.id, ${instant('entry.at')} as at, entry.code, entry.facts, entry.actor,
      entry.inbound_document_id as "inboundDocumentId", entry.outbound_document_id as "outboundDocumentId",
      case when orders.id is not null then json_build_object('id', orders.id, 'number', orders.number,
        'external', orders.external_number, 'status', orders.status) end as order,
      case when session.id is not null then json_build_object('id', session.id, 'cart', session.cart_code) end as session,
      inbound.reference, partner.name as partner,
      coalesce(inbound.mode, outbound.mode, session.mode,
        (select mode from inbound_document where id = orders.inbound_document_id)) as mode,
      coalesce((select json_agg(reason.facts order by reason.id) from timeline_entry reason
        where entry.code = 'order.held' and reason.code = 'order.reason' and reason.id > entry.id
          and reason.inbound_document_id = entry.inbound_document_id
          and not exists (select from timeline_entry later where later.code = 'order.held' and later.id > entry.id
            and later.id < reason.id and later.inbound_document_id = entry.inbound_document_id)), '[]') as reasons
    from notice_event event
    join timeline_entry entry on entry.id = event.entry_id
    left join orders on orders.id = entry.order_id
    left join inbound_document inbound on inbound.id = entry.inbound_document_id
    left join outbound_document outbound on outbound.id = entry.outbound_document_id
    left join punch_out_session session on session.id = entry.session_id
    left join partner on partner.id = coalesce(inbound.partner_id, outbound.partner_id, orders.partner_id, session.partner_id)
    where event.notice_id = ${noticeId} order by entry.id limit ${most}`.execute(em.getKysely());
  return rows;
}
