import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Mode } from './partner.entity.ts';

export const partnerStates = ['enabled', 'paused', 'disabled', 'testOnly', 'empty'] as const;
/** `testOnly`: it has a test agreement and none for production. `empty`: it has no agreement. */
export type PartnerState = (typeof partnerStates)[number];

export interface PartnerRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'partner' | 'hub';
  readonly hubName: string | null;
  readonly enabled: boolean;
  readonly paused: boolean;
  readonly production: number | null;
  readonly test: number | null;
  /** Codes of its addresses. */
  readonly addresses: readonly { readonly mode: Mode; readonly code: string }[];
  /** Modes that have a draft. */
  readonly drafts: readonly Mode[];
  /** When the latest document or PunchOut came; null: nothing yet. */
  readonly lastSeenAt: Date | null;
}

export interface PartnerQuestion {
  /** In its name, or the beginning of an address. */
  readonly text?: string | undefined;
  readonly kind?: 'partner' | 'hub' | undefined;
  readonly state?: PartnerState | undefined;
  /** Name and id of the last one of the page before. */
  readonly after?: readonly [name: string, id: string] | undefined;
  readonly limit: number;
}

const state = {
  enabled: sql`enabled and paused_at is null`,
  paused: sql`enabled and paused_at is not null`,
  disabled: sql`not enabled`,
  testOnly: sql`production is null and test is not null`,
  empty: sql`production is null and test is null`,
};

/** Partners and hubs by name, with what a list shows of each. */
export async function partnerRows(em: EntityManager, question: PartnerQuestion): Promise<PartnerRow[]> {
  const { text, kind, state: wanted, after, limit } = question;
  const conditions = [
    ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
    ...(wanted === undefined ? [] : [state[wanted]]),
    ...(after === undefined ? [] : [sql`(name, id) > (${after[0]}, ${after[1]}::uuid)`]),
    ...(text === undefined
      ? []
      : [
          sql`(name ilike ${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`} or exists (
            select 1 from partner_address a where a.partner_id = known.id and starts_with(a.code, ${text.toLowerCase()})))`,
        ]),
  ];
  const { rows } = await sql<Omit<PartnerRow, 'lastSeenAt'> & { lastSeenAt: string | null }>`
    with chosen as (
      select * from (
        select p.*, (select max(version) from partner_agreement where partner_id = p.id and mode = 'production') as production,
          (select max(version) from partner_agreement where partner_id = p.id and mode = 'test') as test
        from partner p) known
      where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)} order by name, id limit ${limit}
    )
    select id, name, kind, (select name from partner hub where hub.id = chosen.hub_id) as "hubName", enabled,
      paused_at is not null as paused, production, test,
      coalesce((select json_agg(json_build_object('mode', mode, 'code', code) order by mode) from partner_address
        where partner_id = chosen.id), '[]') as addresses,
      array(select mode from agreement_draft where partner_id = chosen.id order by mode) as drafts,
      greatest(
        (select received_at from inbound_document where partner_id = chosen.id order by received_at desc limit 1),
        (select created_at from punch_out_session where partner_id = chosen.id order by id desc limit 1)) as "lastSeenAt"
    from chosen order by name, id`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt === null ? null : new Date(row.lastSeenAt) }));
}

/** Every hub, by name. */
export async function hubs(em: EntityManager): Promise<{ readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from partner where kind = 'hub' order by name, id limit 1000`.execute(em.getKysely());
  return rows;
}
