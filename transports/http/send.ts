import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import { Agent, ProxyAgent, type Dispatcher } from 'undici';
import type { Config } from '../../platform/config.ts';
import type { DeliveryFault, DeliveryFaultCode } from '../../platform/deliveryFault.ts';
import { PrivateAddressError, publicLookup, requirePublicHost } from './addresses.ts';

/** Carries the same value on every attempt to deliver one document, so that a receiver can recognise a repeat. */
export const MESSAGE_ID_HEADER = 'message-id';
const USER_AGENT = 'Roundtrip';
/** How much of a receiver's answer is kept for people to read, in bytes. */
const KEPT_ANSWER = 8 * 1024;
const CONNECT_TIMEOUT = 10_000;

export interface HttpSenderOptions {
  /** Further certificate authorities in PEM, beside those that Node trusts. */
  readonly extraCaFile?: string | undefined;
  /** `http://user:password@proxy:3128`; the proxy then resolves names and guards its own network. */
  readonly proxy?: string | undefined;
  /** Send to private networks too: for tests, and where a receiver really is in the own network. */
  readonly allowPrivateAddresses?: boolean;
}

export interface HttpDocument {
  readonly url: string;
  /** POST where nothing is said; a GET has an empty body. */
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly messageId: string;
  readonly contentType: string;
  /** `Basic ...` or `Bearer ...`. */
  readonly authorization?: string;
  /** Further headers, with lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Size of the body in bytes. */
  readonly size: number;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
  /** Bound of the whole attempt, in milliseconds. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  /** Bytes of the answer that are kept, where it is read and not only shown to people. */
  readonly answerLimit?: number;
  /** The address is one of our own, which may be private. */
  readonly toOurselves?: boolean;
  /** In PEM; shown to a server that asks for it in the TLS handshake. */
  readonly clientCertificate?: { readonly certificate: string; readonly key: string };
}

/** How an attempt ended. */
export type HttpOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter?: string;
      readonly contentType?: string;
      /** The first 8 KiB of the answer, or so much as `answerLimit` says. */
      readonly body: string;
      /** What was kept is not all of it. */
      readonly isCut?: true;
    }
  | { readonly kind: 'failed'; readonly fault: DeliveryFault }
  | { readonly kind: 'blocked'; readonly fault: DeliveryFault };

/** One for a process, by its configuration. */
export function httpSender({ extraCaFile, outboundProxy: proxy, allowPrivateAddresses }: Config): HttpSender {
  return new HttpSender({ extraCaFile, proxy, allowPrivateAddresses });
}

/** Sends documents over HTTP: TLS verified, no redirects followed, every wait bounded, the answer cut to what is kept. */
export class HttpSender {
  readonly #options: HttpSenderOptions;
  readonly #ca: string[] | undefined;
  readonly #dispatcher: Dispatcher;
  readonly #toOurselves = new Agent({ allowH2: false, connect: { timeout: CONNECT_TIMEOUT } });
  readonly #allowPrivate: boolean;

  constructor(options: HttpSenderOptions = {}) {
    this.#options = options;
    this.#allowPrivate = options.allowPrivateAddresses ?? false;
    this.#ca = options.extraCaFile
      ? [...getCACertificates('default'), readFileSync(options.extraCaFile, 'utf8')]
      : undefined;
    this.#dispatcher = this.#newDispatcher({});
  }

