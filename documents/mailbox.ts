import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { jsonText } from '../database/text.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { MailboxState } from './mailbox.entity.ts';

/** Makes the look one's own until `until`, where it is due. @returns how many looks before it failed; undefined where it is not due, or another worker's */
export async function claimLook(
  em: EntityManager,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<number | undefined> {
  const { rows } = await sql<{ failures: number }>`
    insert into mailbox as state (id, claimed_until, next_look_at, failures) values (1, ${until}, ${now}, 0)
    on conflict (id) do update set claimed_until = excluded.claimed_until
      where state.next_look_at <= ${now} and coalesce(state.claimed_until <= ${now}, true)
    returning failures`.execute(em.getKysely());
  return rows[0]?.failures;
}

/** Keeps a look that is not over one's own for longer. */
export async function keepLook(em: EntityManager, until: Date): Promise<void> {
  await sql`update mailbox set claimed_until = ${until} where id = 1 and claimed_until is not null`.execute(
    em.getKysely(),
  );
}

/** What a look came to. */
export interface LookedAtMail {
  readonly at: Date;
  readonly nextLookAt: Date;
  /** Was there a mail? */
  readonly found: boolean;
  readonly fault?: DeliveryFault;
}

/** Ends a look, and lets the next one come. */
export async function endMailboxLook(em: EntityManager, { at, nextLookAt, found, fault }: LookedAtMail): Promise<void> {
  await sql`update mailbox set claimed_until = null, looked_at = ${at}, next_look_at = ${nextLookAt},
      last_mail_at = case when ${found} then ${at}::timestamptz else last_mail_at end,
      failures = case when ${fault === undefined} then 0 else failures + 1 end, fault = ${fault ? jsonText(fault) : null}::jsonb
    where id = 1`.execute(em.getKysely());
}

/** How it goes; null before the first look. */
export async function mailboxState(em: EntityManager): Promise<MailboxState | null> {
  return em.findOne(MailboxState, { id: 1 }, { disableIdentityMap: true });
}
