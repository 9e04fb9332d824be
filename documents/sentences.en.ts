import { englishCatalogueEvents } from './catalogueEvents.en.ts';
import { shopFaultSentence } from './shopFaults.ts';
import { equation } from './equation.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { faultSentence } from '../formats/xml/fault.ts';
import { englishFaults } from '../formats/xml/sentences.en.ts';
import { deliverySentence } from './deliveryFaults.ts';
import { englishDelivery } from './deliveryFaults.en.ts';
import { englishFormats as formats } from './formatNames.en.ts';
import { englishReasons } from './reasons.en.ts';
import { factInWords, reasonInWords } from './reasons.ts';
import type { StatusReason } from '../formats/document/documentStatus.ts';
import type { Catalogue } from './sentences.ts';
import type { MessagePlan, TimelineFacts } from './timeline.ts';
import type { DeliveryKind } from '../partners/messageAddress.ts';
import type { Words } from './words.ts';

const lines = { one: 'line', other: 'lines' };
const standings = { accepted: 'accepted', acknowledged: 'received, without having been checked', refused: 'refused' };

const handedTo = {
  http: 'Delivered',
  peppol: 'Handed to the access point',
  mail: 'Handed to the mail server',
  folder: 'Put into the folder',
  sftp: 'Put onto the file server',
} as const satisfies Readonly<Record<DeliveryKind, string>>;

/** Why a document waits. */
const held = {
  pause: 'Deliveries to the partner are paused: it waits until they are opened again.',
  outage: 'The receiver does not answer: it waits until one document has reached it.',
  queue: 'The receiver has much to take: it waits for its turn.',
};

/** What the receiver wrote, in its own words. */
function said(text: string | undefined, reasons: readonly StatusReason[]): string {
  const all = [
    text,
    ...reasons.map(({ place, code, text: why }) => [place, why, code && `(${code})`].filter(Boolean).join(' ')),
  ];
  const words = all.filter(Boolean).join('; ');
  return words === '' ? '' : ` ${words}`;
}

const matchedBy = {
  sellersItemId: 'our article number',
  buyersItemId: "the buyer's article number",
  alias: 'another known number',
  gtin: 'GTIN',
  cart: 'the cart that it comes from',
  manufacturersId: "the manufacturer's number",
  remembered: 'an earlier answer about this partner',
  decision: 'a decision',
};
const customerFoundBy = {
  invoiceAddress: 'its invoice address',
  deliveryAddress: 'its delivery address',
  remembered: 'an earlier answer about this partner',
  default: 'the agreement, which names it where nothing else is known',
};
const bookParts = {
  placed: 'placed',
  applied: 'changes carried out',
  recorded: 'noted',
  waiting: 'waiting',
  refused: 'refused',
  duplicates: 'duplicates',
  tested: 'tests',
  inProgress: 'in progress',
};
const answers = { '27': 'not accepted (27)', '29': 'accepted (29)', '30': 'accepted with changes (30)' };
const refusal: Catalogue['answers']['refusal'] = (because) => {
  if (because === 'reasons') return 'The order cannot be accepted as it stands.';
  if ('rules' in because) return `The order breaks rules that it has to follow: ${because.rules.join(', ')}.`;
  const { fault, line, column } = because;
  return `${faultSentence(englishFaults, fault)} (line ${line}, column ${column}).`;
};

/** Why an attempt failed; rows from before the list of faults have only `error`. */
function whyNot({ error, fault }: { readonly error: string; readonly fault?: DeliveryFault }): string {
  return fault === undefined ? error : deliverySentence(englishDelivery, fault);
}

const decisions = {
  accept: 'accepted the order',
  acceptWithChanges: 'accepted the order with changes',
  reject: 'rejected the order',
  runAgain: 'asked for the checks to be run again',
};

const protocols = { oci: 'OCI', cxml: 'cXML', peppol: 'Peppol Punch Out' };
const operations = {
  create: 'to fill a cart',
  edit: 'to change a cart',
  inspect: 'to look at a cart',
  detail: 'to look at a product',
  sourcing: 'to look for a product',
  validate: 'to check a product',
  background_search: 'to search the catalogue',
};
const expiries = {
  unopened: 'The start link was not opened in time.',
  idle: 'Nobody used the visit any more: it has ended without a cart.',
  life: 'The time of the visit is up: it has ended without a cart.',
};
const messages = {
  confirmation: 'Order confirmation',
  delivery: 'Despatch advice',
  status: 'Status update',
  receipt: 'Receipt',
};

