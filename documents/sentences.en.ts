import type { Reason } from '../shop/evaluation.ts';
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
const decisions = {
  accept: 'accepted the order',
  acceptWithChanges: 'accepted the order with changes',
  reject: 'rejected the order',
  runAgain: 'asked for the checks to be run again',
};

function choose({ candidates = [] }: Reason): string {
  if (candidates.length === 0) return '';
  return ` Choose one of: ${candidates.map(({ number, name }) => [number, name].filter(Boolean).join(' ')).join('; ')}.`;
}

/** English. */
export const english: Catalogue = {
  line: (line) => `Line ${line}: `,
  actors: { roundtrip: 'Roundtrip', partner: 'the partner' },
  timeline: {
    'document.received': ({ partner, number, format, size }, w) =>
      `${partner} sent ${number === undefined ? 'a document' : `order ${number}`} (${format ? `${formats[format]}, ` : ''}${w.size(size)}).`,
    'document.repeated': ({ partner, reference }) =>
      `${partner} sent the same bytes again; the receipt of ${reference} was repeated and nothing done twice.`,
    'document.refused': ({ message }) => `Refused: ${message}`,
    'document.read': ({ lines: count, warnings }, w) =>
      `The order was read: ${w.count(count, lines)}, ${w.count(warnings, { one: 'warning', other: 'warnings' })}.`,
    'document.finding': ({ rule, line, text }) => `Line ${line} of the document: ${text} (${rule})`,
    'document.duplicate': ({ key, reference }) =>
      key === 'message'
        ? `The same message came before as ${reference}: the same answer applies.`
        : `The same order came before as ${reference}: the same answer applies.`,
    'document.tested': () => 'A test: it was checked and answered, no order was placed.',
    'customer.found': ({ customer, by, value }) => `Customer ${customer} found by ${by} ${value}.`,
    'lines.matched': ({ counts }, w) => {
      const parts = Object.entries(counts).filter(([, count]) => count > 0);
      const [first, ...rest] = parts.map(([by, count], index) =>
        index === 0
          ? `${w.count(count, lines)} matched by ${matchedBy[by as keyof typeof matchedBy]}`
          : `${count} by ${matchedBy[by as keyof typeof matchedBy]}`,
      );
      return first === undefined ? 'No line was matched.' : `${w.list([first, ...rest])}.`;
    },
    'prices.checked': ({ lines: count, day }, w) => `Prices of ${w.count(count, lines)} compared with those of ${day}.`,
    'order.held': ({ reasons, deadline }, w) =>
      `Waiting for you: ${w.count(reasons, { one: 'question', other: 'questions' })}, to be decided by ${w.time(deadline)}.`,
    'order.reason': ({ reason }, w, { line, reasons }) =>
      (reason.line === undefined ? '' : line(reason.line)) + reasons[reason.code](reason, w),
    'order.reminder': ({ deadline }, w) => `Still waiting for you, until ${w.time(deadline)}.`,
    'order.deadlinePassed': ({ deadline }, w) =>
      `The deadline of ${w.time(deadline)} has passed; the order goes on waiting.`,
    'order.placed': ({ number, status }) => `Order ${number} in status ${status}.`,
    'order.status': ({ from, to }) => `Status changed from ${from} to ${to}.`,
    'decision.made': ({ kind, note }) => `Somebody ${decisions[kind]}${note ? `: "${note}"` : ''}.`,
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
    'delivery.retryAsked': () => 'Asked to be sent now.',
    'delivery.cancelled': () => 'The delivery was cancelled.',
  },
  reasons: {
    CUSTOMER_UNKNOWN: ({ found, expected }) =>
      `No customer is known by ${found} (expected: ${expected}). Add the identity to the customer, or name the customer.`,
    CUSTOMER_AMBIGUOUS: (reason) => `Several customers are known by ${reason.found}.${choose(reason)}`,
    SELLER_MISMATCH: ({ found, expected }) =>
      `The order is for another seller: ${found || 'no identity'} (ours: ${expected}). Accept it only if it is meant for you.`,
    ORDER_NUMBER_REUSED: ({ found, expected }) =>
      `Order number ${found} came before with other content (${expected}). Is it a repeat, or a change that was not announced?`,
    RULE_FATAL: ({ field, found, expected }) => `${field}: found ${found}, expected ${expected}.`,
    CURRENCY_UNKNOWN: ({ found, expected }) =>
      `Currency ${found} is not known here (known: ${expected}). Ask the buyer for another.`,
    DELIVERY_PLACE_UNKNOWN: ({ found, expected }) =>
      `Delivery place ${found} is not known (expected: ${expected}). Add the address to the customer, or accept it once.`,
    DELIVERY_PLACE_AMBIGUOUS: (reason) => `Delivery place ${reason.found} fits several addresses.${choose(reason)}`,
    PRODUCT_UNKNOWN: ({ found, expected }) =>
      `Article not known: ${found} (expected: ${expected}). Name the article that is meant, or reject the line.`,
    PRODUCT_AMBIGUOUS: (reason) =>
      `${reason.found} fits several articles (expected: ${reason.expected}).${choose(reason)}`,
    PRODUCT_WITHDRAWN: (reason) =>
      `Article ${reason.found} is withdrawn (expected: ${reason.expected}).${choose(reason)} Deliver another one, or reject the line.`,
    UNIT_UNKNOWN: ({ found, expected }) =>
      `Unit '${found}' is not known for the article (known: ${expected}). Add a conversion, or ask the buyer to order in a known unit.`,
    QUANTITY_NOT_ALLOWED: ({ found, expected }) =>
      `Quantity ${found} cannot be delivered (expected: ${expected}). Change the quantity, or accept it all the same.`,
    PRICE_MISSING: ({ expected }, w) =>
      `The line has no price; the price of the day is ${w.decimal(expected)}. Accept it at that price, or ask the buyer.`,
    PRICE_OF_THE_DAY_MISSING: ({ found, expected }) =>
      `There is ${found} (expected: ${expected}). Add a price and run again, or accept the price of the order.`,
    PRICE_DEVIATION: ({ found, expected }, w) =>
      `Price ${w.decimal(found)}, price of the day ${w.decimal(expected)}: more apart than the agreement allows. Accept it, change it, or reject the line.`,
    AMOUNT_DEVIATION: ({ found, expected }, w) =>
      `Line amount ${w.decimal(found)} does not follow from price and quantity, which make ${w.decimal(expected)}. Ask the buyer which is meant.`,
    ALLOWANCE_CHARGE_PRESENT: ({ found, expected }) =>
      `The order has an allowance or a charge: ${found} (expected: ${expected}). Decide whether you agree to it.`,
  },
  next: {
    start: () => 'The document will be read in a moment.',
    decision: ({ deadline }, w) => `Waiting for a decision${deadline ? `, to be made by ${w.time(deadline)}` : ''}.`,
    attempt: ({ at }, w) => `Next attempt to deliver the answer: ${w.time(at)}.`,
    fetch: () => 'The answer is kept for the partner to fetch.',
    nothing: () => 'Nothing more will happen.',
  },
};
