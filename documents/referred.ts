import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { FormatId } from '../formats/document/order.ts';
import type { Mode } from '../partners/partner.entity.ts';

/** An outbound document that somebody else speaks of. */
export interface Referred {
  readonly id: string;
  readonly number: string;
  readonly partnerId: string;
  readonly inboundDocumentId: string | null;
  readonly orderId: string | null;
}

/** More documents of one name are not told apart. */
const MOST = 10;

/**
 * What we sent under one of the names. A name of one message goes before a document number: the message id (with or without `urn:uuid:`),
 * or the payloadID of cXML, which holds the document's id.
 * @param asked `partnerIds`: whose documents are looked at, since a hub's status may be about any of its partners; `formats`: of what is
 * meant, absent: any
 * @returns one, none, or several that the name does not tell apart
 */
export async function findReferred(
  em: EntityManager,
  {
    partnerIds,
    mode,
    names,
    formats,
  }: {
    readonly partnerIds: readonly string[];
    readonly mode: Mode;
    readonly names: readonly string[];
    readonly formats?: readonly FormatId[] | undefined;
  },
): Promise<readonly Referred[]> {
  if (partnerIds.length === 0) return [];
  const meant = formats === undefined ? sql`true` : sql`format in (${sql.join([...formats])})`;
  for (const name of names) {
    const id = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i.exec(name)?.[0].toLowerCase() ?? null;
    const found = await find(
      em,
      partnerIds,
      mode,
      sql`(id = ${id}::uuid or message_id = ${`urn:uuid:${id}`}) and ${meant}`,
    );
    if (id !== null && found.length > 0) return found;
    const numbered = await find(em, partnerIds, mode, sql`number = ${name} and ${meant}`);
    if (numbered.length > 0) return numbered;
  }
  return [];
}

async function find(
  em: EntityManager,
  partnerIds: readonly string[],
  mode: Mode,
  condition: ReturnType<typeof sql>,
): Promise<readonly Referred[]> {
  const { rows } = await sql<Referred>`
    select id, number, partner_id as "partnerId", inbound_document_id as "inboundDocumentId", order_id as "orderId"
    from outbound_document where partner_id in (${sql.join([...partnerIds])}) and mode = ${mode} and ${condition}
    order by id desc limit ${MOST}`.execute(em.getKysely());
  return rows;
}

/** A receiver refused what it had been sent: a person has to look at it. Whatever the delivery said, it is not with the receiver. */
export async function refusedByReceiver(em: EntityManager, id: string, why: string): Promise<void> {
  await sql`update outbound_document set state = 'refusedByReceiver', next_attempt_at = null, last_error = ${why},
      finished_at = now() where id = ${id}`.execute(em.getKysely());
}
