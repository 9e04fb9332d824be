import type { FormatId, OrderOperation } from '../formats/document/order.ts';
import type { StatusWords } from '../formats/ubl/orderResponse.write.ts';
import type { ErrorDetail } from '../platform/errors.ts';
import { swedishError } from '../platform/errors.sv.ts';
import { knownIssue } from '../platform/issues.sv.ts';
import type { Reason } from '../shop/evaluation.ts';
import type { AnswerWords } from '../shop/orderAnswer.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { deliverySentence, type DeliverySentences } from './deliveryFaults.ts';
import { englishDelivery } from './deliveryFaults.en.ts';
import { swedishDelivery } from './deliveryFaults.sv.ts';
import { factInWords, lineNoteInWords, noteInWords, reasonInWords, type ReasonCatalogue } from './reasons.ts';
import { english } from './sentences.en.ts';
import { nextForSender, stateForSender, type SenderSentences, type SentDocument } from './sender.ts';
import { swedish } from './sentences.sv.ts';
import type { RefusalCause, TimelineCode, TimelineFacts, TimelineRowFacts } from './timeline.ts';
import { Words, type Language } from './words.ts';

export { languageOf, type Language } from './words.ts';

/** One sentence for each thing that can happen. `by`: who did it. */
export type TimelineSentences = {
  readonly [C in TimelineCode]: (facts: TimelineFacts[C], words: Words, by: string) => string;
};

/** Everything that one language says. */
export interface Catalogue {
  readonly formats: Readonly<Record<FormatId, string>>;
  readonly timeline: TimelineSentences;
  readonly reasons: ReasonCatalogue;
  readonly answers: AnswerSentences;
  readonly actors: { readonly roundtrip: string; readonly partner: string };
  readonly next: NextSentences;
  readonly sender: SenderSentences;
}

/** A document that changes or takes back an order, by the buyer's numbers. */
export interface AnsweredChange {
  readonly operation: OrderOperation;
  readonly document: string;
  readonly order: string;
}

/** What stands in answers to buyers beside reasons. */
export interface AnswerSentences {
  readonly refusal: (because: RefusalCause) => string;
  /** What became of a change or a cancellation. */
  readonly change: (change: AnsweredChange, isTaken: boolean) => string;
  /** Of a rejected order or line, where nobody has said why. */
  readonly order: () => string;
  readonly line: () => string;
  /** What stands in the document and what would be right, where more cannot be said. */
  readonly values: (found: string | undefined, expected: string | undefined) => string;
  /** Instead of further sentences that would be too many. */
  readonly more: (count: number) => string;
  /** Of an order that was accepted and will not be delivered after all. */
  readonly cancelled: () => string;
  /** What is said of a line where the format has no code for it (28A). */
  readonly statuses: StatusWords;
}

/** What happens next. */
export interface NextSentences {
  readonly start: () => string;
  readonly decision: (facts: { readonly deadline?: string }, words: Words) => string;
  readonly attempt: (facts: { readonly at: string }, words: Words) => string;
  /** A PunchOut session goes on. */
  readonly visit: (facts: { readonly at: string }, words: Words) => string;
  readonly confirm: () => string;
  readonly fetch: () => string;
  /** Deliveries to the partner are paused, or its address does not answer. */
  readonly held: (facts: { readonly because?: 'address' }) => string;
  readonly undelivered: () => string;
  readonly nothing: () => string;
}

export const catalogues: Readonly<Record<Language, Catalogue>> = { en: english, sv: swedish };

const wordsOf = new Map<string, Words>();

/** Words are remembered: the formatters of Intl are slow to make. */
function words(language: Language, timeZone: string): Words {
  const key = `${language} ${timeZone}`;
  let found = wordsOf.get(key);
  if (found === undefined) wordsOf.set(key, (found = new Words(language, timeZone)));
  return found;
}

/** An entry of a timeline as a sentence. @param timeZone of the reader, IANA name */
export function timelineSentence(
  entry: { readonly code: TimelineCode; readonly facts: TimelineRowFacts; readonly actor: string },
  language: Language,
  timeZone = 'UTC',
): string {
  // the pair of code and facts was made by timelineRow, which holds them together
  const sentence = catalogues[language].timeline[entry.code] as (
    facts: TimelineRowFacts,
    words: Words,
    by: string,
  ) => string;
  return sentence(entry.facts, words(language, timeZone), actorName(entry.actor, language));
}

const deliveryFaults: Readonly<Record<Language, DeliverySentences>> = { en: englishDelivery, sv: swedishDelivery };

/** Why an attempt to deliver did not arrive. */
export function faultSentence(fault: DeliveryFault, language: Language): string {
  return deliverySentence(deliveryFaults[language], fault);
}

/** What a format is called. */
export function formatName(format: FormatId, language: Language): string {
  return catalogues[language].formats[format];
}

/** Who did it, for a person. */
export function actorName(actor: string, language: Language): string {
  const { actors } = catalogues[language];
  return actor === 'roundtrip' || actor === 'partner' ? actors[actor] : actor;
}

