import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { KeyRing } from '../platform/keyRing.ts';
import { tokenHash } from '../platform/tokens.ts';
import type { SealedForm } from './account.entity.ts';

/** A form that came when its log-in had ended, and was not carried out. */
export interface KeptForm {
  /** Where the person typed: path and query, below /admin. */
  readonly page: string;
  /** Where the form goes: path below /admin. */
  readonly action: string;
  /** As they were sent, without files and without the token of the form. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** It opens nowhere else. */
const CONTEXT = 'kept form';
/** Who is not back by then types it again; milliseconds. */
const KEPT_FOR = 86_400_000;

/** The log-in that a token was for, whether or not it still lasts; undefined where its account is switched off. */
export async function findLogIn(
  em: EntityManager,
  token: string,
  now: Date,
): Promise<{ readonly sessionId: string; readonly accountId: string } | undefined> {
  const hash = tokenHash(token);
  if (hash === undefined) return undefined;
  const { rows } = await sql<{ sessionId: string; accountId: string }>`
    select s.id as "sessionId", a.id as "accountId" from console_session s join account a on a.id = s.account_id
    where s.token_hash = ${hash} and a.disabled_at is null
      and s.expires_at > ${new Date(now.getTime() - KEPT_FOR)}`.execute(em.getKysely());
  return rows[0];
}

/** Keeps it sealed, since nobody knows what a person types; those of yesterday are forgotten. */
export async function keepForm(
  em: EntityManager,
  keyRing: KeyRing,
  sessionId: string,
  form: KeptForm,
  now: Date,
): Promise<void> {
  const { keyId, sealed } = keyRing.seal(JSON.stringify(form), CONTEXT);
  const kept: SealedForm = { keyId, sealed: Buffer.from(sealed).toString('base64'), keptAt: now.toISOString() };
  await sql`update console_session set kept_form = null
    where kept_form is not null and expires_at < ${new Date(now.getTime() - KEPT_FOR)}`.execute(em.getKysely());
  await sql`update console_session set kept_form = ${JSON.stringify(kept)}::jsonb where id = ${sessionId}`.execute(
    em.getKysely(),
  );
}

/** Undefined for what is too old, or was sealed with a key that is gone. */
export function openKeptForm(keyRing: KeyRing, { keyId, sealed, keptAt }: SealedForm, now: Date): KeptForm | undefined {
  if (now.getTime() - Date.parse(keptAt) > KEPT_FOR) return undefined;
  try {
    return JSON.parse(keyRing.open({ keyId, sealed: Buffer.from(sealed, 'base64') }, CONTEXT)) as KeptForm;
  } catch {
    return undefined;
  }
}

export async function forgetKeptForm(em: EntityManager, sessionId: string): Promise<void> {
  await sql`update console_session set kept_form = null where id = ${sessionId}`.execute(em.getKysely());
}

/** Gives what the browser's log-in before has kept to its new one, if both are of the same account; else it is gone. */
export async function passOnKeptForm(em: EntityManager, before: string, token: string): Promise<void> {
  const [old, fresh] = [tokenHash(before), tokenHash(token)];
  if (old === undefined || fresh === undefined) return;
  await sql`with kept as (
      update console_session s set kept_form = null from console_session was
      where s.id = was.id and was.token_hash = ${old} and was.kept_form is not null
      returning was.account_id, was.kept_form)
    update console_session s set kept_form = kept.kept_form from kept
    where s.token_hash = ${fresh} and s.account_id = kept.account_id`.execute(em.getKysely());
}
