import { languages } from '../../../../documents/words.ts';
import { listCredentials, type CredentialInfo } from '../../../../partners/credentials.ts';
import { modes, type Mode, type Partner } from '../../../../partners/partner.entity.ts';
import { addressesOf, agreementVersions, findAgreement } from '../../../../partners/partners.ts';
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
  const [latest] = await agreementVersions(em, id, mode);
  if (!latest) return [];
  const { settings, version } = await findAgreement(em, id, mode);
  const code = (await addressesOf(em, id)).find((address) => address.mode === mode)?.code ?? '…';
  const all = await listCredentials(em, deps.keyRing, id);
  const credentials = all.filter((each) => each.mode === mode && each.direction === 'in' && each.revokedAt === null);
  const facts = {
    ...{ agreement: settings, credentials, users: usersOf(credentials) },
    orders: `${deps.config.publicUrl}/punchin/${code}`,
    punchOut: `${deps.config.publicUrl}/punchout/${code}`,
  };
  return [{ mode, version, sections: sheetSections(facts, words) }];
}

function usersOf(credentials: readonly CredentialInfo[]): Partial<Record<CredentialInfo['kind'], string>> {
  return Object.fromEntries(credentials.toReversed().map(({ kind, user }) => [kind, user ?? '']));
}
