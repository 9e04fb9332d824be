import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import hoodiecrow, { type ImapServer } from 'hoodiecrow-imap';

/** A real IMAP server; its user is `order`, the password `hemligt`. */
export interface ImapTestServer {
  readonly port: number;
  readonly url: string;
  /** Puts a mail into the mailbox. */
  bring(this: void, mail: Buffer): void;
  /** Mails in a folder. */
  count(this: void, folder: string): number;
  /** The same as they came. */
  mails(this: void, folder: string): Buffer[];
  /** Those of the mailbox that somebody has begun to read. */
  inHand(this: void): Buffer[];
  /** Cuts every connection. */
  cut(this: void): void;
  close(): void;
}

export async function startImapServer(mails: readonly Buffer[]): Promise<ImapTestServer> {
  const messages = mails.map((raw) => ({ raw: raw.toString('latin1') }));
  const storage = { INBOX: { messages }, '': { separator: '/', folders: {} } };
  const users = { order: { password: 'hemligt' } };
  const server = hoodiecrow({ plugins: ['ID', 'AUTH-PLAIN', 'SASL-IR', 'UIDPLUS', 'MOVE'], users, storage });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
  });
  const fetched = noteFetches(server);
  server.listen(0);
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const inFolder = (folder: string) => server.getMailbox(folder)?.messages ?? [];
  const asBytes = ({ raw }: { readonly raw: string }) => Buffer.from(raw, 'latin1');
  const cut = () => sockets.forEach((socket) => socket.destroy());
  return {
    ...{ port, cut },
    url: `imap://order:hemligt@127.0.0.1:${port}/INBOX`,
    bring: (mail) => server.appendMessage('INBOX', [], new Date(), mail.toString('latin1')),
    count: (folder) => inFolder(folder).length,
    mails: (folder) => inFolder(folder).map(asBytes),
    inHand: () =>
      inFolder('INBOX')
        .filter(({ uid }) => fetched.has(uid))
        .map(asBytes),
    close: () => {
      server.close();
      cut();
    },
  };
}

/** @returns the UIDs that have been asked for */
function noteFetches(server: ImapServer): ReadonlySet<number> {
  const fetched = new Set<number>();
  const fetch = server.getCommandHandler('UID FETCH');
  server.setCommandHandler('UID FETCH', (connection, parsed, data, callback) => {
    fetched.add(Number(parsed.attributes[0]?.value));
    fetch(connection, parsed, data, callback);
  });
  return fetched;
}
