import type { Words } from '../../../documents/words.ts';

/** What the access sheet says of how documents come and leave. */
export const partnersTransportsEnglish = {
  partnersSheetFilesIn: ({ folder }: { folder: string }) => `Files to us: ${folder}`,
  partnersSheetFilesOut: ({ folder }: { folder: string }) => `Files from us: ${folder}`,
  partnersSheetMailIn: 'Documents to us by mail',
  partnersSheetMailOut: 'Documents from us by mail',
  partnersSheetHttpOut: 'Documents from us over HTTP',
  partnersSheetPeppolOut: 'Documents from us by Peppol',
  partnersSheetParticipants: 'Peppol',
  partnersSheetServer: 'Server',
  partnersSheetHere: 'Ours. You are told separately how to get there.',
  partnersSheetFolder: 'Folder',
  partnersSheetHostKey: 'Your server’s key',
  partnersSheetOurUser: 'We log in as',
  partnersSheetOurKey: 'Our public key',
  partnersSheetOurLogin: 'How we log in',
  partnersSheetByPassword: 'By the password that you have given us.',
  partnersSheetNotSet: 'Not set yet: give it to us separately.',
  partnersSheetFileNames: 'File names',
  partnersSheetYourNames:
    'Any, with one document in each file. What begins with a point or ends in .part, .filepart or .tmp counts as unfinished and is left alone.',
  partnersSheetOurNames:
    'Format, number and eight characters: peppol-3-order-response-4711-0a1b2c3d.xml. While it is written, a file is called .name.part. No name comes twice; remove what you have read.',
  partnersSheetTaken: 'When a file is taken',
  partnersSheetSecondLook: ({ seconds }: { seconds: number }, w: Words) =>
    `We look every ${w.duration(seconds)}, and take a file when two looks find it unchanged.`,
  partnersSheetRenamed: ({ seconds }: { seconds: number }, w: Words) =>
    `We look every ${w.duration(seconds)}, and take a file as soon as it is there: write it under an unfinished name, then rename it.`,
  partnersSheetAfterwards: 'Where it goes',
  partnersSheetClaimed: 'claimed: it is being taken in at the moment.',
  partnersSheetArchive: 'archive: it was taken in.',
  partnersSheetErrors: 'errors: it was refused; the file .json beside it says why.',
  partnersSheetReceipts: 'receipts: a file .json of each document that was taken in.',
  partnersSheetTo: 'To',
  partnersSheetMailboxTold: ({ tag }: { tag: string }) =>
    tag === '' ? 'You get the address separately.' : `You get the address separately. Write ${tag} before its @.`,
  partnersSheetFromMail: 'From',
  partnersSheetProof: 'What proves the sender',
  partnersSheetAttached: 'Attachments',
  partnersSheetAttachedText: ({ size }: { size: string }) =>
    `Each document is an attachment in XML, at most ${size}. Other attachments are left alone.`,
  partnersSheetOneAttached: 'Each document is the only attachment of a mail.',
  partnersSheetMailReceipt: 'By mail to the sender: what became of each attachment.',
  partnersSheetNoReceipt: 'None.',
  partnersSheetAnswers: 'Answers to orders, and what has no address of its own',
  partnersSheetAdvices: 'Despatch advices',
  partnersSheetUpdates: 'Status updates',
  partnersSheetMlrs: 'Technical answers (Message Level Response)',
  partnersSheetCatalogues: 'Catalogues',
  partnersSheetCertificate: 'Our client certificate',
  partnersSheetRepeats: 'Again',
  partnersSheetRepeatsText:
    'Every attempt carries the same Message-Id. Answer 2xx once you have stored the document (cXML: Status 200); no answer, 408, 429 or 5xx: it comes again.',
  partnersSheetYou: 'You',
  partnersSheetWe: 'We',
  partnersSheetThrough: 'Your documents come through',
};
