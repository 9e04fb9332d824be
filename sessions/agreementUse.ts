import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Mode } from '../partners/partner.entity.ts';

/** What still goes by a version of an agreement. */
export interface VersionUse {
  readonly version: number;
  /** PunchOut sessions that have not ended. */
  readonly sessions: number;
  /** Documents whose order waits for a person, or is being read. */
  readonly documents: number;
}

/** Sessions and documents are counted up to here. */
export const MOST_COUNTED = 1_000;

/** Sessions that run and documents that wait, by the version that they keep, newest first. */
export async function versionsInUse(em: EntityManager, partnerId: string, mode: Mode): Promise<VersionUse[]> {
  const { rows } = await sql<VersionUse>`
    select version, count(*) filter (where kind = 'session')::int as sessions,
      count(*) filter (where kind = 'document')::int as documents
    from (
      (select agreement_version as version, 'session' as kind from punch_out_session
        where finished_at is null and partner_id = ${partnerId} and mode = ${mode} limit ${MOST_COUNTED})
      union all
      (select agreement_version, 'document' from inbound_document
        where finished_at is null and partner_id = ${partnerId} and mode = ${mode} limit ${MOST_COUNTED})
    ) using_it group by version order by version desc`.execute(em.getKysely());
  return rows;
}
