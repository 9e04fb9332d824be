import type { Reason } from '../shop/evaluation.ts';
import type { Catalogue } from './sentences.ts';

const lines = { one: 'rad', other: 'rader' };
const formats = { 'peppol-28a-order': '28A', 'peppol-3a-order': '3A', 'peppol-28a-order-response': '28A ordersvar' };
const matchedBy = {
  sellersItemId: 'vårt artikelnummer',
  buyersItemId: 'köparens artikelnummer',
  alias: 'ett annat känt nummer',
  gtin: 'GTIN',
  decision: 'ett beslut',
};
const answers = { '27': 'ej accepterad (27)', '29': 'accepterad (29)', '30': 'accepterad med ändringar (30)' };
const decisions = {
  accept: 'accepterade ordern',
  acceptWithChanges: 'accepterade ordern med ändringar',
  reject: 'avvisade ordern',
  runAgain: 'begärde att kontrollerna körs igen',
};
/** How the customer was found, in the words of the shop. */
const identities: Readonly<Record<string, string>> = {
  'organisation number': 'organisationsnummer',
  'VAT number': 'momsnummer',
};

function choose({ candidates = [] }: Reason): string {
  if (candidates.length === 0) return '';
  return ` Välj en av: ${candidates.map(({ number, name }) => [number, name].filter(Boolean).join(' ')).join('; ')}.`;
}

