import { recordChange } from '../../../../documents/audit.ts';
import { certificateProblems, type CertificateProblem } from '../../../../partners/clientCertificate.ts';
import { setOutgoing } from '../../../../partners/credentials.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import type { PlainKey } from '../../../templates.ts';
import { goTo, type AdminAnswer } from '../../answer.ts';
import { adminForm } from '../../page.ts';
import { modeInHand, partnerInHand, subjectOf } from '../inHand.ts';
import { showCredentials } from './page.ts';

/** Bytes of both files. */
const LONGEST = 100_000;
const LONGEST_NAME = 100;

const problemKeys = {
  'no certificate': 'partnersNoCertificate',
  'no private key': 'partnersNoPrivateKey',
  'a key with a password': 'partnersKeyWithPassword',
  'a key of another certificate': 'partnersKeyOfOther',
  'a certificate that cannot be read': 'partnersCertificateUnreadable',
  'a key that cannot be read': 'partnersKeyUnreadable',
} as const satisfies Readonly<Record<CertificateProblem, PlainKey>>;

/** Sets a client certificate that we show in the TLS handshake; the one of the same name before it is gone at once. */
export const setCertificate = adminForm({
  path: '/partners/:id/credentials/:mode/certify',
  role: 'administrator',
  limit: LONGEST,
  async act(visit): Promise<AdminAnswer> {
    const { em, deps, account, form, files, tongue } = visit;
    const partner = await partnerInHand(visit);
    const mode = modeInHand(visit);
    const name = form.get('name')?.trim() ?? '';
    const typed = { name, kind: 'certificate', user: '' };
    const again = (error: string) =>
      showCredentials(visit, partner, { mode, form: 'certify', typed: { ...typed, error } });
    if (name === '' || name.length > LONGEST_NAME) return again(tongue.t.partnersCertificateNameNeeded);
    const texts = await Promise.all(
      ['certificate', 'key'].map(async (field) => (await files.get(field)?.text()) ?? ''),
    );
    const secret = texts.join('\n');
    try {
      await em.transactional(async (tx) => {
        const by = account.name;
        await setOutgoing(tx, deps.keyRing, { partnerId: partner.id, mode, name, kind: 'certificate', secret, by });
        const after = { mode, name, kind: 'certificate' };
        await recordChange(tx, { actor: by, action: 'credential.set', subject: subjectOf(partner), after });
      });
    } catch (error) {
      const problem = error instanceof RoundtripError ? problemOf(error) : undefined;
      if (problem === undefined) throw error;
      return again(tongue.t[problemKeys[problem]]);
    }
    const text = tongue.t.partnersCertificateSet({ name });
    return goTo(`/partners/${partner.id}/credentials`, { tone: 'good', text });
  },
});

function problemOf({ details }: RoundtripError): CertificateProblem | undefined {
  return certificateProblems.find((problem) => details.some(({ found }) => found === problem));
}