  /** @param shown the client certificate */
  #newDispatcher(shown: { readonly cert?: string; readonly key?: string }): Dispatcher {
    const tls = { timeout: CONNECT_TIMEOUT, ...(this.#ca && { ca: this.#ca }), ...shown };
    const { proxy } = this.#options;
    return proxy
      ? new ProxyAgent({ uri: proxy, allowH2: false, connectTimeout: CONNECT_TIMEOUT, requestTls: tls })
      : new Agent({ allowH2: false, connect: this.#allowPrivate ? tls : { ...tls, lookup: publicLookup } });
  }

  /** One attempt. Never throws for what the receiver or the network does. */
  async send(document: HttpDocument): Promise<HttpOutcome> {
    const limit = AbortSignal.timeout(document.timeout);
    try {
      const url = new URL(document.url);
      if (!this.#allowPrivate && !document.toOurselves) requirePublicHost(url);
      const signal = document.signal ? AbortSignal.any([limit, document.signal]) : limit;
      return await this.#postBy(url, document, signal);
    } catch (error) {
      const blocked = privateAddressIn(error);
      if (blocked) {
        return { kind: 'blocked', fault: { code: 'ADDRESS_PRIVATE', address: blocked.address } };
      }
      if (limit.aborted) {
        return { kind: 'failed', fault: { code: 'NO_ANSWER', seconds: document.timeout / 1000 } };
      }
      return failure(error);
    }
  }

  /** A connection that showed a client certificate serves that one attempt, and the opened key goes with it. */
  async #postBy(url: URL, document: HttpDocument, signal: AbortSignal): Promise<HttpOutcome> {
    const { clientCertificate, toOurselves } = document;
    if (toOurselves) return this.#post(this.#toOurselves, url, document, signal);
    if (!clientCertificate) return this.#post(this.#dispatcher, url, document, signal);
    const dispatcher = this.#newDispatcher({ cert: clientCertificate.certificate, key: clientCertificate.key });
    try {
      return await this.#post(dispatcher, url, document, signal);
    } finally {
      await dispatcher.destroy();
    }
  }

  async #post(dispatcher: Dispatcher, url: URL, document: HttpDocument, signal: AbortSignal): Promise<HttpOutcome> {
    const response = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: document.method ?? 'POST',
      headers: {
        ...(document.method !== 'GET' && {
          'content-type': document.contentType,
          'content-length': String(document.size),
        }),
        'user-agent': USER_AGENT,
        [MESSAGE_ID_HEADER]: document.messageId,
        ...document.headers,
        ...(document.authorization ? { authorization: document.authorization } : {}),
      },
      body: document.method === 'GET' ? null : (document.body as Uint8Array),
      headersTimeout: document.timeout,
      bodyTimeout: document.timeout,
      signal,
    });
    const retryAfter = single(response.headers['retry-after']);
    const contentType = single(response.headers['content-type']);
    return {
      kind: 'answered',
      status: response.statusCode,
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...(contentType === undefined ? {} : { contentType }),
      ...(await firstBytes(response.body, document.answerLimit ?? KEPT_ANSWER)),
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.#dispatcher.close(), this.#toOurselves.close()]);
  }
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** The first bytes as text. What follows is not waited for; a body that breaks off does not undo the status line. */
async function firstBytes(
  body: Dispatcher.ResponseData['body'],
  most: number,
): Promise<{ readonly body: string; readonly isCut?: true }> {
  const parts: Buffer[] = [];
  let size = 0;
  let isCut = false;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      parts.push(chunk);
      size += chunk.length;
      if (size >= most) break;
    }
  } catch {
    // The status decides; an answer that breaks off half-way is kept as far as it came.
    isCut = true;
  }
  // NUL cannot be stored as text.
  const text = Buffer.concat(parts).subarray(0, most).toString('utf8').replaceAll('\0', '');
  return { body: text, ...((isCut || size > most) && { isCut: true }) };
}

function privateAddressIn(error: unknown): PrivateAddressError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof PrivateAddressError) return at;
  return undefined;
}

/** Faults that need no values. */
type PlainFault = {
  [C in DeliveryFaultCode]: { readonly code: C } extends Extract<DeliveryFault, { code: C }> ? C : never;
}[DeliveryFaultCode];

/** What commonly goes wrong on the way; the code is shown for the rest. */
const faults: Readonly<Record<string, PlainFault>> = {
  ECONNREFUSED: 'CONNECTION_REFUSED',
  ECONNRESET: 'CONNECTION_CLOSED',
  EPIPE: 'CONNECTION_CLOSED',
  UND_ERR_SOCKET: 'CONNECTION_CLOSED',
  ENOTFOUND: 'NAME_UNKNOWN',
  EAI_AGAIN: 'DNS_AWAY',
  ETIMEDOUT: 'UNREACHABLE',
  UND_ERR_CONNECT_TIMEOUT: 'UNREACHABLE',
  UND_ERR_HEADERS_TIMEOUT: 'NO_ANSWER',
  UND_ERR_BODY_TIMEOUT: 'ANSWER_UNFINISHED',
  CERT_HAS_EXPIRED: 'CERTIFICATE_EXPIRED',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'CERTIFICATE_SELF_SIGNED',
  SELF_SIGNED_CERT_IN_CHAIN: 'CERTIFICATE_UNTRUSTED',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'CERTIFICATE_INCOMPLETE',
  ERR_TLS_CERT_ALTNAME_INVALID: 'CERTIFICATE_OTHER_NAME',
};

function failure(error: unknown): HttpOutcome {
  let code = 'UNKNOWN';
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') code = at.code;
  }
  const known = refusesUs(code) ? 'CLIENT_CERTIFICATE_REFUSED' : faults[code];
  return { kind: 'failed', fault: known ? { code: known } : { code: 'CONNECTION_FAILED', error: code } };
}

/** TLS alerts (RFC 8446, 6.2) of a server that asks for a client certificate, or does not take ours. */
function refusesUs(code: string): boolean {
  return /ALERT_(CERTIFICATE_(REQUIRED|UNKNOWN|EXPIRED|REVOKED)|BAD_CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE|ACCESS_DENIED)$/.test(
    code,
  );
}
