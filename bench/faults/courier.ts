import type { z } from 'zod';
import type { agreementSchema } from '../../partners/agreement.ts';
import { orderXml } from '../orders.ts';
import { benchFormats, isAnswered, type OrderSpec } from '../orders/spec.ts';
import type { ReceivedMessage } from '../receiver.messages.ts';
import type { KeptFile, PutFile } from './filesVerdict.ts';
import { ARTICLES } from './furnish.ts';
import type { Random } from './random.ts';
import type { SentOrder } from './verdict.ts';

/** A way by which a partner's documents come and leave, other than HTTP. What it carries is called a file, by its name. */
export interface Courier {
  /** Environment of API and worker. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the agreement fetches from, and sends to. */
  readonly settings: z.input<typeof agreementSchema>;
  /** Of the credential `filer`, where the way needs one. */
  readonly secret?: string;
  readonly put: readonly PutFile[];
  /** Brings a file to where it is fetched. */
  write(name: string, text: string, isBroken?: boolean): Promise<void>;
  /** Files that a worker has in hand: not stored, or not put away. */
  claimed(): string[];
  /** Files that nobody has put away yet. */
  left(): string[];
  kept(): KeptFile[];
  /** What came to the partner. @param known SHA-256 of the documents that were written for it */
  answers(known: ReadonlySet<string>): ReceivedMessage[];
  /** Breaks all connections. */
  readonly cut: () => void;
  /** Fails in every way that it has, until `enough` says so; in the end it is well. */
  fail?(random: Random, enough: () => boolean): Promise<void>;
  readonly close: () => Promise<void>;
}

const LINES = 3;
/** Every so many orders one is long: it goes through the spool. */
const LONG_EVERY = 25;
const LONG_LINES = 700;
/** Every so many orders one is put twice, under two names. */
const REPEAT_EVERY = 6;
/** Every so many orders half of one lies there as well. */
const BREAK_EVERY = 8;

/** A partner's purchasing system that knows this way only. */
export class OrderingPartner {
  readonly sent: SentOrder[] = [];
  readonly #courier: Pick<Courier, 'write'>;

  constructor(courier: Pick<Courier, 'write'>) {
    this.#courier = courier;
  }

  /** Brings the next so many orders, in all formats in turn, some of them twice and some broken. */
  async order(count: number): Promise<void> {
    const first = this.sent.length;
    const writing: Promise<void>[] = [];
    for (let index = first; index < first + count; index += 1) {
      const format = benchFormats[(index + Math.floor(index / LONG_EVERY)) % benchFormats.length]!;
      const lines = index % LONG_EVERY === LONG_EVERY - 1 ? LONG_LINES : LINES;
      const spec: OrderSpec = { format, number: `F-${index + 1}`, lines, articles: ARTICLES };
      const text = orderXml(spec);
      const { number } = spec;
      this.sent.push({ number, lines, receipted: true, answered: isAnswered(format), delivered: false });
      writing.push(this.#courier.write(`${number}.xml`, text));
      if (index % REPEAT_EVERY === 0) writing.push(this.#courier.write(`${number}-again.xml`, text));
      if (index % BREAK_EVERY === 0)
        writing.push(this.#courier.write(`${number}-half.xml`, text.slice(0, text.length / 2), true));
    }
    await Promise.all(writing);
  }
}
