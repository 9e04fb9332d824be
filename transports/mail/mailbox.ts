import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import { ImapFlow } from 'imapflow';
import type { Config } from '../../platform/config.ts';
import type { DeliveryFault } from '../../platform/deliveryFault.ts';
import { connectionFault } from './send.ts';

/** Bytes: documents of 50 MB in base64. */
const LARGEST = 75_000_000;
/** Mails of one look: the rest waits for the next one. */
const MOST = 500;
const TIMEOUT = 30_000;
/** For a look that a person waits for. */
const SHORT_TIMEOUT = 10_000;
/** Folders beside the mailbox. */
const FOLDERS = { taken: 'Roundtrip-archive', refused: 'Roundtrip-error' } as const;

export interface MailboxOptions {
  /** `imaps://user:password@host:993/INBOX` or `imap://`. */
  readonly url: string;
  /** An imap:// server must take STARTTLS. */
  readonly startTls: boolean;
  /** Further certificate authorities in PEM, beside those that Node trusts. */
  readonly extraCaFile?: string | undefined;
}

/** The mailbox of the configuration; undefined: none is set. */
export function mailboxOptions({
  imapUrl: url,
  imapStartTls: startTls,
  extraCaFile,
}: Config): MailboxOptions | undefined {
  return url === undefined ? undefined : { url, startTls, extraCaFile };
}

/** What became of a mail; `later`: it stays where it is, for another look. */
export type Handled = 'taken' | 'refused' | 'later';

/** The mailbox cannot be looked into: the fault says why. */
export class MailboxFault extends Error {
  override readonly name = 'MailboxFault';
  readonly fault: DeliveryFault;

  constructor(fault: DeliveryFault, options?: ErrorOptions) {
    super(fault.code, options);
    this.fault = fault;
  }
}

/**
 * Looks into a mailbox by IMAP (RFC 9051): brings each mail to `handle`, oldest first, and puts it into the folder of what became of it, once
 * that is durable. A look that dies in between brings the mail again.
 * @param handle gets undefined for a mail that is too large to be read
 * @returns how many went into each folder
 * @throws MailboxFault
 */
export async function emptyMailbox(
  options: MailboxOptions,
  handle: (bytes: Buffer | undefined) => Promise<Handled>,
  signal: AbortSignal,
): Promise<Readonly<Record<Handled, number>>> {
  const { client, folder } = open(options);
  const counts = { taken: 0, refused: 0, later: 0 };
  try {
    await client.connect();
    const lock = await client.getMailboxLock(folder);
    try {
      const found = (await client.search({ all: true }, { uid: true })) || [];
      for (const uid of found.slice(0, MOST)) {
        if (signal.aborted) break;
        const handled = await handle(await bytesOf(client, uid));
        counts[handled] += 1;
        if (handled !== 'later') await putAway(client, uid, FOLDERS[handled]);
      }
    } finally {
      lock.release();
    }
    await client.logout();
    return counts;
  } catch (error) {
    client.close();
    throw faultOf(error, folder);
  }
}

/** Logs in and opens the mailbox, and leaves it as it is. @returns how many mails are in it @throws MailboxFault */
export async function lookIntoMailbox(options: MailboxOptions): Promise<number> {
  const { client, folder } = open(options, SHORT_TIMEOUT);
  try {
    await client.connect();
    const { exists } = await client.mailboxOpen(folder, { readOnly: true });
    await client.logout();
    return exists;
  } catch (error) {
    client.close();
    throw faultOf(error, folder);
  }
}

function open({ url: given, startTls, extraCaFile }: MailboxOptions, timeout = TIMEOUT) {
  const url = new URL(given);
  const isSecure = url.protocol === 'imaps:';
  const [user, pass, folder] = [url.username, url.password, url.pathname.slice(1)].map(decodeURIComponent);
  const ca = extraCaFile && [...getCACertificates('default'), readFileSync(extraCaFile, 'utf8')];
  const client = new ImapFlow({
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port) || (isSecure ? 993 : 143),
    secure: isSecure,
    ...(!isSecure && { doSTARTTLS: startTls }),
    auth: { user: user ?? '', pass: pass ?? '' },
    logger: false,
    ...(ca && { tls: { ca } }),
    ...{ connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: 4 * timeout },
  });
  // What breaks is thrown by the command under way.
  client.on('error', () => undefined);
  return { client, folder: folder || 'INBOX' };
}

async function bytesOf(client: ImapFlow, uid: number): Promise<Buffer | undefined> {
  const known = await client.fetchOne(String(uid), { size: true }, { uid: true });
  if (known && (known.size ?? 0) > LARGEST) return undefined;
  const read = await client.fetchOne(String(uid), { source: true }, { uid: true });
  return (read && read.source) || Buffer.alloc(0);
}

async function putAway(client: ImapFlow, uid: number, folder: string): Promise<void> {
  await client.messageFlagsAdd(String(uid), [String.raw`\Seen`], { uid: true });
  if (await client.messageMove(String(uid), folder, { uid: true })) return;
  await client.mailboxCreate(folder);
  if (await client.messageMove(String(uid), folder, { uid: true })) return;
  throw new MailboxFault({ code: 'MAILBOX_FOLDER', folder });
}

function faultOf(error: unknown, folder: string): Error {
  if (error instanceof MailboxFault) return error;
  const { message, authenticationFailed, executedCommand, code, tlsFailed } = error as Error & {
    readonly authenticationFailed?: boolean;
    readonly executedCommand?: string;
    readonly code?: string;
    readonly tlsFailed?: boolean;
  };
  if (authenticationFailed) return new MailboxFault({ code: 'MAILBOX_LOGIN' }, { cause: error });
  if (/ (SELECT|EXAMINE) /.test(executedCommand ?? ''))
    return new MailboxFault({ code: 'MAILBOX_MISSING', folder }, { cause: error });
  const known = connectionFault(message, code ?? 'UNKNOWN');
  const isPlain = tlsFailed === true && known.code === 'CONNECTION_FAILED';
  return new MailboxFault(isPlain ? { code: 'MAILBOX_NO_TLS' } : known, { cause: error });
}
