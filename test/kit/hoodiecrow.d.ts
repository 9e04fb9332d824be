declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface ImapServer {
    readonly server: Server;
    listen(port: number): void;
    close(): void;
    getMailbox(name: string): { readonly messages: readonly unknown[] } | undefined;
  }
  export default function hoodiecrow(options: object): ImapServer;
}
