import { swedishCatalogueEvents } from './catalogueEvents.sv.ts';
import { shopFaultSentence } from './shopFaults.ts';
import { equation } from './equation.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { faultSentence } from '../formats/xml/fault.ts';
import { deliverySentence } from './deliveryFaults.ts';
import { swedishDelivery } from './deliveryFaults.sv.ts';
import { swedishError } from '../platform/errors.sv.ts';
import { refusedInSwedish } from './refusals.sv.ts';
import { swedishFormats as formats } from './formatNames.sv.ts';
import { swedishReasons } from './reasons.sv.ts';
import { factInWords, reasonInWords } from './reasons.ts';
import type { StatusReason } from '../formats/document/documentStatus.ts';
import type { Catalogue } from './sentences.ts';
import type { MessagePlan, TimelineFacts } from './timeline.ts';
import type { DeliveryKind } from '../partners/messageAddress.ts';
import type { Words } from './words.ts';
import { swedishFaults } from './xmlFaults.sv.ts';

const lines = { one: 'rad', other: 'rader' };
const standings = { accepted: 'godtaget', acknowledged: 'mottaget utan att ha kontrollerats', refused: 'avvisat' };

const handedTo = {
  http: 'Levererat',
  peppol: 'Överlämnat till accesspunkten',
  mail: 'Överlämnat till e-postservern',
  folder: 'Lagt i mappen',
  sftp: 'Lagt på filservern',
} as const satisfies Readonly<Record<DeliveryKind, string>>;

/** Why a document waits. */
const held = {
  pause: 'Leveranser till partnern är pausade: det väntar tills de öppnas igen.',
  outage: 'Mottagaren svarar inte: det väntar tills ett dokument har nått den.',
  queue: 'Mottagaren har mycket att ta emot: det väntar på sin tur.',
};

/** What the receiver wrote, in its own words. */
function said(text: string | undefined, reasons: readonly StatusReason[]): string {
  const all = [
    text,
    ...reasons.map(({ place, code, text: why }) => [place, why, code && `(${code})`].filter(Boolean).join(' ')),
  ];
  const words = all.filter(Boolean).join('; ');
  return words === '' ? '' : ` ${words}`;
}

const matchedBy = {
  sellersItemId: 'vårt artikelnummer',
  buyersItemId: 'köparens artikelnummer',
  alias: 'ett annat känt nummer',
  gtin: 'GTIN',
  cart: 'kundvagnen som den kommer från',
  manufacturersId: 'tillverkarens nummer',
  remembered: 'ett tidigare svar om den här partnern',
  decision: 'ett beslut',
};
const customerFoundBy = {
  invoiceAddress: 'fakturaadressen',
  deliveryAddress: 'leveransadressen',
  remembered: 'ett tidigare svar om den här partnern',
  default: 'avtalet, som anger den när inget annat är känt',
};
const bookParts = {
  placed: 'lagda',
  applied: 'genomförda ändringar',
  recorded: 'noterade',
  waiting: 'väntar',
  refused: 'avvisade',
  duplicates: 'dubbletter',
  tested: 'tester',
  inProgress: 'pågår',
};
const answers = { '27': 'ej accepterad (27)', '29': 'accepterad (29)', '30': 'accepterad med ändringar (30)' };
const refusal: Catalogue['answers']['refusal'] = (because) => {
  if (because === 'reasons') return 'Ordern kan inte accepteras som den är.';
  if ('rules' in because) return `Ordern bryter mot regler som den måste följa: ${because.rules.join(', ')}.`;
  const { fault, line, column } = because;
  return `${faultSentence(swedishFaults, fault)} (rad ${line}, kolumn ${column}).`;
};

/** Why an attempt failed; rows from before the list of faults have only `error`. */
function whyNot({ error, fault }: { readonly error: string; readonly fault?: DeliveryFault }): string {
  return fault === undefined ? error : deliverySentence(swedishDelivery, fault);
}

