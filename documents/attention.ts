/** What needs a person now, beside deliveries (documents/deliveryQueues.ts). Every question enters an index of what is unfinished, whatever is stored beside. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { instant } from '../database/text.ts';
import type { ReasonCode } from '../shop/evaluation.ts';
import { unansweredSince } from './catalogueAnswersDue.ts';
import { failingPickups, type FailingPickup } from './pickups.ts';

/** Counts go no further: "500 or more" says as much. */
export const MOST_COUNTED = 500;
/** A deadline is near in this time: milliseconds. */
const NEAR = 86_400_000;
/** Milliseconds for which a catalogue calls that was refused, or not answered. */
const WEEK = 604_800_000;
/** Catalogues that are named. */
const MOST_CATALOGUES = 5;

/** How many, `MOST_COUNTED` at most, and since when the oldest of them waits (ISO 8601; null where there is none). */
export interface Pile {
  readonly count: number;
  readonly oldest: string | null;
}

export interface Attention {
  readonly waiting: Pile & {
    /** Orders by what is asked about them, the most frequent first. */
    readonly reasons: readonly { readonly code: ReasonCode; readonly orders: number }[];
    /** Orders to be decided within a day, or that should have been. */
    readonly deadlineNear: number;
    readonly deadlinePassed: number;
  };
  /** Orders in New whose answer is late. */
  readonly answersLate: number;
  /** Orders whose answer is due within a day. */
  readonly answersDue: number;
  /** Buyers who were answered with changes and have said nothing; `late`: their time is up. */
  readonly buyersAsked: Pile & { readonly late: number };
  /** Changes that wait for their order, or for the change before. */
  readonly changesPutOff: Pile;
  readonly quarantine: Pile;
  /** Folders of partners from which nothing could be fetched at the last looks. */
  readonly pickups: readonly FailingPickup[];
  /** Orders that the shop behind us refuses, or did not take in time. */
  readonly handovers: Pile;
  /** Catalogues that wait for a person; partners whose last one in a format was refused, or that did not answer one, within the last week. */
  readonly catalogues: {
    readonly waiting: readonly CatalogueNamed[];
    readonly refused: readonly CatalogueNamed[];
    readonly unanswered: readonly CatalogueNamed[];
  };
}

/** A catalogue, and whose it is. */
export interface CatalogueNamed {
  readonly id: string;
  readonly partnerId: string;
  readonly partner: string;
  readonly since: string;
}

export async function readAttention(em: EntityManager, now: Date): Promise<Attention> {
  const weekAgo = new Date(now.getTime() - WEEK);
  return {
    waiting: await waitingOrders(em, now),
    ...(await dueAnswers(em, now)),
    buyersAsked: await askedBuyers(em, now),
    changesPutOff: await pile(em, 'waiting_change', 'checked_at'),
    quarantine: await pile(em, 'quarantined_document', 'kept_at', sql`state = 'kept'`),
    pickups: await failingPickups(em, now),
    handovers: await pile(em, 'order_handover', 'created_at', sql`state in ('refused', 'gaveUp')`),
    catalogues: {
      waiting: await catalogues(em, sql`run.state = 'waiting'`),
      refused: await catalogues(em, refusedLast(weekAgo)),
      unanswered: await catalogues(em, unansweredSince(weekAgo)),
    },
  };
}

async function waitingOrders(em: EntityManager, now: Date): Promise<Attention['waiting']> {
  const { rows } = await sql<Attention['waiting']>`
    with held as materialized (
      select id, created_at, inbound_document_id, reasons from orders where status = 'Waiting' order by id limit ${MOST_COUNTED}
    ), deadline as (
      select (entry.facts->>'deadline')::timestamptz as at from held, lateral (
        select facts from timeline_entry entry where entry.inbound_document_id = held.inbound_document_id and entry.code = 'order.held'
        order by entry.id desc limit 1) entry
    ), asked as (
      select held.id, reason->>'code' as code from held, jsonb_array_elements(held.reasons) reason
      union
      select held.id, reason->>'code' from held join order_line line on line.order_id = held.id, jsonb_array_elements(line.reasons) reason
      where line.decision is null
    )
    select (select count(*)::int from held) as count, (select ${instant('oldest')} from (select min(created_at) as oldest from held) o) as oldest,
      (select count(*)::int from deadline where at >= ${now} and at < ${soon(now)}) as "deadlineNear",
      (select count(*)::int from deadline where at < ${now}) as "deadlinePassed",
      coalesce((select json_agg(json_build_object('code', code, 'orders', orders) order by orders desc, code)
        from (select code, count(*) as orders from asked group by code) reason), '[]') as reasons`.execute(
    em.getKysely(),
  );
  return rows[0]!;
}

async function dueAnswers(em: EntityManager, now: Date): Promise<Pick<Attention, 'answersLate' | 'answersDue'>> {
  const unanswered = sql`not exists (select from outbound_document answer
    where answer.order_id = one.id and answer.response_code in ('27', '29', '30'))`;
  const { rows } = await sql<Pick<Attention, 'answersLate' | 'answersDue'>>`
    select (select count(*)::int from (select id from orders where answer_reminded_at is not null and status = 'New'
        order by id desc limit ${MOST_COUNTED}) one where ${unanswered}) as "answersLate",
      (select count(*)::int from (select id from orders where answer_due is not null and answer_reminded_at is null
        and answer_due < ${soon(now)} order by answer_due limit ${MOST_COUNTED}) one where ${unanswered}) as "answersDue"`.execute(
    em.getKysely(),
  );
  return rows[0]!;
}

async function askedBuyers(em: EntityManager, now: Date): Promise<Attention['buyersAsked']> {
  const { rows } = await sql<Attention['buyersAsked']>`
    select count, ${instant('oldest')} as oldest, late from (
      select count(*)::int as count, min(buyer_due) as oldest, (count(*) filter (where buyer_due < ${now}))::int as late
      from (select buyer_due from orders where buyer_due is not null and status not in ('Cancelled', 'Rejected')
        order by buyer_due limit ${MOST_COUNTED}) asked) found`.execute(em.getKysely());
  return rows[0]!;
}

/** The oldest first. */
async function catalogues(em: EntityManager, which: RawBuilder<unknown>): Promise<CatalogueNamed[]> {
  const { rows } = await sql<CatalogueNamed>`
    select run.id, run.partner_id as "partnerId", partner.name as partner, ${instant('run.created_at')} as since
    from catalogue_export run join partner on partner.id = run.partner_id
    where ${which} order by run.created_at limit ${MOST_CATALOGUES}`.execute(em.getKysely());
  return rows;
}

function refusedLast(since: Date): RawBuilder<unknown> {
  return sql`run.state = 'refused' and run.created_at > ${since} and not exists (select from catalogue_export later
    where later.partner_id = run.partner_id and later.mode = run.mode and later.format = run.format and later.id > run.id)`;
}

async function pile(em: EntityManager, table: string, column: string, where = sql`true`): Promise<Pile> {
  const { rows } = await sql<Pile>`
    select count, ${instant('oldest')} as oldest from (select count(*)::int as count, min(at) as oldest from (
      select ${sql.ref(column)} as at from ${sql.table(table)} where ${where} order by ${sql.ref(column)} limit ${MOST_COUNTED}) one
    ) found`.execute(em.getKysely());
  return rows[0]!;
}

function soon(now: Date): Date {
  return new Date(now.getTime() + NEAR);
}
