/** What is agreed about how documents come and leave, beside what is posted to our address. Pure. */
import type { Agreement } from '../../../../partners/agreement.ts';
import type { CredentialInfo } from '../../../../partners/credentials.ts';
import {
  addressNames,
  addressText,
  type AddressName,
  type DeliveryAddress,
} from '../../../../partners/messageAddress.ts';
import type { MailIntake } from '../../../../partners/mailIntake.ts';
import type { Pickup } from '../../../../partners/pickups.ts';
import { optionText } from '../../../words/agreement/words.ts';
import type { Tongue } from '../../../words/words.ts';
import type { PlainKey } from '../../../templates.ts';
import { code, fact, type SheetFact, type SheetSection } from './facts.ts';

export interface TransportFacts {
  readonly agreement: Agreement;
  /** Of the partner's address; empty: it has none. */
  readonly code: string;
  /** That the partner comes through. */
  readonly hub: { readonly name: string; readonly orders: string } | undefined;
  /** What we show, by its name; secrets never. */
  readonly shown: ReadonlyMap<string, CredentialInfo>;
  /** Public halves of our keys for file servers, by the name of their credential. */
  readonly publicKeys: ReadonlyMap<string, { readonly line: string; readonly fingerprint: string }>;
  /** Milliseconds between two looks. */
  readonly interval: number;
  /** Address of the mailbox that documents come to; undefined: it is not known here. */
  readonly mailbox: string | undefined;
  /** Sender of our mails. */
  readonly mailFrom: string | undefined;
}

export function transportSections(facts: TransportFacts, tongue: Tongue): SheetSection[] {
  const { pickups, intake, envelope } = facts.agreement;
  return [
    ...pickups.map((pickup) => filesToUs(pickup, facts, tongue)),
    ...(intake.mail ? [mailToUs(intake.mail, facts, tongue)] : []),
    ...destinations(facts.agreement).map((one) => fromUs(one, facts, tongue)),
    ...(envelope.kind === 'sbdh' || facts.hub ? [peppol(facts, tongue)] : []),
  ];
}

function filesToUs(pickup: Pickup, facts: TransportFacts, tongue: Tongue): SheetSection {
  const { t } = tongue;
  const every = { seconds: facts.interval / 1_000 };
  return {
    title: t.partnersSheetFilesIn(pickup),
    facts: [
      ...placeFacts(pickup, facts, tongue),
      fact(t.partnersSheetFileNames, t.partnersSheetYourNames),
      fact(
        t.partnersSheetTaken,
        pickup.whole === 'renamed' ? t.partnersSheetRenamed(every) : t.partnersSheetSecondLook(every),
      ),
      fact(
        t.partnersSheetAfterwards,
        ...[t.partnersSheetClaimed, t.partnersSheetArchive, t.partnersSheetErrors],
        ...(pickup.receipts ? [t.partnersSheetReceipts] : []),
      ),
    ],
    examples: [],
  };
}

type Place = Pick<DeliveryAddress, 'host' | 'port' | 'user' | 'credential' | 'hostKey' | 'folder'> & {
  readonly kind: DeliveryAddress['kind'];
};

/** Where a folder is, and how one gets there. */
function placeFacts(place: Place, { shown, publicKeys }: TransportFacts, { t }: Tongue): SheetFact[] {
  const { kind, host = '', port, user = '', credential = '', hostKey = '', folder = '' } = place;
  if (kind === 'folder') return [fact(t.partnersSheetServer, t.partnersSheetHere), code(t.partnersSheetFolder, folder)];
  const key = publicKeys.get(credential);
  const login = shown.has(credential) ? t.partnersSheetByPassword : t.partnersSheetNotSet;
  return [
    code(t.partnersSheetServer, `sftp://${host}:${port}`),
    code(t.partnersSheetFolder, folder),
    code(t.partnersSheetHostKey, hostKey),
    code(t.partnersSheetOurUser, user),
    key ? code(t.partnersSheetOurKey, key.line, key.fingerprint) : fact(t.partnersSheetOurLogin, login),
  ];
}

function mailToUs({ senders, proof, receipt }: MailIntake, facts: TransportFacts, tongue: Tongue): SheetSection {
  const { t, w, language } = tongue;
  const { mailbox, agreement } = facts;
  const at = mailbox?.lastIndexOf('@') ?? -1;
  const tag = facts.code === '' ? '' : `+${facts.code}`;
  return {
    title: t.partnersSheetMailIn,
    facts: [
      mailbox === undefined || at < 0
        ? fact(t.partnersSheetTo, t.partnersSheetMailboxTold({ tag }))
        : code(t.partnersSheetTo, `${mailbox.slice(0, at)}${tag}${mailbox.slice(at)}`),
      code(t.partnersSheetFromMail, ...senders),
      fact(t.partnersSheetProof, optionText('intake.mail.proof', proof, language)),
      fact(t.partnersSheetAttached, t.partnersSheetAttachedText({ size: w.size(agreement.limits.bytes) })),
      fact(t.partnersSheetReceipt, receipt ? t.partnersSheetMailReceipt : t.partnersSheetNoReceipt),
    ],
    examples: [],
  };
}

