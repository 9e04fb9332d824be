import type { ReceivedMessage } from '../receiver.messages.ts';

/** A catalogue that was asked for, and the document that it became. */
export interface StoredCatalogue {
  readonly number: string;
  readonly state: string;
  /** Of the document; absent where there is none. */
  readonly document?: {
    readonly messageId: string;
    readonly state: string;
    readonly sha256: string;
    /** Article numbers in its lines. */
    readonly articles: readonly string[];
  };
}

export interface CatalogueVerdict {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

/** Each catalogue asked for has to be one document with every article once, taken in by the receiver under one message id, byte by byte. Pure. */
export function judgeCatalogues(
  asked: readonly string[],
  stored: readonly StoredCatalogue[],
  messages: readonly ReceivedMessage[],
  articles: number,
): CatalogueVerdict {
  const lost: string[] = [];
  const doubled: string[] = [];
  for (const number of asked) {
    if (!stored.some((each) => each.number === number)) lost.push(`${number}: nothing is known of it`);
  }
  const known = new Set<string>();
  for (const { number, state, document } of stored) {
    if (!asked.includes(number)) doubled.push(`${number}: nobody asked for it`);
    if (!document || state !== 'done') {
      lost.push(`${number}: ended as ${state}, without a document`);
      continue;
    }
    known.add(document.messageId);
    const different = new Set(document.articles).size;
    if (different !== articles) lost.push(`${number}: ${different} of ${articles} articles`);
    if (document.articles.length > different) doubled.push(`${number}: ${document.articles.length} lines`);
    if (document.state !== 'delivered') lost.push(`${number}: its document is ${document.state}`);
    const arrived = messages.filter(({ messageId }) => messageId === document.messageId);
    if (!arrived.some(({ accepted }) => accepted > 0)) lost.push(`${number}: never arrived`);
    if (arrived.some(({ sha256, changed }) => changed || sha256 !== document.sha256))
      lost.push(`${number}: other bytes arrived than were stored`);
  }
  const strange = messages.filter(({ messageId }) => !known.has(messageId));
  return { lost, doubled: [...doubled, ...strange.map(({ messageId }) => `${messageId}: nobody sent it`)] };
}
