import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestHandler } from 'express';
import { sql } from 'kysely';
import type { ApiDeps } from '../deps.ts';
import { sampledGauge } from '../../platform/metrics.ts';

/** `GET /metrics`: Prometheus text. What counts rows is asked at most every 15 s, and only over partial indexes. */
export function metricsPage({ metrics, orm }: ApiDeps): RequestHandler {
  const { registry } = metrics;
  sampledGauge({
    registry,
    name: 'roundtrip_inbound_unfinished',
    help: 'Inbound documents that are not finished, by state',
    label: 'state',
    freshness: 15_000,
    sample: () => countUnfinished(orm.em.fork()),
  });
  sampledGauge({
    registry,
    name: 'roundtrip_deliveries_open',
    help: 'Outbound documents under way: on their first attempt, or failed before',
    label: 'state',
    freshness: 15_000,
    sample: () => countDeliveries(orm.em.fork()),
  });
  sampledGauge({
    registry,
    name: 'roundtrip_sessions_open',
    help: 'PunchOut sessions that are not over, by state',
    label: 'state',
    freshness: 15_000,
    sample: () => countSessions(orm.em.fork()),
  });
  return async (_req, res) => {
    res.setHeader('Content-Type', registry.contentType);
    res.end(await registry.metrics());
  };
}

async function countUnfinished(em: EntityManager): Promise<[string, number][]> {
  const { rows } = await sql<{ state: string; count: string }>`
    select state, count(*) from inbound_document where finished_at is null group by state`.execute(em.getKysely());
  return withZeros(['received', 'waiting'], rows);
}

async function countDeliveries(em: EntityManager): Promise<[string, number][]> {
  const { rows } = await sql<{ state: string; count: string }>`
    select case when attempts = 0 then 'fresh' else 'retrying' end as state, count(*) from outbound_document
    where state = 'ready' group by 1`.execute(em.getKysely());
  return withZeros(['fresh', 'retrying'], rows);
}

async function countSessions(em: EntityManager): Promise<[string, number][]> {
  const { rows } = await sql<{ state: string; count: string }>`
    select state, count(*) from punch_out_session where finished_at is null group by state`.execute(em.getKysely());
  return withZeros(['authenticated', 'shopping', 'returned'], rows);
}

function withZeros(states: readonly string[], rows: readonly { state: string; count: string }[]): [string, number][] {
  return states.map((state) => [state, Number(rows.find((row) => row.state === state)?.count ?? 0)]);
}
