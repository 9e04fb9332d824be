declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  type Handler = (
    connection: unknown,
    parsed: { readonly attributes: readonly { readonly value: string }[] },
    data: unknown,
    callback: () => void,
  ) => void;

  export interface ImapServer {
    readonly server: Server;
    listen(port: number): void;
    close(): void;
    /** `raw`: each character is a byte. */
    getMailbox(
      name: string,
    ): { readonly messages: readonly { readonly uid: number; readonly raw: string }[] } | undefined;
    appendMessage(mailbox: string, flags: readonly string[], date: Date, raw: string): void;
    getCommandHandler(command: string): Handler;
    setCommandHandler(command: string, handler: Handler): void;
  }
  export default function hoodiecrow(options: object): ImapServer;
}
