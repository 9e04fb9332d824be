import { recordChange } from '../../../documents/audit.ts';
import { modes, type Mode, type Partner } from '../../../partners/partner.entity.ts';
import { LONGEST_LINK, makePartnerLink, revokePartnerLink } from '../../../partners/partnerLinks.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import { adminForm } from '../page.ts';
import { idParam } from '../params.ts';
import { isId, partnerInHand, subjectOf } from '../partners/inHand.ts';
import type { AdminVisit } from '../visit.ts';
import { linkStyles, showLinks } from './list.ts';
import type { LinkForm } from './views.ts';

const LONGEST_NOTE = 200;

/** Makes a link, and shows it this once. */
export const makeLink = adminForm({
  path: '/partners/:id/links/make',
  role: 'administrator',
  async act(visit): Promise<AdminAnswer> {
    const partner = await partnerInHand(visit);
    const form = readForm(visit);
    const mode = modes.find((one) => one === form.mode);
    if (mode === undefined || Object.keys(form.errors).length > 0) return showLinks(visit, partner, form);
    try {
      return await made(visit, partner, { note: form.note, days: Number(form.days), mode });
    } catch (error) {
      if (!(error instanceof RoundtripError) || error.type !== 'Conflict') throw error;
      const { t } = visit.tongue;
      const text = error.cause === undefined ? t.partnerLinkTooMany : t.partnerLinkAgain;
      return goTo(`/partners/${partner.id}/links`, { tone: 'warn', text });
    }
  },
});

/** What was typed, with what is wrong. */
function readForm({ form, tongue }: AdminVisit): LinkForm {
  const { t } = tongue;
  const text = (name: string): string => form.get(name)?.trim() ?? '';
  const [note, mode, days] = [text('note').slice(0, LONGEST_NOTE), text('mode'), text('days')];
  const most = LONGEST_LINK;
  const isDays = /^\d{1,3}$/.test(days) && Number(days) >= 1 && Number(days) <= most;
  const errors = {
    ...(note === '' && { note: t.partnerLinkNoteNeeded }),
    ...(!modes.some((one) => one === mode) && { mode: t.partnerLinkModeNeeded }),
    ...(!isDays && { days: t.partnerLinkDaysWrong({ most }) }),
  };
  return { note, mode, days, errors };
}

interface Wanted {
  readonly note: string;
  readonly days: number;
  readonly mode: Mode;
}

async function made(visit: AdminVisit, partner: Partner, { note, days, mode }: Wanted): Promise<AdminAnswer> {
  const { em, account, now, form, deps, root, tongue } = visit;
  const id = form.get('key') ?? '';
  if (!isId(id) || partner.kind === 'hub') throw new RoundtripError('RequestInvalid', 'The form is not complete.');
  const { token, expiresAt } = await em.transactional(async (tx) => {
    const link = await makePartnerLink(tx, { id, partnerId: partner.id, mode, note, days, by: account.name }, now);
    const after = { note, mode, expiresAt: link.expiresAt.toISOString() };
    await recordChange(tx, { actor: account.name, action: 'partnerLink.created', subject: subjectOf(partner), after });
    return link;
  });
  const view = {
    partner: { id: partner.id, name: partner.name },
    base: `${root}/admin/partners/${partner.id}/links`,
    address: `${deps.config.publicUrl}/partner/${token}`,
    ...{ note, mode, expiresAt: expiresAt.toISOString() },
  };
  const title = `${tongue.t.partnerLinkMade} – ${partner.name}`;
  return page('admin/partnerLinks/made', view, { title, status: 201, styles: linkStyles });
}

/** Revokes a link at once. */
export const revokeLink = adminForm({
  path: '/partners/:id/links/:link/revoke',
  role: 'administrator',
  async act(visit): Promise<AdminAnswer> {
    const { em, account, now, tongue } = visit;
    const partner = await partnerInHand(visit);
    const id = idParam(visit, 'link');
    const revoked = await em.transactional(async (tx) => {
      const link = await revokePartnerLink(tx, partner.id, id, now);
      if (!link) return undefined;
      const before = { note: link.note, mode: link.mode, expiresAt: link.expiresAt.toISOString() };
      const subject = subjectOf(partner);
      await recordChange(tx, { actor: account.name, action: 'partnerLink.revoked', subject, before });
      return link;
    });
    const { t } = tongue;
    return goTo(
      `/partners/${partner.id}/links`,
      revoked
        ? { tone: 'good', text: t.partnerLinkRevoked({ note: revoked.note }) }
        : { tone: 'warn', text: t.partnerLinkGone },
    );
  },
});
