import { accountSwedish } from './admin/account.sv.ts';
import { auditSwedish } from './admin/audit.sv.ts';
import { cataloguesSwedish } from './admin/catalogues.sv.ts';
import { conformanceSwedish } from './admin/conformance.sv.ts';
import { deliveriesSwedish } from './admin/deliveries.sv.ts';
import { documentsSwedish } from './admin/documents.sv.ts';
import { errorsSwedish } from './admin/errors.sv.ts';
import { frameSwedish } from './admin/frame.sv.ts';
import { mappingSwedish } from './admin/mapping.sv.ts';
import { orderSwedish } from './admin/order.sv.ts';
import { ordersSwedish } from './admin/orders.sv.ts';
import { overviewSwedish } from './admin/overview.sv.ts';
import { partnerSwedish } from './admin/partner.sv.ts';
import { partnersSwedish } from './admin/partners.sv.ts';
import { quarantineSwedish } from './admin/quarantine.sv.ts';
import { refusalsSwedish } from './admin/refusals.sv.ts';
import { searchSwedish } from './admin/search.sv.ts';
import { sessionsSwedish } from './admin/sessions.sv.ts';
import { settingsSwedish } from './admin/settings.sv.ts';
import { settingsToldSwedish } from './admin/settingsTold.sv.ts';
import { shopSwedish } from './admin/shop.sv.ts';
import { shopConnectionSwedish } from './admin/shopConnection.sv.ts';
import { simulatorSwedish } from './admin/simulator.sv.ts';
import { statisticsSwedish } from './admin/statistics.sv.ts';
import type { PageCatalogue } from './words.ts';

const lines = { one: 'rad', other: 'rader' };
const minutes = { one: 'minut', other: 'minuter' };
const days = { one: 'dag', other: 'dagar' };
const hits = { one: 'artikel', other: 'artiklar' };

