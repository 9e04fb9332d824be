import { goLiveList, type LiveEvidence, type LivePoint, type LiveState } from '../../../documents/goLive.ts';
import { modes, type Mode, type Partner } from '../../../partners/partner.entity.ts';
import { agreementVersions, findAgreement } from '../../../partners/partners.ts';
import type { PlainKey } from '../../templates.ts';
import { page } from '../answer.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { partnerInHand } from './inHand.ts';
import type { GoLiveModeView, GoLiveView } from './views.ts';

const keys = {
  secret: ['partnersLiveSecret', 'partnersLiveSecretHow'],
  loginOci: ['partnersLiveLoginOci', 'partnersLiveLoginHow'],
  cartOci: ['partnersLiveCartOci', 'partnersLiveCartHow'],
  loginCxml: ['partnersLiveLoginCxml', 'partnersLiveLoginHow'],
  cartCxml: ['partnersLiveCartCxml', 'partnersLiveCartHow'],
  loginPeppol: ['partnersLiveLoginPeppol', 'partnersLiveLoginHow'],
  cartPeppol: ['partnersLiveCartPeppol', 'partnersLiveCartHow'],
  cancel: ['partnersLiveCancel', 'partnersLiveCancelHow'],
  order: ['partnersLiveOrder', 'partnersLiveOrderHow'],
  duplicate: ['partnersLiveDuplicate', 'partnersLiveDuplicateHow'],
  deviation: ['partnersLiveDeviation', 'partnersLiveDeviationHow'],
  answer: ['partnersLiveAnswer', 'partnersLiveAnswerHow'],
  answerFetched: ['partnersLiveAnswerFetched', 'partnersLiveAnswerFetchedHow'],
  retry: ['partnersLiveRetry', 'partnersLiveRetryHow'],
  change: ['partnersLiveChange', 'partnersLiveChangeHow'],
} as const satisfies Readonly<Record<LivePoint, readonly [PlainKey, PlainKey]>>;

/** `GET /admin/partners/:id/go-live`: what live traffic has shown to work, and what to try next. */
export const goLive = adminPage({
  path: '/partners/:id/go-live',
  role: 'reader',
  async show(visit) {
    const { tongue, root } = visit;
    const partner = await partnerInHand(visit);
    const base = `${root}/admin/partners/${partner.id}`;
    const modeViews: GoLiveModeView[] = [];
    // Test comes first.
    for (const mode of modes.toReversed()) modeViews.push(await modeView(visit, partner, mode));
    const view: GoLiveView = { partner: { id: partner.id, name: partner.name }, base, modes: modeViews };
    const title = `${tongue.t.partnersGoLive} – ${partner.name}`;
    return page('admin/partners/goLive', view, { title, styles: ['admin-partners.css'] });
  },
});

async function modeView(visit: AdminVisit, { id }: Partner, mode: Mode): Promise<GoLiveModeView> {
  const { em, root } = visit;
  const versions = await agreementVersions(em, id, mode);
  if (versions.length === 0) return { mode, hasAgreement: false, points: [], done: 0, required: 0 };
  const { settings } = await findAgreement(em, id, mode);
  const states = await goLiveList(em, { partnerId: id, mode, agreement: settings });
  const required = states.filter((state) => state.required);
  return {
    ...{ mode, hasAgreement: true, required: required.length },
    done: required.filter(({ evidence }) => evidence !== undefined).length,
    points: states.map((state) => pointView(state, `${root}/admin`)),
  };
}

function pointView({ point, required, evidence }: LiveState, base: string): GoLiveModeView['points'][number] {
  const [titleKey, howKey] = keys[point];
  return {
    ...{ titleKey, howKey, required, at: evidence?.at ?? '' },
    href: evidence ? hrefOf(evidence, base) : '',
  };
}

function hrefOf({ kind, id }: LiveEvidence, base: string): string {
  if (kind === 'secret') return '';
  return kind === 'session' ? `${base}/sessions/${id}` : `${base}/documents/${kind}/${id}`;
}
