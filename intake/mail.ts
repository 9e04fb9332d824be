import path from 'node:path';
import { v7 } from 'uuid';
import type { IntakeCheck } from '../documents/refusedRequest.entity.ts';
import { keepRefusedRequest } from '../documents/refusedRequests.ts';
import { planMailReceipt } from '../notices/mailReceipt.ts';
import { findAtAddress } from '../partners/partners.ts';
import { isProven, mailDoors, type AuthenticationResult, type MailIntake } from '../partners/mailIntake.ts';
import { currentMaintenance } from '../platform/maintenance.ts';
import { errorTypes, RoundtripError, type ErrorType } from '../platform/errors.ts';
import { newReference } from '../platform/reference.ts';
import { shopProfile } from '../shop/profile.ts';
import { ArrivingBody } from './arriving.ts';
import { refuseWhilePaused, requireOpen, type Guest } from './guest.ts';
import type { StartDeps } from './start.ts';
import { take, type Taken } from './take.ts';

export interface MailPart {
  readonly filename: string;
  /** As the mail says. */
  readonly contentType: string;
  readonly content: Buffer;
}

/** A mail as it came, taken apart. */
export interface IncomingMail {
  /** The one address of From; undefined where there is none, or several. */
  readonly from: string | undefined;
  /** Every address that it went to. */
  readonly recipients: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  /** A bounce, an automatic reply, or of a list: it is never answered. */
  readonly isAutomatic: boolean;
  /** What our own mail server found. */
  readonly found: readonly AuthenticationResult[];
  readonly parts: readonly MailPart[];
}

export interface MailDeps extends StartDeps {
  /** Folder for long documents on their way into the database. */
  readonly spool: string;
}

/** What a mail that is not taken looks like among refused requests. */
const PATH = 'mail';
/** Nothing was lost: the mail can be brought again. */
const passing: ReadonlySet<ErrorType> = new Set<ErrorType>(['PartnerPaused', 'Maintenance', 'StoreUnavailable']);
const checkOf: Readonly<Partial<Record<ErrorType, IntakeCheck>>> = {
  SenderMismatch: 'sender',
  AccessDenied: 'address',
  PartnerDisabled: 'enabled',
};

/** Can the mail be brought again later? */
export function isPassing({ type }: RoundtripError): boolean {
  return passing.has(type);
}

/**
 * Takes in a mail and plans the receipt for its sender, where that is agreed; one that is not taken stands among the refused requests.
 * @throws what `takeMail` throws
 */
export async function receiveMail(deps: MailDeps, mail: IncomingMail): Promise<TakenMail> {
  try {
    const taken = await takeMail(deps, mail);
    if (taken.settings.receipt && !mail.isAutomatic) await planReceipt(deps, mail, taken);
    return taken;
  } catch (error) {
    if (error instanceof RoundtripError && !isPassing(error)) await keepRefusal(deps, mail, error);
    throw error;
  }
}

async function planReceipt({ orm }: MailDeps, mail: IncomingMail, { guest, parts }: TakenMail): Promise<void> {
  const em = orm.em.fork();
  const { messageId, subject } = mail;
  const { mode, settings } = guest.agreement;
  const { language } = settings.answers;
  const shop = (await shopProfile(em))?.name ?? 'Roundtrip';
  await planMailReceipt(em, { to: mail.from ?? '', messageId, subject, mode, shop, language, lines: parts });
}

async function keepRefusal({ orm, log }: MailDeps, mail: IncomingMail, error: RoundtripError): Promise<void> {
  const { from = '', subject, messageId } = mail;
  const { type, message, details } = error;
  log.warn({ error, from, messageId }, 'A mail was not taken');
  await keepRefusedRequest(orm.em.fork(), {
    ...{
      reference: newReference(),
      path: PATH,
      remoteAddress: `mailto:${from}`.slice(0, 260),
      claimedUser: from || undefined,
    },
    ...{ partnerId: undefined, inboundDocumentId: undefined, mode: undefined, credentialFault: undefined },
    ...{ failedCheck: checkOf[type] ?? 'body', error: type, status: errorTypes[type].http, message, details },
    headers: { from, subject: subject.slice(0, 200), 'message-id': messageId },
    head: new Uint8Array(0),
    secrets: [],
  });
}

/** What became of one attachment; `ignored`: it is no document. */
export interface TakenPart extends Partial<Taken> {
  readonly filename: string;
  readonly ignored: boolean;
}

export interface TakenMail {
  readonly guest: Guest;
  readonly settings: MailIntake;
  readonly parts: readonly TakenPart[];
}

