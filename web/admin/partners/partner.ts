import { pickupStates } from '../../../documents/pickups.ts';
import { listCredentials, type CredentialInfo } from '../../../partners/credentials.ts';
import { findDraft } from '../../../partners/drafts.ts';
import { modes, type Mode, type Partner } from '../../../partners/partner.entity.ts';
import { addressesOf, agreementVersions } from '../../../partners/partners.ts';
import { hubs } from '../../../partners/partnerList.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { foldersOf } from './folders/agreed.ts';
import { foldersLine } from './folders/state.ts';
import { partnerInHand } from './inHand.ts';
import { stateOf } from './list.ts';
import type { PartnerModeView, PartnerView } from './views.ts';

/** `GET /admin/partners/:id` */
export const partner = adminPage({
  path: '/partners/:id',
  role: 'reader',
  show: async (visit) => showPartner(visit, await partnerInHand(visit), {}),
});

/** The page of a partner, again with what was typed where a form of it was wrong. */
export async function showPartner(
  visit: AdminVisit,
  found: Partner,
  { typed = {}, errors = {} }: Partial<Pick<PartnerView, 'typed' | 'errors'>>,
): Promise<AdminAnswer> {
  const { em, deps, account, tongue } = visit;
  const { id, name, kind, enabled } = found;
  const paused = found.pausedAt != null;
  const credentials = await listCredentials(em, deps.keyRing, id);
  const addresses = await addressesOf(em, id);
  const allHubs = await hubs(em);
  const modeViews: PartnerModeView[] = [];
  for (const mode of modes) {
    const code = addresses.find((address) => address.mode === mode)?.code ?? '';
    modeViews.push({
      ...(await modeView(visit, id, mode)),
      ...{ mode, code, credentials: activeOf(credentials, mode) },
      orders: code === '' ? '' : `${deps.config.publicUrl}/punchin/${kind === 'hub' ? 'hub/' : ''}${code}`,
      punchOut: code === '' ? '' : `${deps.config.publicUrl}/punchout/${kind === 'hub' ? 'hub/' : ''}${code}`,
    });
  }
  const versions = { production: modeViews[0]?.version ?? null, test: modeViews[1]?.version ?? null };
  const view: PartnerView = {
    ...{ id, name, kind, enabled, paused, typed, errors, modes: modeViews, hubs: allHubs, hub: found.hub ?? '' },
    hubName: allHubs.find((hub) => hub.id === found.hub)?.name ?? '',
    ...stateOf({ enabled, paused, ...versions }),
    mayChange: account.role === 'administrator',
  };
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  const title = `${name} – ${tongue.t.adminPartners}`;
  return page('admin/partners/partner', view, { title, status, styles: ['admin-partners.css'] });
}

async function modeView({ em, tongue }: AdminVisit, id: string, mode: Mode) {
  const [latest] = await agreementVersions(em, id, mode);
  const draft = await findDraft(em, id, mode);
  return {
    version: latest?.version ?? null,
    since: latest?.createdAt.toISOString() ?? '',
    by: latest?.createdBy ?? '',
    folders: foldersLine(await foldersOf(em, id, mode), await pickupStates(em, id, mode), tongue),
    draft: draft ? { at: draft.changedAt.toISOString(), by: draft.changedBy } : null,
  };
}

function activeOf(credentials: readonly CredentialInfo[], mode: Mode): number {
  return credentials.filter((each) => each.mode === mode && each.direction === 'in' && each.revokedAt === null).length;
}
