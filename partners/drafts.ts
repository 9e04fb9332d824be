import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { RoundtripError, type ErrorDetail } from '../platform/errors.ts';
import { AgreementDraft, type DraftSettings } from './draft.entity.ts';
import type { Mode } from './partner.entity.ts';
import { checkAgreement, findPartner, saveAgreement } from './partners.ts';

/** Settings of one agreement are some kilobytes, with long tables some hundreds. */
const MOST_CHARACTERS = 2_000_000;

export interface Draft {
  readonly partnerId: string;
  readonly mode: Mode;
  readonly settings: DraftSettings;
  /** The version that was in force when it was begun; 0: none. */
  readonly basedOn: number;
  /** Counts the changes, from 1. */
  readonly revision: number;
  readonly changedAt: Date;
  readonly changedBy: string;
}

/** The draft of an agreement, if there is one. */
export async function findDraft(em: EntityManager, partnerId: string, mode: Mode): Promise<Draft | undefined> {
  const row = await em.findOne(AgreementDraft, { partner: partnerId, mode }, { disableIdentityMap: true });
  if (!row) return undefined;
  const { settings, basedOn, revision, changedAt, changedBy } = row;
  return { partnerId, mode, settings, basedOn, revision, changedAt, changedBy };
}

export interface DraftToSave {
  readonly partnerId: string;
  readonly mode: Mode;
  /** May be incomplete or wrong: `draftProblems` tells. */
  readonly settings: DraftSettings;
  readonly basedOn: number;
  /** The revision that was read and changed; 0: there was no draft. */
  readonly revision: number;
  readonly by: string;
}

/**
 * Stores a draft as a whole.
 * @returns its revision
 * @throws Outdated when somebody has changed or discarded it since it was read, NotFound, RequestInvalid when it is too long
 */
export async function saveDraft(em: EntityManager, given: DraftToSave): Promise<number> {
  const { partnerId, mode, basedOn, revision, by } = given;
  const settings = JSON.stringify(given.settings);
  if (settings.length > MOST_CHARACTERS) {
    throw new RoundtripError('RequestInvalid', 'The draft is too long.', {
      details: [{ found: String(settings.length), expected: `at most ${MOST_CHARACTERS} characters` }],
    });
  }
  const { rows } = await (
    revision === 0
      ? sql<Revision>`
        insert into agreement_draft (id, partner_id, mode, settings, based_on, revision, changed_at, changed_by)
        select ${v7()}::uuid, id, ${mode}, ${settings}::jsonb, ${basedOn}, 1, now(), ${by} from partner where id = ${partnerId}
        on conflict (partner_id, mode) do nothing returning revision`
      : sql<Revision>`
        update agreement_draft set settings = ${settings}::jsonb, based_on = ${basedOn}, revision = revision + 1,
          changed_at = now(), changed_by = ${by}
        where partner_id = ${partnerId} and mode = ${mode} and revision = ${revision} returning revision`
  ).execute(em.getKysely());
  if (rows[0]) return rows[0].revision;
  if (!(await findPartner(em, partnerId))) throw new RoundtripError('NotFound', 'There is no such partner.');
  throw outdated();
}

interface Revision {
  readonly revision: number;
}

/** What keeps a draft from becoming a version, each with the place of the setting. */
export function draftProblems(settings: DraftSettings, mode: Mode): readonly ErrorDetail[] {
  return checkAgreement(settings, mode).problems;
}

interface DraftRead {
  readonly partnerId: string;
  readonly mode: Mode;
  /** The revision that was read. */
  readonly revision: number;
}

/** Throws a draft away. @throws Outdated when somebody has changed it since it was read, or it is gone */
export async function discardDraft(em: EntityManager, { partnerId, mode, revision }: DraftRead): Promise<void> {
  const gone = await em.nativeDelete(AgreementDraft, { partner: partnerId, mode, revision });
  if (gone === 0) throw outdated();
}

/**
 * Makes a draft the next version of its agreement; it is in force within seconds.
 * @returns the version
 * @throws Outdated when the draft, or the version in force, is another by now; RequestInvalid while it has problems
 */
export async function activateDraft(em: EntityManager, given: DraftRead & { readonly by: string }): Promise<number> {
  const { partnerId, mode, revision, by } = given;
  return em.transactional(async (tx) => {
    const draft = await findDraft(tx, partnerId, mode);
    if (draft?.revision !== revision) throw outdated();
    await discardDraft(tx, given);
    return saveAgreement(tx, { partnerId, mode, settings: draft.settings, basedOn: draft.basedOn, by });
  });
}

function outdated(): RoundtripError {
  return new RoundtripError('Outdated', 'The draft was changed or discarded meanwhile; read it and repeat.');
}
