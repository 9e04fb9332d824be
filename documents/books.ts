import { IsolationLevel, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { idAt } from '../database/ids.ts';

/** How many documents ended how. */
export interface Books {
  readonly received: number;
  readonly placed: number;
  /** Changes and cancellations of orders. */
  readonly applied: number;
  /** Documents about documents of ours. */
  readonly recorded: number;
  readonly waiting: number;
  readonly refused: number;
  readonly duplicates: number;
  readonly tested: number;
  readonly inProgress: number;
  /** `received` is the sum of the others, and no document or order is out of line. */
  readonly balanced: boolean;
  /** At most 100. */
  readonly problems: readonly BookProblem[];
}

export interface BookProblem {
  /** Inbound document; absent for an order without one. */
  readonly documentId: string | null;
  readonly orderId: string | null;
  readonly problem: string;
}

type Counts = Omit<Books, 'balanced' | 'problems'>;
/** How a document may have ended. */
export type BookPart = Exclude<keyof Counts, 'received'>;

const MOST_PROBLEMS = 100;
/** A document has its id before or after it has come in. */
const AROUND = 3_600_000;

/**
 * Does everything that was received stand somewhere, once? The counts are taken from what is there (orders, errors, originals), not from
 * the state alone, so that a state that promises what does not exist shows. One instant: a repeatable-read transaction.
 * @param lateAfter milliseconds after which a document in progress counts as stuck
 */
export async function balanceBooks(em: EntityManager, lateAfter = 3_600_000): Promise<Books> {
  return em.transactional(
    async (tx) => {
      const counts = await countBooks(tx);
      const problems = await findProblems(tx, new Date(Date.now() - lateAfter));
      const { received, ...ends } = counts;
      const sum = Object.values(ends).reduce((total, part) => total + part, 0);
      return { ...counts, balanced: received === sum && problems.length === 0, problems };
    },
    { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
  );
}

/**
 * How many documents ended how: of all, or of those that came in within a time.
 * @param period from (inclusive) and before (exclusive)
 */
export async function countBooks(
  em: EntityManager,
  period?: { readonly from: Date; readonly before: Date },
): Promise<Counts> {
  const within = period
    ? sql`d.id >= ${idAt(period.from.getTime() - AROUND)}::uuid and d.id < ${idAt(period.before.getTime() + AROUND)}::uuid
        and d.received_at >= ${period.from} and d.received_at < ${period.before}`
    : sql`true`;
  const { rows } = await sql<Counts>`
    select count(*)::int as received,
      count(*) filter (where d.state = 'placed' and o.status not in ('Waiting', 'Tested'))::int as placed,
      count(*) filter (where d.state = 'applied')::int as applied,
      count(*) filter (where d.state = 'recorded' and o.id is null)::int as recorded,
      count(*) filter (where d.state = 'waiting' and o.status = 'Waiting')::int as waiting,
      count(*) filter (where d.state = 'refused' and (d.error is not null or o.status = 'Rejected'))::int as refused,
      count(*) filter (where d.state = 'duplicate' and d.duplicate_of_id is not null)::int as duplicates,
      count(*) filter (where d.state = 'tested' and o.status = 'Tested')::int as tested,
      count(*) filter (where d.state = 'received' and o.id is null)::int as "inProgress"
    from inbound_document d left join orders o on o.inbound_document_id = d.id
    where ${within}`.execute(em.getKysely());
  return rows[0]!;
}

/** Each document that is not counted above, or whose bytes, order or original are not as they must be. */
async function findProblems(em: EntityManager, late: Date): Promise<BookProblem[]> {
  const { rows } = await sql<BookProblem>`
    select * from (
      select d.id as "documentId", o.id as "orderId", case
        when d.state = 'placed' and o.id is null then 'placed, but there is no order'
        when d.state = 'placed' and o.status = 'Waiting' then 'placed, but its order still waits'
        when d.state = 'waiting' and o.id is null then 'waiting, but there is no order'
        when d.state = 'waiting' and o.status <> 'Waiting' then 'waiting, but its order does not'
        when d.state = 'refused' and d.error is null and o.status is distinct from 'Rejected' then 'refused without a reason'
        when d.state = 'duplicate' and d.duplicate_of_id is null then 'a duplicate of nothing'
        when d.state = 'tested' and o.status is distinct from 'Tested' then 'a test, but its order is none'
        when d.state = 'recorded' and o.id is not null then 'about a document of ours, but it has an order'
        when d.state = 'received' and o.id is not null then 'not handled, but it has an order'
        when d.state = 'applied' and not exists (select from order_version v
          where v.inbound_document_id = d.id and v.state = 'applied') then 'applied, but its order has no such version'
        when d.state = 'received' and d.received_at < ${late} and not exists (
          select from waiting_change w where w.inbound_document_id = d.id) then 'not handled for too long'
        when d.state <> 'duplicate' and d.complete and d.size <> coalesce(
          (select sum(length(c.bytes)) from document_chunk c where c.document_id = d.id), 0)
          and not exists (select from purged_document g where g.document_id = d.id) then 'its bytes are not complete'
        end as problem
      from inbound_document d left join orders o on o.inbound_document_id = d.id
      union all
      select null, o.id, 'an order without a document' from orders o
      where not exists (select 1 from inbound_document d where d.id = o.inbound_document_id)
      union all
      select k.document_id, null, 'owns an order number, but is neither placed nor waiting'
      from document_key k join inbound_document d on d.id = k.document_id
      where k.kind = 'order' and d.state not in ('placed', 'applied', 'waiting', 'refused', 'tested')
    ) found where problem is not null limit ${MOST_PROBLEMS}`.execute(em.getKysely());
  return rows;
}
