import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderSpec } from '../orders/spec.ts';
import { isReceipt, statusOf, type Sender } from '../sender.ts';
import type { Random } from './random.ts';

const RETRY_PAUSE = 500;
/** Of the first attempts, how many lose their connection, and after how many milliseconds at most. */
const BROKEN_CONNECTIONS = 0.1;
const LONGEST_BROKEN = 80;

/** What the partner remembers of an order that it sent. */
export interface Delivered {
  readonly receipted: boolean;
  readonly attempts: number;
  /** Of these, how many were answered that Roundtrip is being maintained. */
  readonly turnedAway?: number;
  /** Why there is no receipt. */
  readonly refusal?: string;
}

const MAINTAINED = /Roundtrip is being maintained/;

/**
 * Sends an order as a purchasing system does: the same bytes again after a connection error, 429 or 5xx, until there is a receipt;
 * any other refusal is final. A receipt is a receipt: it never sends again after one. Some of its connections break on the
 * way, before or after the document is stored, so that a receipt is lost.
 */
export async function sendUntilReceipt(
  sender: Sender,
  order: OrderSpec,
  { random, giveUp }: { readonly random: Random; readonly giveUp: AbortSignal },
): Promise<Delivered> {
  let turnedAway = 0;
  for (let attempts = 1; ; attempts += 1) {
    const breaks = attempts === 1 && random.next() < BROKEN_CONNECTIONS;
    const signal = breaks ? AbortSignal.timeout(Math.round(random.between(1, LONGEST_BROKEN))) : undefined;
    const answer = await sender.post(order, signal).catch(() => undefined);
    if (answer && isReceipt(order, answer)) return { receipted: true, attempts, turnedAway };
    const status = answer && statusOf(order, answer);
    if (answer && MAINTAINED.test(answer.body)) {
      turnedAway += 1;
      const right = order.format === 'cxml-order-request' ? 560 : 503;
      if (status !== right || !((answer.retryAfter ?? 0) > 0)) {
        const refusal = `maintenance was told as ${status}, Retry-After ${answer.retryAfter ?? 'missing'}`;
        return { receipted: false, attempts, refusal };
      }
    }
    if (answer && status !== undefined && status < 500 && status !== 429) {
      return { receipted: false, attempts, refusal: `${answer.status} ${answer.body}` };
    }
    if (giveUp.aborted) return { receipted: false, attempts, refusal: 'no receipt in time' };
    await sleep(RETRY_PAUSE);
  }
}
