import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { jsonText } from '../database/text.ts';
import { placeName, pickups, type Pickup } from '../partners/pickups.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { PickupState } from './pickup.entity.ts';

/** A folder that somebody has to look into. */
export interface DuePickup {
  readonly partnerId: string;
  readonly mode: Mode;
  /** Of the partner's address. */
  readonly code: string;
  readonly pickup: Pickup;
}

export type ClaimedPickup = DuePickup & { readonly seen: Readonly<Record<string, string>>; readonly failures: number };

/** Folders of agreements in force whose next look is due; of partners that are switched on and not paused. */
export async function duePickups(em: EntityManager, now: Date): Promise<DuePickup[]> {
  const { rows } = await sql<{ partnerId: string; mode: Mode; code: string; pickups: unknown; waiting: string[] }>`
    select one.partner_id as "partnerId", one.mode, address.code, one.settings -> 'pickups' as pickups,
      coalesce((select jsonb_agg(state.name) from pickup state where state.partner_id = one.partner_id and state.mode = one.mode
        and (state.next_look_at > ${now} or state.claimed_until > ${now})), '[]') as waiting
    from partner_agreement one
    join partner on partner.id = one.partner_id and partner.enabled and partner.paused_at is null
    join partner_address address on address.partner_id = one.partner_id and address.mode = one.mode
    where jsonb_array_length(one.settings -> 'pickups') > 0
      and not exists (select from partner_agreement newer
        where newer.partner_id = one.partner_id and newer.mode = one.mode and newer.version > one.version)
    order by one.partner_id, one.mode, address.code`.execute(em.getKysely());
  const due = new Map<string, DuePickup>();
  for (const { partnerId, mode, code, pickups: stored, waiting } of rows) {
    for (const pickup of pickups.parse(stored)) {
      const name = placeName(pickup);
      if (!waiting.includes(name)) due.set(`${partnerId} ${mode} ${name}`, { partnerId, mode, code, pickup });
    }
  }
  return [...due.values()];
}

/** Makes the look one's own until `until`; undefined where another worker was quicker. */
export async function claimPickup(
  em: EntityManager,
  due: DuePickup,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<ClaimedPickup | undefined> {
  const { rows } = await sql<{ seen: Record<string, string>; failures: number }>`
    insert into pickup as state (partner_id, mode, name, claimed_until, next_look_at, seen, failures)
    values (${due.partnerId}, ${due.mode}, ${placeName(due.pickup)}, ${until}, ${now}, '{}', 0)
    on conflict (partner_id, mode, name) do update set claimed_until = excluded.claimed_until
      where state.next_look_at <= ${now} and coalesce(state.claimed_until <= ${now}, true)
    returning seen, failures`.execute(em.getKysely());
  return rows[0] && { ...due, ...rows[0] };
}

/** Keeps a look that is not over one's own for longer. */
export async function keepPickup(
  em: EntityManager,
  { partnerId, mode, pickup }: DuePickup,
  until: Date,
): Promise<void> {
  await sql`update pickup set claimed_until = ${until} where partner_id = ${partnerId} and mode = ${mode}
    and name = ${placeName(pickup)} and claimed_until is not null`.execute(em.getKysely());
}

/** What a look came to. */
export interface Looked {
  readonly at: Date;
  readonly nextLookAt: Date;
  /** Absent where the look failed: what was seen before still counts. */
  readonly seen?: Readonly<Record<string, string>>;
  readonly lastFile?: string;
  readonly fault?: DeliveryFault;
}

/** Ends a look, and lets the next one come. */
export async function endLook(
  em: EntityManager,
  { partnerId, mode, pickup }: DuePickup,
  looked: Looked,
): Promise<void> {
  const { at, nextLookAt, seen, lastFile, fault } = looked;
  await sql`update pickup set claimed_until = null, looked_at = ${at}, next_look_at = ${nextLookAt},
      seen = coalesce(${seen ? jsonText(seen) : null}::jsonb, seen), last_file = coalesce(${lastFile ?? null}, last_file),
      last_file_at = case when ${lastFile ?? null}::text is null then last_file_at else ${at}::timestamptz end,
      failures = case when ${fault === undefined} then 0 else failures + 1 end, fault = ${fault ? jsonText(fault) : null}::jsonb
    where partner_id = ${partnerId} and mode = ${mode} and name = ${placeName(pickup)}`.execute(em.getKysely());
}

/** How fetching from a partner's folders goes, by name. */
export async function pickupStates(
  em: EntityManager,
  partner: string,
  mode: Mode,
): Promise<ReadonlyMap<string, PickupState>> {
  const found = await em.find(PickupState, { partner, mode }, { disableIdentityMap: true });
  return new Map(found.map((state) => [state.name, state]));
}

/** A folder that nothing could be fetched from. */
export interface FailingPickup {
  readonly partnerId: string;
  readonly partner: string;
  readonly name: string;
  readonly failures: number;
  readonly fault: DeliveryFault;
}

/** Looks in a row that failed, before a person is called. */
export const PATIENCE = 3;
/** What nobody has looked into for so long is agreed no more: milliseconds. */
const FORGOTTEN = 3_600_000;
const MOST_FAILING = 5;

/** Folders that could not be used at the last looks; the one that failed most often first. */
export async function failingPickups(em: EntityManager, now: Date): Promise<FailingPickup[]> {
  const { rows } = await sql<FailingPickup>`
    select state.partner_id as "partnerId", partner.name as partner, state.name, state.failures, state.fault
    from pickup state join partner on partner.id = state.partner_id
    where state.failures >= ${PATIENCE} and state.looked_at > ${new Date(now.getTime() - FORGOTTEN)}
    order by state.failures desc, state.name limit ${MOST_FAILING}`.execute(em.getKysely());
  return rows;
}

/** How many looks in a row failed, of every folder that is looked into. */
export async function pickupFailures(
  em: EntityManager,
  now: Date,
): Promise<Pick<FailingPickup, 'partner' | 'name' | 'failures'>[]> {
  const { rows } = await sql<Pick<FailingPickup, 'partner' | 'name' | 'failures'>>`
    select partner.name as partner, state.name, state.failures
    from pickup state join partner on partner.id = state.partner_id
    where state.mode = 'production' and state.looked_at > ${new Date(now.getTime() - FORGOTTEN)}`.execute(
    em.getKysely(),
  );
  return rows;
}

/** Has somebody look into a folder at once, who looks into it anyway. */
export async function askForLook(
  em: EntityManager,
  { partnerId, mode, name }: { readonly partnerId: string; readonly mode: Mode; readonly name: string },
  now: Date,
): Promise<void> {
  await em.nativeUpdate(PickupState, { partner: partnerId, mode, name, nextLookAt: { $gt: now } }, { nextLookAt: now });
}
