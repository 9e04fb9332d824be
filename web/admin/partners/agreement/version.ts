import { recordChange } from '../../../../documents/audit.ts';
import { writeAgreementFile } from '../../../../partners/agreementFile.ts';
import { findAgreement, agreementVersions, saveAgreement } from '../../../../partners/partners.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { file, goTo, page, type AdminAnswer } from '../../answer.ts';
import { adminForm, adminPage } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import { subjectOf } from '../inHand.ts';
import type { VersionPageView } from '../views.ts';
import { auditOf } from './auditOf.ts';
import { differenceRows } from './differenceView.ts';
import { agreementInHand, type AgreementInHand } from './inHand.ts';

const path = '/partners/:id/agreements/:mode/:version';
const MOST_VERSIONS = 200;

/** `GET /admin/partners/:id/agreements/:mode/:version?against=`: what it says, and what differs from another version. */
export const version = adminPage({ path, role: 'reader', show });

async function show(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, account, tongue, root, query } = visit;
  const agreement = await agreementInHand(visit);
  const { partner, mode, inForce } = agreement;
  const shown = await versionInHand(visit, agreement);
  const versions = await agreementVersions(em, partner.id, mode);
  const row = versions.find((each) => each.version === shown.version)!;
  const asked = Number.parseInt(query.get('against') ?? '', 10);
  const usual = shown.version === inForce?.version ? shown.version - 1 : inForce?.version;
  const against = versions.find((each) => each.version === (asked || usual));
  const before = against ? await findAgreement(em, partner.id, mode, against.version) : undefined;
  const view: VersionPageView = {
    partner: { id: partner.id, name: partner.name },
    ...{ mode, base: `${root}/admin${agreement.path}`, version: shown.version },
    ...{ at: row.createdAt.toISOString(), by: row.createdBy, inForce: inForce?.version ?? 0 },
    against: against?.version ?? 0,
    versions: versions
      .slice(0, MOST_VERSIONS)
      .map((each) => each.version)
      .filter((each) => each !== shown.version),
    differences: before ? differenceRows({ ...before.settings }, { ...shown.settings }, tongue) : [],
    chosen: differenceRows({}, { ...shown.settings }, tongue),
    mayChange: account.role === 'administrator',
  };
  const title = `${tongue.t.partnersVersionTitle(shown)} – ${partner.name}`;
  return page('admin/partners/version', view, { title, styles: ['admin-partners.css'] });
}

async function versionInHand({ em, params }: AdminVisit, { partner, mode }: AgreementInHand) {
  const number = /^\d{1,9}$/.test(params['version'] ?? '') ? Number(params['version']) : 0;
  if (number === 0) throw new RoundtripError('NotFound', 'There is no such version.');
  return findAgreement(em, partner.id, mode, number);
}

/** Puts an old version in force again, as a new one. */
export const rollBack = adminForm({
  path: `${path}/roll-back`,
  role: 'administrator',
  async act(visit): Promise<AdminAnswer> {
    const { em, account, form, tongue } = visit;
    const agreement = await agreementInHand(visit);
    const { partner, mode, before } = agreement;
    const old = await versionInHand(visit, agreement);
    const basedOn = Number.parseInt(form.get('inForce') ?? '', 10) || 0;
    try {
      const saved = await em.transactional(async (tx) => {
        const given = { partnerId: partner.id, mode, settings: old.settings, basedOn, by: account.name };
        const number = await saveAgreement(tx, given);
        const values = auditOf(mode, before, { ...old.settings });
        await recordChange(tx, {
          actor: account.name,
          action: 'agreement.rolledBack',
          subject: subjectOf(partner),
          ...values,
        });
        return number;
      });
      return goTo(agreement.path, {
        tone: 'good',
        text: tongue.t.partnersRolledBack({ version: saved, old: old.version }),
      });
    } catch (error) {
      if (!(error instanceof RoundtripError) || error.type !== 'Outdated') throw error;
      return goTo(agreement.path, { tone: 'warn', text: tongue.t.partnersVersionMeanwhile });
    }
  },
});

/** The version as a file, without secrets. */
export const download = adminPage({
  path: `${path}/file`,
  role: 'reader',
  async show(visit) {
    const agreement = await agreementInHand(visit);
    const { settings, version: number } = await versionInHand(visit, agreement);
    const { partner, mode } = agreement;
    const content = writeAgreementFile(
      { partner: partner.name, mode, version: number, settings: { ...settings } },
      visit.now,
    );
    return file('application/json; charset=utf-8', content, `${partner.name}-${mode}-${number}.json`);
  },
});
