import { pickupStates } from '../../../../documents/pickups.ts';
import type { PickupState } from '../../../../documents/pickup.entity.ts';
import { faultSentence } from '../../../../documents/sentences.ts';
import { modes, type Mode } from '../../../../partners/partner.entity.ts';
import { page } from '../../answer.ts';
import { adminPage } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import { partnerInHand } from '../inHand.ts';
import { accessPointsOf, foldersOf, type AgreedFolder } from './agreed.ts';
import { toneOf } from './state.ts';
import type { FoldersView, FolderView } from './views.ts';

/** `GET /admin/partners/:id/folders`: where files are exchanged, and how that goes. */
export const folders = adminPage({
  path: '/partners/:id/folders',
  role: 'reader',
  async show(visit) {
    const { root, tongue } = visit;
    const { id, name } = await partnerInHand(visit);
    const base = `${root}/admin/partners/${id}`;
    const shown: FoldersView['modes'][number][] = [];
    for (const mode of modes) {
      const groups = await groupsOf(visit, id, mode);
      if (groups.length > 0) shown.push({ mode, groups });
    }
    const view: FoldersView = { partner: { id, name }, base, href: `${base}/folders`, modes: shown };
    const title = `${tongue.t.partnersFolders} – ${name} – ${tongue.t.adminPartners}`;
    return page('admin/partners/folders', view, { title, styles: ['admin-partners.css'] });
  },
});

async function groupsOf(visit: AdminVisit, id: string, mode: Mode): Promise<FoldersView['modes'][number]['groups']> {
  const { em, tongue } = visit;
  const agreed = await foldersOf(em, id, mode);
  const accessPoints = await accessPointsOf(em, id, mode);
  const states = await pickupStates(em, id, mode);
  const [fetched, put] = [agreed.filter(({ isFetched }) => isFetched), agreed.filter(({ isFetched }) => !isFetched)];
  const groups = [
    {
      title: tongue.t.partnersFetchedFrom,
      folders: fetched.map((one) => fetchedView(visit, one, states.get(one.name))),
    },
    { title: tongue.t.partnersPutInto, folders: put.map(({ name, at }) => putView(visit, name, at.kind === 'sftp')) },
    { title: tongue.t.partnersGivenTo, folders: accessPoints.map(({ name }) => putView(visit, name, true)) },
  ];
  return groups.filter((group) => group.folders.length > 0);
}

function fetchedView({ tongue, account }: AdminVisit, { name }: AgreedFolder, state?: PickupState): FolderView {
  const { t, language } = tongue;
  const button = account.role === 'reader' ? '' : t.partnersLookNow;
  const tone = toneOf(state);
  const looked = state?.lookedAt;
  if (!looked) return { name, tone, text: t.partnersNotLookedYet, facts: [t.partnersLookSoon], button };
  const { fault, failures, nextLookAt, lastFile, lastFileAt } = state;
  const waiting = Object.keys(state.seen).length;
  const facts = [
    ...(fault ? [faultSentence(fault, language), t.partnersLooksFailed({ count: failures })] : []),
    t.partnersLooked({ at: looked.toISOString() }),
    lastFile != null && lastFileAt != null
      ? t.partnersLastFile({ file: lastFile, at: lastFileAt.toISOString() })
      : t.partnersNoFileYet,
    ...(waiting > 0 ? [t.partnersFilesWaiting({ count: waiting })] : []),
    ...(fault ? [t.partnersNextLook({ at: nextLookAt.toISOString() })] : []),
  ];
  return { name, tone, text: fault ? t.partnersFolderFails : t.partnersFolderWorks, facts, button };
}

function putView({ tongue: { t }, account }: AdminVisit, name: string, isServer: boolean): FolderView {
  const button = account.role === 'reader' || !isServer ? '' : t.partnersTryConnection;
  return { name, tone: 'info', text: t.partnersSeeDeliveries, facts: [], button };
}
