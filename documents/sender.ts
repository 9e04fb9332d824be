import type { OrderStatus } from '../shop/orderStatus.ts';
import type { InboundState } from './inbound.entity.ts';
import type { DocumentNext } from './sentences.ts';
import type { Words } from './words.ts';

/** What the sender of a document may know of it. */
export interface SentDocument {
  readonly state: InboundState;
  /** In the shop, once it is held or placed. */
  readonly order?: { readonly number: string; readonly status: OrderStatus };
  /** Why it is refused. */
  readonly refusal?: string;
  readonly next: DocumentNext;
  /** The first document, where this is a repeat. */
  readonly original?: SentDocument & { readonly reference: string };
}

/** What the sender is told: where the document stands, and what happens next. */
export interface SenderSentences {
  readonly received: () => string;
  readonly waiting: (order: string) => string;
  readonly placed: (order: string, status: OrderStatus) => string;
  /** A person has rejected the order after it was placed. */
  readonly rejected: (order: string) => string;
  readonly applied: () => string;
  readonly recorded: () => string;
  readonly refused: (refusal: string) => string;
  readonly tested: () => string;
  /** `state`: where the first document stands. */
  readonly duplicate: (original: string, state: string) => string;
  readonly next: {
    readonly start: () => string;
    readonly decision: (deadline: string | undefined, words: Words) => string;
    readonly confirm: () => string;
    readonly attempt: (at: string, words: Words) => string;
    readonly fetch: () => string;
    /** The shop has paused deliveries. */
    readonly held: () => string;
    readonly undelivered: () => string;
    readonly nothing: () => string;
    /** After a refusal. */
    readonly mend: () => string;
  };
}

/** Where a document stands, for its sender. */
export function stateForSender(sentences: SenderSentences, sent: SentDocument): string {
  const { state, order = { number: '', status: 'New' }, refusal = '', original } = sent;
  const told: Readonly<Record<InboundState, () => string>> = {
    received: sentences.received,
    waiting: () => sentences.waiting(order.number),
    placed: () =>
      order.status === 'Rejected' ? sentences.rejected(order.number) : sentences.placed(order.number, order.status),
    applied: sentences.applied,
    recorded: sentences.recorded,
    refused: () => sentences.refused(refusal),
    tested: sentences.tested,
    duplicate: () => (original ? sentences.duplicate(original.reference, stateForSender(sentences, original)) : ''),
  };
  return told[state]();
}

/** What happens next, for its sender. */
export function nextForSender({ next: sentences }: SenderSentences, sent: SentDocument, words: Words): string {
  const { state, next } = sent.original ?? sent;
  if (state !== 'refused') return sentenceOf(sentences, next, words);
  const answer = next.kind === 'nothing' ? '' : `${sentenceOf(sentences, next, words)} `;
  return answer + sentences.mend();
}

function sentenceOf(sentences: SenderSentences['next'], next: DocumentNext, words: Words): string {
  if (next.kind === 'decision') return sentences.decision(next.deadline, words);
  if (next.kind === 'attempt') return sentences.attempt(next.at, words);
  return sentences[next.kind]();
}
