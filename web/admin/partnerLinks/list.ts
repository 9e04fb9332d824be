import { v7 } from 'uuid';
import { mayAct } from '../../../accounts/roles.ts';
import type { Partner } from '../../../partners/partner.entity.ts';
import type { PartnerLink } from '../../../partners/partnerLink.entity.ts';
import { isOpenLink, listPartnerLinks, LONGEST_LINK } from '../../../partners/partnerLinks.ts';
import type { AssetName } from '../../assets.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { adminPage } from '../page.ts';
import { partnerInHand } from '../partners/inHand.ts';
import type { AdminVisit } from '../visit.ts';
import type { LinkForm } from './views.ts';

export const linkStyles: readonly AssetName[] = ['admin-partners.css'];
const untouched: LinkForm = { note: '', mode: 'test', days: '30', errors: {} };

/** `GET /admin/partners/:id/links`: links by which the partner's integrator sees the partner's own documents. */
export const partnerLinks = adminPage({
  path: '/partners/:id/links',
  role: 'reader',
  show: async (visit) => showLinks(visit, await partnerInHand(visit), untouched),
});

/** The page, again with what was typed where it was wrong. */
export async function showLinks(visit: AdminVisit, partner: Partner, form: LinkForm): Promise<AdminAnswer> {
  const { em, root, now, account, tongue } = visit;
  const { id, name, kind } = partner;
  const links = await listPartnerLinks(em, id);
  const view = {
    partner: { id, name },
    isHub: kind === 'hub',
    base: `${root}/admin/partners/${id}/links`,
    mayChange: mayAct(account.role, 'administrator') && kind === 'partner',
    ...{ key: v7(), form, most: LONGEST_LINK },
    open: links.filter((link) => isOpenLink(link, now)).map(row),
    closed: links.filter((link) => !isOpenLink(link, now)).map(row),
  };
  const status = Object.keys(form.errors).length > 0 ? 422 : 200;
  return page('admin/partnerLinks/list', view, {
    title: `${tongue.t.partnerLinks} – ${name}`,
    status,
    styles: linkStyles,
  });
}

function row({ id, note, mode, createdBy, createdAt, expiresAt, lastUsedAt, revokedAt }: PartnerLink) {
  return {
    ...{ id, note, mode, by: createdBy },
    at: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    usedAt: lastUsedAt?.toISOString() ?? '',
    revokedAt: revokedAt?.toISOString() ?? '',
  };
}
