import type { Agreement } from '../../../../partners/agreement.ts';
import { adviceFor, customersNamed, type Advice } from '../../../../partners/advice.ts';
import { listCredentials } from '../../../../partners/credentials.ts';
import { lintNote } from '../../../../partners/lint/sentences.ts';
import { cartProtocols } from '../../../../partners/mapping/schema.ts';
import { addressesOf, checkAgreement } from '../../../../partners/partners.ts';
import { previewCart } from '../../../../sessions/preview.ts';
import { missingCustomers } from '../../../../shop/customerRecords.ts';
import type { Tongue } from '../../../words/words.ts';
import type { AdminVisit } from '../../visit.ts';
import type { AgreementInHand } from './inHand.ts';
import { sectionOf } from './sections.ts';

type Sentence = (tongue: Tongue, found: string) => string;

const sentences: Readonly<Record<Advice['code'], Sentence>> = {
  noAddress: ({ t }) => t.partnersAdviceNoAddress,
  noBasicSecret: ({ t }) => t.partnersAdviceNoBasicSecret,
  noFormSecret: ({ t }) => t.partnersAdviceNoFormSecret,
  noCxmlSecret: ({ t }) => t.partnersAdviceNoCxmlSecret,
  customerUnknown: ({ t }, found) => t.partnersAdviceCustomerUnknown({ found }),
  secretUnknown: ({ t }, found) => t.partnersAdviceSecretUnknown({ found }),
  everyCustomer: ({ t }) => t.partnersAdviceEveryCustomer,
  noReturnHost: ({ t }) => t.partnersAdviceNoReturnHost,
  noCustomerInCall: ({ t }) => t.partnersAdviceNoCustomerInCall,
  plainHttp: ({ t }) => t.partnersAdvicePlainHttp,
  plainHttpAddress: ({ t }, found) => t.partnersAdvicePlainHttpAddress({ found }),
  answersKept: ({ t }) => t.partnersAdviceAnswersKept,
};

export interface AdviceView {
  readonly tone: Advice['tone'];
  readonly text: string;
  /** Where it is mended: a section, the credentials, or the partner's page. */
  readonly href: string;
}

/** What may surprise of an agreement whose settings can be stored. */
export async function adviceOn(visit: AdminVisit, agreement: AgreementInHand): Promise<AdviceView[]> {
  const { em, deps, tongue, root } = visit;
  const { partner, mode, settings, path } = agreement;
  const checked = checkAgreement(settings, mode).settings;
  if (!checked) return [];
  const addresses = await addressesOf(em, partner.id);
  const advice = adviceFor(checked, {
    mode,
    hasAddress: addresses.some((address) => address.mode === mode),
    hasHub: partner.hub != null,
    credentials: await listCredentials(em, deps.keyRing, partner.id),
    unknownCustomers: await missingCustomers(em, customersNamed(checked)),
  });
  const base = `${root}/admin`;
  const told = advice.map(({ code, tone, path: at, found = '' }) => ({
    ...{ tone, text: sentences[code](tongue, found) },
    ...wayTo(code, { base, partnerId: partner.id, section: `${base}${path}/sections/${sectionOf(at).id}` }),
  }));
  return [...told, ...(await cartAdvice(visit, agreement, checked.punchOut))];
}

const protocolNames = { oci: 'OCI', cxml: 'cXML', peppol: 'Peppol' } as const;

/** What the purchasing system would refuse or cut of an invented cart, once for each kind. */
async function cartAdvice(
  visit: AdminVisit,
  agreement: AgreementInHand,
  punchOut: Agreement['punchOut'],
): Promise<AdviceView[]> {
  const { em, now, tongue, root, shop } = visit;
  const { partner, mode, path } = agreement;
  const open = punchOut && shop ? cartProtocols.filter((protocol) => punchOut[protocol] !== undefined) : [];
  const found: AdviceView[] = [];
  for (const protocol of open) {
    const asked = { partnerId: partner.id, mode, protocol, settings: punchOut! };
    const { findings } = await previewCart(em, asked, now);
    const firsts = new Map(
      findings.filter(({ effect }) => effect !== 'notice').map((finding) => [finding.id, finding]),
    );
    for (const finding of firsts.values()) {
      found.push({
        tone: finding.effect === 'refuse' ? 'bad' : 'warn',
        text: tongue.t.partnersAdviceCart({
          protocol: protocolNames[protocol],
          text: lintNote(finding, tongue.language),
        }),
        href: `${root}/admin${path}/mapping`,
      });
    }
  }
  return found;
}

function wayTo(
  code: Advice['code'],
  at: { readonly base: string; readonly partnerId: string; readonly section: string },
) {
  if (code === 'noAddress') return { href: `${at.base}/partners/${at.partnerId}` };
  const isSecret = code.endsWith('Secret') || code === 'secretUnknown';
  return { href: isSecret ? `${at.base}/partners/${at.partnerId}/credentials` : at.section };
}
