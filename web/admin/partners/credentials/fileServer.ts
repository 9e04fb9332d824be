import { recordChange } from '../../../../documents/audit.ts';
import { setOutgoing } from '../../../../partners/credentials.ts';
import { isPrivateKey } from '../../../../transports/files/privateKey.ts';
import { goTo, type AdminAnswer } from '../../answer.ts';
import { adminForm } from '../../page.ts';
import { modeInHand, partnerInHand, subjectOf } from '../inHand.ts';
import { showCredentials } from './page.ts';

/** Bytes of the file. */
const LONGEST = 20_000;
const LONGEST_NAME = 100;
const LONGEST_PASSWORD = 500;

/** Sets what we show to a file server: a password, or a private key from its file. The one of the same name is gone at once. */
export const setServerLogin = adminForm({
  path: '/partners/:id/credentials/:mode/file-server',
  role: 'administrator',
  limit: LONGEST,
  secrets: ['password'],
  async act(visit): Promise<AdminAnswer> {
    const { em, deps, account, form, files, tongue } = visit;
    const { t } = tongue;
    const partner = await partnerInHand(visit);
    const mode = modeInHand(visit);
    const name = form.get('name')?.trim() ?? '';
    const [key, password] = [await files.get('key')?.text(), form.get('password') ?? ''];
    const again = (error: string) =>
      showCredentials(visit, partner, {
        ...{ mode, form: 'fileServer' },
        typed: { name, kind: 'bearer', user: '', error },
      });
    if (name === '' || name.length > LONGEST_NAME) return again(t.partnersCertificateNameNeeded);
    if ((key === undefined) === (password === '')) return again(t.partnersKeyOrPassword);
    if (key !== undefined && !isPrivateKey(key)) return again(t.partnersServerKeyUnreadable);
    if (password.length > LONGEST_PASSWORD) return again(t.partnersKeyOrPassword);
    const by = account.name;
    await em.transactional(async (tx) => {
      const secret = key ?? password;
      await setOutgoing(tx, deps.keyRing, { partnerId: partner.id, mode, name, kind: 'bearer', secret, by });
      const after = { mode, name, kind: key === undefined ? 'password' : 'key' };
      await recordChange(tx, { actor: by, action: 'credential.set', subject: subjectOf(partner), after });
    });
    return goTo(`/partners/${partner.id}/credentials`, { tone: 'good', text: t.partnersSecretSet({ name }) });
  },
});
