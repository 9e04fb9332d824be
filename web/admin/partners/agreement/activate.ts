import { recordChange, type Change } from '../../../../documents/audit.ts';
import { activateDraft, discardDraft, saveDraft } from '../../../../partners/drafts.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { goTo, type AdminAnswer } from '../../answer.ts';
import { adminForm } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import { subjectOf } from '../inHand.ts';
import { auditOf } from './auditOf.ts';
import { agreementInHand, type AgreementInHand } from './inHand.ts';
import { showOverview } from './overview.ts';

/** Makes the draft the next version. What keeps it from that stands on the page. */
export const activate = adminForm({
  path: '/partners/:id/agreements/:mode/activate',
  role: 'administrator',
  async act(visit): Promise<AdminAnswer> {
    const { em, account, tongue, root } = visit;
    const { t } = tongue;
    const agreement = await agreementInHand(visit);
    const { partner, mode, before, settings, path } = agreement;
    try {
      const version = await em.transactional(async (tx) => {
        const draft = { partnerId: partner.id, mode, revision: revisionRead(visit), by: account.name };
        const saved = await activateDraft(tx, draft);
        const values = auditOf(mode, before, settings);
        await recordChange(tx, { ...entry(visit, agreement, 'agreement.activated'), ...values });
        return saved;
      });
      const mayTry = mode === 'test' && partner.kind === 'partner';
      const link = { href: `${root}/admin/simulator?partner=${partner.id}`, text: t.partnersTryIt };
      return goTo(path, { tone: 'good', text: t.partnersActivated({ version }), ...(mayTry && { link }) });
    } catch (error) {
      return changedMeanwhile(visit, agreement, error);
    }
  },
});

export const discard = adminForm({
  path: '/partners/:id/agreements/:mode/discard',
  role: 'administrator',
  async act(visit): Promise<AdminAnswer> {
    const { em, tongue } = visit;
    const agreement = await agreementInHand(visit);
    const { partner, mode, before, settings, path } = agreement;
    try {
      await em.transactional(async (tx) => {
        await discardDraft(tx, { partnerId: partner.id, mode, revision: revisionRead(visit) });
        await recordChange(tx, {
          ...entry(visit, agreement, 'agreement.discarded'),
          ...auditOf(mode, settings, before),
        });
      });
    } catch (error) {
      return changedMeanwhile(visit, agreement, error);
    }
    return goTo(path, { tone: 'good', text: tongue.t.partnersDiscarded });
  },
});

/** The draft goes on from the version that came into force while it was written: somebody has looked at what differs. */
export const rebase = adminForm({
  path: '/partners/:id/agreements/:mode/rebase',
  role: 'administrator',
  async act(visit): Promise<AdminAnswer> {
    const { em, account, tongue } = visit;
    const agreement = await agreementInHand(visit);
    const { partner, mode, inForce, settings, path } = agreement;
    try {
      await em.transactional(async (tx) => {
        const draft = { settings, basedOn: inForce?.version ?? 0, revision: revisionRead(visit), by: account.name };
        await saveDraft(tx, { partnerId: partner.id, mode, ...draft });
        await recordChange(tx, entry(visit, agreement, 'agreement.rebased'));
      });
    } catch (error) {
      return changedMeanwhile(visit, agreement, error);
    }
    return goTo(path, { tone: 'good', text: tongue.t.partnersRebased });
  },
});

function revisionRead({ form }: AdminVisit): number {
  return Number.parseInt(form.get('revision') ?? '', 10) || 0;
}

function entry({ account }: AdminVisit, { partner, mode }: AgreementInHand, action: string): Change {
  return { actor: account.name, action, subject: subjectOf(partner), after: { mode } };
}

/** Somebody else was quicker, or the draft has problems: the page as it is now says what to do. */
async function changedMeanwhile(visit: AdminVisit, agreement: AgreementInHand, error: unknown): Promise<AdminAnswer> {
  if (!(error instanceof RoundtripError)) throw error;
  const { t } = visit.tongue;
  if (error.type === 'RequestInvalid') return showOverview(visit, agreement, 422);
  if (error.type !== 'Outdated') throw error;
  return goTo(agreement.path, { tone: 'warn', text: t.partnersChangedMeanwhile });
}