/** When the buyer is told. */
function sending(plan: MessagePlan, w: Words): string {
  if (plan.sent === 'at') return `the buyer is told on ${w.time(plan.at)}`;
  return plan.sent === 'never' ? 'the buyer is not told' : 'the buyer is told with a later status';
}

const problems = { one: 'problem', other: 'problems' };
const atLine = (line: number | undefined): string => (line === undefined ? '' : `Line ${line}: `);

/** What a person decided about a line. */
function decided({ decision, unit, currency }: TimelineFacts['decision.line'], w: Words): string[] {
  const { action, articleNumber, asText, remember, substitute, quantity, price, promisedFrom, promisedTo } = decision;
  const { rememberPriceUntil } = decision;
  const changes = [
    action === 'reject' && 'rejected',
    articleNumber !== undefined && `article ${articleNumber}`,
    asText !== undefined && 'accepted as written, without an article',
    remember !== undefined && 'remembered for this partner',
    rememberPriceUntil !== undefined && `its price is accepted until ${w.day(rememberPriceUntil)}`,
    substitute !== undefined && `${substitute} instead`,
    quantity !== undefined && `quantity ${quantity} ${unit}`,
    price !== undefined && `price ${w.money(price, currency)}`,
    promisedFrom !== undefined && `delivery from ${w.day(promisedFrom)}`,
    promisedTo !== undefined && `delivery until ${w.day(promisedTo)}`,
  ].filter((change) => change !== false);
  return changes.length > 0 ? changes : ['accepted as ordered'];
}

/** The end of a sentence, with what the person wrote. */
function written(note: string | undefined): string {
  return note ? `: "${note}"` : '.';
}