/** What a document may be called where its type does not tell. */
const XML_NAME = /\.(xml|cxml|ubl)$/i;
const XML_TYPE = /^(application|text)\/([\w.+-]+\+)?xml\b/i;

/**
 * Takes in the documents that are attached to a mail, each as the API would. Whose it is: the partner whose agreement names the sender; the
 * part of the recipient after `+` says which address of ours where that is several, as `order+akero-test@...`.
 * @throws SenderMismatch, AccessDenied, PartnerDisabled, DocumentUnsupported: nothing was stored, and it will not be taken;
 * PartnerPaused, Maintenance, StoreUnavailable: nothing was lost, bring it again (what was stored already is recognised)
 */
async function takeMail(deps: MailDeps, mail: IncomingMail): Promise<TakenMail> {
  await refuseInMaintenance(deps);
  const { guest, settings } = await admit(deps, mail);
  const parts = mail.parts.map((part) => ({ part, isDocument: isDocument(part) }));
  if (!parts.some((each) => each.isDocument)) {
    const details = [{ element: 'attachment', found: `${parts.length} attachments`, expected: 'an XML document' }];
    throw new RoundtripError('DocumentUnsupported', 'No document is attached to the mail.', { details });
  }
  const taken: TakenPart[] = [];
  for (const { part, isDocument: isOne } of parts) {
    const { filename } = part;
    taken.push({ filename, ignored: !isOne, ...(isOne && (await takePart(deps, guest, mail, part))) });
  }
  return { guest, settings, parts: taken };
}

async function refuseInMaintenance({ orm }: MailDeps): Promise<void> {
  if (await currentMaintenance(orm.em.fork())) {
    throw new RoundtripError('Maintenance', 'Roundtrip is being maintained. Nothing was stored: bring it again later.');
  }
}

/** Who sent it. @throws SenderMismatch, AccessDenied, PartnerDisabled, PartnerPaused */
async function admit(
  { orm }: MailDeps,
  { from, recipients, found }: IncomingMail,
): Promise<Pick<TakenMail, 'guest' | 'settings'>> {
  if (from === undefined) throw new RoundtripError('SenderMismatch', 'The mail has not exactly one sender.');
  const em = orm.em.fork();
  const doors = await mailDoors(em, from);
  const tags = new Set(recipients.map((address) => /\+([^@]+)@/.exec(address.toLowerCase())?.[1]));
  const named = doors.filter((code) => tags.has(code));
  const [code, ...others] = named.length > 0 ? named : doors;
  if (code === undefined) throw unknownSender(from, 'No agreement takes documents by mail from this address.');
  if (others.length > 0) {
    const message = `${doors.length} agreements take documents by mail from this address: write to order+name@..., with the name of one of ours.`;
    throw unknownSender(from, message);
  }
  const guest = requireOpen((await findAtAddress(em, code))!);
  const settings = guest.agreement.settings.intake.mail!;
  if (!isProven(settings, from, found)) {
    throw new RoundtripError('AccessDenied', 'Nothing proves that the mail is of its sender.', {
      details: [
        { element: 'Authentication-Results', found: inWords(found), expected: `${settings.proof} of the domain` },
      ],
    });
  }
  refuseWhilePaused({ check: 'paused' }, guest.paused);
  return { guest, settings };
}

function unknownSender(from: string, message: string): RoundtripError {
  const details = [{ element: 'From', found: from.slice(0, 254), expected: 'a sender that one agreement names' }];
  return new RoundtripError('SenderMismatch', message, { details });
}

function inWords(found: readonly AuthenticationResult[]): string {
  return (
    found
      .map(({ method, result }) => `${method}=${result}`)
      .join(', ')
      .slice(0, 200) || 'nothing'
  );
}

function isDocument({ filename, contentType }: MailPart): boolean {
  return XML_TYPE.test(contentType) || XML_NAME.test(filename);
}

async function takePart(deps: MailDeps, guest: Guest, mail: IncomingMail, part: MailPart): Promise<Taken> {
  const body = new ArrivingBody(path.join(deps.spool, v7()));
  try {
    await body.add(part.content);
    return await take(deps, guest, {
      reference: newReference(),
      body,
      contentType: XML_TYPE.test(part.contentType) ? part.contentType : 'application/xml',
      headers: {
        from: mail.from ?? '',
        'message-id': mail.messageId,
        subject: mail.subject.slice(0, 200),
        filename: part.filename.slice(0, 200),
      },
      from: `mailto:${mail.from}`,
    });
  } finally {
    await body.discard();
  }
}
