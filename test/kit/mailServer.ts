import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface MailServerOptions extends SMTPServerOptions {
  readonly port?: number;
}

/** A real mail server that keeps what it takes. What it is to refuse is said by its options (onRcptTo, onData, onAuth). */
export class MailServer {
  readonly mails: ParsedMail[] = [];
  /** Headers and all, as they came over the wire. */
  readonly sources: string[] = [];
  /** Addresses of the envelope. */
  readonly recipients: string[] = [];
  readonly #server: SMTPServer;

  private constructor(options: SMTPServerOptions) {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: options.key === undefined ? ['STARTTLS'] : [],
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const source = Buffer.concat(chunks);
          void simpleParser(source).then((mail) => {
            this.mails.push(mail);
            this.sources.push(source.toString('latin1'));
            this.recipients.push(...session.envelope.rcptTo.map(({ address }) => address));
            callback();
          });
        });
      },
      ...options,
    });
    // A client that gives up on TLS is what some tests are about.
    this.#server.on('error', () => undefined);
  }

  static async start({ port = 0, ...options }: MailServerOptions = {}): Promise<MailServer> {
    const server = new MailServer(options);
    server.#server.listen(port, '127.0.0.1');
    await once(server.#server.server, 'listening');
    return server;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  readonly close = async (): Promise<void> => {
    await new Promise<void>((resolve) => this.#server.close(resolve));
  };
}
