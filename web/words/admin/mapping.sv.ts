import type { mappingEnglish } from './mapping.en.ts';

const settings = { one: 'inställning', other: 'inställningar' };

export const mappingSwedish: typeof mappingEnglish = {
  mappingSampleNewTitle: 'Ny partner från ett exempel',
  mappingSampleTitle: ({ partner }) => `Från ett exempel – ${partner}`,
  mappingSampleIntro:
    'Klistra in något som partnern har skickat. Formuläret fyller i sig självt och säger vad det tog varifrån; du väljer vad du vill behålla.',
  mappingSampleKinds: 'Vad som går att klistra in',
  mappingSampleKindOci: 'ett OCI-anrop: adressen med sina parametrar, formuläret eller hela anropet',
  mappingSampleKindSetup: 'en PunchOutSetupRequest i cXML',
  mappingSampleKindPeppol: 'en punchout-inloggning enligt Peppol: formuläret, eller ett namn=värde per rad',
  mappingSampleKindOrder: 'en order: BIS 28A, 3A, Order 3, SveOrder 2.0 eller cXML, med eller utan kuvert',
  mappingSampleSecrets: 'Lösenord och hemligheter i exemplet sparas inte och visas inte igen.',
  mappingSampleText: 'Exemplet',
  mappingSampleRead: 'Läs exemplet',
  mappingSampleAnother: 'Klistra in ett annat exempel',
  mappingProblemEmpty: 'Inget har klistrats in än.',
  mappingProblemUnreadable: ({ text, line }) =>
    `XML-texten går inte att läsa${line === '' ? '' : ` (rad ${line})`}: ${text}. Klistra in hela dokumentet, från första raden till sista.`,
  mappingProblemOther: ({ text }) =>
    `Det här är ${text}, som inte säger något om ett avtal. Klistra in en order, en PunchOutSetupRequest, ett OCI-anrop eller en Peppol-inloggning.`,
  mappingProblemNoCall:
    'Ingen order, setup request eller något anrop hittades i texten. Ett anrop behöver sina parametrar: HOOK_URL för OCI, return_object_spec_id för Peppol.',
  mappingReadOci: 'Det här är ett OCI-anrop.',
  mappingReadPeppol: 'Det här är en punchout-inloggning enligt Peppol.',
  mappingReadSetup: 'Det här är en PunchOutSetupRequest i cXML.',
  mappingReadOrder: ({ format }) => `Det här är en order: ${format}.`,
  mappingReadCount: ({ count }, w) => `${w.count(count, settings)} hittades i det:`,
  mappingColumnTake: 'Behåll',
  mappingColumnSetting: 'Inställning',
  mappingColumnValue: 'Värde',
  mappingColumnFrom: 'Hämtat från',
  mappingFromLine: ({ line }) => `rad ${line}`,
  mappingGuessed: 'troligt',
  mappingGuessName: 'av parameterns namn',
  mappingGuessMark: 'av ett kännetecken på systemet',
  mappingGuessIdentity: 'kunden med den här identiteten',
  mappingGuessProcess: 'processen har de här dokumenten också',
  mappingGuessUnit: 'betyder den här enheten hos artiklarna',
  mappingGuessCountry: 'av köparens land',
  mappingGuessSample: 'exemplet visar inget annat',
  mappingNone: 'inga',
  mappingNotesTitle: 'Vad exemplet inte säger',
  mappingNoteSecretLeftOut: ({ values }) =>
    `Det fanns en hemlighet i ${values}. Den sparades inte: skapa en inloggning för partnern och ge partnern dess hemlighet.`,
  mappingNoteLoginInAddress:
    'Inloggningen står i adressen, där loggar och andra sidor ser den. Be partnern skicka ett POST-formulär.',
  mappingNoteOtherSender: ({ values }) =>
    `Sender (${values}) är en annan än From: partnern kommer kanske genom ett nav, som Ariba Network. Då är hemligheten navets.`,
  mappingNoteCustomerUnknown: ({ values }) =>
    values === ''
      ? 'Exemplet säger inte för vem det är. Välj kunderna i avtalet.'
      : `Ingen kund har identiteten ${values}. Lägg till den hos kunden, eller välj kunderna i avtalet.`,
  mappingNoteCustomerAmbiguous: ({ values }) =>
    `Flera kunder har exemplets identiteter: ${values}. Välj vilka som partnern beställer för.`,
  mappingNoteOtherSeller: ({ values }) =>
    `Exemplet är ställt till ${values}, som inte är den här butiken. Om det är den, lägg till identiteten hos butiken.`,
  mappingNoteReturnAddressMissing:
    'Ingen adress säger vart kundvagnen ska tillbaka. Fråga efter den och fyll i värdnamnet eller en fast returadress.',
  mappingNoteReturnAddressPlain: ({ values }) =>
    `Kundvagnen skulle gå tillbaka till ${values} utan kryptering. Be om en https-adress, eller tillåt vanlig http.`,
  mappingNoteFromMissing: 'From har inget namn på köparen. cXML är stängt tills det finns ett.',
  mappingNoteArticleUnknown: ({ values }) =>
    `Butiken har inte de här artikelnumren: ${values}. De är kanske köparens egna, eller från en annan butik.`,
  mappingNoteUnitUnknown: ({ values }) =>
    `Vad de här enheterna är vet ingen: ${values}. Lägg till dem i partnerns enheter.`,
  mappingNoteParametersLeft: ({ values }) =>
    `Ingen inställning tar hand om ${values}. Mappningen kan skicka tillbaka dem med kundvagnen, som session.parameters.NAMN.`,
  mappingNoteCartUnknown: ({ values }) => `Inloggningen ber om en kundvagn som inte skrivs: ${values}.`,
  mappingNotePlatformUnknown:
    'Inget säger vilket inköpssystem det är. Välj det om du vet; annars gäller de allmänna reglerna.',
  mappingNoteAnswerAddress: 'Vart svaren ska står inte i en order. Utan adress hämtar partnern dem.',
  mappingNoteNoAnswer: 'Den här orderns process har inget svar: köparen får veta med e-post, om avtalet säger det.',
  mappingNotePrices:
    'Vilka prisavvikelser som tolereras står aldrig i ett exempel. Tills du säger det tolereras ingen: en person beslutar.',
  mappingCredential: ({ user }) => `Partnern kommer att logga in som ${user}: skapa den inloggningen.`,
  mappingCreateTitle: 'Skapa partnern',
  mappingCreateName: 'Namn',
  mappingCreateCode: 'Adress',
  mappingCreateCodeHint:
    'Sista delen av adresserna: små bokstäver, siffror och bindestreck. Till exempel umea-verkstad.',
  mappingCreateMode: 'Avtalsutkast för',
  mappingModeTest: 'test (prova först, ta sedan över)',
  mappingModeProduction: 'produktion',
  mappingCreateButton: 'Skapa partner och utkast',
  mappingCreateNoName: 'Partnern behöver ett namn.',
  mappingCreateBadCode: 'Adressen består av små bokstäver, siffror och bindestreck.',
  mappingCreateTaken: 'Adressen är upptagen av en annan partner.',
  mappingCreated: ({ partner, count }, w) =>
    `${partner} skapades med ett utkast på ${w.count(count, settings)}. Se igenom det och gör det sedan till gällande version.`,
  mappingTakeButton: 'Lägg in i utkastet',
  mappingTaken: ({ count }, w) => `${w.count(count, settings)} lades in i utkastet. Inget gäller än.`,
  mappingTakenNothing: 'Inget var valt: utkastet är som det var.',
  mappingYes: 'ja',
  mappingNo: 'nej',
  // Mappningen
  mappingAgreement: 'Avtal',
  mappingEditorLink: 'Mappning',
  mappingEditorTitle: ({ partner }) => `Mappning – ${partner}`,
  mappingEditorIntro:
    'Säger vilket fält i kundvagnen som fylls med vad, där inköpssystemet vill ha något annat än vanligt. Ett fält utan regel behåller det som protokollet skriver.',
  mappingEditorPlatform: ({ platform }) =>
    `Inköpssystemet är ${platform}: dess mall kommer först, dina regler går före den.`,
  mappingClosed:
    'Avtalet öppnar ingen punchout än, så det finns ingen kundvagn att mappa. Slå först på OCI, cXML eller Peppol i avtalet.',
  mappingErrors: ({ count }, w) => `${w.count(count, { one: 'regel', other: 'regler' })} går inte att använda än:`,
  mappingConflict:
    'Någon har sparat andra regler sedan du öppnade sidan. De här står där nu; sparar du igen ersätts de av dina:',
  mappingProtocol: 'Protokoll',
  mappingLayers: 'För vem',
  mappingLayerAll: 'Alla kunder',
  mappingLayerOf: ({ customers }) => `Bara ${customers}`,
  mappingLayerNew: '+ Bara för några kunder',
  mappingCustomers: 'Kundnummer',
  mappingCustomersHint: 'Med komma emellan. De här reglerna går före dem för alla kunder. Utan nummer tas de bort.',
  mappingHeaderFields: 'För hela kundvagnen',
  mappingLineFields: 'För varje rad',
  mappingField: 'Fält',
  mappingRule: 'Fylls med',
  mappingFieldOf: ({ number }) => `Fält ${number}`,
  mappingRuleOf: ({ number }) => `Vad fält ${number} fylls med`,
  mappingFieldLongest: ({ longest }) => `högst ${longest} tecken`,
  mappingBlankHint:
    'Tomma rader hoppas över; när du sparar kommer nya. Töm båda sidorna av en rad för att ta bort den.',
  mappingTemplate: ({ count }, w) => `Vad mallen fyller i: ${w.count(count, { one: 'fält', other: 'fält' })}`,
  mappingPaths: 'Vad som går att fylla i',
  mappingHelp: 'Så skrivs en regel',
  mappingHelpPath: 'det som står där: börja skriva och välj i listan',
  mappingHelpLiteral: 'den här texten, likadan i varje kundvagn',
  mappingHelpJoin: 'flera efter varandra; utan ”between” står ett blanksteg emellan',
  mappingHelpFirst: 'den första av dem som inte är tom',
  mappingHelpSteps:
    'och sedan ett steg: upper, lower, trim, cut 40, pad 10, replace "a" by "b", number 2 ",", date DD.MM.YYYY, translate TABELL',
  mappingHelpTable: 'genom en tabell med våra ord och deras',
  mappingHelpEmpty: 'ingenting: fältet utelämnas',
  mappingTables: 'Ordtabeller',
  mappingTableUnits: 'enheter',
  mappingSave: 'Spara i utkastet',
  mappingShow: 'Visa vad som skulle skickas',
  mappingSaved: 'Reglerna finns i utkastet. Inget gäller än.',
  mappingPreview: 'Vad som skulle skickas',
  mappingPreviewCart: 'Kundvagn',
  mappingCartInvented: 'en påhittad kundvagn med tre rader',
  mappingCartOf: ({ code, at }, w) => `kundvagn ${code}, ${w.time(at)}`,
  mappingPreviewLines: ({ count }, w) => w.count(count, { one: 'rad', other: 'rader' }),
  mappingPreviewNoShop: 'Butiken är inte uppsatt än: det finns ingen säljare till en kundvagn.',
  mappingPreviewWrongElsewhere:
    'Andra inställningar för punchout är fel, så ingen kundvagn kan skrivas. Avtalets sida säger vilka.',
  mappingPreviewNoAddress: 'Inget skulle gå tillbaka: anropet hade ingen adress, och avtalet har ingen.',
  mappingPreviewNoCart: 'Den kundvagnen finns inte längre. Välj en annan.',
  mappingNoFindings: 'Inget sticker ut: den här kundvagnen skulle komma fram som den är.',
  mappingRowNoField: 'Vilket fält fylls?',
  mappingRowTwice: 'Fältet har redan en regel.',
  mappingRowRule: ({ found, sentence, expected }) => `”${found}” ${sentence}${expected === '' ? '' : `: ${expected}`}.`,
  mappingRowExpression: ({ column, found, expected }) =>
    found === '' ? `Sist borde det stå ${expected}.` : `Vid tecken ${column}, ”${found}”: där borde stå ${expected}.`,
  mappingExpectedSource: 'något att fylla i, till exempel line.name, eller en text inom citattecken',
  mappingExpectedEnd: 'inget mer, eller + eller ”or” mellan två, eller | före ett steg',
  mappingExpectedClosing: 'en slutparentes',
  mappingExpectedQuote: 'en text med citattecken i båda ändar',
  mappingExpectedStep: ({ steps }) => `ett steg: ${steps}`,
  mappingExpectedNumber: 'ett tal',
  mappingExpectedText: 'en text',
  mappingExpectedBy: 'ordet by',
  mappingExpectedOneKind: 'samma tecken som förut: + och ”or” går inte ihop',
  mappingExpectedLimits: 'mindre: högst tio delar och tio steg, och längder från 1',
  mappingTableTitle: ({ table, partner }) => `Ord: ${table} – ${partner}`,
  mappingUnitsIntro:
    'Partnerns egna koder för enheter, och vilken av våra var och en är. I kundvagnar blir vår kod deras; i order blir deras vår. Hur många det är i en ask står på artikeln.',
  mappingTableIntro: 'Våra ord och deras. En regel använder tabellen med steget ”translate”.',
  mappingOurs: 'Vårt',
  mappingTheirs: 'Deras',
  mappingOursOf: ({ number }) => `Vårt ord, rad ${number}`,
  mappingTheirsOf: ({ number }) => `Deras ord, rad ${number}`,
  mappingInCarts: 'i kundvagnar',
  mappingInOrders: 'i order',
  mappingUnknown: 'Ett ord som inte finns i tabellen',
  mappingUnknownProblem: 'håller tillbaka kundvagnen och säger det',
  mappingUnknownKeep: 'blir kvar som det är',
  mappingUnknownEmpty: 'utelämnas',
  mappingTableHalf: ({ word }) => `”${word}” behöver ett ord på andra sidan.`,
  mappingTableSaved: 'Tabellen finns i utkastet. Inget gäller än.',
  mappingTableConflict:
    'Någon har sparat andra ord sedan du öppnade sidan. De här står där nu; sparar du igen ersätts de av dina:',
  // Priser som en bild
  mappingPricesTitle: ({ partner, mode }) =>
    `Priser: vad som tolereras – ${partner}${mode === 'test' ? ' (test)' : ''}`,
  mappingPricesIntro: 'Vad som händer med en order vars pris är ett annat än ditt, som utkastet säger.',
  mappingPricesChange: 'Ändra prisinställningarna',
  mappingPricesWrong: 'Utkastets prisinställningar går inte att använda än.',
  mappingPricesLine: ({ price, quantity }) => `En rad med ${quantity} för ${price}`,
  mappingPricesOrder: ({ sum }) => `En orders summa, ${sum} till dina priser`,
  mappingBelow: 'begärt mindre än vårt pris',
  mappingAbove: 'begärt mer än vårt pris',
  mappingRange: ({ direction, from, to, perUnit, sum }) =>
    `Från ${from} till ${to} ${direction === 'above' ? 'över' : 'under'} vårt pris (upp till ${perUnit} för en, ${sum} totalt)`,
  mappingRangeBeyond: ({ direction, from }) => `Mer än ${from} ${direction === 'above' ? 'över' : 'under'} vårt pris`,
  mappingRangeAll: ({ direction }) => `Varje pris ${direction === 'above' ? 'över' : 'under'} vårt`,
  mappingTry: 'Prova ett pris',
  mappingTryOurs: ({ currency }) => `Vårt pris för en, ${currency}`,
  mappingTryQuantity: 'Antal',
  mappingTryAsked: ({ currency }) => `Begärt pris för en, ${currency}`,
  mappingTryOrder: ({ currency }) => `En orders summa, ${currency}`,
  mappingTryButton: 'Prova',
  mappingTried: ({ asked, direction, percent, perUnit, sum, action }) =>
    direction === 'none'
      ? `${asked} är vårt pris: inget avviker.`
      : `${asked} är ${percent} ${direction === 'above' ? 'över' : 'under'} vårt pris (${perUnit} för en, ${sum} totalt): ${action}.`,
};
