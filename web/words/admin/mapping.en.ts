import type { Words } from '../../../documents/words.ts';

const settings = { one: 'setting', other: 'settings' };

/** An agreement from a sample, its mapping, its prices as a picture, and what a draft would change. */
export const mappingEnglish = {
  mappingPartners: 'Partners',
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
    'The last part of its addresses: small letters, digits and hyphens. For example umea-verkstad.',
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
};