/** A reason to wait, for an administrator: what was found, what is right, what to do. */
export function reasonSentence(reason: Reason, language: Language): string {
  return reasonInWords(catalogues[language].reasons, reason, words(language, 'UTC'));
}

/** Only what was found, where nothing is to be done about it. */
export function factSentence(reason: Reason, language: Language): string {
  return factInWords(catalogues[language].reasons, reason, words(language, 'UTC'));
}

/** The same for the buyer: what differs, with the line that it is about. */
export function buyersSentence(reason: Reason, language: Language): string {
  return noteInWords(catalogues[language].reasons, reason, words(language, 'UTC'));
}

/** Why a document is refused. */
export function refusalSentence(because: RefusalCause, language: Language): string {
  return catalogues[language].answers.refusal(because);
}

/** What an expected failure says, for a person. @param message as a program is told it, in English */
export function errorSentence(message: string, language: Language): string {
  return language === 'sv' ? swedishError(message) : message;
}

/** What a failure names, in the partner's language; empty where it names nothing. */
export function detailSentence({ text, found, expected }: ErrorDetail, language: Language): string {
  const said = (value: string | undefined) => value && issueSentence(value, language);
  return said(text) ?? catalogues[language].answers.values(found, said(expected));
}

/** What is wrong with a value or would be right: a sentence or its end; what is none of ours stays as it is. */
function issueSentence(text: string, language: Language): string {
  return language === 'sv' ? (knownIssue(text) ?? swedishError(text)) : text;
}

/** Both what is wrong and what would be right. */
export function wholeDetail({ text, ...values }: ErrorDetail, language: Language): string {
  const said = text === undefined ? [] : [issueSentence(text, language)];
  return [...said, detailSentence(values, language)].filter((part) => part !== '').join('. ');
}

/** How the answers to a partner are worded. */
export function answerWords(language: Language): AnswerWords {
  const { reasons: catalogue, answers } = catalogues[language];
  return {
    sentence: (reason) => buyersSentence(reason, language),
    atLine: (line, note) => catalogue.line(line) + note,
    lineNote: (reasons) => {
      const notes = reasons.map((reason) => lineNoteInWords(catalogue, reason, words(language, 'UTC')));
      return notes.length > 0 ? notes.join(' ') : answers.line();
    },
  };
}

/** What an order that the shop has cancelled is answered by. */
export function cancelledNote(language: Language): string {
  return catalogues[language].answers.cancelled();
}

/** How a status is worded that the answer's format has no code for. */
export function statusWords(language: Language): StatusWords {
  return catalogues[language].answers.statuses;
}

/** A note is read by a person; BIS 28A sets no bound. */
const LONGEST_NOTE = 1_000;

/** What became of a change or a cancellation, for the buyer. */
export function changeWords(change: AnsweredChange, isTaken: boolean, language: Language): string {
  return catalogues[language].answers.change(change, isTaken);
}

/** The note on an answer: as many of the sentences as fit, one a line, and how many more there are. */
export function orderNote(sentences: readonly string[], language: Language): string {
  const { answers } = catalogues[language];
  const all = sentences.length > 0 ? sentences : [answers.order()];
  const whole = all.join('\n');
  if (whole.length <= LONGEST_NOTE) return whole;
  for (let count = all.length - 1; count > 0; count -= 1) {
    const some = [...all.slice(0, count), answers.more(all.length - count)].join('\n');
    if (some.length <= LONGEST_NOTE) return some;
  }
  return whole.slice(0, LONGEST_NOTE).toWellFormed();
}

/** What happens next, by its kind. */
export function nextSentence(next: Next, language: Language, timeZone = 'UTC'): string {
  const { next: sentences } = catalogues[language];
  if (next.kind === 'decision') return sentences.decision(next, words(language, timeZone));
  if (next.kind === 'attempt') return sentences.attempt(next, words(language, timeZone));
  if (next.kind === 'visit') return sentences.visit(next, words(language, timeZone));
  if (next.kind === 'held') return sentences.held(next);
  return sentences[next.kind]();
}

/** Where a document stands and what happens next, for its sender. */
export function senderSentences(
  document: SentDocument,
  language: Language,
  timeZone: string,
): { readonly state: string; readonly next: string } {
  const { sender } = catalogues[language];
  return {
    state: stateForSender(sender, document),
    next: nextForSender(sender, document, words(language, timeZone)),
  };
}

/** What the system or a person does next about a document, and when. Instants are ISO 8601 texts. */
export type DocumentNext =
  | { readonly kind: 'start' | 'confirm' | 'fetch' | 'undelivered' | 'nothing' }
  /** `address`: for that of the receiver; else for deliveries to be opened. */
  | { readonly kind: 'held'; readonly because?: 'address' }
  | { readonly kind: 'decision'; readonly deadline?: string }
  | { readonly kind: 'attempt'; readonly at: string };

/** The same, or when a visit ends. */
export type Next = DocumentNext | { readonly kind: 'visit'; readonly at: string };
