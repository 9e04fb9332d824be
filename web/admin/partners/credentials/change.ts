import { recordChange } from '../../../../documents/audit.ts';
import {
  addIncoming,
  listCredentials,
  newSecret,
  revokeCredential,
  setOutgoing,
  type CredentialInfo,
  type NewCredential,
} from '../../../../partners/credentials.ts';
import { shownKinds, type Mode, type Partner } from '../../../../partners/partner.entity.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { looksLikePrivateKey } from '../../../../transports/files/privateKey.ts';
import { goTo, page, type AdminAnswer } from '../../answer.ts';
import { adminForm } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import { isId, modeInHand, partnerInHand, subjectOf } from '../inHand.ts';
import { kindKeys, showCredentials } from './page.ts';
import type { SecretView } from './views.ts';

const LONGEST = 200;

/** Makes a secret that the partner will show to us, and shows it this once. */
export const addCredential = adminForm({
  path: '/partners/:id/credentials/:mode/add',
  role: 'administrator',
  async act(visit): Promise<AdminAnswer> {
    const partner = await partnerInHand(visit);
    const mode = modeInHand(visit);
    const given = typedIn(visit);
    const again = (error: string) => showCredentials(visit, partner, { mode, form: 'add', typed: { ...given, error } });
    const kind = shownKinds.find((each) => each === given.kind);
    if (!kind || given.name === '' || given.name.length > LONGEST)
      return again(visit.tongue.t.partnersSecretNameNeeded);
    const secret = newSecret();
    const user = kind === 'bearer' ? {} : { user: given.user };
    try {
      const added = await add(visit, partner, { mode, name: given.name, kind, secret, ...user });
      return secretPage(visit, partner, { mode, secret, name: given.name, kindKey: kindKeys[kind], ...added });
    } catch (error) {
      if (error instanceof RoundtripError && error.type === 'Outdated') {
        return goTo(pathOf(partner), { tone: 'warn', text: visit.tongue.t.partnersCredentialsMeanwhile });
      }
      const text = error instanceof RoundtripError ? whatIsWrong(visit, error) : undefined;
      if (text === undefined) throw error;
      return again(text);
    }
  },
});

type Adding = Omit<NewCredential, 'partnerId' | 'by'>;

/** @throws Outdated when the form was sent twice, or somebody else was quicker: nothing is added */
async function add(
  { em, deps, account, form }: AdminVisit,
  partner: Partner,
  adding: Adding,
): Promise<Pick<SecretView, 'user' | 'isRotation'>> {
  return em.transactional(async (tx) => {
    const id = await addIncoming(tx, deps.keyRing, { ...adding, partnerId: partner.id, by: account.name });
    // The partner is locked by now.
    const all = await listCredentials(tx, deps.keyRing, partner.id);
    const others = all.filter((each) => each.id !== id);
    if ((others[0]?.id ?? '') !== form.get('newest')) {
      throw new RoundtripError('Outdated', 'The credentials were changed meanwhile.');
    }
    const { mode, name, kind } = adding;
    const user = all.find((each) => each.id === id)?.user ?? '';
    const after = { mode, name, kind, user };
    await recordChange(tx, { actor: account.name, action: 'credential.added', subject: subjectOf(partner), after });
    return { user, isRotation: others.some((each) => isActive(each, mode, name)) };
  });
}

function isActive(each: CredentialInfo, mode: Mode, name: string): boolean {
  return each.direction === 'in' && each.mode === mode && each.name === name && each.revokedAt === null;
}

function whatIsWrong({ tongue }: AdminVisit, { type, details }: RoundtripError): string | undefined {
  const { t } = tongue;
  if (type === 'Conflict') return t.partnersTwoActive;
  if (type !== 'RequestInvalid') return undefined;
  return details.length > 0 ? t.partnersCxmlUserNeeded : t.partnersUserNeeded;
}

function typedIn({ form }: AdminVisit) {
  const text = (name: string): string => form.get(name)?.trim() ?? '';
  return { name: text('name'), kind: text('kind'), user: text('user') };
}

function pathOf({ id }: Partner): string {
  return `/partners/${id}/credentials`;
}

function secretPage(
  { tongue, root }: AdminVisit,
  { id, name }: Partner,
  made: Omit<SecretView, 'partner' | 'base'>,
): AdminAnswer {
  const view = { partner: { id, name }, base: `${root}/admin/partners/${id}/credentials`, ...made };
  const title = `${tongue.t.partnersNewSecret} – ${name}`;
  return page('admin/partners/secret', view, { title, status: 201, styles: ['admin-partners.css'] });
}

/** Sets the secret that we show to the partner; the one before it is gone at once. */
export const setSecret = adminForm({
  path: '/partners/:id/credentials/:mode/set',
  role: 'administrator',
  secrets: ['secret'],
  async act(visit): Promise<AdminAnswer> {
    const { em, deps, account, form, tongue } = visit;
    const partner = await partnerInHand(visit);
    const mode = modeInHand(visit);
    const given = typedIn(visit);
    const again = (error: string) => showCredentials(visit, partner, { mode, form: 'set', typed: { ...given, error } });
    const kind = shownKinds.find((each) => each === given.kind && each !== 'form');
    const secret = form.get('secret') ?? '';
    const { name } = given;
    if (!kind || name === '' || secret === '' || name.length > LONGEST || secret.length > 10 * LONGEST) {
      return again(tongue.t.partnersOutgoingNeeded);
    }
    // A field of one line takes the line breaks from it, and nobody could log in with the rest.
    if (looksLikePrivateKey(secret)) return again(tongue.t.partnersKeyFromFile);
    try {
      await em.transactional(async (tx) => {
        const credential = { partnerId: partner.id, mode, name, kind, secret, user: given.user, by: account.name };
        await setOutgoing(tx, deps.keyRing, credential);
        const after = { mode, name, kind, user: given.user };
        await recordChange(tx, { actor: account.name, action: 'credential.set', subject: subjectOf(partner), after });
      });
    } catch (error) {
      const text = error instanceof RoundtripError ? whatIsWrong(visit, error) : undefined;
      if (text === undefined) throw error;
      return again(text);
    }
    return goTo(pathOf(partner), { tone: 'good', text: tongue.t.partnersSecretSet({ name }) });
  },
});

/** Revokes a credential for good, once its name is typed. */
export const revoke = adminForm({
  path: '/partners/:id/credentials/:credential/revoke',
  role: 'administrator',
  async act(visit): Promise<AdminAnswer> {
    const { em, deps, account, form, tongue, params } = visit;
    const { t } = tongue;
    const partner = await partnerInHand(visit);
    const id = params['credential'] ?? '';
    const all = await listCredentials(em, deps.keyRing, partner.id);
    const found = isId(id) ? all.find((each) => each.id === id && each.revokedAt === null) : undefined;
    if (!found) return goTo(pathOf(partner), { tone: 'warn', text: t.partnersRevokedAlready });
    const { name, mode, kind, direction } = found;
    if (form.get('typed')?.trim() !== name)
      return goTo(pathOf(partner), { tone: 'bad', text: t.partnersTypeName({ name }) });
    await em.transactional(async (tx) => {
      await revokeCredential(tx, partner.id, id);
      const before = { mode, name, kind, direction, user: found.user };
      await recordChange(tx, {
        actor: account.name,
        action: 'credential.revoked',
        subject: subjectOf(partner),
        before,
      });
    });
    return goTo(pathOf(partner), { tone: 'good', text: t.partnersRevoked({ name }) });
  },
});
