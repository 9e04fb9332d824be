import { Readable } from 'node:stream';
import { Agent } from 'undici';
import { orderChunks, orderXml, type OrderSpec } from './orders.ts';
import { PARTNER_CODE, PARTNER_SECRET } from './seed.ts';

/** Above this an order is streamed as it is made. */
const LONG = 500;

export interface Sent {
  readonly status: number;
  /** Milliseconds from the first byte out to the receipt read. */
  readonly milliseconds: number;
  readonly body: string;
}

/** The partner's purchasing system: posts orders with its credentials, keeping connections open as such systems do. */
export function createSender(apiUrl: string, connections: number) {
  const dispatcher = new Agent({ connections, headersTimeout: 60_000, bodyTimeout: 60_000 });
  const url = new URL(`/punchin/${PARTNER_CODE}`, apiUrl);
  const authorization = `Basic ${Buffer.from(`${PARTNER_CODE}:${PARTNER_SECRET}`).toString('base64')}`;
  return {
    /** Rejects when no whole answer came. */
    post: async (spec: OrderSpec, signal?: AbortSignal): Promise<Sent> => {
      const body = spec.lines > LONG ? Readable.from(orderChunks(spec)) : orderXml(spec);
      const begin = performance.now();
      const answer = await dispatcher.request({
        origin: url.origin,
        path: url.pathname,
        method: 'POST',
        headers: { authorization, 'content-type': 'application/xml' },
        body,
        ...(signal && { signal }),
      });
      const text = await answer.body.text();
      return { status: answer.statusCode, milliseconds: performance.now() - begin, body: text };
    },
    close: () => dispatcher.close(),
  };
}

export type Sender = ReturnType<typeof createSender>;

/** A post that must be received. */
export async function postReceived(sender: Sender, spec: OrderSpec): Promise<Sent> {
  const sent = await sender.post(spec);
  if (sent.status !== 202) throw new Error(`order ${spec.number} was answered ${sent.status}: ${sent.body}`);
  return sent;
}
