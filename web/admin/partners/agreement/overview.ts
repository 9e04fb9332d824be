import type { AgreementInHand } from './inHand.ts';
import { agreementVersions } from '../../../../partners/partners.ts';
import { MOST_COUNTED, versionsInUse, type VersionUse } from '../../../../sessions/agreementUse.ts';
import { page, type AdminAnswer } from '../../answer.ts';
import { adminPage } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import type { AgreementView, VersionView } from '../views.ts';
import { adviceOn } from './advice.ts';
import { differenceRows, type DifferenceRow } from './differenceView.ts';
import { agreementInHand } from './inHand.ts';
import { problemsOf, type Problem } from './problems.ts';
import { sectionGroups, sectionOf } from './sections.ts';

/** Versions that the page lists; older ones by their address. */
const MOST_VERSIONS = 50;

/** `GET /admin/partners/:id/agreements/:mode` */
export const overview = adminPage({
  path: '/partners/:id/agreements/:mode',
  role: 'reader',
  show: async (visit) => showOverview(visit, await agreementInHand(visit)),
});

/** The page of an agreement: what is in force, the draft and what it changes, its sections, and its versions. */
export async function showOverview(visit: AdminVisit, agreement: AgreementInHand, status = 200): Promise<AdminAnswer> {
  const { em, account, tongue, root } = visit;
  const { partner, mode, draft, inForce, settings, before, path } = agreement;
  const versions = await agreementVersions(em, partner.id, mode);
  const problems = draft ? problemsOf(visit, agreement) : [];
  const changes = draft ? differenceRows(before, settings, tongue) : [];
  const base = `${root}/admin${path}`;
  const current = versions[0];
  const view: AgreementView = {
    partner: { id: partner.id, name: partner.name },
    ...{
      mode,
      base,
      groups: groupViews(problems, changes),
      changes: changes.map((change) => ({ ...change, section: change.section.id })),
    },
    problems: problems.map((problem) => ({ ...problem, section: sectionOf(problem.path).id })),
    advice: await adviceOn(visit, agreement),
    draft: draft
      ? {
          at: draft.changedAt.toISOString(),
          by: draft.changedBy,
          revision: draft.revision,
          basedOn: draft.basedOn,
          isOutdated: draft.basedOn !== (inForce?.version ?? 0),
        }
      : null,
    current: current ? versionView(current) : null,
    versions: versions.slice(0, MOST_VERSIONS).map(versionView),
    hasTest: mode === 'test' ? current !== undefined : (await agreementVersions(em, partner.id, 'test')).length > 0,
    inUse: usesBefore(await versionsInUse(em, partner.id, mode), draft ? Infinity : (inForce?.version ?? 0)),
    mayChange: account.role === 'administrator',
  };
  const title = `${tongue.t[mode === 'test' ? 'partnersTestAgreement' : 'partnersProductionAgreement']} – ${partner.name}`;
  return page('admin/partners/agreement', view, { title, status, styles: ['admin-partners.css'] });
}

function versionView({
  version,
  createdAt,
  createdBy,
}: Awaited<ReturnType<typeof agreementVersions>>[number]): VersionView {
  return { version, at: createdAt.toISOString(), by: createdBy };
}

/** Versions that sessions and documents keep though a later one is, or will be, in force. */
function usesBefore(uses: readonly VersionUse[], version: number): AgreementView['inUse'] {
  return uses
    .filter((use) => use.version < version)
    .map((use) => ({ ...use, more: use.sessions >= MOST_COUNTED || use.documents >= MOST_COUNTED }));
}

function groupViews(problems: readonly Problem[], changes: readonly DifferenceRow[]): AgreementView['groups'] {
  return sectionGroups.map(({ titleKey, sections }) => ({
    titleKey,
    sections: sections.map((section) => ({
      ...{ id: section.id, titleKey: section.titleKey, hintKey: section.hintKey },
      problems: problems.filter(({ path }) => sectionOf(path) === section).length,
      changes: changes.filter((change) => change.section === section).length,
    })),
  }));
}