/** An address that documents go to, and which. */
interface Destination {
  readonly address: DeliveryAddress;
  readonly names: readonly AddressName[];
}

/** Each place once, with all that goes there. */
function destinations({ orderResponses, addresses }: Agreement): Destination[] {
  const found = new Map<string, { address: DeliveryAddress; names: AddressName[] }>();
  for (const name of addressNames) {
    const address = name === 'orderResponses' ? orderResponses : addresses[name];
    if (!address) continue;
    const place = `${address.kind} ${addressText(address) ?? ''}`;
    const known = found.get(place);
    if (known) known.names.push(name);
    else found.set(place, { address, names: [name] });
  }
  return [...found.values()];
}

const documentKeys = {
  orderResponses: 'partnersSheetAnswers',
  delivery: 'partnersSheetAdvices',
  status: 'partnersSheetUpdates',
  mlr: 'partnersSheetMlrs',
  catalogue: 'partnersSheetCatalogues',
} as const satisfies Readonly<Record<AddressName, PlainKey>>;

function fromUs({ address, names }: Destination, facts: TransportFacts, tongue: Tongue): SheetSection {
  const { t } = tongue;
  const what = fact(t.partnersSheetFormats, ...names.map((name) => t[documentKeys[name]]));
  const { kind, folder = '', mailTo = '' } = address;
  if (kind === 'http') return section(t.partnersSheetHttpOut, [what, ...httpFacts(address, facts, tongue)]);
  if (kind === 'peppol') return section(t.partnersSheetPeppolOut, [what, ...httpFacts(address, facts, tongue)]);
  if (kind === 'mail') {
    const from = facts.mailFrom === undefined ? [] : [code(t.partnersSheetFromMail, facts.mailFrom)];
    const carried = fact(t.partnersSheetAttached, t.partnersSheetOneAttached);
    return section(t.partnersSheetMailOut, [what, code(t.partnersSheetTo, mailTo), ...from, carried]);
  }
  return section(t.partnersSheetFilesOut({ folder }), [
    what,
    ...placeFacts(address, facts, tongue),
    fact(t.partnersSheetFileNames, t.partnersSheetOurNames),
  ]);
}

function section(title: string, facts: readonly SheetFact[]): SheetSection {
  return { title, facts, examples: [] };
}

/** How documents are posted; to the access point of the installation nothing is to be told. */
function httpFacts(address: DeliveryAddress, { shown }: TransportFacts, { t, language }: Tongue): SheetFact[] {
  const { url, authentication, credential = '', certificate } = address;
  const user = authentication === 'basic' ? (address.user ?? shown.get(credential)?.user) : undefined;
  if (url === undefined) return [fact(t.partnersSheetAddress, t.partnersSheetAccessPoint)];
  const login = optionText('orderResponses.authentication', authentication, language);
  return [
    code(t.partnersSheetAddress, `POST ${url}`),
    fact(t.partnersSheetOurLogin, user == null ? login : `${login}: ${user}`),
    ...(certificate === undefined
      ? []
      : [fact(t.partnersSheetCertificate, certificateText(shown.get(certificate), t))]),
    fact(t.partnersSheetRepeats, t.partnersSheetRepeatsText),
  ];
}

function certificateText(shown: CredentialInfo | undefined, t: Tongue['t']): string {
  if (!shown?.validUntil) return t.partnersSheetNotSet;
  return `${shown.user}, ${t.partnersValidUntil({ at: shown.validUntil.toISOString() })}`;
}

function peppol({ agreement: { envelope }, hub }: TransportFacts, { t }: Tongue): SheetSection {
  const participants =
    envelope.kind === 'sbdh'
      ? [
          code(t.partnersSheetYou, `${envelope.partner.scheme}:${envelope.partner.id}`),
          code(t.partnersSheetWe, `${envelope.shop.scheme}:${envelope.shop.id}`),
        ]
      : [];
  const through = hub
    ? [fact(t.partnersSheetThrough, hub.name), code(t.partnersSheetAddress, `POST ${hub.orders}`)]
    : [];
  return section(t.partnersSheetParticipants, [...participants, ...through]);
}
