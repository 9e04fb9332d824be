import type { z } from 'zod';
import { ShopError } from '../../shop/port.ts';
import { judgePlainHttp } from '../http/judge.ts';
import type { HttpSender } from '../http/send.ts';

/** Bytes of an answer that are read: a page of a thousand products has less. */
const LONGEST_ANSWER = 16 * 1024 * 1024;
const LONGEST_FOUND = 120;

export interface ShopAddress {
  /** Every address of the shop begins with it. */
  readonly url: string;
  readonly user?: string | undefined;
  readonly secret?: string | undefined;
  /** Bound of one call, in milliseconds. */
  readonly timeout: number;
}

/** What is asked: the path below the shop's address, with its query. */
export interface ShopCall<T> {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Sent as JSON; absent: GET. */
  readonly body?: unknown;
  /** Of a call with a body; POST where nothing is said. */
  readonly method?: 'POST' | 'PUT';
  /** Idempotency-Key; of a POST, which makes something, also the id of the message. */
  readonly key?: string;
  /** What a right answer looks like; fields that it does not name are ignored. */
  readonly answer: z.ZodType<T>;
}

/** Calls the shop: JSON both ways, everything bounded, every failure a ShopError. */
export class ShopCalls {
  readonly #http: HttpSender;
  readonly #address: ShopAddress;

  constructor(http: HttpSender, address: ShopAddress) {
    this.#http = http;
    this.#address = address;
  }

  async call<T>({ path, query = {}, body, method = 'POST', key, answer }: ShopCall<T>): Promise<T> {
    const url = new URL(`${this.#address.url.replace(/\/+$/, '')}/${path}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const bytes = Buffer.from(body === undefined ? '' : JSON.stringify(body));
    const authorization = this.#authorization();
    const outcome = await this.#http.send({
      url: url.href,
      method: body === undefined ? 'GET' : method,
      messageId: `urn:uuid:${key === undefined || method === 'PUT' ? crypto.randomUUID() : key}`,
      contentType: 'application/json; charset=utf-8',
      headers: { accept: 'application/json', ...(key !== undefined && { 'idempotency-key': key }) },
      ...(authorization !== undefined && { authorization }),
      size: bytes.length,
      body: bytes,
      answerLimit: LONGEST_ANSWER,
      timeout: this.#address.timeout,
    });
    const judgement = judgePlainHttp(outcome, new Date());
    if (judgement.verdict === 'stop') throw new ShopError(judgement.fault, true);
    if (judgement.verdict === 'retry') throw new ShopError(judgement.fault, false, judgement.after);
    if (outcome.kind !== 'answered') throw new Error('a delivered call was answered');
    if (outcome.isCut) throw new ShopError({ code: 'ANSWER_UNFINISHED' }, false);
    return readAnswer(outcome.body, answer);
  }

  #authorization(): string | undefined {
    const { user, secret } = this.#address;
    if (secret === undefined) return undefined;
    if (user === undefined) return `Bearer ${secret}`;
    return `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
  }
}

/** @throws ShopError for what is no JSON, or of another shape */
function readAnswer<T>(text: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable('', text);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const at = issue?.path.map(String).join('.') ?? '';
  throw unreadable(at, valueAt(value, issue?.path ?? []));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): string {
  let found: unknown = value;
  for (const name of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  return found === undefined ? 'nothing' : JSON.stringify(found);
}

/** Told to people, cut: an answer that is not what it should be may be a whole page. */
export function unreadable(at: string, found: string): ShopError {
  const text = found.slice(0, LONGEST_FOUND).toWellFormed().replaceAll('\0', '');
  return new ShopError({ code: 'ANSWER_UNREADABLE', at, found: text }, false);
}
