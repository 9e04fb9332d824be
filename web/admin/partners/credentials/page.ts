import { listCredentials, type CredentialInfo } from '../../../../partners/credentials.ts';
import {
  shownKinds,
  modes,
  type CredentialKind,
  type Mode,
  type Partner,
} from '../../../../partners/partner.entity.ts';
import { addressesOf, findAgreement } from '../../../../partners/partners.ts';
import { findDraft } from '../../../../partners/drafts.ts';
import { isRecord, valueAt } from '../../../../partners/settings/values.ts';
import type { PlainKey } from '../../../templates.ts';
import { page, type AdminAnswer } from '../../answer.ts';
import { adminPage } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import { partnerInHand } from '../inHand.ts';
import type { CredentialForm, CredentialModeView, CredentialRow, CredentialsView } from './views.ts';

export const kindKeys = {
  basic: 'partnersKindBasic',
  bearer: 'partnersKindBearer',
  form: 'partnersKindForm',
  cxml: 'partnersKindCxml',
  certificate: 'partnersKindCertificate',
} as const satisfies Readonly<Record<CredentialKind, PlainKey>>;

/** `GET /admin/partners/:id/credentials`: what the partner logs in with, and what we show it; secrets never. */
export const credentials = adminPage({
  path: '/partners/:id/credentials',
  role: 'reader',
  show: async (visit) => showCredentials(visit, await partnerInHand(visit)),
});

/** Days before the end of a certificate from which on the page warns. */
const ENDS_SOON = 30;

/** A form of the page that was wrong, shown again. */
export interface WrongForm {
  readonly mode: Mode;
  readonly form: 'add' | 'set' | 'certify' | 'fileServer';
  readonly typed: CredentialForm;
}

/** Revoked ones that the page still lists, for each mode and direction. */
const MOST_REVOKED = 5;

export async function showCredentials(visit: AdminVisit, partner: Partner, wrong?: WrongForm): Promise<AdminAnswer> {
  const { em, deps, account, tongue, root } = visit;
  const { id, name } = partner;
  const all = await listCredentials(em, deps.keyRing, id);
  const modeViews: CredentialModeView[] = [];
  for (const mode of modes) modeViews.push(await modeView(visit, partner, { mode, all, ...(wrong && { wrong }) }));
  const view: CredentialsView = {
    partner: { id, name },
    ...{ base: `${root}/admin/partners/${id}/credentials`, modes: modeViews, newest: all[0]?.id ?? '' },
    kinds: shownKinds.map((value) => ({ value, key: kindKeys[value] })),
    mayChange: account.role === 'administrator',
  };
  const title = `${tongue.t.partnersCredentials} – ${name}`;
  return page('admin/partners/credentials', view, { title, status: wrong ? 422 : 200, styles: ['admin-partners.css'] });
}

interface OfMode {
  readonly mode: Mode;
  readonly all: readonly CredentialInfo[];
  readonly wrong?: WrongForm;
}

const noForm: CredentialForm = { name: '', kind: '', user: '', error: '' };

async function modeView(
  { em, now }: AdminVisit,
  { id }: Partner,
  { mode, all, wrong }: OfMode,
): Promise<CredentialModeView> {
  const addresses = await addressesOf(em, id);
  const draft = await findDraft(em, id, mode);
  const settings = draft?.settings ?? (await findAgreement(em, id, mode).catch(() => undefined))?.settings ?? {};
  const of = (direction: 'in' | 'out') =>
    rowsOf(
      all.filter((each) => each.mode === mode && each.direction === direction),
      now,
    );
  const outgoing = of('out');
  const set = outgoing.filter(({ revokedAt }) => revokedAt === '').map((each) => each.name);
  const typed = (form: WrongForm['form']) => (wrong?.mode === mode && wrong.form === form ? wrong.typed : noForm);
  return {
    ...{ mode, incoming: of('in'), outgoing },
    users: { login: addresses.find((address) => address.mode === mode)?.code ?? '', cxml: cxmlUserIn(settings) },
    wanted: secretNames(settings).filter((each) => !set.includes(each)),
    wantedCertificates: certificateNames(settings).filter((each) => !set.includes(each)),
    add: typed('add'),
    set: typed('set'),
    certify: typed('certify'),
    fileServer: typed('fileServer'),
  };
}

function rowsOf(credentials: readonly CredentialInfo[], now: Date): CredentialRow[] {
  const revoked = credentials.filter(({ revokedAt }) => revokedAt !== null).slice(0, MOST_REVOKED);
  return [...credentials.filter(({ revokedAt }) => revokedAt === null), ...revoked].map((each) => ({
    ...{
      id: each.id,
      name: each.name,
      kind: each.kind,
      kindKey: each.direction === 'out' && each.kind === 'bearer' ? 'partnersKindShownBearer' : kindKeys[each.kind],
      user: each.user ?? '',
    },
    ...{ at: each.createdAt.toISOString(), by: each.createdBy, isLost: !each.usable },
    usedAt: each.lastUsedAt?.toISOString() ?? '',
    revokedAt: each.revokedAt?.toISOString() ?? '',
    validUntil: each.validUntil?.toISOString() ?? '',
    validity: validityOf(each.validUntil, now),
  }));
}

function validityOf(until: Date | null, now: Date): CredentialRow['validity'] {
  if (until === null) return 'good';
  if (until <= now) return 'expired';
  return until.getTime() - now.getTime() < ENDS_SOON * 24 * 3_600_000 ? 'endsSoon' : 'good';
}

/** The buyer's first name in the agreement, as a Sender shows it. */
function cxmlUserIn(settings: object): string {
  const names = [valueAt(settings, 'cxml.from'), valueAt(settings, 'punchOut.cxml.from')].flatMap((list) =>
    Array.isArray(list) ? list.filter(isRecord) : [],
  );
  const [first] = names;
  return first ? `${String(first['domain'])}/${String(first['identity'])}` : '';
}

/** Names of secrets that we show, as the agreement has them. */
function secretNames(settings: object): string[] {
  const pickups = valueAt(settings, 'pickups');
  const fetching = Array.isArray(pickups) ? pickups.filter(isRecord).map(({ credential }) => credential) : [];
  const sending = namesAt(settings, [...addressPlaces, 'cxml'], ['credential', 'senderCredential']);
  return [...new Set([...sending, ...fetching.filter((name) => typeof name === 'string')])];
}

/** Names of client certificates that we show, as the agreement has them. */
function certificateNames(settings: object): string[] {
  return namesAt(settings, addressPlaces, ['certificate']);
}

const addressPlaces = [
  'orderResponses',
  ...['delivery', 'status', 'mlr', 'catalogue'].map((type) => `addresses.${type}`),
];

function namesAt(settings: object, places: readonly string[], keys: readonly string[]): string[] {
  const names = places.flatMap((place) => keys.map((key) => valueAt(settings, `${place}.${key}`)));
  return [...new Set(names.filter((name) => typeof name === 'string'))];
}
