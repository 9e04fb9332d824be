/** What was made of stored documents, for a shadow run to be held against. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { idAt } from '../database/ids.ts';
import type { Rehearsed } from './dryRun.entity.ts';
import { rehearsable } from './dryRuns.ts';

export interface StoredOutcome {
  readonly id: string;
  readonly reference: string;
  readonly partner: string;
  readonly number: string | null;
  readonly state: 'placed' | 'tested' | 'waiting' | 'applied' | 'refused';
  /** UNCL1225 code of the first answer, where there was one. */
  readonly responseCode: string | null;
}

const PAGE = 100;

/**
 * Orders and changes whose text is still there, oldest first. Left out is what a release does not decide alone: what people decided, and
 * repeats and conflicts, which depend on what came before.
 */
export async function* storedOutcomes(em: EntityManager, since: Date): AsyncGenerator<StoredOutcome> {
  for (let after = idAt(since); ;) {
    const { rows } = await sql<StoredOutcome>`
      select document.id, reference, partner.name as partner, number, state,
        (select response_code from outbound_document answer
          where answer.inbound_document_id = document.id and response_code is not null order by id limit 1) as "responseCode"
      from inbound_document document join partner on partner.id = document.partner_id
      where document.id > ${after}::uuid and state in ('placed', 'tested', 'waiting', 'applied', 'refused') and ${rehearsable}
        and coalesce(error ->> 'type', '') <> 'Conflict'
        and not exists (select from decision where inbound_document_id = document.id)
        and exists (select from document_chunk where document_id = document.id)
      order by document.id limit ${PAGE}`.execute(em.getKysely());
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
  }
}

const outcomes = {
  placed: 'placed',
  tested: 'placed',
  waiting: 'held',
  applied: 'change',
  refused: 'refused',
} as const;

/** Would the sender or the shop notice? Changes are judged by their order as it is now: of them only a refusal counts. */
export function isOtherwise({ state, responseCode }: StoredOutcome, now: Rehearsed): boolean {
  if (now.outcome === 'change') return false;
  if (outcomes[state] !== (now.outcome === 'notTaken' ? 'refused' : now.outcome)) return true;
  return responseCode !== null && now.responseCode !== undefined && responseCode !== now.responseCode;
}
