import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import { Agent, ProxyAgent, type Dispatcher } from 'undici';
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
  readonly messageId: string;
  readonly contentType: string;
  /** `Basic ...` or `Bearer ...`. */
  readonly authorization?: string;
  /** Size of the body in bytes. */
  readonly size: number;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
  /** Bound of the whole attempt, in milliseconds. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

/** How an attempt ended. `text` is a sentence for a person, without secrets. */
export type HttpOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter?: string;
      readonly contentType?: string;
      /** The first 8 KiB of the answer. */
      readonly body: string;
    }
  | { readonly kind: 'failed'; readonly code: string; readonly text: string }
  | { readonly kind: 'blocked'; readonly code: string; readonly text: string };

/** Sends documents over HTTP: TLS verified, no redirects followed, every wait bounded, the answer cut to what is kept. */
export class HttpSender {
  readonly #dispatcher: Dispatcher;
  readonly #allowPrivate: boolean;

  constructor(options: HttpSenderOptions = {}) {
    this.#allowPrivate = options.allowPrivateAddresses ?? false;
    const ca = options.extraCaFile
      ? [...getCACertificates('default'), readFileSync(options.extraCaFile, 'utf8')]
      : undefined;
    const tls = { timeout: CONNECT_TIMEOUT, ...(ca ? { ca } : {}) };
    this.#dispatcher = options.proxy
      ? new ProxyAgent({ uri: options.proxy, allowH2: false, connectTimeout: CONNECT_TIMEOUT, requestTls: tls })
      : new Agent({ allowH2: false, connect: this.#allowPrivate ? tls : { ...tls, lookup: publicLookup } });
  }

  /** One attempt. Never throws for what the receiver or the network does. */
  async send(document: HttpDocument): Promise<HttpOutcome> {
    const limit = AbortSignal.timeout(document.timeout);
    try {
      const url = new URL(document.url);
      if (!this.#allowPrivate) requirePublicHost(url);
      const signal = document.signal ? AbortSignal.any([limit, document.signal]) : limit;
      return await this.#post(url, document, signal);
    } catch (error) {
      const blocked = privateAddressIn(error);
      if (blocked) {
        return { kind: 'blocked', code: blocked.code, text: `Nothing was sent: ${blocked.message}.` };
      }
      if (limit.aborted) {
        const text = `The receiver did not answer within ${document.timeout / 1000} s.`;
        return { kind: 'failed', code: 'TIMEOUT', text };
      }
      return failure(error);
    }
  }

  async #post(url: URL, document: HttpDocument, signal: AbortSignal): Promise<HttpOutcome> {
    const response = await this.#dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'POST',
      headers: {
        'content-type': document.contentType,
        'content-length': String(document.size),
        'user-agent': USER_AGENT,
        [MESSAGE_ID_HEADER]: document.messageId,
        ...(document.authorization ? { authorization: document.authorization } : {}),
      },
      body: document.body as Uint8Array,
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
      body: await firstBytes(response.body),
    };
  }

  async close(): Promise<void> {
    await this.#dispatcher.close();
  }
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** The first 8 KiB as text. What follows is not waited for; a body that breaks off does not undo the status line. */
async function firstBytes(body: Dispatcher.ResponseData['body']): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      parts.push(chunk);
      size += chunk.length;
      if (size >= KEPT_ANSWER) break;
    }
  } catch {
    // The status decides; an answer that breaks off half-way is kept as far as it came.
  }
  // NUL cannot be stored as text.
  return Buffer.concat(parts).subarray(0, KEPT_ANSWER).toString('utf8').replaceAll('\0', '');
}

function privateAddressIn(error: unknown): PrivateAddressError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof PrivateAddressError) return at;
  return undefined;
}

/** Words for what commonly goes wrong on the way; the code is shown for the rest. */
const sentences: Record<string, string> = {
  ECONNREFUSED: 'The receiver refused the connection.',
  ECONNRESET: 'The receiver closed the connection.',
  EPIPE: 'The receiver closed the connection.',
  UND_ERR_SOCKET: 'The receiver closed the connection.',
  ENOTFOUND: "The receiver's name is not known in DNS.",
  EAI_AGAIN: 'DNS could not be asked.',
  ETIMEDOUT: 'The receiver could not be reached in time.',
  UND_ERR_CONNECT_TIMEOUT: 'The receiver could not be reached in time.',
  UND_ERR_HEADERS_TIMEOUT: 'The receiver did not answer in time.',
  UND_ERR_BODY_TIMEOUT: 'The receiver did not finish its answer in time.',
  CERT_HAS_EXPIRED: "The receiver's certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The receiver's certificate is signed by itself.",
  SELF_SIGNED_CERT_IN_CHAIN: "The receiver's certificate comes from an unknown authority.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "The receiver's certificate chain is incomplete.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The receiver's certificate is for another name.",
};

function failure(error: unknown): HttpOutcome {
  let code = 'UNKNOWN';
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') code = at.code;
  }
  return { kind: 'failed', code, text: sentences[code] ?? `The connection failed (${code}).` };
}
