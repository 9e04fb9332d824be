import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestHandler } from 'express';
import { sql } from 'kysely';
import type { ApiDeps } from '../deps.ts';
import { mailboxState } from '../../documents/mailbox.ts';
import { sampledGauges, type Sample } from '../../platform/sampledGauges.ts';
import { partnerMetrics } from './partnerMetrics.ts';

/** `GET /metrics`: Prometheus text. What counts rows is asked at most every 15 s, and only over partial indexes. */
export function metricsPage({ metrics, orm, config }: ApiDeps): RequestHandler {
  const { registry } = metrics;
  sampledGauges({
    ...{ registry, freshness: 15_000 },
    gauges: [
      {
        name: 'roundtrip_inbound_unfinished',
        help: 'Inbound documents that are not finished, by state',
        labels: ['state'],
      },
      {
        name: 'roundtrip_deliveries_open',
        help: 'Outbound documents under way: on their first attempt, or failed before',
        labels: ['state'],
      },
      {
        name: 'roundtrip_delivery_breakers',
        help: 'Addresses of partners that do not answer (open), or get what has waited for them (draining)',
        labels: ['state'],
      },
      { name: 'roundtrip_sessions_open', help: 'PunchOut sessions that are not over, by state', labels: ['state'] },
      {
        name: 'roundtrip_mailbox_failures',
        help: 'Looks in a row that failed into the mailbox that documents come to',
        labels: [],
      },
      {
        name: 'roundtrip_mailbox_last_look_timestamp_seconds',
        help: 'When somebody looked last into the mailbox that documents come to',
        labels: [],
      },
      { name: 'roundtrip_quarantine_documents', help: 'Documents kept in quarantine, to be run again', labels: [] },
    ],
    async sample() {
      const em = orm.em.fork();
      return [
        ...(await countUnfinished(em)),
        ...(await countDeliveries(em)),
        ...(await countBreakers(em)),
        ...(await countSessions(em)),
        ...(await countQuarantine(em)),
        ...(config.imapUrl === undefined ? [] : await lookedIntoMailbox(em)),
      ];
    },
  });
  partnerMetrics(registry, orm);
  return async (_req, res) => {
    res.setHeader('Content-Type', registry.contentType);
    res.end(await registry.metrics());
  };
}

async function countUnfinished(em: EntityManager): Promise<Sample[]> {
  const { rows } = await sql<{ state: string; count: string }>`
    select state, count(*) from inbound_document where finished_at is null group by state`.execute(em.getKysely());
  return withZeros('roundtrip_inbound_unfinished', ['received', 'waiting'], rows);
}

async function countDeliveries(em: EntityManager): Promise<Sample[]> {
  const { rows } = await sql<{ state: string; count: string }>`
    select case when attempts = 0 then 'fresh' else 'retrying' end as state, count(*) from outbound_document
    where state = 'ready' group by 1`.execute(em.getKysely());
  return withZeros('roundtrip_deliveries_open', ['fresh', 'retrying'], rows);
}

async function countBreakers(em: EntityManager): Promise<Sample[]> {
  const { rows } = await sql<{ state: string; count: string }>`
    select state, count(*) from delivery_breaker where state <> 'counting' group by state`.execute(em.getKysely());
  return withZeros('roundtrip_delivery_breakers', ['open', 'draining'], rows);
}

async function countSessions(em: EntityManager): Promise<Sample[]> {
  const { rows } = await sql<{ state: string; count: string }>`
    select state, count(*) from punch_out_session where finished_at is null group by state`.execute(em.getKysely());
  return withZeros('roundtrip_sessions_open', ['authenticated', 'shopping', 'returned'], rows);
}

async function countQuarantine(em: EntityManager): Promise<Sample[]> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from quarantined_document where state = 'kept'`.execute(em.getKysely());
  return [{ gauge: 'roundtrip_quarantine_documents', labels: {}, value: Number(rows[0]!.count) }];
}

/** Nothing before the first look. */
async function lookedIntoMailbox(em: EntityManager): Promise<Sample[]> {
  const state = await mailboxState(em);
  if (!state?.lookedAt) return [];
  const seconds = state.lookedAt.getTime() / 1_000;
  return [
    { gauge: 'roundtrip_mailbox_failures', labels: {}, value: state.failures },
    { gauge: 'roundtrip_mailbox_last_look_timestamp_seconds', labels: {}, value: seconds },
  ];
}

function withZeros(
  gauge: string,
  states: readonly string[],
  rows: readonly { state: string; count: string }[],
): Sample[] {
  return states.map((state) => ({
    ...{ gauge, labels: { state } },
    value: Number(rows.find((row) => row.state === state)?.count ?? 0),
  }));
}
