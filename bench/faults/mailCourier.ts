import { startImapServer } from '../../test/kit/imapServer.ts';
import { message } from '../../test/kit/mails.ts';
import { answerIn, type ReceivedMessage } from '../receiver.messages.ts';
import { failInTurn } from './chaos.ts';
import type { Courier } from './courier.ts';
import type { KeptFile, PutFile } from './filesVerdict.ts';
import { sha256Of } from './inboxes.ts';
import { MailReceiver, type ReceivedMail } from './mailReceiver.ts';

const SENDER = 'order@akero.example';
const ARCHIVE = 'Roundtrip-archive';
const ERRORS = 'Roundtrip-error';

/** Orders come as mails into a mailbox that we look into, and answers and receipts leave by SMTP. A mail has its file's name as its subject. */
export async function mailCourier(): Promise<Courier> {
  const [mailbox, receiver] = [await startImapServer([]), await MailReceiver.start()];
  const put: PutFile[] = [];
  const receiptsOf = (name: string) => receiver.mails().filter(({ subject }) => subject === `Receipt: ${name}`);
  /** A mail that was put away; with each receipt beyond the first once more. */
  const kept = (mail: Buffer, folder: KeptFile['folder']): KeptFile[] => {
    const name = subjectOf(mail);
    const [receipt, ...more] = receiptsOf(name);
    // What is attached to it may be refused though the mail was taken in: its sender reads that in the receipt.
    const isRefused = receipt !== undefined && /: refused, reference /.test(receipt.text);
    const file = {
      name,
      folder: isRefused ? 'errors' : folder,
      sha256: sha256Of(mail),
      isExplained: isRefused,
    } as const;
    return [file, ...more.map(() => file)];
  };
  return {
    environment: {
      ...{ PICKUP_INTERVAL: '300ms', IMAP_URL: mailbox.url, IMAP_STARTTLS: 'no' },
      ...{ SMTP_URL: receiver.url, SMTP_STARTTLS: 'no', MAIL_FROM: 'order@shop.example' },
      MAIL_AUTHSERV_ID: 'mx.shop.example',
    },
    settings: {
      intake: { mail: { senders: [SENDER] } },
      // A server that hangs is given up after 2 s.
      orderResponses: { kind: 'mail', mailTo: 'answers@akero.example', timeoutSeconds: 2 },
    },
    put,
    write: (name, text, isBroken = false) => {
      const mail = message(SENDER, [{ name, text }], { subject: name });
      put.push({ name, sha256: sha256Of(mail), isBroken });
      mailbox.bring(mail);
      return Promise.resolve();
    },
    claimed: () => mailbox.inHand().map(subjectOf),
    left: () => [
      ...mailbox.mails('INBOX').map(subjectOf),
      ...put
        .filter(({ name }) => !receiptsOf(name).some(({ accepted }) => accepted > 0))
        .map(({ name }) => `receipt of ${name}`),
    ],
    kept: () => [
      ...mailbox.mails(ARCHIVE).flatMap((mail) => kept(mail, 'archive')),
      ...mailbox.mails(ERRORS).flatMap((mail) => kept(mail, 'errors')),
    ],
    answers: (known) => receiver.mails().flatMap((mail) => answerOf(mail, known)),
    cut: mailbox.cut,
    fail: (random, enough) => failInTurn(receiver, random, enough),
    close: async () => {
      mailbox.close();
      await receiver.close();
    },
  };
}

function subjectOf(mail: Buffer): string {
  return /^Subject: (.*)\r$/m.exec(mail.toString('latin1'))?.[1] ?? '';
}

/** The document that is attached; none where the mail is a receipt. */
function answerOf(mail: ReceivedMail, known: ReadonlySet<string>): ReceivedMessage[] {
  const { messageId, attached, times, accepted, changed } = mail;
  if (!attached) return [];
  const { sha256, text } = attached;
  return [{ messageId, ...answerIn(text), sha256, times, accepted, changed: changed || !known.has(sha256) }];
}
