import type { Words } from '../../../documents/words.ts';

const points = { one: 'point', other: 'points' };
const minutes = { one: 'minute', other: 'minutes' };

/** The go-live list, and the sheet for a partner's integrator. */
export const partnersLiveEnglish = {
  partnersGoLive: 'Go-live list',
  partnersGoLiveIntro:
    'Each point turns green by itself when live traffic shows that it works. Try everything in test first; in production the list shows what has happened there.',
  partnersLiveDone: ({ done, required }: { done: number; required: number }, w: Words) =>
    `${done} of ${w.count(required, points)}`,
  partnersLiveSeen: 'Works',
  partnersLiveOpen: 'To do',
  partnersLiveOptional: 'Worth trying',
  partnersLiveShow: 'Show it',
  partnersLiveSecret: 'The partner has logged in with its secret',
  partnersLiveSecretHow:
    'Make a secret among the credentials and send it to the partner with the access sheet. If nothing turns green, look at the refused requests.',
  partnersLiveLoginOci: 'A buyer came in by OCI',
  partnersLiveLoginCxml: 'A buyer came in by cXML',
  partnersLiveLoginPeppol: 'A buyer came in by Peppol Punch Out',
  partnersLiveLoginHow: 'Ask the partner to start the shop from its purchasing system, or use the simulator.',
  partnersLiveCartOci: 'A cart went back by OCI',
  partnersLiveCartCxml: 'A cart went back by cXML',
  partnersLiveCartPeppol: 'A cart went back by Peppol Punch Out',
  partnersLiveCartHow: 'Put an article into the cart and press the button that sends it back.',
  partnersLiveCancel: 'A buyer left without a cart',
  partnersLiveCancelHow: 'Start the shop and leave it without a cart: the purchasing system must take that, too.',
  partnersLiveOrder: 'An order went through',
  partnersLiveOrderHow:
    'Ask the partner to send an order. If it waits, decide about it; if it is refused, its page says why.',
  partnersLiveDuplicate: 'The same order again was recognised',
  partnersLiveDuplicateHow: 'Ask the partner to send the same order once more: nothing may be done twice.',
  partnersLiveDeviation: 'An order with another price was handled',
  partnersLiveDeviationHow: 'Ask for an order with a price that is not yours, and see that it does what is agreed.',
  partnersLiveAnswer: 'An answer was delivered',
  partnersLiveAnswerHow:
    'It follows from the order. If it is not delivered, look at the deliveries: address or secret may be wrong.',
  partnersLiveAnswerFetched: 'An answer was fetched',
  partnersLiveAnswerFetchedHow:
    'It follows from the order. The partner fetches it by the link in the state of its order.',
  partnersLiveRetry: 'An answer was delivered after a failed attempt',
  partnersLiveRetryHow: "Let the partner's receiver answer 503 once, and see that the answer comes again.",
  partnersLiveChange: 'A change of an order was carried out',
  partnersLiveChangeHow: 'Ask the partner to change an order, for example a quantity.',
  partnersAccessSheet: 'Access sheet',
  partnersSheetHint:
    'For whoever sets the purchasing system up. Print it, or save it as PDF from the print dialog. It holds no secrets: hand those over separately.',
  partnersSheetNone: 'No agreement is in force yet: there is nothing to tell.',
  partnersSheetTitle: ({ shop, partner }: { shop: string; partner: string }) => `${partner} at ${shop}`,
  partnersSheetMade: ({ at, version }: { at: string; version: number }, w: Words) =>
    `As of ${w.time(at)}, version ${version} of the agreement.`,
  partnersSheetLogin: 'Log-in',
  partnersSheetSecret: 'You get it separately. Two may be valid at once, so that you can change yours without a gap.',
  partnersSheetFrom: 'Calls are taken from',
  partnersSheetOrders: 'Orders',
  partnersSheetAddress: 'Address',
  partnersSheetFormats: 'Documents',
  partnersSheetSenders: 'Sender or buyer in the document',
  partnersSheetLimits: 'Limits',
  partnersSheetLimitsText: ({ size, lines }: { size: string; lines: number }, w: Words) =>
    `${size}, ${w.quantity(String(lines))} lines`,
  partnersSheetReceipt: 'Receipt',
  partnersSheetReceiptText:
    'At once: HTTP 202 with an id and a reference (cXML: Status 200). It says that the order is stored, not that it is accepted.',
  partnersSheetAnswer: 'Acceptance',
  partnersSheetChanged: 'May be accepted with changes',
  partnersSheetSent: 'How answers are sent',
  partnersSheetAccessPoint: 'The Peppol access point',
  partnersSheetFetch: 'Not: you fetch them by the links in the state of your order.',
  partnersSheetChange: 'A change of an order',
  partnersSheetStatuses: 'What you may tell of our documents',
  partnersSheetAgain: 'The same order again',
  partnersSheetAgainText:
    'Send again as often as you need: nothing is done twice. No answer, 408, 429 or 5xx: send the same again later.',
  partnersSheetState: 'State of an order',
  partnersSheetPunchOut: 'PunchOut',
  partnersSheetReturn: 'Carts return to',
  partnersSheetOci: 'OCI version',
  partnersSheetFields: 'Fields of the call',
  partnersSheetVisit: 'A visit lasts',
  partnersSheetVisitText: ({ idleMinutes, lifeMinutes }: { idleMinutes: number; lifeMinutes: number }, w: Words) =>
    `${w.count(idleMinutes, minutes)} without a page, ${w.count(lifeMinutes, minutes)} at most`,
  partnersSheetExampleOrder: 'Example: send an order',
  partnersSheetExampleOci: 'Example: OCI call',
  partnersSheetExampleCxml: 'Example: header of a cXML request',
  partnersSheetExamplePeppol: 'Example: Peppol login',
  partnersSheetTry: 'The first try',
  partnersSheetTry1: 'Call the test address without a secret: 401 proves network and address.',
  partnersSheetTry2: 'The same with the test secret and an order: 202 with an id (cXML: Status 200).',
  partnersSheetTry3: 'Ask for the state of the order until it is tested, or says what is missing.',
  partnersSheetTry4: 'Send the same again, and see that the same comes back.',
  partnersSheetContact: 'Whom to ask',
  partnersPriceBands: 'Prices as a picture',
};
