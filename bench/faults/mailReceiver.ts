import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { sha256Of } from './inboxes.ts';

/** How it fails. `refuse`: nobody listens. `defer`: 451 at the recipient. `closeHalfway`: the mail is taken, and the connection ends before the reply. */
const modes = ['refuse', 'hang', 'defer', 'closeHalfway', 'closeUnread'] as const;
type Mode = 'ok' | (typeof modes)[number];

/** All that came under one Message-ID. */
export interface ReceivedMail {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  /** SHA-256 and text of what is attached, where something is. */
  readonly attached?: { readonly sha256: string; readonly text: string };
  /** Times that it came whole. */
  times: number;
  /** Times that it was replied to with 250. */
  accepted: number;
  /** Did it come with another attachment under the same id? */
  changed: boolean;
}

/** The mail server of a partner, which takes everything. */
export class MailReceiver {
  readonly modes = modes;
  readonly #mails = new Map<string, ReceivedMail>();
  readonly #sockets = new Set<Socket>();
  readonly #server: SMTPServer;
  #mode: Mode = 'ok';
  #port = 0;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onConnect: (_session, goOn) => {
        if (this.#mode !== 'hang') goOn();
      },
      onRcptTo: (_address, _session, goOn) => {
        if (this.#mode === 'defer') goOn(Object.assign(new Error('try again later'), { responseCode: 451 }));
        else goOn();
      },
      onData: (stream, session, goOn) => void this.#take(stream, session, goOn),
    });
    // What is cut is cut on purpose.
    this.#server.on('error', () => undefined);
    this.#server.server.prependListener('connection', (socket: Socket) => {
      this.#sockets.add(socket.on('close', () => this.#sockets.delete(socket)));
      if (this.#mode === 'closeUnread') socket.destroy();
    });
  }

  static async start(): Promise<MailReceiver> {
    const receiver = new MailReceiver();
    await receiver.#listen();
    return receiver;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  mails(): ReceivedMail[] {
    return [...this.#mails.values()];
  }

  readonly behave = async (next: Mode): Promise<void> => {
    if (this.#mode === 'refuse' && next !== 'refuse') await this.#listen();
    if (this.#mode !== 'refuse' && next === 'refuse') this.#server.server.close();
    // Whoever hangs would hang until its own time limit.
    if (next === 'refuse' || this.#mode === 'hang') this.#cut();
    this.#mode = next;
  };

  readonly close = async (): Promise<void> => {
    this.#cut();
    if (this.#mode !== 'refuse') await new Promise<void>((resolve) => this.#server.close(resolve));
  };

  async #listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server.server, 'listening');
    this.#port = (this.#server.server.address() as AddressInfo).port;
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async #take(stream: SMTPServerDataStream, { remotePort }: SMTPServerSession, goOn: () => void): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    const mail = await this.#record(Buffer.concat(pieces));
    if (this.#mode === 'closeHalfway') {
      for (const socket of this.#sockets) if (socket.remotePort === remotePort) socket.destroy();
      return;
    }
    mail.accepted += 1;
    goOn();
  }

  async #record(source: Buffer): Promise<ReceivedMail> {
    const { messageId = '', subject = '', text = '', attachments } = await simpleParser(source);
    const [first] = attachments;
    const attached = first && { sha256: sha256Of(first.content), text: first.content.toString('utf8') };
    const known = this.#mails.get(messageId);
    const mail = known ?? {
      messageId,
      subject,
      text,
      times: 0,
      accepted: 0,
      changed: false,
      ...(attached && { attached }),
    };
    mail.times += 1;
    mail.changed ||= mail.attached?.sha256 !== attached?.sha256;
    this.#mails.set(messageId, mail);
    return mail;
  }
}
