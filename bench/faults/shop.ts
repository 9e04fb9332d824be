import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';

const RETRY_PAUSE = 500;

export interface Shop {
  /** Accepts the order with this number and delivers all of it. Resolves when both are stored; false when time was over. */
  deliver(number: string, giveUp: AbortSignal): Promise<boolean>;
  close(): Promise<void>;
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/**
 * The shop's own system: it asks and tells by REST, again after every failure, with the same key for the same delivery. So it may never know
 * whether what it told was taken before its connection broke.
 */
export function createShop(apiUrl: string, key: string): Shop {
  const dispatcher = new Agent({ connections: 16, headersTimeout: 10_000, bodyTimeout: 10_000 });
  const call = async (
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Answered> => {
    const answer = await dispatcher.request({
      origin: apiUrl,
      path: `/api/v1${path}`,
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return { status: answer.statusCode, body: JSON.parse(await answer.body.text()) as unknown };
  };
  /** Until it is answered with 2xx: an order that has not come yet, or is not accepted yet, is asked for again. */
  const insist = async (giveUp: AbortSignal, ask: () => Promise<Answered | undefined>): Promise<unknown> => {
    while (!giveUp.aborted) {
      const answer = await ask().catch(() => undefined);
      if (answer && answer.status < 300) return answer.body;
      await sleep(RETRY_PAUSE);
    }
    return undefined;
  };
  const found = async (number: string): Promise<Answered | undefined> => {
    const { status, body } = await call('GET', `/orders?externalNumber=${number}`);
    const [order] = (body as { items?: { id: string }[] }).items ?? [];
    return order && { status, body: order.id };
  };
  return {
    deliver: async (number, giveUp) => {
      const id = (await insist(giveUp, () => found(number))) as string | undefined;
      await insist(giveUp, () => call('POST', `/orders/${id}/decisions`, { kind: 'accept', lines: [] }));
      const lines = (await insist(giveUp, () => call('GET', `/orders/${id}/lines`))) as { items: OrderedLine[] };
      const delivery = {
        despatchedOn: '2026-11-10',
        lines: lines.items.map(({ position, line: { quantity } }) => ({ position, quantity })),
      };
      return (
        (await insist(giveUp, () => call('POST', `/orders/${id}/deliveries`, delivery, `lev-${number}`))) !== undefined
      );
    },
    close: () => dispatcher.close(),
  };
}

interface OrderedLine {
  readonly position: number;
  readonly line: { readonly quantity: string };
}