/** Swedish. */
export const swedish: Catalogue = {
  line: (line) => `Rad ${line}: `,
  actors: { roundtrip: 'Roundtrip', partner: 'partnern' },
  timeline: {
    'document.received': ({ partner, number, format, size }, w) =>
      `${partner} skickade ${number === undefined ? 'ett dokument' : `order ${number}`} (${format ? `${formats[format]}, ` : ''}${w.size(size)}).`,
    'document.repeated': ({ partner, reference }) =>
      `${partner} skickade samma byte igen; kvittot för ${reference} upprepades och inget gjordes två gånger.`,
    'document.refused': ({ message }) => `Avvisat: ${message}`,
    'document.read': ({ lines: count, warnings }, w) =>
      `Ordern lästes: ${w.count(count, lines)}, ${w.count(warnings, { one: 'varning', other: 'varningar' })}.`,
    'document.finding': ({ rule, line, text }) => `Dokumentets rad ${line}: ${text} (${rule})`,
    'document.duplicate': ({ key, reference }) =>
      key === 'message'
        ? `Samma meddelande kom tidigare som ${reference}: samma svar gäller.`
        : `Samma order kom tidigare som ${reference}: samma svar gäller.`,
    'document.tested': () => 'Ett test: det kontrollerades och besvarades, ingen order lades.',
    'customer.found': ({ customer, by, value }) => `Kund ${customer} hittades med ${identities[by] ?? by} ${value}.`,
    'lines.matched': ({ counts }, w) => {
      const parts = Object.entries(counts).filter(([, count]) => count > 0);
      const [first, ...rest] = parts.map(([by, count], index) =>
        index === 0
          ? `${w.count(count, lines)} matchade med ${matchedBy[by as keyof typeof matchedBy]}`
          : `${count} med ${matchedBy[by as keyof typeof matchedBy]}`,
      );
      return first === undefined ? 'Ingen rad matchades.' : `${w.list([first, ...rest])}.`;
    },
    'prices.checked': ({ lines: count, day }, w) =>
      `Priserna på ${w.count(count, lines)} jämfördes med dagspriserna den ${day}.`,
    'order.held': ({ reasons, deadline }, w) =>
      `Väntar på dig: ${w.count(reasons, { one: 'fråga', other: 'frågor' })}, att besluta senast ${w.time(deadline)}.`,
    'order.reason': ({ reason }, w, { line, reasons }) =>
      (reason.line === undefined ? '' : line(reason.line)) + reasons[reason.code](reason, w),
    'order.reminder': ({ deadline }, w) => `Väntar fortfarande på dig, till ${w.time(deadline)}.`,
    'order.deadlinePassed': ({ deadline }, w) =>
      `Tidsfristen ${w.time(deadline)} har gått ut; ordern fortsätter att vänta.`,
    'order.placed': ({ number, status }) => `Order ${number} i status ${status}.`,
    'order.status': ({ from, to }) => `Status ändrades från ${from} till ${to}.`,
    'decision.made': ({ kind, note }) => `Någon ${decisions[kind]}${note ? `: "${note}"` : ''}.`,
    'decision.refused': ({ message }) => `Beslutet kunde inte genomföras: ${message}`,
    'answer.written': ({ number, code }) => `Svar ${number} skrivet: ${answers[code]}.`,
    'answer.kept': ({ number }) => `Svar ${number} sparas för partnern att hämta: avtalet anger ingen adress.`,
    'delivery.failed': ({ attempt, error, nextAttemptAt }, w) =>
      `Leveransen misslyckades vid försök ${attempt}: ${error} Nästa försök ${w.time(nextAttemptAt)}.`,
    'delivery.delivered': ({ attempt, httpStatus }) => `Levererat vid försök ${attempt} (HTTP ${httpStatus}).`,
    'delivery.refused': ({ attempt, error }) =>
      `Mottagaren avvisade det vid försök ${attempt}: ${error} Inga fler försök görs; titta på det och skicka igen.`,
    'delivery.gaveUp': ({ attempts, error }, w) =>
      `Gav upp efter ${w.count(attempts, { one: 'försök', other: 'försök' })}: ${error} Titta på det och skicka igen.`,
    'delivery.retryAsked': () => 'Ombedd att skickas nu.',
    'delivery.cancelled': () => 'Leveransen avbröts.',
  },
  reasons: {
    CUSTOMER_UNKNOWN: ({ found, expected }) =>
      `Ingen kund är känd med ${found} (väntat: ${expected}). Lägg till identiteten på kunden, eller ange kunden.`,
    CUSTOMER_AMBIGUOUS: (reason) => `Flera kunder är kända med ${reason.found}.${choose(reason)}`,
    SELLER_MISMATCH: ({ found, expected }) =>
      `Ordern gäller en annan leverantör: ${found || 'ingen identitet'} (våra: ${expected}). Acceptera den bara om den är avsedd för er.`,
    ORDER_NUMBER_REUSED: ({ found, expected }) =>
      `Ordernummer ${found} kom tidigare med annat innehåll (${expected}). Är det en upprepning, eller en oanmäld ändring?`,
    RULE_FATAL: ({ field, found, expected }) => `${field}: hittade ${found}, väntade ${expected}.`,
    CURRENCY_UNKNOWN: ({ found, expected }) =>
      `Valutan ${found} är inte känd här (kända: ${expected}). Be köparen om en annan.`,
    DELIVERY_PLACE_UNKNOWN: ({ found, expected }) =>
      `Leveransplatsen ${found} är inte känd (väntat: ${expected}). Lägg till adressen på kunden, eller acceptera den en gång.`,
    DELIVERY_PLACE_AMBIGUOUS: (reason) => `Leveransplatsen ${reason.found} passar flera adresser.${choose(reason)}`,
    PRODUCT_UNKNOWN: ({ found, expected }) =>
      `Artikeln är inte känd: ${found} (väntat: ${expected}). Ange vilken artikel som avses, eller avvisa raden.`,
    PRODUCT_AMBIGUOUS: (reason) =>
      `${reason.found} passar flera artiklar (väntat: ${reason.expected}).${choose(reason)}`,
    PRODUCT_WITHDRAWN: (reason) =>
      `Artikel ${reason.found} har utgått (väntat: ${reason.expected}).${choose(reason)} Leverera en annan, eller avvisa raden.`,
    UNIT_UNKNOWN: ({ found, expected }) =>
      `Enheten '${found}' är inte känd för artikeln (kända: ${expected}). Lägg till en omräkning, eller be köparen beställa i en känd enhet.`,
    QUANTITY_NOT_ALLOWED: ({ found, expected }) =>
      `Kvantiteten ${found} kan inte levereras (väntat: ${expected}). Ändra kvantiteten, eller acceptera den ändå.`,
    PRICE_MISSING: ({ expected }, w) =>
      `Raden saknar pris; dagspriset är ${w.decimal(expected)}. Acceptera den till det priset, eller fråga köparen.`,
    PRICE_OF_THE_DAY_MISSING: ({ found, expected }) =>
      `Dagspris saknas: ${found} (väntat: ${expected}). Lägg till ett pris och kör igen, eller acceptera orderns pris.`,
    PRICE_DEVIATION: ({ found, expected }, w) =>
      `Pris ${w.decimal(found)}, dagspris ${w.decimal(expected)}: längre ifrån varandra än avtalet tillåter. Acceptera det, ändra det, eller avvisa raden.`,
    AMOUNT_DEVIATION: ({ found, expected }, w) =>
      `Radbeloppet ${w.decimal(found)} följer inte av pris och kvantitet, som ger ${w.decimal(expected)}. Fråga köparen vilket som avses.`,
    ALLOWANCE_CHARGE_PRESENT: ({ found, expected }) =>
      `Ordern har ett avdrag eller en avgift: ${found} (väntat: ${expected}). Besluta om ni går med på det.`,
  },
  next: {
    start: () => 'Dokumentet läses om ett ögonblick.',
    decision: ({ deadline }, w) =>
      `Väntar på ett beslut${deadline ? `, som ska fattas senast ${w.time(deadline)}` : ''}.`,
    attempt: ({ at }, w) => `Nästa försök att leverera svaret: ${w.time(at)}.`,
    fetch: () => 'Svaret sparas för partnern att hämta.',
    nothing: () => 'Inget mer kommer att hända.',
  },
};
