import type { partnersTransportsEnglish } from './partnersTransports.en.ts';

export const partnersTransportsSwedish: typeof partnersTransportsEnglish = {
  partnersSheetFilesIn: ({ folder }) => `Filer till oss: ${folder}`,
  partnersSheetFilesOut: ({ folder }) => `Filer från oss: ${folder}`,
  partnersSheetMailIn: 'Dokument till oss med e-post',
  partnersSheetMailOut: 'Dokument från oss med e-post',
  partnersSheetHttpOut: 'Dokument från oss över HTTP',
  partnersSheetPeppolOut: 'Dokument från oss via Peppol',
  partnersSheetParticipants: 'Peppol',
  partnersSheetServer: 'Server',
  partnersSheetHere: 'Vår. Hur du kommer dit får du veta för sig.',
  partnersSheetFolder: 'Mapp',
  partnersSheetHostKey: 'Din servers nyckel',
  partnersSheetOurUser: 'Vi loggar in som',
  partnersSheetOurKey: 'Vår publika nyckel',
  partnersSheetOurLogin: 'Hur vi loggar in',
  partnersSheetByPassword: 'Med lösenordet som du har gett oss.',
  partnersSheetNotSet: 'Inte satt än: lämna det till oss för sig.',
  partnersSheetFileNames: 'Filnamn',
  partnersSheetYourNames:
    'Vilka som helst, med ett dokument i varje fil. Det som börjar med en punkt eller slutar på .part, .filepart eller .tmp räknas som ofärdigt och lämnas i fred.',
  partnersSheetOurNames:
    'Format, nummer och åtta tecken: peppol-3-order-response-4711-0a1b2c3d.xml. Under skrivningen heter filen .namn.part. Inget namn kommer två gånger; ta bort det som du har läst.',
  partnersSheetTaken: 'När en fil tas',
  partnersSheetSecondLook: ({ seconds }, w) =>
    `Vi kontrollerar mappen med ${w.duration(seconds)} emellan och tar en fil när två kontroller finner den oförändrad.`,
  partnersSheetRenamed: ({ seconds }, w) =>
    `Vi kontrollerar mappen med ${w.duration(seconds)} emellan och tar en fil så snart den finns: skriv den under ett ofärdigt namn och döp sedan om den.`,
  partnersSheetAfterwards: 'Vart den flyttas',
  partnersSheetClaimed: 'claimed: den tas emot just nu.',
  partnersSheetArchive: 'archive: den är mottagen.',
  partnersSheetErrors: 'errors: den avvisades; filen .json bredvid säger varför.',
  partnersSheetReceipts: 'receipts: en fil .json för varje mottaget dokument.',
  partnersSheetTo: 'Till',
  partnersSheetMailboxTold: ({ tag }) =>
    tag === '' ? 'Adressen får du för sig.' : `Adressen får du för sig. Skriv ${tag} före dess @.`,
  partnersSheetFromMail: 'Från',
  partnersSheetProof: 'Vad som styrker avsändaren',
  partnersSheetAttached: 'Bilagor',
  partnersSheetAttachedText: ({ size }) =>
    `Varje dokument är en bilaga i XML, högst ${size}. Andra bilagor lämnas i fred.`,
  partnersSheetOneAttached: 'Varje dokument är den enda bilagan i ett brev.',
  partnersSheetMailReceipt: 'Med e-post till avsändaren: vad det blev av varje bilaga.',
  partnersSheetNoReceipt: 'Inget.',
  partnersSheetAnswers: 'Svar på order, och det som inte har någon egen adress',
  partnersSheetAdvices: 'Leveransaviseringar',
  partnersSheetUpdates: 'Statusuppdateringar',
  partnersSheetMlrs: 'Tekniska svar (Message Level Response)',
  partnersSheetCatalogues: 'Kataloger',
  partnersSheetCertificate: 'Vårt klientcertifikat',
  partnersSheetRepeats: 'Igen',
  partnersSheetRepeatsText:
    'Varje försök har samma Message-Id. Svara 2xx när dokumentet är sparat (cXML: Status 200); inget svar, 408, 429 eller 5xx: det kommer igen.',
  partnersSheetYou: 'Du',
  partnersSheetWe: 'Vi',
  partnersSheetThrough: 'Dina dokument kommer genom',
};
