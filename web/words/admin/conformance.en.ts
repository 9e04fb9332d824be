import type { Words } from '../../../documents/words.ts';

const checks = { one: 'check', other: 'checks' };

interface About {
  /** A protocol or a format. */
  readonly what: string;
}

/** The conformance report of an agreement. */
export const conformanceEnglish = {
  conformanceTitle: 'Conformance report',
  conformanceIntro:
    'The simulator plays the partner’s purchasing system and goes through everything that the test agreement opens. It takes a minute or two. Everything is marked as test and becomes no order.',
  conformanceOf: ({ partner, version }: { partner: string; version: number }) =>
    `${partner}, version ${version} of the test agreement`,
  conformanceBegin: 'Run all checks',
  conformanceAlready: 'A run is going on already. Its result is soon there.',
  conformanceMissing: 'The partner has no test agreement, or no test address of its own. Make both first.',
  conformanceNone: 'The agreement has not been checked yet.',
  conformanceGoing: ({ done, planned }: { done: number; planned: number }, w: Words) =>
    `Under way: ${done} of ${w.count(planned, checks)} done.`,
  conformanceLost: 'The run was broken off: the process that made it has ended. Run the checks again.',
  conformanceFailed: ({ failure }: { failure: string }) => `The run was broken off: ${failure}`,
  conformanceAllPass: ({ passed }: { passed: number }, w: Words) => `All is well: ${w.count(passed, checks)} passed.`,
  conformanceSomeFail: ({ failed, passed }: { failed: number; passed: number }, w: Words) =>
    `${w.count(failed, checks)} failed, ${passed} passed.`,
  conformanceNothing: 'The agreement opens neither PunchOut nor orders: there was nothing to check.',
  conformanceBegun: ({ by, at }: { by: string; at: string }, w: Words) => `Begun by ${by}, ${w.time(at)}.`,
  conformanceFile: 'File for the partner (English)',
  conformanceFileOther: 'Fil till partnern (svenska)',
  conformanceResults: 'Checks',
  conformanceSeconds: ({ seconds }: { seconds: number }, w: Words) => w.duration(seconds),
  conformanceSaid: ({ said }: { said: string }) => `In its own words: ${said}`,
  conformanceEvidence: 'Evidence',
  conformancePass: 'passed',
  conformanceFail: 'failed',
  conformanceNotApplicable: 'does not apply',
  conformanceSent: 'What was sent',
  conformanceAnswered: 'What came back',
  conformanceCart: 'The cart',
  conformanceState: 'How it stands',
  conformanceDocument: 'The answer',
  conformanceEarlier: 'Earlier runs',
  conformanceLogin: ({ what }: About) => `${what}: the right secret opens the shop`,
  conformanceWrongSecret: ({ what }: About) => `${what}: a wrong secret is refused`,
  conformanceCartCheck: ({ what }: About) => `${what}: the cart comes back and can be read`,
  conformanceCancel: ({ what }: About) => `${what}: leaving without a cart changes nothing`,
  conformanceEmpty: ({ what }: About) => `${what}: an empty cart says that nothing is wanted`,
  conformanceExpiry: ({ what }: About) => `${what}: a visit ends when its time is up`,
  conformanceOrder: ({ what }: About) => `${what}: a clean order is taken`,
  conformanceDuplicate: ({ what }: About) => `${what}: the same order again is recognised`,
  conformanceChange: ({ what }: About) => `${what}: a change of an order is taken`,
  conformanceCancellation: ({ what }: About) => `${what}: a cancellation of an order is taken`,
  conformancePrice: ({ what }: About) => `${what}: a price that is 10 % too high is not accepted as it is`,
  conformanceAnswer: ({ what }: About) => `${what}: the answer comes`,
  conformanceOutage: ({ what }: About) => `${what}: the answer comes after an outage of the receiver`,
  conformanceRefusedAdvice:
    'The shop did not open. Look at why it was refused: user, secret, return address, or customer.',
  conformanceWrongSecretAdvice:
    'The shop opened with a wrong secret. Revoke the credentials of the agreement and make new ones.',
  conformanceNoCartAdvice:
    'No cart came back. Is there an article with a price for the customer, and may the cart leave as it is?',
  conformanceUnreadableAdvice: 'The form that came back is no cart that the protocol knows. Look at the mapping.',
  conformanceLinesLostAdvice: 'Some lines lack article, quantity or price. Look at the mapping of these fields.',
  conformanceCameBackAdvice: 'A cart with lines came back although the buyer left without one.',
  conformanceNoEmptyAdvice: 'The protocol has no word for an empty cart.',
  conformanceStillOpenAdvice: 'The shop could be used although the time of the visit was up.',
  conformanceNothingToOrderAdvice: 'No cart or order came before it that it could use.',
  conformanceNotTakenAdvice: 'The document was not stored, or not read in time. Is the worker running?',
  conformanceOrderRefusedAdvice: 'The shop refuses an order that is made from its own cart. Look at the reasons.',
  conformanceOrderWaitsAdvice:
    'A person would have to look at every order of this kind. Decide in the agreement what may be taken without asking.',
  conformanceTakenTwiceAdvice: 'The same bytes were taken as another document.',
  conformanceNotChangeableAdvice: 'The format has no document for it, or the agreement does not open it.',
  conformanceChangeRefusedAdvice: 'The shop refuses changes of orders. Look at the reasons.',
  conformancePriceAcceptedAdvice:
    'The order was accepted at the price that is too high. That is right only if the price policy tolerates 10 %.',
  conformanceNeverAdvice: 'The agreement says that orders are not answered.',
  conformanceLaterAdvice: 'A person answers, by the agreement: nothing comes by itself.',
  conformanceNoFormatAdvice: 'The process of this format has no answers.',
  conformanceKeptAdvice:
    'The answer was written but not delivered: the agreement names no address. It is kept for the partner to fetch.',
  conformanceNoAnswerAdvice: 'The answer did not come in time. Look at the deliveries of the partner.',
  conformanceNotRepeatedAdvice: 'The answer came, but not by a second attempt.',
  conformanceBrokenAdvice: 'The check could not be finished.',
};
