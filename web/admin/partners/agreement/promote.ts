import { listCredentials } from '../../../../partners/credentials.ts';
import { findAgreement } from '../../../../partners/partners.ts';
import { withValueAt } from '../../../../partners/settings/values.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { goTo, page, type AdminAnswer } from '../../answer.ts';
import { adminForm, adminPage } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import type { PromoteView } from '../views.ts';
import { differenceRows } from './differenceView.ts';
import { putIntoDraft } from './importFile.ts';
import { agreementInHand, type AgreementInHand } from './inHand.ts';

/** Copies the test agreement to the draft of another mode; in practice, of production. */
const path = '/partners/:id/agreements/:mode/promote';

/** `GET /admin/partners/:id/agreements/production/promote`: what the test agreement would change here, and what it does not bring. */
export const askToPromote = adminPage({ path, role: 'administrator', show });

async function show(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, deps, tongue, root } = visit;
  const agreement = await productionInHand(visit);
  const { partner, draft, settings } = agreement;
  const { version, settings: tested } = await testInForce(visit, agreement);
  const credentials = await listCredentials(em, deps.keyRing, partner.id);
  const active = credentials.filter(({ revokedAt }) => revokedAt === null);
  const namesOf = (mode: 'test' | 'production') => active.filter((each) => each.mode === mode).map(({ name }) => name);
  const there = new Set(namesOf('production'));
  const view: PromoteView = {
    partner: { id: partner.id, name: partner.name },
    ...{ base: `${root}/admin${agreement.path}`, version, revision: draft?.revision ?? 0 },
    differences: differenceRows(settings, withoutMode(tested), tongue),
    missingSecrets: [...new Set(namesOf('test').filter((name) => !there.has(name)))],
  };
  const title = `${tongue.t.partnersPromote} – ${partner.name}`;
  return page('admin/partners/promote', view, { title, styles: ['admin-partners.css'] });
}

/** Puts the test agreement in force into the production draft, which is then activated as any other. */
export const promote = adminForm({
  path,
  role: 'administrator',
  async act(visit): Promise<AdminAnswer> {
    const { t } = visit.tongue;
    const agreement = await productionInHand(visit);
    const tested = await testInForce(visit, agreement);
    try {
      await putIntoDraft(visit, agreement, { settings: withoutMode(tested.settings), action: 'agreement.promoted' });
      return goTo(agreement.path, { tone: 'good', text: t.partnersPromoted });
    } catch (error) {
      if (!(error instanceof RoundtripError) || error.type !== 'Outdated') throw error;
      return goTo(agreement.path, { tone: 'warn', text: t.partnersChangedMeanwhile });
    }
  },
});

async function productionInHand(visit: AdminVisit): Promise<AgreementInHand> {
  const agreement = await agreementInHand(visit);
  if (agreement.mode === 'production') return agreement;
  throw new RoundtripError('NotFound', 'Only the test agreement is promoted, to production.');
}

/** @throws NotFound where no test agreement is in force */
async function testInForce({ em }: AdminVisit, { partner }: AgreementInHand) {
  return findAgreement(em, partner.id, 'test');
}

function withoutMode(settings: object) {
  return withValueAt({ ...settings }, 'mode', undefined);
}
