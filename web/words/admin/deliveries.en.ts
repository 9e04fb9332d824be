import type { Words } from '../../../documents/words.ts';

/** Deliveries: queues, pauses, and many that are sent again. */
export const deliveriesEnglish = {
  deliveriesQueues: 'Queue by partner',
  deliveriesQueuesNone: 'Nothing is to be sent, and nothing is paused.',
  deliveriesWaiting: 'To be sent',
  deliveriesFailing: 'Of them tried in vain',
  deliveriesFailingSince: 'Failing since',
  deliveriesNextAttempt: 'Next attempt',
  deliveriesWhy: 'Last error',
  deliveriesUndelivered: 'Not delivered, 30 days',
  deliveriesPaused: 'Paused',
  deliveriesInTrouble: 'Failing',
  deliveriesAway: 'Does not answer',
  deliveriesCatchingUp: 'Catching up',
  deliveriesFlowing: 'In order',
  deliveriesDocuments: 'Documents that did not arrive',
  deliveriesKind: 'How they stand',
  deliveriesNone: 'Every document has arrived.',
  deliveriesNoneAdvice: 'What fails stands here, with the reason and the next attempt. Remove a filter to see more.',

  deliveriesTo: ({ partner }: { partner: string }) => `Deliveries to ${partner}`,
  deliveriesToDocuments: 'Show its documents that did not arrive',
  deliveriesToPartner: 'Open the partner and its agreement',
  deliveriesPause: 'Pause deliveries',
  deliveriesPauseHint:
    'Nothing is sent to the partner, in test and production, until you open again. What is to be sent waits in its order and is not given up.',
  deliveriesReason: 'Why (others see it)',
  deliveriesOpen: 'Open deliveries',
  deliveriesOpenHint: ({ count }: { count: number }, w: Words) =>
    count === 0
      ? 'Nothing waits.'
      : `${w.count(count, { one: 'document waits', other: 'documents wait' })} and ${w.form(count, { one: 'is', other: 'are' })} sent then, the oldest first, at most 100 every 10 seconds.`,
  deliveriesPausedSince: ({ by, at }: { by: string; at: string }, w: Words) =>
    `Deliveries are paused, by ${by}, since ${w.time(at)}.`,
  deliveriesPausedNow: ({ partner }: { partner: string }) => `Deliveries to ${partner} are paused.`,
  deliveriesOpenedNow: ({ partner }: { partner: string }) => `Deliveries to ${partner} are open.`,

  deliveriesOfAnswers: 'Answers',
  deliveriesOfDespatch: 'Despatch advices',
  deliveriesOfStatus: 'Status updates',
  deliveriesOfMlr: 'Technical answers',
  deliveriesOfCatalogues: 'Catalogues',
  deliveriesOfTest: ({ what }: { what: string }) => `${what} (test)`,
  deliveriesOutage: (
    { what, since, probes, nextAt }: { what: string; since: string; probes: number; nextAt: string },
    w: Words,
  ) =>
    `${what}: the receiver has not answered since ${w.time(since)}. What is to be sent there waits; one document at a time tries${probes === 0 ? '' : `, ${w.count(probes, { one: 'time', other: 'times' })} so far`}, next ${w.time(nextAt)}. When one arrives, the rest follows by itself.`,
  deliveriesQueue: ({ what, since }: { what: string; since: string }, w: Words) =>
    `${what}: much is to be sent, since ${w.time(since)}. It goes out in its order, as fast as the receiver takes it and its agreement allows.`,
  deliveriesTryNow: 'Try now',
  deliveriesTried: 'It is tried now.',
  deliveriesNothingToTry: 'Every receiver of the partner answers: nothing had to be tried.',

  deliveriesMany: 'Send many again',
  deliveriesManyHint:
    'The oldest first, 10,000 at most. It goes on in the background, also after a restart, and can be stopped.',
  deliveriesWhich: 'Which documents',
  deliveriesAllPartners: 'Those of all partners',
  deliveriesRate: 'How fast',
  deliveriesPerMinute: 'Documents a minute',
  deliveriesRateText: ({ count }: { count: number }, w: Words) =>
    `${w.count(count, { one: 'document', other: 'documents' })} a minute`,
  deliveriesRateWrong: ({ most }: { most: number }) => `Give a whole number from 1 to ${most}.`,
  deliveriesKindsWrong: 'Choose at least one kind of documents.',
  deliveriesStart: 'Begin',
  deliveriesErrors: 'It was not begun:',
  deliveriesRunStarted: 'It has begun.',
  deliveriesRunNothing: 'No document waits to be sent again.',
  deliveriesRuns: 'Many sent again, the latest',
  deliveriesRunOf: ({ partner }: { partner: string }) => `Many sent again to ${partner}`,
  deliveriesRunOfAll: 'Many sent again to all partners',
  deliveriesRunning: 'Under way',
  deliveriesStopped: 'Stopped',
  deliveriesDone: 'Done',
  deliveriesRunTotal: 'Documents',
  deliveriesRunAsked: 'Sent',
  deliveriesRunLeft: 'Could not be sent',
  deliveriesRunBy: 'Begun by',
  deliveriesRunSince: 'Begun',
  deliveriesRunStoppedBy: 'Stopped by',
  deliveriesRunDone: 'How far',
  deliveriesRunCount: ({ done, total }: { done: string; total: string }) => `${done} of ${total}`,
  deliveriesProgress: 'Progress',
  deliveriesStop: 'Stop',
  deliveriesStopHint: 'What was sent stays sent; the rest is left as it is.',
  deliveriesRunStopped: 'It was stopped.',
  deliveriesItemWaits: 'Its turn is to come',
  deliveriesItemAsked: 'Is sent',
  deliveriesItemLeft: 'Left',
  deliveriesNow: 'Stands now',
};