/** English. */
export const english: Catalogue = {
  formats,
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
    'document.finding': ({ rule, line, path, text }) => `Line ${line}, ${path}: ${text} (${rule})`,
    'document.duplicate': ({ key, reference }) =>
      key === 'message'
        ? `The same message came before as ${reference}: the same answer applies.`
        : `The same order came before as ${reference}: the same answer applies.`,
    'document.recorded': ({ number, standing }) => `It says that our document ${number} is ${standings[standing]}.`,
    'document.aboutUnknown': ({ about, standing, found }) =>
      `It says that ${about} is ${standings[standing]}, but ${found === 0 ? 'no document that we sent is called so' : `${found} documents that we sent are called so`}: look which is meant.`,
    'status.received': ({ format, standing, text, reasons }) =>
      `The receiver says by ${formats[format]}: ${standings[standing]}.${said(text, reasons)}${standing === 'refused' ? ' Look at it, mend what is wrong, and send again.' : ''}`,
    'quarantine.kept': ({ told }) =>
      `Kept in quarantine: it can be run again when the set-up is mended. The sender got ${told === 'receipt' ? 'a receipt' : 'the refusal'}.`,
    'quarantine.handled': ({ reference }, _, by) => `${by} had it run again: it is handled as document ${reference}.`,
    'quarantine.released': ({ reference }, _, by) =>
      `${by} had it run again from quarantine, where it was ${reference}.`,
    'quarantine.restored': (_, __, by) => `${by} took that back: it waits in quarantine again.`,
    'quarantine.discarded': ({ reason }, _, by) => `${by} put it aside for good: ${reason}`,
    'document.tested': () => 'A test: it was checked and answered, no order was placed.',
    'customer.found': ({ customer, name, by, also = [] }, w) => {
      const found = [...(by.length > 0 ? [w.identities(by)] : []), ...also.map((one) => customerFoundBy[one])];
      return `Customer ${customer} ${name} found by ${w.list(found)}.`;
    },
    'place.remembered': ({ name }) => `Delivery place ${name}, by an earlier answer about this partner.`,
    'deviations.weekly': ({ partner, from, to, count, articles }, w) => {
      const named = articles.map(
        (one) => `${one.articleNumber} (${one.lines} times, ${w.money(one.sum, one.currency)})`,
      );
      const more = count > articles.length ? `, and ${count - articles.length} more` : '';
      return `${partner} ordered again at other prices than ours from ${w.day(from)} to ${w.day(to)}: ${named.join(', ')}${more}.`;
    },
    'figures.daily': ({ day, received, parts, balanced, sessions, cartsReturned, linesOutside, undelivered }, w) =>
      [
        `${w.day(day)}: ${equation(`${w.count(received, { one: 'document', other: 'documents' })} in`, parts, bookParts, w)}.`,
        balanced ? '' : 'That does not add up: the books are to be checked.',
        `${w.count(sessions, { one: 'PunchOut session', other: 'PunchOut sessions' })}, ${w.count(cartsReturned, { one: 'cart', other: 'carts' })} returned.`,
        `${w.count(linesOutside, lines)} with a price beyond what is agreed. ${w.count(undelivered, { one: 'document', other: 'documents' })} written and not delivered.`,
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    'price.agreed': ({ line, agreed: { by, madeAt, until } }, w) =>
      `Line ${line}: its price deviates within what ${by} accepted on ${w.day(madeAt.slice(0, 10))} until ${w.day(until)}.`,
    'lines.matched': ({ counts }, w) => {
      const parts = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
      const [first, ...rest] = parts.map(([by, count], index) =>
        index === 0
          ? `${w.count(count, lines)} matched by ${matchedBy[by as keyof typeof matchedBy]}`
          : `${count} by ${matchedBy[by as keyof typeof matchedBy]}`,
      );
      return first === undefined ? 'No line was matched.' : `${w.list([first, ...rest])}.`;
    },
    'prices.checked': ({ lines: count, day, sums }, w) =>
      `Prices of ${w.count(count, lines)} compared with those of ${w.day(day)}${sums === undefined ? '' : `: ${w.money(sums.asked, sums.currency)} as asked, ${w.money(sums.ours, sums.currency)} at our prices`}.`,
    'order.held': ({ reasons, deadline }, w) =>
      `Waiting for you: ${w.count(reasons, { one: 'question', other: 'questions' })}, to be decided by ${w.time(deadline)}.`,
    'order.reason': ({ reason }, w) => reasonInWords(englishReasons, reason, w),
    'order.lineRejected': ({ reason }, w) =>
      `${factInWords(englishReasons, reason, w)} Rejected, as the agreement says.`,
    'order.deviationAccepted': ({ reason }, w) =>
      `${factInWords(englishReasons, reason, w)} Accepted, as the agreement says.`,
    'order.lineAtOurPrice': ({ reason }, w) =>
      `${factInWords(englishReasons, reason, w)} Accepted at our price, as the agreement says.`,
    'order.reminder': ({ deadline }, w) => `Still waiting for you, until ${w.time(deadline)}.`,
    'order.deadlinePassed': ({ deadline }, w) =>
      `The deadline of ${w.time(deadline)} has passed; the order goes on waiting.`,
    'order.placed': ({ number, status }) => `Order ${number} in status ${status}.`,
    'change.putOff': ({ order, until }, w) =>
      `Order ${order}, or a change before this one, has not come; waiting for it until ${w.time(until)}.`,
    'change.applied': ({ number, version, operation }) =>
      operation === 'delete'
        ? `Order ${number} is taken back by the buyer: version ${version}.`
        : `Order ${number} is changed: version ${version}.`,
    'change.refused': ({ operation }) =>
      operation === 'delete'
        ? 'A cancellation by the buyer was refused; the order stands.'
        : 'A change by the buyer was refused; the order stands as it was.',
    'buyer.asked': ({ due }, w) =>
      `Accepted with changes: waiting for the buyer to agree, change or cancel by ${w.time(due)}.`,
    'buyer.overdue': ({ due }, w) => `The buyer has not said by ${w.time(due)} whether it agrees to the changes.`,
    'order.replaced': ({ by: other }) => `Order ${other} takes its place; it is cancelled.`,
    'buyer.agreed': (_, __, by) => `${by} noted that the buyer agrees to the changes.`,
    'order.status': ({ from, to }, _, by) => `${by} set status ${from} → ${to}.`,
    'order.handedOver': ({ shopNumber }) => `The shop has the order, as ${shopNumber}.`,
    'order.changeHandedOver': ({ shopNumber }) => `The shop has its order ${shopNumber} as ours stands now.`,
    'order.handoverFailed': ({ attempt, fault, nextAttemptAt, isChange }, w) =>
      `Attempt ${attempt} to hand ${isChange ? 'what was changed' : 'the order'} over to the shop failed. ${shopFaultSentence(fault, 'en')} Next attempt ${w.time(nextAttemptAt)}.`,
    'order.handoverEnded': ({ fault, isChange }) =>
      `${isChange ? 'The shop does not have what was changed: its order stands as it was told before' : 'The order was not handed over to the shop'}. ${shopFaultSentence(fault, 'en')} Mend it, and send it again from the page of the connection.`,
    'decision.made': ({ kind, note, customer, place, remembered }, _, by) => {
      const named = [
        customer && ` for customer ${customer}`,
        place && ` to ${place}`,
        remembered && ', to be remembered',
      ];
      return `${by} ${decisions[kind]}${named.filter(Boolean).join('')}${written(note)}`;
    },
    'decision.line': (facts, w) => `Line ${facts.line}: ${w.list(decided(facts, w))}${written(facts.decision.note)}`,
    'decision.refused': ({ message }) => `The decision could not be carried out: ${message}`,
    'order.confirmed': ({ lines: count, ...plan }, w, by) =>
      `${by} confirmed ${count === 0 ? 'the order as it stands' : w.count(count, lines)}; ${sending(plan, w)}.`,
    'order.delivered': ({ lines: count, complete, ...plan }, w, by) =>
      `${by} delivered ${w.count(count, lines)}, ${complete ? 'nothing more is to come' : 'more is to come'}; ${sending(plan, w)}.`,
    'message.written': ({ kind, number }) => `${messages[kind]} ${number} written.`,
    'message.kept': ({ kind, number }) =>
      `${messages[kind]} ${number} is kept for the partner to fetch: the agreement names no address.`,
    'reply.sent': ({ to, subject }, _, by) => `${by} wrote to ${to}: "${subject}".`,
    'message.faulty': ({ kind, number, rules }, w) =>
      `${messages[kind]} ${number} breaks rules and is not sent, which is a fault of Roundtrip: ${w.list(rules)}.`,
    'answer.overdue': ({ due }, w) => `The buyer should have had an answer by ${w.time(due)}.`,
    'mlr.written': ({ number, code }) =>
      `Message level response ${number} written: the document ${code === 'AP' ? 'follows the rules (AP)' : 'breaks rules (RE)'}.`,
    'answer.written': ({ number, code }) => `Answer ${number} written: ${answers[code]}.`,
    'answer.none': () => 'The process of the order has no answers: none is sent.',
    'answer.kept': ({ number }) => `Answer ${number} is kept for the partner to fetch: the agreement names no address.`,
    'answer.fetched': ({ number }) => `The partner fetched answer ${number}.`,
    'delivery.failed': (facts, w) =>
      `Delivery failed at attempt ${facts.attempt}: ${whyNot(facts)} Next attempt ${w.time(facts.nextAttemptAt)}.`,
    ...englishCatalogueEvents,
    'delivery.delivered': ({ attempt, httpStatus, via }) =>
      `${handedTo[via ?? 'http']} at attempt ${attempt}${httpStatus === undefined ? '' : ` (HTTP ${httpStatus})`}.`,
    'delivery.refused': (facts) =>
      `The receiver refused it at attempt ${facts.attempt}: ${whyNot(facts)} Nothing more is tried; look at it and send again.`,
    'delivery.gaveUp': (facts, w) =>
      `Gave up after ${w.count(facts.attempts, { one: 'attempt', other: 'attempts' })}: ${whyNot(facts)} Look at it and send again.`,
    'books.unbalanced': ({ problems: count }, w) =>
      `The books do not balance: ${w.count(count, problems)}. See GET /api/v1/books.`,
    'delivery.retryAsked': (_, __, by) => `${by} asked for it to be sent now.`,
    'delivery.held': ({ because }) => held[because ?? 'pause'],
    'delivery.outage': ({ failures, fault, nextAttemptAt }, w) =>
      `${w.count(failures, { one: 'attempt', other: 'attempts' })} in a row did not reach the receiver: ${deliverySentence(englishDelivery, fault)} What is to be sent there waits, and one document at a time tries, next ${w.time(nextAttemptAt)}.`,
    'delivery.outageOver': () => 'The receiver answers again: what waited for it is sent, the oldest first.',
    'delivery.cancelled': (_, __, by) => `${by} cancelled the delivery.`,
    'session.opened': ({ partner, protocol, operation, identified }) =>
      `${partner} logged ${identified ? 'a buyer' : 'a shared user'} in by ${protocols[protocol]}, ${operations[operation]}.`,
    'session.customerChosen': ({ customer, name, said }) =>
      `The buyer shops for customer ${customer} ${name}, ${said === undefined ? 'as the agreement says' : `named as ${said}`}.`,
    'session.shopping': () => 'The buyer opened the shop.',
    'session.filled': ({ lines: count }, w) => `The earlier cart was rebuilt: ${w.count(count, lines)}.`,
    'session.adopted': ({ lines: count, code }, w) =>
      `The unsent cart ${code} was taken over: ${w.count(count, lines)}.`,
    'session.adoptedBy': ({ code }) => `The cart was taken over as ${code}.`,
    'session.saved': ({ lines: count }, w) => `The buyer kept the cart for another time: ${w.count(count, lines)}.`,
    'session.extended': ({ until }, w) => `The buyer asked for more time: open until ${w.time(until)} at most.`,
    'session.returned': ({ number, lines: count, total, currency, again }, w) =>
      `Cart ${number} went back${again ? ' again' : ''}: ${w.count(count, lines)}, ${w.money(total, currency)} without VAT.`,
    'session.returnedEmpty': ({ number }) => `Cart ${number} went back with nothing in it, as the buyer asked.`,
    'session.keptBack': ({ problems: count }, w) => `The cart was kept back: ${w.count(count, problems)}.`,
    'session.problem': ({ rule, line, found }) => `${atLine(line)}${found} (${rule})`,
    'session.cut': ({ field, line, found, sent }) =>
      `${atLine(line)}${field} was cut for the purchasing system: "${found}" went as "${sent}".`,
    'session.cancelled': ({ byBuyer }, _, by) =>
      byBuyer ? 'The buyer left without a cart.' : `${by} ended the visit without a cart.`,
    'session.expired': ({ because }) => expiries[because],
    'session.ended': () => 'The time of the visit is up; the cart that went back stands.',
    'session.pricesUntold': ({ articles, leftOut }, w) =>
      `The shop did not tell the price of ${w.count(articles, { one: 'article', other: 'articles' })}: ${leftOut ? 'left out of the answer' : 'the price that is stored counts'}.`,
    'session.answered': ({ operation, fields }, w) =>
      `The call ${operations[operation]} was answered at once: ${w.count(fields, { one: 'field', other: 'fields' })}.`,
    'session.resent': ({ number }, _, by) => `${by} fetched the form of cart ${number} again.`,
  },
  reasons: englishReasons,
  answers: {
    refusal,
    change: ({ operation, document, order }, isTaken) => {
      if (operation === 'delete')
        return isTaken
          ? `Order ${order} is cancelled, as ${document} asks.`
          : `Order ${order} is not cancelled: ${document} is refused.`;
      return isTaken
        ? `Order ${order} is changed, as ${document} asks.`
        : `Order ${order} is not changed: ${document} is refused.`;
    },
    order: () => 'The order is not accepted; please contact us about it.',
    line: () => 'The line is not accepted; please contact us about it.',
    more: (count) => `And ${count} more.`,
    values: (found, expected) =>
      [found && `Found: ${found}.`, expected && `Expected: ${expected}.`].filter(Boolean).join(' '),
    cancelled: () => 'We have cancelled the order.',
    statuses: { added: 'Added to the order.', backordered: 'Comes later.', delivered: 'Already delivered.' },
  },
  sender: {
    received: () => 'The document is stored and will be read in a moment.',
    waiting: (order) => `The order waits in the shop as ${order}: a person decides about what is not clear.`,
    placed: (order, status) => `The order is in the shop as ${order}, in status ${status}.`,
    rejected: (order) => `The shop has rejected the order ${order}.`,
    applied: () => 'The change of the order is carried out.',
    recorded: () => 'What the document says of ours is written down.',
    refused: (refusal) => `Refused: ${refusal}`,
    tested: () => 'The test order was checked like a real one; nothing is delivered.',
    duplicate: (original, state) => `A repeat of document ${original}: nothing is done twice. ${state}`,
    next: {
      start: () => 'Ask again in a moment.',
      decision: (deadline, w) =>
        `A person of the shop decides${deadline === undefined ? '' : `, as planned by ${w.time(deadline)}`}; then the order is answered.`,
      confirm: () => 'A person of the shop looks at the order; then it is answered.',
      attempt: (at, w) => `The answer is sent to you, next ${w.time(at)}.`,
      fetch: () => 'Fetch the answer by its link.',
      held: () => 'The shop sends the answer to you later: deliveries to you are held back for the moment.',
      undelivered: () => 'The answer could not be delivered to you: fetch it by its link, and talk to the shop.',
      nothing: () => 'Nothing more happens by itself.',
      mend: () => 'Mend the order and send it again, under the same number if you like.',
    },
  },
  next: {
    start: () => 'The document will be read in a moment.',
    decision: ({ deadline }, w) => `Waiting for a decision${deadline ? `, to be made by ${w.time(deadline)}` : ''}.`,
    visit: ({ at }, w) => `The visit ends ${w.time(at)} if nobody goes on with it.`,
    attempt: ({ at }, w) => `Next attempt to deliver the answer: ${w.time(at)}.`,
    confirm: () => 'Waiting for you to confirm or reject the order; the buyer is answered then.',
    fetch: () => 'The answer is kept for the partner to fetch.',
    held: ({ because }) =>
      because === 'address'
        ? 'It is sent when the receiver takes documents again and its turn has come.'
        : 'It is sent when deliveries to the partner are opened again.',
    undelivered: () => 'The answer could not be delivered: look at it and send it again.',
    nothing: () => 'Nothing more happens by itself.',
  },
};