/** Swedish. */
export const swedish: PageCatalogue = {
  ...frameSwedish,
  ...overviewSwedish,
  ...orderSwedish,
  ...ordersSwedish,
  ...searchSwedish,
  ...sessionsSwedish,
  ...documentsSwedish,
  ...deliveriesSwedish,
  ...quarantineSwedish,
  ...partnersSwedish,
  ...statisticsSwedish,
  ...shopSwedish,
  ...shopConnectionSwedish,
  ...settingsSwedish,
  ...settingsToldSwedish,
  ...accountSwedish,
  ...mappingSwedish,
  ...refusalsSwedish,
  ...auditSwedish,
  ...simulatorSwedish,
  ...errorsSwedish,
  ...cataloguesSwedish,
  ...conformanceSwedish,
  ...partnerSwedish,

  // Frame
  skip: 'Till innehållet',
  searchLabel: 'Sök artiklar',
  searchButton: 'Sök',
  searchPlaceholder: 'Namn, artikelnummer, GTIN',
  cartLink: 'Kundvagn',
  cartLinkSum: ({ count, sum, currency }, w) => `${w.count(count, lines)}, ${w.money(sum, currency)}`,
  cartLinkEmpty: 'Tom',
  stripCustomer: ({ customer }) => `Du handlar för ${customer}.`,
  stripPartner: ({ partner }) => `Kundvagnen går tillbaka till ${partner}.`,
  stripPartnerInspect: ({ partner }) => `Du ser en kundvagn från ${partner}; inget kan ändras.`,
  stripPartnerLook: ({ partner }) => `Du ser artiklar för ${partner}.`,
  stripUser: ({ user }) => `Den som handlar: ${user}.`,
  stripUntil: ({ until, left }, w) => `Besöket är öppet till ${w.clock(until)}, ${w.count(left, minutes)} kvar.`,
  stripUntilHours: ({ until }, w) => `Besöket är öppet till ${w.clock(until)}.`,
  stripSoon: ({ until }, w) => `Besöket slutar ${w.clock(until)}. Kundvagnen finns kvar.`,
  extend: 'Förläng besöket',
  extended: ({ until }, w) => `Besöket är öppet till ${w.clock(until)}.`,
  otherLanguage: 'In English',
  aboutLink: 'Om den här webbläsaren',
  footShop: ({ shop }) => `${shop} – inget beställs här: det gör ditt inköpssystem.`,

  // Home
  homeTitle: 'Start',
  homeHeading: ({ shop }) => `Välkommen till ${shop}`,
  categories: 'Kategorier',
  categoriesNone: 'Här finns inget som avtalet låter dig köpa. Fråga den som ansvarar för avtalet.',
  unsentHeading: 'Du har en kundvagn som inte skickades',
  unsentCart: ({ code, at, count }, w) => `${code}: ${w.count(count, lines)}, senast ändrad ${w.time(at)}.`,
  unsentAdopt: 'Fortsätt med den kundvagnen',
  adoptHeading: 'Fortsätt med en tidigare kundvagn',
  adoptLabel: 'Kundvagnens kod',
  adoptHint: 'Koden står på kundvagnens sida, till exempel 7F3K-Q2WD.',
  adoptButton: 'Hämta kundvagnen',
  adoptUnknown: ({ code }) => `Det finns ingen oskickad kundvagn med koden ${code}.`,
  adopted: ({ count }, w) => `Den tidigare kundvagnen är hämtad: ${w.count(count, lines)}.`,
  returnedNotice: ({ at, partner }, w) => `Kundvagnen lämnades till ${partner} ${w.clock(at)}.`,
  returnedAgain: ({ until }, w) =>
    `Du kan ändra den och lämna den igen till ${w.clock(until)}; inköpssystemet avgör vad det gör med den första.`,

  // Search, category
  searchTitle: ({ q }) => `${q} – sökning`,
  searchHeading: ({ q }) => `Sökning: ${q}`,
  searchEmptyTitle: 'Sök',
  searchCount: ({ count }, w) => w.count(count, hits),
  searchAbout: ({ count }, w) => `fler än ${w.count(count, hits)}`,
  searchNone: ({ q }) => `Inget hittades för ”${q}”.`,
  searchNoneAdvice: 'Prova ett annat ord, en del av namnet eller artikelnumret.',
  searchNothingAsked: 'Skriv vad du söker: ett namn, ett artikelnummer, ett GTIN eller ert eget nummer.',
  searchDidYouMean: 'Menade du',
  searchCorrected: ({ typed, used }) => `”${typed}” lästes som ${used}.`,
  searchNarrow: 'Begränsa till kategori',
  searchAll: 'Alla kategorier',
  nextPage: 'Nästa sida',
  firstPage: 'Tillbaka till första sidan',
  categoryEmpty: 'I den här kategorin finns inget som avtalet låter dig köpa.',

  // Product
  articleNumber: 'Artikelnummer',
  buyersNumber: 'Ert nummer',
  manufacturer: 'Tillverkare',
  manufacturerNumber: 'Tillverkarens nummer',
  category: 'Kategori',
  classification: 'Klassificering',
  gtin: 'GTIN',
  contract: 'Avtal',
  labels: 'Märkningar',
  vat: 'Moms',
  vatRate: ({ rate }, w) => w.percent(rate),
  descriptionHeading: 'Beskrivning',
  factsHeading: 'Fakta',
  unitsHeading: 'Enheter',
  unitFactor: ({ unit, factor, shopUnit }, w) => `1 ${unit} = ${w.quantity(factor)} ${shopUnit}`,
  pricesHeading: 'Era priser',
  priceFrom: 'Från antal',
  priceColumn: 'Pris utan moms',
  price: ({ amount, currency }, w) => w.money(amount, currency),
  pricePer: ({ quantity, unit }, w) =>
    quantity === '1' ? `per ${unit}, utan moms` : `per ${w.quantity(quantity)} ${unit}, utan moms`,
  pricePerShort: ({ amount, currency, quantity, unit }, w) =>
    `${w.money(amount, currency)} per ${quantity === '1' ? '' : `${w.quantity(quantity)} `}${unit}`,
  priceNone: 'Inget pris i ert avtal',
  priceNoneAdvice: 'Den kan köpas när butiken har satt ett pris för er.',
  priceOwn: 'Ert eget pris',
  priceGroup: 'Er grupps pris',
  priceBase: 'Listpris',
  inStock: ({ quantity, unit }, w) => `I lager: ${w.quantity(quantity)} ${unit}`,
  outOfStock: 'Slut i lager',
  leadTime: ({ count }, w) => `Skickas inom ${w.count(count, days)}`,
  onOrder: 'Beställningsvara',
  inStockLine: 'I lager',
  notAllowedText: 'Avtalet låter dig inte köpa den här artikeln.',
  withdrawn: 'Utgått',
  withdrawnText: 'Den här artikeln kan inte längre köpas.',
  replacedBy: 'Ersätts av',
  ruleMinimum: ({ quantity, unit }, w) => `Minst ${w.quantity(quantity)} ${unit}.`,
  ruleMaximum: ({ quantity, unit }, w) => `Högst ${w.quantity(quantity)} ${unit}.`,
  ruleMultiple: ({ quantity, unit }, w) => `I steg om ${w.quantity(quantity)} ${unit}.`,
  quantity: 'Antal',
  quantityOf: ({ name }) => `Antal av ${name}`,
  unitOf: ({ name }) => `Enhet för ${name}`,
  add: 'Lägg i kundvagn',
  addOf: ({ name }) => `Lägg i kundvagn: ${name}`,
  added: ({ quantity, unit, name }, w) => `I kundvagnen: ${w.quantity(quantity)} ${unit} ${name}.`,
  goToCart: 'Till kundvagnen',
  pictureOf: ({ name }) => `Bild av ${name}`,

  // Cart
  cartTitle: 'Kundvagn',
  cartEmpty: 'Kundvagnen är tom',
  cartEmptyAdvice: 'Sök efter en artikel eller välj en kategori; det du lägger till finns kvar här.',
  cartEmptyGoOn: 'Hitta artiklar',
  cartLines: ({ from, to, count }, w) =>
    from === 1 && to === count ? w.count(count, lines) : `Rad ${from}–${to} av ${w.count(count, lines)}`,
  cartCode: ({ code }) => `Kundvagnens kod ${code}`,
  cartCodeHint: 'Med koden kan kundvagnen hämtas i ett annat besök, tills den har skickats.',
  lineSum: 'Summa',
  lineMore: 'Anteckning och referens',
  lineNote: 'Anteckning till leverantören',
  lineReference: 'Er referens',
  lineRemove: 'Ta bort',
  lineRemoveOf: ({ name }) => `Ta bort ${name}`,
  lineRemoved: ({ name }) => `Borttagen: ${name}.`,
  undo: 'Ångra',
  update: 'Uppdatera kundvagnen',
  updated: 'Kundvagnen är uppdaterad.',
  net: 'Summa utan moms',
  vatSum: ({ percent }, w) => `Moms ${w.percent(percent)}`,
  gross: 'Summa med moms',
  promise: ({ day }, w) => `Priserna gäller till och med ${w.day(day)}.`,
  livePricesStored: 'Butiken lämnar inte alla sina priser just nu. Du ser de senast lämnade, eller dem i prislistan.',
  livePricesHeld:
    'Butiken lämnar inte alla sina priser just nu, och kundvagnen kan inte gå tillbaka utan dem. Försök igen om en minut: kundvagnen finns kvar.',
  promiseNone: 'Priserna är dagens.',
  previousPage: 'Föregående sida',
  summary: 'Summor och nästa steg',
  continueDefault: 'Fortsätt',
  continueHint: ({ partner }) => `Lämnar kundvagnen till ${partner}. Inget är beställt förrän det har godkänts där.`,
  save: 'Spara till senare',
  saved: 'Kundvagnen är sparad. Du hittar den här vid nästa besök.',
  savedCode: ({ code }) => `Kundvagnen är sparad. Vid nästa besök hämtar du den med koden ${code}.`,
  empty: 'Skicka en tom kundvagn',
  emptyHint: ({ partner }) => `Säger till ${partner} att inget önskas.`,
  cancel: 'Gå tillbaka utan kundvagn',
  cancelHint: ({ partner }) => `Inget ändras i ${partner}.`,
  cancelEditHint: ({ partner }) => `${partner} behåller kundvagnen som den var.`,
  changePrice: ({ before, now, unit }) => `Priset har ändrats från ${before} till ${now} per ${unit}.`,
  changePriceGone: 'Artikeln har inget pris längre. Ta bort raden eller fråga butiken.',
  changeWithdrawn: 'Artikeln har utgått och kan inte skickas. Ta bort raden.',
  changeUnit: ({ unit }) => `Artikeln säljs inte längre i ${unit}. Välj en annan enhet.`,
  changeAssortment: 'Avtalet låter dig inte köpa den här artikeln. Ta bort raden.',
  acknowledge: 'Jag har sett ändringarna',
  acknowledgeAll: ({ count }, w) =>
    `${w.count(count, lines)} har fått nytt pris i kundvagnen. Titta på ändringarna innan kundvagnen skickas.`,
  quantityInvalid: ({ found }) => `”${found}” är inget antal. Skriv ett tal som 10 eller 2,5.`,
  quantityBelow: ({ quantity, unit }, w) => `Minst ${w.quantity(quantity)} ${unit} kan beställas.`,
  quantityAbove: ({ quantity, unit }, w) => `Högst ${w.quantity(quantity)} ${unit} kan beställas.`,
  quantityStep: ({ quantity, unit }, w) => `Säljs i steg om ${w.quantity(quantity)} ${unit}.`,
  quantitySuggestion: ({ quantity, unit }, w) => `Närmast: ${w.quantity(quantity)} ${unit}.`,
  problemsHeading: 'Kundvagnen skickades inte.',
  problemsAdvice: 'Rätta det som står vid raderna och tryck igen. Inget är förlorat.',
  problemsElsewhere:
    'Det är inget som du kan rätta: visa sidan för den som ansvarar för kopplingen. Butiken ser det också, och kundvagnen finns kvar.',
  inspectNotice: 'Kundvagnen visas som den skickades. Den kan inte ändras här.',
  detailNotice: 'Artikeln visas för ditt inköpssystem. Stäng fönstret för att gå tillbaka.',
  originalNotice: ({ partner }) => `Det här är kundvagnen som ${partner} skickade för ändring.`,

  // Leaving
  returnHeading: ({ partner }) => `Kundvagnen går tillbaka till ${partner}`,
  returnEmptyHeading: ({ partner }) => `En tom kundvagn går tillbaka till ${partner}`,
  returnCancelHeading: ({ partner }) => `Tillbaka till ${partner} utan kundvagn`,
  returnAnswerHeading: ({ partner }) => `Svaret till ${partner}`,
  returnText: 'Om inget händer, tryck på knappen.',
  returnAgainText: 'Det är redan lämnat. Tryck på knappen för att lämna det en gång till.',
  returnButton: ({ partner }) => `Vidare till ${partner}`,
  returnList: 'Det här lämnas',
  backToCart: 'Tillbaka till kundvagnen',
  waitTitle: 'Ett ögonblick',
  waitHeading: 'Kundvagnen skrivs',
  waitText: 'Det tar lite längre tid än vanligt. Kundvagnen finns kvar, och sidan går vidare av sig själv.',
  waitNow: 'Titta igen nu',
  leftHeading: 'Du har lämnat butiken',
  leftText: ({ partner }) =>
    `Ingen kundvagn skickades, och inget ändras i ${partner}. Stäng fönstret eller gå tillbaka dit.`,
  emptyConfirmHeading: 'Skicka en tom kundvagn?',
  emptyConfirmText: ({ partner, count }, w) =>
    count === 0
      ? `${partner} får veta att inget önskas.`
      : `${partner} får veta att inget önskas. Kundvagnens ${w.count(count, lines)} skickas inte.`,
  emptyConfirm: 'Ja, skicka en tom kundvagn',

  // The end of a session
  endExpiredTitle: 'Besöket är slut',
  endExpiredText: 'Det var öppet så länge som avtalet tillåter, eller så hände inget på en stund.',
  endClosedTitle: 'Du har lämnat butiken',
  endClosedText: 'Besöket avslutades utan kundvagn.',
  endUsedTitle: 'Länken är redan använd',
  endUsedText: 'En länk in i butiken fungerar en gång, så att ingen annan kan använda den.',
  endAdvice:
    'Starta katalogen igen i ditt inköpssystem. En kundvagn som inte skickades finns kvar: du erbjuds den, eller hämtar den med dess kod.',

  // Errors
  errorSignInTitle: 'Du kunde inte loggas in i butiken',
  errorSignInAdvice:
    'Visa den här sidan för den som ansvarar för katalogen i ditt inköpssystem; med referensen hittar butiken vad som hände.',
  errorCallTitle: 'Butiken kunde inte använda det som skickades',
  errorCallAdvice:
    'Gå tillbaka och försök igen. Händer det igen, visa sidan för den som ansvarar för katalogen i ditt inköpssystem.',
  errorNothingTitle: 'Sidan finns inte',
  errorNothingAdvice: 'Adressen kan vara felskriven eller gammal. Starta katalogen igen i ditt inköpssystem.',
  errorChangedTitle: 'Något annat hann före',
  errorChangedAdvice: 'Det ändrades under tiden. Gå tillbaka, ladda om sidan och titta.',
  errorMaintenanceTitle: 'Underhåll pågår i butiken',
  errorMaintenanceAdvice: 'Kom tillbaka när det är klart. Kundvagnen finns kvar.',
  errorBusyTitle: 'Butiken kan inte svara just nu',
  errorBusyAdvice: 'Vänta en minut och ladda om sidan. Kundvagnen finns kvar.',
  errorBugTitle: 'Något gick fel hos oss',
  errorBugAdvice:
    'Kundvagnen finns kvar. Gå tillbaka och försök igen; händer det igen, ange referensen när du ber om hjälp.',
  errorReference: ({ reference }) => `Referens ${reference}`,
  errorDetails: 'I detalj, för den som ansvarar för kopplingen',

  // About this browser
  aboutTitle: 'Om den här webbläsaren',
  aboutHeading: 'Det här gäller i den här webbläsaren',
  aboutIntro:
    'För den som kopplar in ett inköpssystem: hur butiken visas här, och hur kundvagnen går tillbaka. Inget av det behöver kakor.',
  aboutBrowser: 'Webbläsaren',
  aboutConnection: 'Kopplingen',
  aboutFrame: 'Visas i',
  aboutFrameWindow: 'ett eget fönster',
  aboutFramePopup: 'ett fönster som inköpssystemet öppnade',
  aboutFrameOne: 'en ram',
  aboutFrameNested: 'en ram i en ram',
  aboutSandbox: 'Ram i sandlåda',
  aboutCookies: 'Kakor tillåtna',
  aboutCookiesNote: 'Butiken sätter inga: besöket står i adressen.',
  aboutStorage: 'Lagring tillåten',
  aboutScript: 'JavaScript',
  aboutPageCharset: 'Sidans teckenkodning',
  aboutLanguages: 'Önskade språk',
  aboutYes: 'ja',
  aboutNo: 'nej',
  aboutNotTold: 'syns inte utan JavaScript',
  aboutProtocol: 'Protokoll',
  aboutOperation: 'Operation',
  aboutReturn: 'Kundvagnen går till',
  aboutReturnNone: 'ingenstans: anropet nämnde ingen adress',
  aboutTarget: 'Ram för återlämningen',
  aboutCharset: 'Återlämningens teckenkodning',
  aboutAncestors: 'Får visas i ram av',
  aboutOurselves: 'den här butiken',
  aboutEnds: 'Besöket slutar',
  aboutMode: 'Läge',
  aboutLife: ({ idle, life }, w) =>
    `efter ${w.count(idle, minutes)} utan en sida, senast ${w.count(life, minutes)} efter inloggningen`,
};
