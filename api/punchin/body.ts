import type { Request } from 'express';
import { tooLarge, type ArrivingBody } from '../../intake/arriving.ts';
import { RoundtripError } from '../../platform/errors.ts';

/** Milliseconds that a sender may take. */
export interface BodyTimes {
  /** Between two pieces of the body. */
  readonly idle: number;
  /** For the whole body. */
  readonly total: number;
}

export const bodyTimes: BodyTimes = { idle: 15_000, total: 300_000 };

/**
 * Reads a request's body within limits.
 * @param limit bytes
 * @throws DocumentTooLarge as soon as it is longer, RequestTimeout when the sender is too slow or goes away
 */
export async function readBody(
  req: Request,
  body: ArrivingBody,
  limit: number,
  times: BodyTimes,
  observe: (piece: Buffer) => void,
): Promise<void> {
  const end = performance.now() + times.total;
  // The default would destroy the socket on an error, before the answer is out.
  const pieces = req.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, undefined>;
  for (;;) {
    const { done, value } = await within(pieces.next(), Math.min(times.idle, end - performance.now()), body);
    if (done === true) return;
    await body.add(value);
    if (body.size > limit) {
      // lets go of the stream, so that the rest can be dropped
      await pieces.return?.();
      throw tooLarge(limit, `${body.size} bytes or more`);
    }
    observe(value);
  }
}

async function within<T>(next: Promise<T>, milliseconds: number, body: ArrivingBody): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new RoundtripError('RequestTimeout', `The body did not arrive in time; ${body.size} bytes had come.`));
    }, milliseconds);
  });
  try {
    return await Promise.race([next, late]);
  } catch (error) {
    if (error instanceof RoundtripError) {
      // nobody waits for the piece any more, and its failure is no news
      next.catch(() => undefined);
      throw error;
    }
    throw new RoundtripError('RequestTimeout', `The sender went away after ${body.size} bytes.`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