const decisions = {
  accept: 'accepterade ordern',
  acceptWithChanges: 'accepterade ordern med ändringar',
  reject: 'avvisade ordern',
  runAgain: 'begärde att kontrollerna körs igen',
};
const protocols = { oci: 'OCI', cxml: 'cXML', peppol: 'Peppol Punch Out' };
const operations = {
  create: 'för att fylla en kundvagn',
  edit: 'för att ändra en kundvagn',
  inspect: 'för att se på en kundvagn',
  detail: 'för att se på en produkt',
  sourcing: 'för att leta efter en produkt',
  validate: 'för att kontrollera en produkt',
  background_search: 'för att söka i katalogen',
};
const expiries = {
  unopened: 'Startlänken öppnades inte i tid.',
  idle: 'Ingen använde besöket längre: det har avslutats utan kundvagn.',
  life: 'Besökets tid är slut: det har avslutats utan kundvagn.',
};
const messages = {
  confirmation: 'Orderbekräftelse',
  delivery: 'Leveransavisering',
  status: 'Statusuppdatering',
  receipt: 'Mottagningskvittens',
};

/** When the buyer is told. */
function sending(plan: MessagePlan, w: Words): string {
  if (plan.sent === 'at') return `köparen meddelas ${w.time(plan.at)}`;
  return plan.sent === 'never' ? 'köparen meddelas inte' : 'köparen meddelas med en senare status';
}

const problems = { one: 'problem', other: 'problem' };
const atLine = (line: number | undefined): string => (line === undefined ? '' : `Rad ${line}: `);

/** What a person decided about a line. */
function decided({ decision, unit, currency }: TimelineFacts['decision.line'], w: Words): string[] {
  const { action, articleNumber, asText, remember, substitute, quantity, price, promisedFrom, promisedTo } = decision;
  const { rememberPriceUntil } = decision;
  const changes = [
    action === 'reject' && 'avvisad',
    articleNumber !== undefined && `artikel ${articleNumber}`,
    asText !== undefined && 'accepterad som den är skriven, utan artikel',
    remember !== undefined && 'sparas för den här partnern',
    rememberPriceUntil !== undefined && `priset accepteras till och med ${w.day(rememberPriceUntil)}`,
    substitute !== undefined && `${substitute} i stället`,
    quantity !== undefined && `kvantitet ${quantity} ${unit}`,
    price !== undefined && `pris ${w.money(price, currency)}`,
    promisedFrom !== undefined && `leverans från ${w.day(promisedFrom)}`,
    promisedTo !== undefined && `leverans till ${w.day(promisedTo)}`,
  ].filter((change) => change !== false);
  return changes.length > 0 ? changes : ['accepterad som beställd'];
}

/** The end of a sentence, with what the person wrote. */
function written(note: string | undefined): string {
  return note ? `: "${note}"` : '.';
}

