import { userAgentOf, type Buyer } from './buyer.ts';

/** Of an answer that is kept. */
const LONGEST_ANSWER = 200_000;
const TIMEOUT = 30_000;

/** One request and its answer, without secrets. */
export interface Exchange {
  readonly sent: string;
  readonly answered: string;
  /** 0 where there was no answer. */
  readonly httpStatus: number;
  readonly milliseconds: number;
  /** Our reference of the request; empty where there was no answer. */
  readonly reference: string;
}

/** Posts from the simulated system's server. Never throws for what the other side or the network does. */
export async function post(
  buyer: Buyer,
  url: string,
  given: {
    readonly body: string | URLSearchParams;
    readonly contentType: string;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Exchange> {
  const { body, contentType, headers = {} } = given;
  const begin = performance.now();
  const came = (httpStatus: number, text: string, reference: string): Exchange => ({
    sent: masked(body.toString(), buyer),
    answered: masked(text.slice(0, LONGEST_ANSWER), buyer).replaceAll('\0', ''),
    ...{ httpStatus, reference, milliseconds: Math.round(performance.now() - begin) },
  });
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType, 'user-agent': userAgentOf(buyer.simulationId), ...headers },
      body: body.toString(),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return came(answer.status, await answer.text(), answer.headers.get('x-request-id') ?? '');
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return came(0, cause instanceof Error ? cause.message : 'no answer', '');
  }
}

/** A text that may be kept and shown. */
export function masked(text: string, { secret }: Buyer): string {
  return text.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
}

/** HTTP Basic, for documents in UBL. */
export function basicOf({ userName, secret }: Buyer): string {
  return `Basic ${Buffer.from(`${userName}:${secret}`).toString('base64')}`;
}
