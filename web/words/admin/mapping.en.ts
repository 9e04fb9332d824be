import type { Words } from '../../../documents/words.ts';

const settings = { one: 'setting', other: 'settings' };

/** An agreement from a sample, its mapping, its prices as a picture, and what a draft would change. */
export const mappingEnglish = {
  mappingSampleNewTitle: 'New partner from a sample',
  mappingSampleTitle: ({ partner }: { partner: string }) => `From a sample – ${partner}`,
  mappingSampleIntro:
    'Paste something that the partner has sent you. The form fills itself in and says what it took from where; you choose what to keep.',
  mappingSampleKinds: 'What can be pasted',
  mappingSampleKindOci: 'an OCI call: the address with its parameters, the form, or the whole request',
  mappingSampleKindSetup: 'a cXML PunchOutSetupRequest',
  mappingSampleKindPeppol: 'a Peppol punch-out login: the form, or one name=value a line',
  mappingSampleKindOrder: 'an order: BIS 28A, 3A, Order 3, SveOrder 2.0 or cXML, with or without its envelope',
  mappingSampleSecrets: 'Passwords and secrets in the sample are neither kept nor shown again.',
  mappingSampleText: 'The sample',
  mappingSampleRead: 'Read the sample',
  mappingSampleAnother: 'Paste another sample',
  mappingProblemEmpty: 'Nothing was pasted yet.',
  mappingProblemTooLong: 'The sample is longer than two million characters. An order with fewer lines says as much.',
  mappingProblemUnreadable: ({ text, line }: { text: string; line: string }) =>
    `The XML cannot be read${line === '' ? '' : ` (line ${line})`}: ${text}. Paste the whole document, from its first line to its last.`,
  mappingProblemOther: ({ text }: { text: string }) =>
    `This is ${text}, which says nothing about an agreement. Paste an order, a PunchOutSetupRequest, an OCI call or a Peppol login.`,
  mappingProblemNoCall:
    'No order, setup request or call was found in the text. A call needs its parameters: HOOK_URL for OCI, return_object_spec_id for Peppol.',
  mappingReadOci: 'This is an OCI call.',
  mappingReadPeppol: 'This is a Peppol punch-out login.',
  mappingReadSetup: 'This is a cXML PunchOutSetupRequest.',
  mappingReadOrder: ({ format }: { format: string }) => `This is an order: ${format}.`,
  mappingReadCount: ({ count }: { count: number }, w: Words) => `${w.count(count, settings)} found in it:`,
  mappingColumnTake: 'Keep',
  mappingColumnSetting: 'Setting',
  mappingColumnValue: 'Value',
  mappingColumnFrom: 'Taken from',
  mappingFromLine: ({ line }: { line: number }) => `line ${line}`,
  mappingGuessed: 'likely',
  mappingGuessName: 'by the name of the parameter',
  mappingGuessMark: 'by a mark of this system',
  mappingGuessIdentity: 'the customer with this identity',
  mappingGuessProcess: 'the process has these documents, too',
  mappingGuessUnit: 'means this unit of the articles',
  mappingGuessCountry: "by the buyer's country",
  mappingGuessSample: 'the sample shows nothing else',
  mappingNone: 'none',
  mappingWholeSample: 'the whole sample',
  mappingNotesTitle: 'What the sample does not say',
  mappingNoteSecretLeftOut: ({ values }: { values: string }) =>
    `There was a secret in ${values}. It was not kept: make a credential for the partner, and give the partner its secret.`,
  mappingNoteLoginInAddress:
    'The login stands in the address, where logs and other pages see it. Ask the partner to send a POST form.',
  mappingNoteOtherSender: ({ values }: { values: string }) =>
    `Sender (${values}) is another than From: the partner may come through a hub, such as Ariba Network. Then the secret is the hub's.`,
  mappingNoteCustomerUnknown: ({ values }: { values: string }) =>
    values === ''
      ? 'The sample does not say for whom it is. Choose the customers in the agreement.'
      : `No customer has the identity ${values}. Add it to the customer, or choose the customers in the agreement.`,
  mappingNoteCustomerAmbiguous: ({ values }: { values: string }) =>
    `Several customers have the identities of the sample: ${values}. Choose which ones the partner orders for.`,
  mappingNoteOtherSeller: ({ values }: { values: string }) =>
    `The sample is addressed to ${values}, which is not this shop. If it is, add the identity to the shop.`,
  mappingNoteReturnAddressMissing:
    'No address says where the cart goes back to. Ask for it, and fill in its host or a fixed return address.',
  mappingNoteReturnAddressPlain: ({ values }: { values: string }) =>
    `The cart would go back to ${values} without encryption. Ask for an https address, or allow plain http.`,
  mappingNoteFromMissing: 'From has no name of the buyer. cXML stays closed until there is one.',
  mappingNoteArticleUnknown: ({ values }: { values: string }) =>
    `The shop does not have these article numbers: ${values}. They may be the buyer's own, or of another shop.`,
  mappingNoteUnitUnknown: ({ values }: { values: string }) =>
    `What these units are is not known: ${values}. Add them to the partner's units.`,
  mappingNoteParametersLeft: ({ values }: { values: string }) =>
    `No setting takes ${values}. The mapping can send them back with the cart, as session.parameters.NAME.`,
  mappingNoteCartUnknown: ({ values }: { values: string }) =>
    `The login asks for a cart that is not written: ${values}.`,
  mappingNotePlatformUnknown:
    'Nothing tells which purchasing system it is. Choose it if you know it; otherwise the general rules hold.',
  mappingNoteAnswerAddress: 'Where answers go does not stand in an order. Without an address the partner fetches them.',
  mappingNoteNoAnswer: 'The process of this order has no answer: the buyer is told by mail, if the agreement says so.',
  mappingNotePrices:
    'Which price deviations are tolerated never stands in a sample. Until you say it, none is: a person decides.',
  mappingCredential: ({ user }: { user: string }) => `The partner will log in as ${user}: make that credential.`,
  mappingCreateTitle: 'Create the partner',
  mappingCreateName: 'Name',
  mappingCreateCode: 'Address',
  mappingCreateCodeHint:
    'The last part of its address: small letters, digits and hyphens. The test address gets -test behind it.',
  mappingCreateMode: 'Draft of the agreement for',
  mappingModeTest: 'test (try first, then take it over)',
  mappingModeProduction: 'production',
  mappingCreateButton: 'Create partner and draft',
  mappingCreateNoName: 'The partner needs a name.',
  mappingCreateBadCode: 'The address is made of small letters, digits and hyphens.',
  mappingCreateTaken: 'This address is taken by another partner.',
  mappingCreated: ({ partner, count }: { partner: string; count: number }, w: Words) =>
    `${partner} was created with a draft of ${w.count(count, settings)}. Look through it, then make it the version in force.`,
  mappingTakeButton: 'Put into the draft',
  mappingTaken: ({ count }: { count: number }, w: Words) =>
    `${w.count(count, settings)} put into the draft. Nothing is in force yet.`,
  mappingTakenNothing: 'Nothing was chosen: the draft is as it was.',
  mappingYes: 'yes',
  mappingNo: 'no',
  // The mapping
  mappingAgreement: 'Agreement',
  mappingEditorLink: 'Mapping',
  mappingEditorTitle: ({ partner }: { partner: string }) => `Mapping – ${partner}`,
  mappingEditorIntro:
    'Says which field of the cart is filled with what, where the purchasing system wants something else than usual. A field without a rule keeps what the protocol writes.',
  mappingEditorPlatform: ({ platform }: { platform: string }) =>
    `The purchasing system is ${platform}: its template comes first, your rules go before it.`,
  mappingClosed:
    'The agreement opens no PunchOut yet, so there is no cart to map. Switch OCI, cXML or Peppol on in the agreement first.',
  mappingErrors: ({ count }: { count: number }, w: Words) =>
    `${w.count(count, { one: 'rule', other: 'rules' })} cannot be used yet:`,
  mappingConflict:
    'Somebody has stored other rules since you opened this page. These stand there now; saving again puts yours in their place:',
  mappingProtocol: 'Protocol',
  mappingLayers: 'For whom',
  mappingLayerAll: 'All customers',
  mappingLayerOf: ({ customers }: { customers: string }) => `Only ${customers}`,
  mappingLayerNew: '+ Only for some customers',
  mappingCustomers: 'Customer numbers',
  mappingCustomersHint:
    'With commas between. These rules go before those of all customers. Without a number they are taken away.',
  mappingHeaderFields: 'Of the whole cart',
  mappingLineFields: 'Of each line',
  mappingField: 'Field',
  mappingRule: 'Is filled with',
  mappingFieldOf: ({ number }: { number: number }) => `Field ${number}`,
  mappingRuleOf: ({ number }: { number: number }) => `What field ${number} is filled with`,
  mappingFieldLongest: ({ longest }: { longest: number }) => `at most ${longest} characters`,
  mappingBlankHint: 'Empty rows are left out; saving gives new ones. Empty both sides of a row to take it away.',
  mappingTemplate: ({ count }: { count: number }, w: Words) =>
    `What the template fills: ${w.count(count, { one: 'field', other: 'fields' })}`,
  mappingPaths: 'What there is to fill in',
  mappingHelp: 'How a rule is written',
  mappingHelpPath: 'what stands there: begin to type, and choose from the list',
  mappingHelpLiteral: 'this text, the same in every cart',
  mappingHelpJoin: 'several, one after the other; without “between” a blank stands between them',
  mappingHelpFirst: 'the first of them that is not empty',
  mappingHelpSteps:
    'and then a step: upper, lower, trim, cut 40, pad 10, replace "a" by "b", number 2 ",", date DD.MM.YYYY, translate TABLE',
  mappingHelpTable: 'through a table of our words and theirs',
  mappingHelpEmpty: 'nothing: the field is left out',
  mappingTables: 'Tables of words',
  mappingTableUnits: 'units',
  mappingSave: 'Save in the draft',
  mappingShow: 'Show what would be sent',
  mappingSaved: 'The rules are in the draft. Nothing is in force yet.',
  mappingPreview: 'What would be sent',
  mappingPreviewMessage: 'The message',
  mappingPreviewCart: 'Cart',
  mappingCartInvented: 'an invented cart with three lines',
  mappingCartOf: ({ code, at }: { code: string; at: string }, w: Words) => `cart ${code}, ${w.time(at)}`,
  mappingPreviewLines: ({ count }: { count: number }, w: Words) => w.count(count, { one: 'line', other: 'lines' }),
  mappingPreviewNoShop: 'The shop is not set up yet: there is no seller for a cart.',
  mappingPreviewWrongElsewhere:
    'Other settings of PunchOut are wrong, so no cart can be written. The page of the agreement says which.',
  mappingPreviewNoAddress: 'Nothing would go back: the call named no address, and the agreement has none.',
  mappingPreviewNoCart: 'This cart is not there any more. Choose another one.',
  mappingNoFindings: 'Nothing stands out: this cart would arrive as it is.',
  mappingRowNoField: 'Which field is filled?',
  mappingRowTwice: 'This field has a rule already.',
  mappingRowRule: ({ found, sentence, expected }: { found: string; sentence: string; expected: string }) =>
    `“${found}” ${sentence}${expected === '' ? '' : `: ${expected}`}.`,
  mappingRowExpression: ({ column, found, expected }: { column: number; found: string; expected: string }) =>
    found === ''
      ? `At the end there should be ${expected}.`
      : `At character ${column}, “${found}”: there should be ${expected}.`,
  mappingExpectedSource: 'something to fill in, such as line.name, or a text in quotes',
  mappingExpectedEnd: 'nothing more, or + or “or” between two, or | before a step',
  mappingExpectedClosing: 'a closing parenthesis',
  mappingExpectedQuote: 'a text with a quote at both ends',
  mappingExpectedStep: ({ steps }: { steps: string }) => `a step: ${steps}`,
  mappingExpectedNumber: 'a number',
  mappingExpectedText: 'a text',
  mappingExpectedBy: 'the word by',
  mappingExpectedOneKind: 'the same sign as before: + and “or” do not go together',
  mappingExpectedLimits: 'less: at most ten parts and ten steps, and lengths from 1',
  mappingTableTitle: ({ table, partner }: { table: string; partner: string }) => `Words: ${table} – ${partner}`,
  mappingUnitsIntro:
    'The partner’s own codes of units, and which of ours each is. In carts our code becomes theirs; in orders theirs becomes ours. How many are in one box stands at the article.',
  mappingTableIntro: 'Our words and theirs. A rule uses the table with the step “translate”.',
  mappingOurs: 'Ours',
  mappingTheirs: 'Theirs',
  mappingOursOf: ({ number }: { number: number }) => `Our word, row ${number}`,
  mappingTheirsOf: ({ number }: { number: number }) => `Their word, row ${number}`,
  mappingInCarts: 'in carts',
  mappingInOrders: 'in orders',
  mappingUnknown: 'A word that is not in the table',
  mappingUnknownProblem: 'keeps the cart back, and says so',
  mappingUnknownKeep: 'stays as it is',
  mappingUnknownEmpty: 'is left out',
  mappingTableHalf: ({ word }: { word: string }) => `“${word}” needs a word on the other side.`,
  mappingTableSaved: 'The table is in the draft. Nothing is in force yet.',
  mappingTableConflict:
    'Somebody has stored other words since you opened this page. These stand there now; saving again puts yours in their place:',
  // Prices as a picture
  mappingPricesTitle: ({ partner, mode }: { partner: string; mode: string }) =>
    `Prices: what is tolerated – ${partner}${mode === 'test' ? ' (test)' : ''}`,
  mappingPricesIntro: 'What becomes of an order whose price is another than yours, as the draft says it.',
  mappingPricesChange: 'Change the price settings',
  mappingPricesWrong: 'The price settings of the draft cannot be used yet.',
  mappingPricesLine: ({ price, quantity }: { price: string; quantity: string }) => `A line of ${quantity} at ${price}`,
  mappingPricesOrder: ({ sum }: { sum: string }) => `The sum of an order, ${sum} at your prices`,
  mappingBelow: 'asked less than our price',
  mappingAbove: 'asked more than our price',
  mappingRange: ({
    direction,
    from,
    to,
    perUnit,
    sum,
  }: {
    direction: string;
    from: string;
    to: string;
    perUnit: string;
    sum: string;
  }) =>
    `From ${from} to ${to} ${direction === 'above' ? 'above' : 'below'} our price (up to ${perUnit} for one, ${sum} in all)`,
  mappingRangeBeyond: ({ direction, from }: { direction: string; from: string }) =>
    `More than ${from} ${direction === 'above' ? 'above' : 'below'} our price`,
  mappingRangeAll: ({ direction }: { direction: string }) =>
    `Any price ${direction === 'above' ? 'above' : 'below'} ours`,
  mappingTry: 'Try a price',
  mappingTryOurs: ({ currency }: { currency: string }) => `Our price of one, ${currency}`,
  mappingTryQuantity: 'Quantity',
  mappingTryAsked: ({ currency }: { currency: string }) => `Asked price of one, ${currency}`,
  mappingTryOrder: ({ currency }: { currency: string }) => `Sum of an order, ${currency}`,
  mappingTryButton: 'Try',
  mappingTried: ({
    asked,
    direction,
    percent,
    perUnit,
    sum,
    action,
  }: {
    asked: string;
    direction: string;
    percent: string;
    perUnit: string;
    sum: string;
    action: string;
  }) =>
    direction === 'none'
      ? `${asked} is our price: nothing deviates.`
      : `${asked} is ${percent} ${direction === 'above' ? 'above' : 'below'} our price (${perUnit} for one, ${sum} in all): ${action}.`,
  // A dry run
  mappingDryTitle: ({ partner, mode }: { partner: string; mode: string }) =>
    `Dry run – ${partner}${mode === 'test' ? ' (test)' : ''}`,
  mappingDryIntro:
    'Orders that the partner has sent go through the draft once more. Nothing is placed, answered or written down: you see what would become of each, beside what the version in force makes of it. Both use the prices of the day on which the order came.',
  mappingDryNoDraft: 'There is no draft to try: change something in the agreement first.',
  mappingDryProblems: 'The draft has problems. Solve them first; the page of the agreement names them.',
  mappingDryNoEngine: 'The dry run could not be started: the workflow engine does not answer. Try again in a minute.',
  mappingDryPeriod: 'Documents of the last',
  mappingDryDays: ({ days }: { days: number }, w: Words) => w.count(days, { one: 'day', other: 'days' }),
  mappingDryStart: 'Start the dry run',
  mappingDryStop: 'Stop',
  mappingDryStopped: 'The dry run was stopped. What was found so far stays.',
  mappingDryStoppedAt: ({ done, total }: { done: number; total: number }) =>
    `Stopped after ${done} of ${total} documents.`,
  mappingDryBegun: ({ by, at, since }: { by: string; at: string; since: string }, w: Words) =>
    `Begun by ${by}, ${w.time(at)}; documents since ${w.time(since)}.`,
  mappingDryAgainst: ({ version }: { version: number }) => `Compared with version ${version}.`,
  mappingDryAgainstOwn: 'Compared with the version that handled each document.',
  mappingDryNoDocuments: 'The partner has sent no orders in this time. Choose a longer one.',
  mappingDryAllSame: ({ count }: { count: number }, w: Words) =>
    `Nothing would change: ${w.count(count, { one: 'document', other: 'documents' })} end as they do now.`,
  mappingDryChanged: ({ changed, same }: { changed: number; same: number }, w: Words) =>
    `${w.count(changed, { one: 'document', other: 'documents' })} would end otherwise, ${same} the same.`,
  mappingDryTransition: ({ before, after, count }: { before: string; after: string; count: number }) =>
    `${count}: ${before} → ${after}`,
  mappingDryOtherReasons: ({ outcome, count }: { outcome: string; count: number }) =>
    `${count}: ${outcome} as before, with another answer or for other reasons`,
  mappingDryProgress: ({ done, total }: { done: number; total: number }) => `${done} of ${total} documents`,
  mappingDryWhich: 'Which documents',
  mappingDryOnlyChanged: 'What would change',
  mappingDryAll: 'All',
  mappingDryDocument: 'Document',
  mappingDryBefore: 'In force',
  mappingDryAfter: 'Draft',
  mappingDryBecause: 'Because',
  mappingDrySame: 'the same',
  mappingDryMore: 'Older documents',
  mappingDryNoNumber: 'without a number',
  mappingDryNoMore: ({ sentence }: { sentence: string }) => `No more: ${sentence}`,
  mappingDryAnswered: ({ outcome, code }: { outcome: string; code: string }) => `${outcome}, answer ${code}`,
  mappingDryPlaced: 'placed',
  mappingDryHeld: 'waits for a person',
  mappingDryRefused: 'refused',
  mappingDryNotTaken: 'not taken at all',
  mappingDryChange: 'a change of an order, taken',
  mappingDryFailed: 'could not be tried',
  mappingDryFormat: ({ found }: { found: string }) => `The draft does not open the format ${found}.`,
  mappingDrySender: ({ found }: { found: string }) => `The draft does not name the sender ${found}.`,
};