/** Swedish. */
export const swedish: Catalogue = {
  formats,
  actors: { roundtrip: 'Roundtrip', partner: 'partnern' },
  timeline: {
    'document.received': ({ partner, number, format, size }, w) =>
      `${partner} skickade ${number === undefined ? 'ett dokument' : `order ${number}`} (${format ? `${formats[format]}, ` : ''}${w.size(size)}).`,
    'document.repeated': ({ partner, reference }) =>
      `${partner} skickade samma byte igen; kvittot för ${reference} upprepades och inget gjordes två gånger.`,
    'document.refused': ({ error, message, because }) =>
      `Avvisat: ${because === undefined ? refusedInSwedish(error, message) : refusal(because)}`,
    'document.refusedFor': ({ reason }, w) => factInWords(swedishReasons, reason, w),
    'document.read': ({ lines: count, warnings }, w) =>
      `Ordern lästes: ${w.count(count, lines)}, ${w.count(warnings, { one: 'varning', other: 'varningar' })}.`,
    'document.finding': ({ rule, line, path, text }) =>
      `Dokumentets rad ${line}, ${path}: anmärkning enligt regel ${rule} ("${text}")`,
    'document.duplicate': ({ key, reference }) =>
      key === 'message'
        ? `Samma meddelande kom tidigare som ${reference}: samma svar gäller.`
        : `Samma order kom tidigare som ${reference}: samma svar gäller.`,
    'document.recorded': ({ number, standing }) => `Det säger att vårt dokument ${number} är ${standings[standing]}.`,
    'document.aboutUnknown': ({ about, standing, found }) =>
      `Det säger att ${about} är ${standings[standing]}, men ${found === 0 ? 'inget dokument som vi har skickat heter så' : `${found} dokument som vi har skickat heter så`}: se efter vilket som menas.`,
    'status.received': ({ format, standing, text, reasons }) =>
      `Mottagaren säger genom ${formats[format]}: ${standings[standing]}.${said(text, reasons)}${standing === 'refused' ? ' Se på det, rätta det som är fel och skicka igen.' : ''}`,
    'quarantine.kept': ({ told }) =>
      `Kvar i karantän: det kan köras igen när inställningarna är rättade. Avsändaren fick ${told === 'receipt' ? 'ett kvitto' : 'avvisningen'}.`,
    'quarantine.handled': ({ reference }, _, by) => `${by} lät köra det igen: det hanteras som dokument ${reference}.`,
    'quarantine.released': ({ reference }, _, by) =>
      `${by} lät köra det igen från karantänen, där det var ${reference}.`,
    'quarantine.restored': (_, __, by) => `${by} tog tillbaka det: det väntar i karantänen igen.`,
    'quarantine.discarded': ({ reason }, _, by) => `${by} lade det åt sidan för gott: ${reason}`,
    'document.tested': () => 'Ett test: det kontrollerades och besvarades, ingen order lades.',
    'customer.found': ({ customer, name, by, also = [] }, w) => {
      const found = [...(by.length > 0 ? [w.identities(by)] : []), ...also.map((one) => customerFoundBy[one])];
      return `Kund ${customer} ${name} hittades med ${w.list(found)}.`;
    },
    'place.remembered': ({ name }) => `Leveransplats ${name}, enligt ett tidigare svar om den här partnern.`,
    'deviations.weekly': ({ partner, from, to, count, articles }, w) => {
      const named = articles.map(
        (one) => `${one.articleNumber} (${one.lines} gånger, ${w.money(one.sum, one.currency)})`,
      );
      const more = count > articles.length ? `, och ${count - articles.length} till` : '';
      return `${partner} beställde flera gånger till andra priser än våra från ${w.day(from)} till ${w.day(to)}: ${named.join(', ')}${more}.`;
    },
    'figures.daily': ({ day, received, parts, balanced, sessions, cartsReturned, linesOutside, undelivered }, w) =>
      [
        `${w.day(day)}: ${equation(`${w.count(received, { one: 'dokument', other: 'dokument' })} in`, parts, bookParts, w)}.`,
        balanced ? '' : 'Det går inte ihop: bokföringen måste kontrolleras.',
        `${w.count(sessions, { one: 'punchout-session', other: 'punchout-sessioner' })}, ${w.count(cartsReturned, { one: 'kundvagn', other: 'kundvagnar' })} tillbaka.`,
        `${w.count(linesOutside, lines)} med ett pris utanför avtalet. ${w.count(undelivered, { one: 'dokument', other: 'dokument' })} skrivna men inte levererade.`,
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    'price.agreed': ({ line, agreed: { by, madeAt, until } }, w) =>
      `Rad ${line}: priset avviker inom det som ${by} accepterade ${w.day(madeAt.slice(0, 10))} till och med ${w.day(until)}.`,
    'lines.matched': ({ counts }, w) => {
      const parts = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
      const [first, ...rest] = parts.map(([by, count], index) =>
        index === 0
          ? `${w.count(count, lines)} matchade med ${matchedBy[by as keyof typeof matchedBy]}`
          : `${count} med ${matchedBy[by as keyof typeof matchedBy]}`,
      );
      return first === undefined ? 'Ingen rad matchades.' : `${w.list([first, ...rest])}.`;
    },
    'prices.checked': ({ lines: count, day, sums }, w) =>
      `Priserna på ${w.count(count, lines)} jämfördes med dagspriserna den ${w.day(day)}${sums === undefined ? '' : `: ${w.money(sums.asked, sums.currency)} som begärt, ${w.money(sums.ours, sums.currency)} till våra priser`}.`,
    'order.held': ({ reasons, deadline }, w) =>
      `Väntar på dig: ${w.count(reasons, { one: 'fråga', other: 'frågor' })}, att besluta senast ${w.time(deadline)}.`,
    'order.reason': ({ reason }, w) => reasonInWords(swedishReasons, reason, w),
    'order.lineRejected': ({ reason }, w) => `${factInWords(swedishReasons, reason, w)} Avvisad, som avtalet säger.`,
    'order.deviationAccepted': ({ reason }, w) =>
      `${factInWords(swedishReasons, reason, w)} Accepterad, som avtalet säger.`,
    'order.lineAtOurPrice': ({ reason }, w) =>
      `${factInWords(swedishReasons, reason, w)} Accepterad till vårt pris, som avtalet säger.`,
    'order.reminder': ({ deadline }, w) => `Väntar fortfarande på dig, till ${w.time(deadline)}.`,
    'order.deadlinePassed': ({ deadline }, w) =>
      `Tidsfristen ${w.time(deadline)} har gått ut; ordern fortsätter att vänta.`,
    'order.placed': ({ number, status }) => `Order ${number} i status ${status}.`,
    'change.putOff': ({ order, until }, w) =>
      `Order ${order}, eller en tidigare ändring, har inte kommit; väntar på den till ${w.time(until)}.`,
    'change.applied': ({ number, version, operation }) =>
      operation === 'delete'
        ? `Order ${number} är återkallad av köparen: version ${version}.`
        : `Order ${number} är ändrad: version ${version}.`,
    'change.refused': ({ operation }) =>
      operation === 'delete'
        ? 'Köparens makulering avvisades; ordern gäller.'
        : 'Köparens ändring avvisades; ordern gäller som den var.',
    'buyer.asked': ({ due }, w) =>
      `Accepterad med ändringar: väntar på att köparen godkänner, ändrar eller makulerar senast ${w.time(due)}.`,
    'buyer.overdue': ({ due }, w) => `Köparen har inte svarat senast ${w.time(due)} om den godkänner ändringarna.`,
    'order.replaced': ({ by: other }) => `Order ${other} ersätter den; den är makulerad.`,
    'buyer.agreed': (_, __, by) => `${by} antecknade att köparen godkänner ändringarna.`,
    'order.status': ({ from, to }, _, by) => `${by} satte status ${from} → ${to}.`,
    'order.handedOver': ({ shopNumber }) => `Butiken har ordern, som ${shopNumber}.`,
    'order.changeHandedOver': ({ shopNumber }) => `Butiken har sin order ${shopNumber} så som vår nu ser ut.`,
    'order.handoverFailed': ({ attempt, fault, nextAttemptAt, isChange }, w) =>
      `Försök ${attempt} att lämna ${isChange ? 'det som ändrats' : 'ordern'} till butiken misslyckades. ${shopFaultSentence(fault, 'sv')} Nästa försök ${w.time(nextAttemptAt)}.`,
    'order.handoverEnded': ({ fault, isChange }) =>
      `${isChange ? 'Butiken har inte det som ändrats: dess order står som den sades förut' : 'Ordern lämnades inte till butiken'}. ${shopFaultSentence(fault, 'sv')} Åtgärda det, och skicka den igen från kopplingens sida.`,
    'decision.made': ({ kind, note, customer, place, remembered }, _, by) => {
      const named = [customer && ` för kund ${customer}`, place && ` till ${place}`, remembered && ', att komma ihåg'];
      return `${by} ${decisions[kind]}${named.filter(Boolean).join('')}${written(note)}`;
    },
    'decision.line': (facts, w) => `Rad ${facts.line}: ${w.list(decided(facts, w))}${written(facts.decision.note)}`,
    'decision.refused': ({ message }) => `Beslutet kunde inte genomföras: ${swedishError(message)}`,
    'order.confirmed': ({ lines: count, ...plan }, w, by) =>
      `${by} bekräftade ${count === 0 ? 'ordern som den är' : w.count(count, lines)}; ${sending(plan, w)}.`,
    'order.delivered': ({ lines: count, complete, ...plan }, w, by) =>
      `${by} levererade ${w.count(count, lines)}, ${complete ? 'inget mer kommer' : 'mer kommer'}; ${sending(plan, w)}.`,
    'message.written': ({ kind, number }) => `${messages[kind]} ${number} har skrivits.`,
    'message.kept': ({ kind, number }) =>
      `${messages[kind]} ${number} sparas för partnern att hämta: avtalet anger ingen adress.`,
    'reply.sent': ({ to, subject }, _, by) => `${by} skrev till ${to}: "${subject}".`,
    'message.faulty': ({ kind, number, rules }, w) =>
      `${messages[kind]} ${number} bryter mot regler och skickas inte, vilket är ett fel i Roundtrip: ${w.list(rules)}.`,
    'answer.overdue': ({ due }, w) => `Köparen skulle ha fått ett svar senast ${w.time(due)}.`,
    'mlr.written': ({ number, code }) =>
      `Tekniskt svar (MLR) ${number} skrivet: dokumentet ${code === 'AP' ? 'följer reglerna (AP)' : 'bryter mot regler (RE)'}.`,
    'answer.written': ({ number, code }) => `Svar ${number} skrivet: ${answers[code]}.`,
    'answer.none': () => 'Orderns process har inga svar: inget skickas.',
    'answer.kept': ({ number }) => `Svar ${number} sparas för partnern att hämta: avtalet anger ingen adress.`,
    'answer.fetched': ({ number }) => `Partnern hämtade svar ${number}.`,
    'delivery.failed': (facts, w) =>
      `Leveransen misslyckades vid försök ${facts.attempt}: ${whyNot(facts)} Nästa försök ${w.time(facts.nextAttemptAt)}.`,
    ...swedishCatalogueEvents,
    'delivery.delivered': ({ attempt, httpStatus, via }) =>
      `${handedTo[via ?? 'http']} vid försök ${attempt}${httpStatus === undefined ? '' : ` (HTTP ${httpStatus})`}.`,
    'delivery.refused': (facts) =>
      `Mottagaren avvisade det vid försök ${facts.attempt}: ${whyNot(facts)} Inga fler försök görs; titta på det och skicka igen.`,
    'delivery.gaveUp': (facts, w) =>
      `Gav upp efter ${w.count(facts.attempts, { one: 'försök', other: 'försök' })}: ${whyNot(facts)} Titta på det och skicka igen.`,
    'books.unbalanced': ({ problems: count }, w) =>
      `Bokföringen går inte ihop: ${w.count(count, { one: 'problem', other: 'problem' })}. Se GET /api/v1/books.`,
    'delivery.retryAsked': (_, __, by) => `${by} bad om att det skickas nu.`,
    'delivery.held': ({ because }) => held[because ?? 'pause'],
    'delivery.outage': ({ failures, fault, nextAttemptAt }, w) =>
      `${w.count(failures, { one: 'försök', other: 'försök' })} i rad nådde inte mottagaren: ${deliverySentence(swedishDelivery, fault)} Det som ska skickas dit väntar, och ett dokument i taget prövar, nästa gång ${w.time(nextAttemptAt)}.`,
    'delivery.outageOver': () => 'Mottagaren svarar igen: det som väntat skickas, det äldsta först.',
    'delivery.cancelled': (_, __, by) => `${by} avbröt leveransen.`,
    'session.opened': ({ partner, protocol, operation, identified }) =>
      `${partner} loggade in ${identified ? 'en köpare' : 'en delad användare'} med ${protocols[protocol]}, ${operations[operation]}.`,
    'session.customerChosen': ({ customer, name, said }) =>
      `Köparen handlar för kund ${customer} ${name}, ${said === undefined ? 'som avtalet säger' : `angiven som ${said}`}.`,
    'session.shopping': () => 'Köparen öppnade butiken.',
    'session.filled': ({ lines: count }, w) => `Den tidigare kundvagnen återskapades: ${w.count(count, lines)}.`,
    'session.adopted': ({ lines: count, code }, w) =>
      `Den oskickade kundvagnen ${code} togs över: ${w.count(count, lines)}.`,
    'session.adoptedBy': ({ code }) => `Kundvagnen togs över som ${code}.`,
    'session.saved': ({ lines: count }, w) =>
      `Köparen sparade kundvagnen till en annan gång: ${w.count(count, lines)}.`,
    'session.extended': ({ until }, w) => `Köparen bad om mer tid: öppet som längst till ${w.time(until)}.`,
    'session.returned': ({ number, lines: count, total, currency, again }, w) =>
      `Kundvagn ${number} skickades tillbaka${again ? ' igen' : ''}: ${w.count(count, lines)}, ${w.money(total, currency)} utan moms.`,
    'session.returnedEmpty': ({ number }) => `Kundvagn ${number} skickades tillbaka utan innehåll, som köparen bad om.`,
    'session.keptBack': ({ problems: count }, w) => `Kundvagnen hölls kvar: ${w.count(count, problems)}.`,
    'session.problem': ({ rule, line, found }) => `${atLine(line)}${found} (${rule})`,
    'session.cut': ({ field, line, found, sent }) =>
      `${atLine(line)}${field} kortades för inköpssystemet: "${found}" skickades som "${sent}".`,
    'session.cancelled': ({ byBuyer }, _, by) =>
      byBuyer ? 'Köparen gick utan kundvagn.' : `${by} avslutade besöket utan kundvagn.`,
    'session.expired': ({ because }) => expiries[because],
    'session.ended': () => 'Besökets tid är slut; kundvagnen som skickades tillbaka gäller.',
    'session.pricesUntold': ({ articles, leftOut }, w) =>
      `Butiken sa inte priset på ${w.count(articles, { one: 'artikel', other: 'artiklar' })}: ${leftOut ? 'utelämnat ur svaret' : 'det lagrade priset gäller'}.`,
    'session.answered': ({ operation, fields }, w) =>
      `Anropet ${operations[operation]} besvarades direkt: ${w.count(fields, { one: 'fält', other: 'fält' })}.`,
    'session.resent': ({ number }, _, by) => `${by} hämtade formuläret för kundvagn ${number} igen.`,
  },
  reasons: swedishReasons,
  answers: {
    refusal,
    change: ({ operation, document, order }, isTaken) => {
      if (operation === 'delete')
        return isTaken
          ? `Order ${order} är makulerad enligt ${document}.`
          : `Order ${order} makuleras inte: ${document} avvisas.`;
      return isTaken
        ? `Order ${order} är ändrad enligt ${document}.`
        : `Order ${order} ändras inte: ${document} avvisas.`;
    },
    order: () => 'Ordern accepteras inte; kontakta oss gärna om den.',
    line: () => 'Raden accepteras inte; kontakta oss gärna om den.',
    more: (count) => `Och ${count} till.`,
    values: (found, expected) =>
      [found && `Här står: ${found}.`, expected && `Här ska stå: ${expected}.`].filter(Boolean).join(' '),
    cancelled: () => 'Vi har makulerat ordern.',
    statuses: { added: 'Tillagd till ordern.', backordered: 'Kommer senare.', delivered: 'Redan levererad.' },
  },
  sender: {
    received: () => 'Dokumentet är sparat och läses om ett ögonblick.',
    waiting: (order) => `Ordern väntar i butiken som ${order}: en person beslutar om det som är oklart.`,
    placed: (order, status) => `Ordern finns i butiken som ${order}, i status ${status}.`,
    rejected: (order) => `Butiken har avvisat ordern ${order}.`,
    applied: () => 'Ändringen av ordern är utförd.',
    recorded: () => 'Det som dokumentet säger om vårt är antecknat.',
    refused: (refusal) => `Avvisat: ${refusal}`,
    tested: () => 'Testordern kontrollerades som en riktig; inget levereras.',
    duplicate: (original, state) => `En upprepning av dokument ${original}: inget görs två gånger. ${state}`,
    next: {
      start: () => 'Fråga igen om ett ögonblick.',
      decision: (deadline, w) =>
        `En person i butiken beslutar${deadline === undefined ? '' : `, enligt plan senast ${w.time(deadline)}`}; sedan besvaras ordern.`,
      confirm: () => 'En person i butiken tittar på ordern; sedan besvaras den.',
      attempt: (at, w) => `Svaret skickas till er, nästa gång ${w.time(at)}.`,
      fetch: () => 'Hämta svaret med dess länk.',
      held: () => 'Butiken skickar svaret till er senare: leveranser till er hålls tillbaka för tillfället.',
      undelivered: () => 'Svaret kunde inte levereras till er: hämta det med dess länk, och prata med butiken.',
      nothing: () => 'Inget mer händer av sig självt.',
      mend: () => 'Rätta ordern och skicka den igen, gärna under samma nummer.',
    },
  },
  next: {
    start: () => 'Dokumentet läses om ett ögonblick.',
    decision: ({ deadline }, w) =>
      `Väntar på ett beslut${deadline ? `, som ska fattas senast ${w.time(deadline)}` : ''}.`,
    visit: ({ at }, w) => `Besöket slutar ${w.time(at)} om ingen går vidare med det.`,
    attempt: ({ at }, w) => `Nästa försök att leverera svaret: ${w.time(at)}.`,
    confirm: () => 'Väntar på att du bekräftar eller avvisar ordern; köparen får svar då.',
    fetch: () => 'Svaret sparas för partnern att hämta.',
    held: ({ because }) =>
      because === 'address'
        ? 'Det skickas när mottagaren tar emot dokument igen och det är dess tur.'
        : 'Det skickas när leveranser till partnern öppnas igen.',
    undelivered: () => 'Svaret kunde inte levereras: titta på det och skicka det igen.',
    nothing: () => 'Inget mer händer av sig självt.',
  },
};
