import { Readable } from 'node:stream';
import { Agent } from 'undici';
import { orderChunks, orderXml } from './orders.ts';
import type { OrderSpec } from './orders/spec.ts';
import { PARTNER_CODE, PARTNER_SECRET } from './seed.ts';

/** Above this an order is streamed as it is made. */
const LONG = 500;

export interface Sent {
  readonly status: number;
  /** Seconds, of the header Retry-After. */
  readonly retryAfter?: number;
  /** Milliseconds from the first byte out to the receipt read. */
  readonly milliseconds: number;
  readonly body: string;
}

/** The partner's purchasing system: posts orders with its credentials, keeping connections open as such systems do. */
export function createSender(apiUrl: string, connections: number, code = PARTNER_CODE) {
  const dispatcher = new Agent({ connections, headersTimeout: 60_000, bodyTimeout: 60_000 });
  const url = new URL(`/punchin/${code}`, apiUrl);
  const authorization = `Basic ${Buffer.from(`${code}:${PARTNER_SECRET}`).toString('base64')}`;
  // A cXML document shows its secret in itself.
  const headersOf = ({ format }: OrderSpec) =>
    format === 'cxml-order-request'
      ? { 'content-type': 'text/xml; charset=UTF-8' }
      : { authorization, 'content-type': 'application/xml' };
  return {
    /** Rejects when no whole answer came. */
    post: async (spec: OrderSpec, signal?: AbortSignal): Promise<Sent> => {
      const body = spec.lines > LONG ? Readable.from(orderChunks(spec)) : orderXml(spec);
      const begin = performance.now();
      const answer = await dispatcher.request({
        origin: url.origin,
        path: url.pathname,
        method: 'POST',
        headers: headersOf(spec),
        body,
        ...(signal && { signal }),
      });
      const text = await answer.body.text();
      const { statusCode: status, headers } = answer;
      const retryAfter = headers['retry-after'] === undefined ? undefined : Number(headers['retry-after']);
      const milliseconds = performance.now() - begin;
      return { status, milliseconds, body: text, ...(retryAfter !== undefined && { retryAfter }) };
    },
    close: () => dispatcher.close(),
  };
}

export type Sender = ReturnType<typeof createSender>;

/** Does the answer say, in the protocol of the order, that it is stored? */
export function isReceipt({ format }: OrderSpec, { status, body }: Sent): boolean {
  return format === 'cxml-order-request' ? cxmlStatus(body) === 200 : status === 202;
}

/** The status by which a sender judges whether to try again: of HTTP, or of the cXML Response where there is one. */
export function statusOf({ format }: OrderSpec, { status, body }: Sent): number {
  return format === 'cxml-order-request' ? (cxmlStatus(body) ?? status) : status;
}

function cxmlStatus(body: string): number | undefined {
  const code = /<Status code="(\d{3})"/.exec(body)?.[1];
  return code === undefined ? undefined : Number(code);
}

/** A post that must be received. */
export async function postReceived(sender: Sender, spec: OrderSpec): Promise<Sent> {
  const sent = await sender.post(spec);
  if (!isReceipt(spec, sent)) throw new Error(`order ${spec.number} was answered ${sent.status}: ${sent.body}`);
  return sent;
}
