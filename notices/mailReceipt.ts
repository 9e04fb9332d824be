import type { EntityManager } from '@mikro-orm/postgresql';
import { v5, v7 } from 'uuid';
import { violatedConstraint } from '../database/errors.ts';
import type { Language } from '../documents/sentences.ts';
import { keptFailure } from '../documents/unreadable.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { RoundtripError } from '../platform/errors.ts';
import { isMailAddress } from './address.ts';
import { writeLetter } from './letter.ts';
import { messageIdOf } from './messageId.ts';
import { Notice } from './notice.entity.ts';
import { markTest } from './testMark.ts';

/** What became of one attachment of a mail. */
export interface ReceiptLine {
  readonly filename: string;
  /** It is no document and was not read. */
  readonly ignored: boolean;
  readonly receipt?: { readonly reference: string; readonly repeated: boolean; readonly kept: boolean };
  /** Why it was refused, or is kept for a person to look at. */
  readonly failure?: RoundtripError;
}

export interface MailReceipt {
  /** Whom it is for: the sender of the mail. */
  readonly to: string;
  /** Message-ID and subject of the mail that it answers. */
  readonly messageId: string;
  readonly subject: string;
  /** Of the agreement that took it. */
  readonly mode: Mode;
  readonly shop: string;
  readonly language: Language;
  readonly lines: readonly ReceiptLine[];
}

/** Of ids of receipts: a mail that is brought twice gets one. */
const NAMESPACE = '5b1f0c5e-6a0f-4c9e-9d53-0f3f5b1f7a11';

const words = {
  en: {
    subject: (subject: string) => `Receipt: ${subject}`,
    opening: 'We have your mail. It is a receipt, not yet an acceptance. What became of each attachment:',
    heading: 'Attachments',
    received: (name: string, reference: string) => `${name}: received, reference ${reference}`,
    repeated: (name: string, reference: string) =>
      `${name}: received before, reference ${reference}; nothing is done twice`,
    kept: (name: string, reference: string) => `${name}: kept until a person has looked at it, reference ${reference}`,
    refused: (name: string, reference: string, why: string) => `${name}: refused, reference ${reference}. ${why}`,
    ignored: (name: string) => `${name}: no XML document, not read`,
    closing: 'Sent automatically.',
  },
  sv: {
    subject: (subject: string) => `Kvitto: ${subject}`,
    opening: 'Vi har ert brev. Detta är ett kvitto, ännu inget godkännande. Så här gick det för varje bilaga:',
    heading: 'Bilagor',
    received: (name: string, reference: string) => `${name}: mottagen, referens ${reference}`,
    repeated: (name: string, reference: string) =>
      `${name}: mottagen tidigare, referens ${reference}; inget görs två gånger`,
    kept: (name: string, reference: string) =>
      `${name}: sparad tills en person har tittat på den, referens ${reference}`,
    refused: (name: string, reference: string, why: string) => `${name}: avvisad, referens ${reference}. ${why}`,
    ignored: (name: string) => `${name}: inget XML-dokument, lästes inte`,
    closing: 'Skickat automatiskt.',
  },
} as const;

/** Plans the receipt for a mail, which the worker sends. @returns false where it was planned before, or there is nobody to tell */
export async function planMailReceipt(em: EntityManager, receipt: MailReceipt): Promise<boolean> {
  const { to, messageId, subject, mode, shop, language, lines } = receipt;
  if (!isMailAddress(to)) return false;
  const { subject: about, opening, heading, closing } = words[language];
  const sections = [{ heading, lines: lines.map((line) => lineText(line, language)) }];
  const letter = { subject: markTest(about(subject), mode), opening: [opening], sections, closing: [shop, closing] };
  const id = messageId === '' ? v7() : v5(`${to} ${messageId}`, NAMESPACE);
  try {
    await em.insert(Notice, {
      ...{ id, recipient: to, language, events: 0, attempts: 0, createdAt: new Date() },
      ...{ kind: 'receipt', channel: 'mail', state: 'ready', messageId: messageIdOf(id) },
      content: writeLetter(letter, language),
    });
    return true;
  } catch (error) {
    if (violatedConstraint(error) === undefined) throw error;
    return false;
  }
}

function lineText({ filename, ignored, receipt, failure }: ReceiptLine, language: Language): string {
  const { received, repeated, kept, refused, ignored: notRead } = words[language];
  if (ignored || !receipt) return notRead(filename);
  const { reference } = receipt;
  if (receipt.kept) return kept(filename, reference);
  if (failure) return refused(filename, reference, keptFailure(failure, language).error.message);
  return receipt.repeated ? repeated(filename, reference) : received(filename, reference);
}
