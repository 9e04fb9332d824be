import { englishReasons } from './reasons.en.ts';
import { factInWords, reasonInWords } from './reasons.ts';
import type { Catalogue } from './sentences.ts';

const lines = { one: 'line', other: 'lines' };
const formats = {
  'peppol-28a-order': '28A',
  'peppol-3a-order': '3A',
  'peppol-28a-order-response': '28A order response',
};
const matchedBy = {
  sellersItemId: 'our article number',
  buyersItemId: "the buyer's article number",
  alias: 'another known number',
  gtin: 'GTIN',
  decision: 'a decision',
};
const answers = { '27': 'not accepted (27)', '29': 'accepted (29)', '30': 'accepted with changes (30)' };
const refusal: Catalogue['answers']['refusal'] = (because) =>
  because === 'reasons'
    ? 'The order cannot be accepted as it stands.'
    : `The order breaks rules that it has to follow: ${because.rules.join(', ')}.`;
const decisions = {
  accept: 'accepted the order',
  acceptWithChanges: 'accepted the order with changes',
  reject: 'rejected the order',
  runAgain: 'asked for the checks to be run again',
};

/** English. */
export const english: Catalogue = {
  actors: { roundtrip: 'Roundtrip', partner: 'the partner' },
  timeline: {
    'document.received': ({ partner, number, format, size }, w) =>
      `${partner} sent ${number === undefined ? 'a document' : `order ${number}`} (${format ? `${formats[format]}, ` : ''}${w.size(size)}).`,
    'document.repeated': ({ partner, reference }) =>
      `${partner} sent the same bytes again; the receipt of ${reference} was repeated and nothing done twice.`,
    'document.refused': ({ message, because }) => `Refused: ${because === undefined ? message : refusal(because)}`,
    'document.refusedFor': ({ reason }, w) => factInWords(englishReasons, reason, w),
    'document.read': ({ lines: count, warnings }, w) =>
      `The order was read: ${w.count(count, lines)}, ${w.count(warnings, { one: 'warning', other: 'warnings' })}.`,
    'document.finding': ({ rule, line, text }) => `Line ${line} of the document: ${text} (${rule})`,
    'document.duplicate': ({ key, reference }) =>
      key === 'message'
        ? `The same message came before as ${reference}: the same answer applies.`
        : `The same order came before as ${reference}: the same answer applies.`,
    'document.tested': () => 'A test: it was checked and answered, no order was placed.',
    'customer.found': ({ customer, name, by }, w) => `Customer ${customer} ${name} found by ${w.identities(by)}.`,
    'lines.matched': ({ counts }, w) => {
      const parts = Object.entries(counts).filter(([, count]) => count > 0);
      const [first, ...rest] = parts.map(([by, count], index) =>
        index === 0
          ? `${w.count(count, lines)} matched by ${matchedBy[by as keyof typeof matchedBy]}`
          : `${count} by ${matchedBy[by as keyof typeof matchedBy]}`,
      );
      return first === undefined ? 'No line was matched.' : `${w.list([first, ...rest])}.`;
    },
    'prices.checked': ({ lines: count, day }, w) =>
      `Prices of ${w.count(count, lines)} compared with those of ${w.day(day)}.`,
    'order.held': ({ reasons, deadline }, w) =>
      `Waiting for you: ${w.count(reasons, { one: 'question', other: 'questions' })}, to be decided by ${w.time(deadline)}.`,
    'order.reason': ({ reason }, w) => reasonInWords(englishReasons, reason, w),
    'order.reminder': ({ deadline }, w) => `Still waiting for you, until ${w.time(deadline)}.`,
    'order.deadlinePassed': ({ deadline }, w) =>
      `The deadline of ${w.time(deadline)} has passed; the order goes on waiting.`,
    'order.placed': ({ number, status }) => `Order ${number} in status ${status}.`,
    'order.status': ({ from, to }, _, by) => `${by} set status ${from} → ${to}.`,
    'decision.made': ({ kind, note }, _, by) => `${by} ${decisions[kind]}${note ? `: "${note}"` : ''}.`,
    'decision.refused': ({ message }) => `The decision could not be carried out: ${message}`,
    'answer.written': ({ number, code }) => `Answer ${number} written: ${answers[code]}.`,
    'answer.kept': ({ number }) => `Answer ${number} is kept for the partner to fetch: the agreement names no address.`,
    'delivery.failed': ({ attempt, error, nextAttemptAt }, w) =>
      `Delivery failed at attempt ${attempt}: ${error} Next attempt ${w.time(nextAttemptAt)}.`,
    'delivery.delivered': ({ attempt, httpStatus }) => `Delivered at attempt ${attempt} (HTTP ${httpStatus}).`,
    'delivery.refused': ({ attempt, error }) =>
      `The receiver refused it at attempt ${attempt}: ${error} Nothing more is tried; look at it and send again.`,
    'delivery.gaveUp': ({ attempts, error }, w) =>
      `Gave up after ${w.count(attempts, { one: 'attempt', other: 'attempts' })}: ${error} Look at it and send again.`,
    'delivery.retryAsked': (_, __, by) => `${by} asked for it to be sent now.`,
    'delivery.cancelled': (_, __, by) => `${by} cancelled the delivery.`,
  },
  reasons: englishReasons,
  answers: {
    refusal,
    order: () => 'The order is not accepted; please contact us about it.',
    line: () => 'The line is not accepted; please contact us about it.',
    more: (count) => `And ${count} more.`,
  },
  next: {
    start: () => 'The document will be read in a moment.',
    decision: ({ deadline }, w) => `Waiting for a decision${deadline ? `, to be made by ${w.time(deadline)}` : ''}.`,
    attempt: ({ at }, w) => `Next attempt to deliver the answer: ${w.time(at)}.`,
    fetch: () => 'The answer is kept for the partner to fetch.',
    nothing: () => 'Nothing more will happen.',
  },
};
