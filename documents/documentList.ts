import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { FormatId } from '../formats/document/order.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { InboundState } from './inbound.entity.ts';
import type { OutboundState } from './outbound.entity.ts';

export const directions = ['in', 'out'] as const;
export type Direction = (typeof directions)[number];

/** A document of either direction, as a list shows it. */
export interface ListedDocument {
  readonly direction: Direction;
  readonly id: string;
  /** When it came in or was written. */
  readonly at: Date;
  readonly partner: string;
  readonly mode: Mode;
  readonly format: FormatId | null;
  readonly number: string | null;
  readonly state: InboundState | OutboundState;
  /** Bytes. */
  readonly size: number;
  readonly isHeld: boolean;
}

export interface DocumentFilter {
  readonly direction?: Direction | undefined;
  readonly partnerId?: string | undefined;
  readonly mode?: Mode | undefined;
  readonly format?: FormatId | undefined;
  readonly inbound?: InboundState | undefined;
  readonly outbound?: OutboundState | undefined;
  /** A number, a message id, a correlation id as printed in a receipt, or an id of ours: of the document itself. */
  readonly name?: string | undefined;
  /** From (inclusive) and before (exclusive). */
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
  /** Default false. */
  readonly oldestFirst?: boolean | undefined;
  /** The last one of the page before. */
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** Documents that came in and went out, in one list. */
export async function listDocuments(em: EntityManager, filter: DocumentFilter): Promise<ListedDocument[]> {
  const { direction, inbound, outbound, limit } = filter;
  const wanted = [
    ...(direction !== 'out' && outbound === undefined ? [inboundPart(filter)] : []),
    ...(direction !== 'in' && inbound === undefined ? [outboundPart(filter)] : []),
  ];
  if (wanted.length === 0) return [];
  const { rows } = await sql<Omit<ListedDocument, 'at' | 'size'> & { at: string; size: string }>`
    select d.*, partner.name as partner from (${sql.join(wanted, sql` union all `)}) d
    join partner on partner.id = d.partner_id
    order by ${order(filter, 'd.at', 'd.id')} limit ${limit}`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, at: new Date(row.at), size: Number(row.size) }));
}

function inboundPart(filter: DocumentFilter): RawBuilder<unknown> {
  const { inbound, name } = filter;
  const conditions = [
    ...common(filter, 'received_at'),
    ...(inbound ? [sql`state = ${inbound}`] : []),
    ...(name === undefined
      ? []
      : [
          sql`id in (select id from inbound_document where number = ${name}
            union all select id from inbound_document where reference = ${name.toUpperCase()}
            union all select id from inbound_document where envelope is not null and envelope ->> 'instanceIdentifier' = ${name}
            union all select id from inbound_document where id = ${uuidOr(name)}::uuid)`,
        ]),
  ];
  return sql`(select 'in' as direction, id, received_at as at, partner_id, mode, format, number, state, size,
      false as "isHeld"
    from inbound_document ${where(conditions)} order by ${order(filter, 'received_at', 'id')} limit ${filter.limit})`;
}

function outboundPart(filter: DocumentFilter): RawBuilder<unknown> {
  const { outbound, name } = filter;
  const conditions = [
    ...common(filter, 'created_at'),
    ...(outbound ? [sql`state = ${outbound}`] : []),
    ...(name === undefined
      ? []
      : [
          sql`id in (select id from outbound_document where number = ${name}
            union all select id from outbound_document where message_id in (${name}, ${`urn:uuid:${name}`})
            union all select o.id from outbound_document o join inbound_document i on i.id = o.inbound_document_id
              where i.reference = ${name.toUpperCase()})`,
        ]),
  ];
  return sql`(select 'out' as direction, id, created_at as at, partner_id, mode, format, number, state, size::bigint,
      held_at is not null as "isHeld"
    from outbound_document ${where(conditions)} order by ${order(filter, 'created_at', 'id')} limit ${filter.limit})`;
}

function common(filter: DocumentFilter, at: string): RawBuilder<unknown>[] {
  const { partnerId, mode, format, from, before, after, oldestFirst } = filter;
  const time = sql.ref(at);
  const beyond = oldestFirst ? sql`>` : sql`<`;
  return [
    ...(partnerId === undefined ? [] : [sql`partner_id = ${partnerId}`]),
    ...(mode ? [sql`mode = ${mode}`] : []),
    ...(format ? [sql`format = ${format}`] : []),
    ...(from ? [sql`${time} >= ${from}`] : []),
    ...(before ? [sql`${time} < ${before}`] : []),
    ...(after ? [sql`(${time}, id) ${beyond} (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ];
}

function where(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
}

function order({ oldestFirst }: DocumentFilter, at: string, id: string): RawBuilder<unknown> {
  const way = oldestFirst ? sql`asc` : sql`desc`;
  return sql`${sql.ref(at)} ${way}, ${sql.ref(id)} ${way}`;
}

const NO_UUID = '00000000-0000-0000-0000-000000000000';

function uuidOr(name: string): string {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(name) ? name : NO_UUID;
}
