import type { Agreement } from '../../../partners/agreement.ts';
import { cxmlNames } from '../../../partners/cxml.ts';
import type { Mode } from '../../../partners/partner.entity.ts';
import type { PlainKey } from '../../templates.ts';
import type { PageText } from '../../words/words.ts';
import { causeOf, type RefusalCause, type RefusalFacts } from './cause.ts';

/** A refusal for a person: what was wrong, what was found and expected, and where it is mended. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
  /** Empty: nothing is known, or nothing may be said. */
  readonly found: string;
  readonly expected: string;
  /** Absent where the partner's side has to mend it. */
  readonly mend?: { readonly href: string; readonly text: string };
}

/** Whose address it was, and what is agreed there by now. */
export interface Whose {
  readonly id: string;
  readonly mode: Mode;
  readonly agreement: Agreement | undefined;
  /** By whom somebody may log in there. */
  readonly users: () => Promise<readonly string[]>;
  /** Orders and PunchOut have names of their own. */
  readonly isPunchOut: boolean;
  readonly isHub: boolean;
}

type Said = readonly [title: PlainKey, text: PlainKey];

const says: Readonly<Record<RefusalCause, Said>> = {
  method: ['refusalsMethodTitle', 'refusalsMethodText'],
  partner: ['refusalsPartnerTitle', 'refusalsPartnerText'],
  address: ['refusalsNetworkTitle', 'refusalsNetworkText'],
  'credentials.missing': ['refusalsMissingTitle', 'refusalsMissingText'],
  'credentials.none': ['refusalsNoneTitle', 'refusalsNoneText'],
  'credentials.user': ['refusalsUserTitle', 'refusalsUserText'],
  'credentials.secret': ['refusalsSecretTitle', 'refusalsSecretText'],
  'credentials.kind': ['refusalsKindTitle', 'refusalsKindText'],
  'credentials.revoked': ['refusalsRevokedTitle', 'refusalsRevokedText'],
  'credentials.otherMode': ['refusalsOtherModeTitle', 'refusalsOtherModeText'],
  'credentials.keyGone': ['refusalsKeyGoneTitle', 'refusalsKeyGoneText'],
  'credentials.both': ['refusalsBothTitle', 'refusalsBothText'],
  'credentials.unknown': ['refusalsLogInTitle', 'refusalsLogInText'],
  rate: ['refusalsRateTitle', 'refusalsRateText'],
  enabled: ['refusalsEnabledTitle', 'refusalsEnabledText'],
  testMode: ['refusalsTestModeTitle', 'refusalsTestModeText'],
  paused: ['refusalsPausedTitle', 'refusalsPausedText'],
  contentType: ['refusalsContentTypeTitle', 'refusalsContentTypeText'],
  contentEncoding: ['refusalsEncodingTitle', 'refusalsEncodingText'],
  size: ['refusalsSizeTitle', 'refusalsSizeText'],
  time: ['refusalsTimeTitle', 'refusalsTimeText'],
  body: ['refusalsBodyTitle', 'refusalsBodyText'],
  format: ['refusalsFormatTitle', 'refusalsFormatText'],
  sender: ['refusalsSenderTitle', 'refusalsSenderText'],
  from: ['refusalsFromTitle', 'refusalsFromText'],
  to: ['refusalsToTitle', 'refusalsToText'],
  protocol: ['refusalsProtocolTitle', 'refusalsProtocolText'],
  customer: ['refusalsCustomerTitle', 'refusalsCustomerText'],
  returnAddress: ['refusalsReturnTitle', 'refusalsReturnText'],
};

/** Facts of a refusal with what the caller claimed and where it called from. */
export interface Refusal extends RefusalFacts {
  readonly user: string | undefined;
  readonly remoteAddress: string;
}

/** Puts a refusal into words, with what is agreed by now. @param base path of the console */
export async function explain(
  refusal: Refusal,
  whose: Whose | undefined,
  { t, base }: { readonly t: PageText; readonly base: string },
): Promise<Explanation> {
  const cause = causeOf(refusal);
  const [title, text] = says[cause];
  const [detail] = refusal.details;
  const isLogIn = cause.startsWith('credentials.');
  const found = isLogIn ? (refusal.user ?? '') : cause === 'address' ? refusal.remoteAddress : (detail?.found ?? '');
  const agreed = whose ? await agreedOf(cause, whose) : '';
  const mend = whose && mendAt(cause, whose, t, base);
  return {
    ...{ title: t[title], text: t[text], found },
    expected: agreed === '' ? (detail?.expected ?? '') : agreed,
    ...(mend && { mend }),
  };
}

type Names = readonly { readonly domain: string; readonly identity: string }[];

/** What is agreed by now, where a request is held against the agreement; empty where it is not. */
async function agreedOf(cause: RefusalCause, whose: Whose): Promise<string> {
  const { agreement, isPunchOut, isHub } = whose;
  if (cause.startsWith('credentials.')) return (await whose.users()).join(', ');
  if (!agreement || isHub) return '';
  const names = isPunchOut ? agreement.punchOut?.cxml : cxmlNames(agreement);
  const agreed: Readonly<Partial<Record<RefusalCause, readonly string[]>>> = {
    address: agreement.allowedAddresses,
    rate: [`${agreement.limits.requestsPerMinute} / min`],
    from: listed(names?.from),
    to: listed(names?.to),
    sender: agreement.senders.map(({ scheme, id }) => (scheme === undefined ? id : `${scheme}:${id}`)),
    customer: agreement.customers,
  };
  return agreed[cause]?.join(', ') ?? '';
}

function listed(names: Names = []): string[] {
  return names.map(({ domain, identity }) => `${domain}/${identity}`);
}

/** The section of the agreement's form that has the setting. */
const sectionOf: Readonly<Partial<Record<RefusalCause, readonly [orders: string, punchOut: string]>>> = {
  address: ['documents', 'documents'],
  rate: ['documents', 'documents'],
  size: ['documents', 'documents'],
  format: ['documents', 'punchout'],
  sender: ['documents', 'documents'],
  customer: ['documents', 'documents'],
  from: ['cxml-orders', 'cxml'],
  to: ['cxml-orders', 'cxml'],
  protocol: ['punchout', 'punchout'],
  returnAddress: ['punchout', 'punchout'],
};

function mendAt(cause: RefusalCause, { id, mode, isPunchOut }: Whose, t: PageText, base: string): Explanation['mend'] {
  const partner = `${base}/partners/${id}`;
  if (cause.startsWith('credentials.')) return { href: `${partner}/credentials`, text: t.refusalsToCredentials };
  if (cause === 'enabled' || cause === 'paused') return { href: partner, text: t.refusalsToPartner };
  if (cause === 'testMode') return { href: `${partner}/agreements/test`, text: t.refusalsToAgreement };
  const sections = sectionOf[cause];
  if (!sections) return undefined;
  const section = sections[isPunchOut ? 1 : 0];
  return { href: `${partner}/agreements/${mode}/sections/${section}`, text: t.refusalsToAgreement };
}
