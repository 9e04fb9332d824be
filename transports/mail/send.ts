import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '../../platform/config.ts';
import type { DeliveryFault } from '../../platform/deliveryFault.ts';
import type { Judgement } from '../http/judge.ts';

const CONNECT_TIMEOUT = 10_000;
/** For an attempt that a person waits for. */
const SHORT_TIMEOUT = 10_000;
/** How much of a server's word is kept. */
const KEPT_REPLY = 300;

export interface MailSenderOptions {
  /** `smtp://user:password@host:port` or `smtps://`. */
  readonly url: string;
  readonly from: string;
  /** An smtp:// server must take STARTTLS. */
  readonly startTls: boolean;
  /** Further certificate authorities in PEM, beside those that Node trusts. */
  readonly extraCaFile?: string | undefined;
}

export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

export interface Mail {
  readonly to: string;
  /** `<...@...>`, the same on every attempt. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** BCP 47. */
  readonly language: string;
  readonly attachments?: readonly MailAttachment[];
  /** Name beside the address of the sender. */
  readonly senderName: string;
  /** Bound of the whole attempt, in milliseconds. */
  readonly timeout: number;
}

/** The mail server of the configuration; undefined: none is set. */
export function mailSender({
  smtpUrl: url,
  mailFrom: from,
  smtpStartTls,
  extraCaFile,
}: Config): MailSender | undefined {
  if (url === undefined || from === undefined) return undefined;
  return new MailSender({ url, from, startTls: smtpStartTls, extraCaFile });
}

/** Sends mail by SMTP (RFC 5321): TLS verified, every wait bounded, one connection a mail. */
export class MailSender {
  readonly #options: MailSenderOptions;
  readonly #ca: string[] | undefined;

  constructor(options: MailSenderOptions) {
    this.#options = options;
    const { extraCaFile } = options;
    this.#ca = extraCaFile ? [...getCACertificates('default'), readFileSync(extraCaFile, 'utf8')] : undefined;
  }

  /** One attempt. Never throws for what the server or the network does. */
  async send(mail: Mail): Promise<Judgement> {
    const transport = this.#transport(mail.timeout);
    const { from } = this.#options;
    try {
      await transport.sendMail({
        from: { name: mail.senderName, address: from },
        // An object is never taken apart at commas: one address stays one.
        to: { name: '', address: mail.to },
        messageId: mail.messageId,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        attachments: (mail.attachments ?? []).map((each) => ({ ...each })),
        headers: { 'content-language': mail.language, 'auto-submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { verdict: 'delivered' };
    } catch (error) {
      return judgeSmtp(error);
    } finally {
      transport.close();
    }
  }

  /** Connects and logs in, and sends nothing. @returns why that fails; undefined where it works */
  async verify(): Promise<DeliveryFault | undefined> {
    const transport = this.#transport(SHORT_TIMEOUT);
    try {
      await transport.verify();
      return undefined;
    } catch (error) {
      return judgeSmtp(error).fault;
    } finally {
      transport.close();
    }
  }

  #transport(timeout: number): Transporter {
    const { url, startTls } = this.#options;
    return createTransport({
      url,
      requireTLS: startTls && url.startsWith('smtp:'),
      ...(this.#ca && { tls: { ca: this.#ca } }),
      connectionTimeout: Math.min(CONNECT_TIMEOUT, timeout),
      greetingTimeout: timeout,
      socketTimeout: timeout,
    });
  }
}

/** What nodemailer adds to an error. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/**
 * A permanent refusal of the recipient or the mail (5yz, RFC 5321 4.2.1) stops and calls a person. All else is tried again; so is a
 * login that fails, since it is ours to mend, and not the recipient's.
 */
export function judgeSmtp(error: unknown): Exclude<Judgement, { readonly verdict: 'delivered' }> {
  const { code = 'UNKNOWN', responseCode, response = '', message } = error as SmtpError;
  if (code === 'EAUTH' || code === 'ENOAUTH') return { verdict: 'retry', fault: { code: 'SMTP_LOGIN' } };
  if (code === 'ETLS' || /STARTTLS/i.test(message)) return { verdict: 'retry', fault: { code: 'SMTP_NO_TLS' } };
  if (responseCode !== undefined) {
    const fault: DeliveryFault = { code: 'SMTP_REPLY', status: responseCode, text: firstWords(response) };
    return { verdict: responseCode >= 500 ? 'stop' : 'retry', fault };
  }
  return { verdict: 'retry', fault: faults[code] ?? connectionFault(message, code) };
}

const faults: Readonly<Record<string, DeliveryFault>> = {
  EDNS: { code: 'NAME_UNKNOWN' },
  ENOTFOUND: { code: 'NAME_UNKNOWN' },
  ETIMEDOUT: { code: 'NO_ANSWER' },
  CONNECT_TIMEOUT: { code: 'UNREACHABLE' },
  GREETING_TIMEOUT: { code: 'NO_ANSWER' },
  ECONNREFUSED: { code: 'CONNECTION_REFUSED' },
  ECONNRESET: { code: 'CONNECTION_CLOSED' },
  ECONNECTION: { code: 'CONNECTION_CLOSED' },
};

/** Libraries for mail call whatever breaks on the way by one code: the message says what it was. */
export function connectionFault(message: string, code: string): DeliveryFault {
  const known = Object.entries(faults).find(([name]) => name === code || message.includes(name));
  if (known) return known[1];
  if (/self[- ]signed/i.test(message)) return { code: 'CERTIFICATE_SELF_SIGNED' };
  if (/has expired/i.test(message)) return { code: 'CERTIFICATE_EXPIRED' };
  if (/altnames/i.test(message)) return { code: 'CERTIFICATE_OTHER_NAME' };
  if (/unable to (verify|get)/i.test(message)) return { code: 'CERTIFICATE_UNTRUSTED' };
  return { code: 'CONNECTION_FAILED', error: code };
}

/** The reply's text without its code and without what could be taken for further lines. */
function firstWords(response: string): string {
  return response
    .replace(/^\d{3}[ -]/, '')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, KEPT_REPLY);
}
