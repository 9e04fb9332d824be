import type { EntityManager } from '@mikro-orm/postgresql';
import { languages } from '../../../../documents/words.ts';
import { listCredentials, outgoingSecret, type CredentialInfo } from '../../../../partners/credentials.ts';
import { modes, type Mode, type Partner } from '../../../../partners/partner.entity.ts';
import { addressesOf, agreementVersions, findAgreement, findPartner } from '../../../../partners/partners.ts';
import type { KeyRing } from '../../../../platform/keyRing.ts';
import { publicKeyOf } from '../../../../transports/files/privateKey.ts';
import { tongue, type Tongue } from '../../../words/words.ts';
import { page } from '../../answer.ts';
import { adminPage } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import { partnerInHand } from '../inHand.ts';
import { sheetSections } from './sheet.ts';
import type { AccessSheetView, SheetModeView } from './views.ts';

/** `GET /admin/partners/:id/access-sheet?language=`: to print, or to save as PDF, for the partner's integrator. */
export const accessSheet = adminPage({
  path: '/partners/:id/access-sheet',
  role: 'reader',
  async show(visit) {
    const { query, shop, root, now } = visit;
    const partner = await partnerInHand(visit);
    const language = languages.find((each) => each === query.get('language')) ?? visit.reader.language;
    const words = tongue(language, visit.reader.timeZone);
    const sheets: SheetModeView[] = [];
    for (const mode of modes.toReversed()) sheets.push(...(await sheetOf(visit, partner, { mode, words })));
    const view: AccessSheetView = {
      partner: { id: partner.id, name: partner.name },
      ...{ base: `${root}/admin/partners/${partner.id}`, sheetLanguage: language, words, sheets },
      ...{ shop: shop?.name ?? 'Roundtrip', contacts: shop?.contacts ?? [], at: now.toISOString() },
    };
    const title = `${visit.tongue.t.partnersAccessSheet} – ${partner.name}`;
    return page('admin/partners/accessSheet', view, { title, styles: ['admin-partners.css'] });
  },
});

interface OfSheet {
  readonly mode: Mode;
  readonly words: Tongue;
}

/** Of a mode that has an agreement. */
async function sheetOf({ em, deps }: AdminVisit, partner: Partner, { mode, words }: OfSheet): Promise<SheetModeView[]> {
  const { id } = partner;
  const { publicUrl, pickupInterval: interval, imapUrl, mailFrom } = deps.config;
  const [latest] = await agreementVersions(em, id, mode);
  if (!latest) return [];
  const { settings, version } = await findAgreement(em, id, mode);
  const code = await codeOf(em, id, mode);
  const all = await listCredentials(em, deps.keyRing, id);
  const active = all.filter((each) => each.mode === mode && each.revokedAt === null);
  const credentials = active.filter(({ direction }) => direction === 'in');
  const shown = new Map(active.filter(({ direction }) => direction === 'out').map((each) => [each.name, each]));
  const facts = {
    ...{ agreement: settings, credentials, users: usersOf(credentials), code, shown, interval, mailFrom },
    orders: `${publicUrl}/punchin/${code || '…'}`,
    punchOut: `${publicUrl}/punchout/${code || '…'}`,
    hub: await hubOf(em, partner, { mode, publicUrl }),
    publicKeys: await publicKeys(em, deps.keyRing, { partnerId: id, mode, shown: [...shown.values()] }),
    mailbox: imapUrl === undefined ? undefined : decodeURIComponent(new URL(imapUrl).username),
  };
  return [{ mode, version, sections: sheetSections(facts, words) }];
}

/** Of its address; empty: it has none. */
async function codeOf(em: EntityManager, partnerId: string, mode: Mode): Promise<string> {
  return (await addressesOf(em, partnerId)).find((address) => address.mode === mode)?.code ?? '';
}

async function hubOf(
  em: EntityManager,
  { hub: id }: Partner,
  { mode, publicUrl }: { readonly mode: Mode; readonly publicUrl: string },
) {
  const hub = id == null ? null : await findPartner(em, id);
  if (!hub) return undefined;
  return { name: hub.name, orders: `${publicUrl}/punchin/hub/${(await codeOf(em, hub.id, mode)) || '…'}` };
}

/** The public halves of our keys for file servers. */
async function publicKeys(
  em: EntityManager,
  keyRing: KeyRing,
  {
    partnerId,
    mode,
    shown,
  }: { readonly partnerId: string; readonly mode: Mode; readonly shown: readonly CredentialInfo[] },
) {
  const found = new Map<string, NonNullable<ReturnType<typeof publicKeyOf>>>();
  for (const { name, kind, usable } of shown) {
    if (kind !== 'bearer' || !usable) continue;
    const opened = await outgoingSecret(em, keyRing, { partnerId, mode, name });
    const key = opened && publicKeyOf(opened.secret);
    if (key) found.set(name, key);
  }
  return found;
}

function usersOf(credentials: readonly CredentialInfo[]): Partial<Record<CredentialInfo['kind'], string>> {
  return Object.fromEntries(credentials.toReversed().map(({ kind, user }) => [kind, user ?? '']));
}
