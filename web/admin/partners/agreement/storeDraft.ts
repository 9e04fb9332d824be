import { recordChange } from '../../../../documents/audit.ts';
import type { DraftSettings } from '../../../../partners/draft.entity.ts';
import { saveDraft } from '../../../../partners/drafts.ts';
import type { AdminVisit } from '../../visit.ts';
import { subjectOf } from '../inHand.ts';
import { auditOf } from './auditOf.ts';
import type { AgreementInHand } from './inHand.ts';

/** Stores the settings as the draft, and what changed in the audit trail. @throws Outdated when the draft was changed since it was read */
export async function storeDraft(
  { em, account }: AdminVisit,
  agreement: AgreementInHand,
  settings: DraftSettings,
): Promise<void> {
  const { partner, mode, draft, inForce } = agreement;
  const revision = draft?.revision ?? 0;
  const basedOn = draft?.basedOn ?? inForce?.version ?? 0;
  await em.transactional(async (tx) => {
    await saveDraft(tx, { partnerId: partner.id, mode, settings, basedOn, revision, by: account.name });
    const values = auditOf(mode, agreement.settings, settings);
    await recordChange(tx, {
      actor: account.name,
      action: 'agreement.drafted',
      subject: subjectOf(partner),
      ...values,
    });
  });
}
