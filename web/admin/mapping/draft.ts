import { findDraft, saveDraft } from '../../../partners/drafts.ts';
import type { DraftSettings } from '../../../partners/draft.entity.ts';
import { agreementVersions, findPartner } from '../../../partners/partners.ts';
import { modes, type Mode } from '../../../partners/partner.entity.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordChange } from '../../../documents/audit.ts';
import type { AuditValue } from '../../../documents/audit.entity.ts';
import { valueAt } from '../../../partners/settings/values.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import type { AdminVisit } from '../visit.ts';

/** The draft of the agreement that a page is about; without one, what it would begin with: the version in force, or nothing. */
export interface DraftInHand {
  readonly partner: { readonly id: string; readonly name: string };
  readonly mode: Mode;
  readonly settings: DraftSettings;
  readonly basedOn: number;
  /** 0: there is no draft yet. */
  readonly revision: number;
  /** The page of the agreement, below /admin. */
  readonly path: string;
}

/** @throws NotFound where there is no such partner or mode */
export async function draftInHand(visit: Pick<AdminVisit, 'em' | 'params'>): Promise<DraftInHand> {
  const { em, params } = visit;
  const mode = modes.find((one) => one === params['mode']);
  const partner = mode && isUuid(params['id']) ? await findPartner(em, params['id']) : null;
  if (!mode || !partner) throw new RoundtripError('NotFound', 'There is no such partner.');
  const [draft, [active]] = [await findDraft(em, partner.id, mode), await agreementVersions(em, partner.id, mode)];
  const about = {
    partner: { id: partner.id, name: partner.name },
    mode,
    path: `/partners/${partner.id}/agreements/${mode}`,
  };
  if (draft) return { ...about, settings: draft.settings, basedOn: draft.basedOn, revision: draft.revision };
  const settings = (active?.settings ?? { mode }) as unknown as DraftSettings;
  return { ...about, settings, basedOn: active?.version ?? 0, revision: 0 };
}

function isUuid(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/**
 * Stores the settings as the draft, and what changed at these paths in the trail.
 * @param revision the one that the person has seen
 * @throws Outdated when somebody has changed the draft since
 */
export async function storeDraft(
  { em, account }: Pick<AdminVisit, 'em' | 'account'>,
  inHand: DraftInHand,
  change: { readonly settings: DraftSettings; readonly revision: number; readonly paths: readonly string[] },
): Promise<void> {
  const { partner, mode, basedOn } = inHand;
  const { settings, revision, paths } = change;
  const by = account.name;
  const at = (from: DraftSettings): AuditValue =>
    Object.fromEntries(paths.map((path) => [path, valueAt(from, path) ?? null]));
  await em.transactional(async (tx: EntityManager) => {
    await saveDraft(tx, { partnerId: partner.id, mode, settings, basedOn, revision, by });
    await recordChange(tx, {
      ...{ actor: by, action: 'agreement.draftChanged' },
      subject: { kind: 'partner', id: partner.id, name: partner.name },
      ...{ before: at(inHand.settings), after: at(settings) },
    });
  });
}
