import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';

/** A real IMAP server; its user is `order`, the password `hemligt`. */
export interface ImapTestServer {
  readonly port: number;
  readonly url: string;
  /** Mails in a folder. */
  count(this: void, folder: string): number;
  close(): void;
}

export async function startImapServer(mails: readonly Buffer[]): Promise<ImapTestServer> {
  const messages = mails.map((raw) => ({ raw: raw.toString('latin1') }));
  const storage = { INBOX: { messages }, '': { separator: '/', folders: {} } };
  const users = { order: { password: 'hemligt' } };
  const server = hoodiecrow({ plugins: ['ID', 'AUTH-PLAIN', 'SASL-IR', 'UIDPLUS', 'MOVE'], users, storage });
  server.listen(0);
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `imap://order:hemligt@127.0.0.1:${port}/INBOX`,
    count: (folder) => server.getMailbox(folder)?.messages.length ?? 0,
    close: () => server.close(),
  };
}
