import type { Words } from '../../../documents/words.ts';

const orders = { one: 'order', other: 'orders' };
const documents = { one: 'document', other: 'documents' };
const lines = { one: 'line', other: 'lines' };
const partners = { one: 'partner', other: 'partners' };
const problems = { one: 'problem', other: 'problems' };
const sessions = { one: 'session', other: 'sessions' };

interface Counted {
  readonly count: number;
}
interface At {
  readonly at: string;
}

/** What needs somebody, how the installation is, and the charts. */
export const overviewEnglish = {
  overviewNeeds: 'What needs you now',
  overviewNothing: 'Nothing needs you now.',
  overviewAt: ({ at }: At, w: Words) => `As of ${w.clock(at)}.`,
  overviewUnbalanced: ({ count, at }: Counted & At, w: Words) =>
    `The books do not balance: ${w.count(count, problems)} at the check of ${w.time(at)}.`,
  overviewUnbalancedDo: 'This is a bug of Roundtrip. Keep the database as it is; roundtrip doctor names the documents.',
  overviewSeeDocuments: 'See the documents',
  overviewWaitingOrders: ({ count, many }: Counted & { many: boolean }, w: Words) =>
    `${w.count(count, orders)}${many ? ' or more' : ''} ${w.form(count, { one: 'waits', other: 'wait' })} for a decision`,
  overviewWhy: ({ reasons, more }: { reasons: readonly string[]; more: number }, w: Words) =>
    `Why: ${w.list([...reasons, ...(more > 0 ? [`${more} other reasons`] : [])])}.`,
  overviewOldest: ({ at }: At, w: Words) => `The oldest since ${w.time(at)}.`,
  overviewDeadlinePassed: ({ count }: Counted, w: Words) => `The deadline of ${w.count(count, orders)} has passed.`,
  overviewDeadlineNear: ({ count }: Counted, w: Words) => `${w.count(count, orders)} to be decided within a day.`,
  overviewDecide: 'Decide',
  overviewPickup: ({ partner, name }: { partner: string; name: string }) =>
    `Documents of ${partner} cannot be fetched from ${name}`,
  overviewPickupFailures: ({ count }: { count: number }) =>
    `Looked in vain ${count} times in a row. It goes on trying.`,
  overviewCatalogueWaiting: ({ partner }: { partner: string }) => `A catalogue for ${partner} waits for a decision`,
  overviewCatalogueRefused: ({ partner }: { partner: string }) =>
    `A catalogue for ${partner} could not be written; nothing of it was sent`,
  overviewCatalogueUnanswered: ({ partner }: { partner: string }) =>
    `${partner} has not said in time whether it takes a catalogue`,
  overviewSeeCatalogue: 'See the catalogue',
  overviewCatalogueSince: ({ at }: At, w: Words) => `It was started on ${w.time(at)}.`,
  overviewSeeWhy: 'See why',
  overviewFailing: (
    { partner, retrying, undelivered }: { partner: string; retrying: number; undelivered: number },
    w: Words,
  ) =>
    `${partner}: ${[
      ...(undelivered > 0 ? [`${w.count(undelivered, documents)} not delivered`] : []),
      ...(retrying > 0 ? [`${w.count(retrying, documents)} failed so far and tried again`] : []),
    ].join(', ')}`,
  overviewFailingMore: ({ count }: Counted, w: Words) => `Deliveries to ${w.count(count, partners)} more fail`,
  overviewLastError: ({ text }: { text: string }) => `Last: ${text}`,
  overviewSeeDeliveries: 'See the deliveries',
  overviewAnswersLate: ({ count }: Counted, w: Words) => `${w.count(count, orders)} should have been answered by now`,
  overviewAnswersDue: ({ count }: Counted, w: Words) => `${w.count(count, orders)} to be answered within a day`,
  overviewAnswer: 'See new orders',
  overviewQuarantine: ({ count, many }: Counted & { many: boolean }, w: Words) =>
    `${w.count(count, documents)}${many ? ' or more' : ''} in quarantine`,
  overviewQuarantineDo: 'They could not be attributed or were not agreed. Mend the set-up and run them again.',
  overviewSeeQuarantine: 'See the quarantine',
  overviewBuyers: ({ count, late }: Counted & { late: number }, w: Words) =>
    `${w.count(count, orders)} answered with changes: the buyer has not said yes yet${late > 0 ? `, ${late} too late` : ''}`,
  overviewBuyersUntil: ({ at }: At, w: Words) => `The first one has until ${w.time(at)}.`,
  overviewSeeOrders: 'See the orders',
  overviewChanges: ({ count }: Counted, w: Words) =>
    `${w.count(count, { one: 'change', other: 'changes' })} before ${w.form(count, { one: 'its order', other: 'their orders' })}`,
  overviewChangesDo: 'Each waits for its order, or for the change before it, and goes on by itself.',

  overviewHealth: 'How everything is',
  overviewDatabase: 'PostgreSQL',
  overviewDatabaseOk: 'Answers.',
  overviewDatabaseAway: 'Does not answer: nothing can be received. See DATABASE_URL.',
  overviewEngine: 'Temporal',
  overviewEngineOk: 'Answers.',
  overviewEngineAway: 'Does not answer. Documents are received and handled when it is back. See TEMPORAL_ADDRESS.',
  overviewWorker: 'Worker',
  overviewWorkerOk: 'At work.',
  overviewWorkerAway: 'None asks for work: documents are received and handled later. Start one with roundtrip worker.',
  overviewSweep: 'Last sweep',
  overviewSweepNever: 'There was none yet.',
  overviewSweepOk: ({ at }: At, w: Words) => `${w.clock(at)}: nothing was left lying.`,
  overviewSweepLate: ({ at }: At, w: Words) => `${w.time(at)}, which is too long ago. Look at the worker and its log.`,
  overviewBooks: 'Books',
  overviewBooksNever: 'Not checked yet.',
  overviewBooksOk: ({ at }: At, w: Words) => `Balanced at ${w.clock(at)}: everything received stands somewhere, once.`,
  overviewMailbox: 'Mailbox',
  overviewMailboxNever: 'Nobody has looked into it yet: does a worker run?',
  overviewMailboxOk: ({ at }: { at: string }, w: Words) => `Looked into ${w.time(at)}.`,
  overviewMailboxFails: ({ at, text }: { at: string; text: string }, w: Words) =>
    `Could not be looked into ${w.time(at)}: ${text}`,
  overviewMail: 'Mail',
  overviewMailNone: 'No mail server is set up (SMTP_URL): what would be told by mail waits.',
  overviewMailOk: 'No mail has failed.',
  overviewMailFails: ({ count, text }: Counted & { text: string }, w: Words) =>
    `${w.count(count, { one: 'mail', other: 'mails' })} failed so far and tried again. ${text}`,
  overviewDisk: 'Disk',
  overviewDiskFree: ({ free, whole }: { free: string; whole: string }) => `${free} of ${whole} free.`,
  overviewDiskUnreadable: 'The data folder cannot be read. See DATA_DIR.',

  overviewFirst: 'Nothing has come in yet',
  overviewFirstText: 'Send the example order of the demo partner, in a second terminal of this machine:',
  overviewFirstCopy: 'Copy the command',
  overviewFirstThen: 'It appears here within seconds.',
  overviewFirstOwn: 'For a customer of your own:',
  overviewFirstPartners: 'connect a partner',
  overviewFirstShop: 'bring in your products, customers and prices',

  overviewFigures: 'Figures',
  overviewPeriod: 'Time',
  overviewPeriod24h: '24 hours',
  overviewPeriod7d: '7 days',
  overviewPeriod30d: '30 days',
  overviewPeriod90d: '90 days',
  overviewMode: 'Documents',
  overviewProduction: 'production',
  overviewTest: 'test',
  overviewPartner: 'Partner',
  overviewAllPartners: 'All partners',
  overviewShow: 'Show',
  overviewTable: 'The figures as a table',
  overviewTableNone: 'All zero.',
  overviewCsv: 'Download as CSV',
  overviewAlone: 'Show alone',
  overviewAll: 'All charts',
  overviewDay: 'Day',
  overviewHour: 'Hour',
  overviewHours: 'Day, by the hour',

  overviewOrders: 'Orders',
  overviewDocuments: 'Documents',
  overviewOrdersNone: 'No order came in.',
  overviewOrdersSays: ({ count }: Counted, w: Words) => `${w.count(count, documents)} in`,
  overviewClean: 'placed at once',
  overviewDecided: 'placed after a decision',
  overviewApplied: 'changes carried out',
  overviewWaiting: 'waiting',
  overviewRefused: 'refused',
  overviewOther: 'others',

  overviewSessions: 'PunchOut sessions',
  overviewSessionsUnit: 'Sessions',
  overviewSessionsNone: 'No buyer came.',
  overviewSessionsSays: ({ count }: Counted, w: Words) => w.count(count, sessions),
  overviewReturned: 'cart returned',
  overviewOpen: 'shopping',
  overviewCancelled: 'cancelled',
  overviewExpired: 'expired',
  overviewAnswered: 'answered without pages',

  overviewDeviations: 'Price deviations',
  overviewDeviationsNone: 'No line came with a price to compare.',
  overviewDeviationsSays: ({ count, deviating, outside }: Counted & { deviating: number; outside: number }, w: Words) =>
    `${w.quantity(String(deviating))} of ${w.count(count, lines)} at another price than the price of the day, ${w.quantity(String(outside))} beyond what the agreement takes.`,
  overviewWithin: 'within the agreement',
  overviewOutside: 'beyond the agreement',
  overviewDeviation: 'Deviation',
  overviewDeviationAxis: 'Asked above the price of the day (percent)',
  overviewLines: 'Lines',
  overviewBelow: ({ percent }: { percent: string }) => `below ${percent}`,
  overviewFrom: ({ percent }: { percent: string }) => `${percent} and more`,
  overviewBetween: ({ from, to }: { from: string; to: string }) => `${from} to ${to}`,

  overviewAnswers: 'Time to the order response',
  overviewAnswersNone: 'No order response reached a buyer.',
  overviewAnswersSays: ({ median, p90 }: { median: string; p90: string }) =>
    `Half of the buyers had the answer within ${median}, nine of ten within ${p90}.`,
  overviewAnswerTime: 'From receipt to delivery',
  overviewAnswerCount: 'Answers',
  overviewMedian: 'half of them',
  overviewP90: '90 of 100',
  overviewP99: '99 of 100',

  overviewDeliveries: 'Deliveries by partner',
  overviewDeliveriesNone: 'Nothing was written to a partner.',
  overviewDeliveriesSays: ({ count, undelivered }: Counted & { undelivered: number }, w: Words) =>
    `${w.count(count, documents)} written, ${w.quantity(String(undelivered))} not delivered.`,
  overviewDeliveriesTo: ({ partner, count }: Counted & { partner: string }, w: Words) =>
    `${partner}: ${w.count(count, documents)}`,
  overviewDelivered: 'delivered',
  overviewKept: 'kept to be fetched',
  overviewUnderWay: 'under way',
  overviewUndelivered: 'not delivered',
  overviewDeliveryCancelled: 'cancelled',
};
