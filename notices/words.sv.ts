import type { NoticeWords } from './words.ts';

/** Swedish. */
export const swedish: NoticeWords = {
  titles: {
    'order.placed': 'ny order',
    'order.held': 'väntar på beslut',
    'order.reminder': 'väntar fortfarande på beslut',
    'order.deadlinePassed': 'tidsfristen har gått ut',
    'order.status': 'ny status',
    'order.deviationAccepted': 'en avvikelse godtogs',
    'order.lineAtOurPrice': 'en rad godtogs till vårt pris',
    'order.lineRejected': 'en rad avvisades',
    'order.confirmed': 'bekräftad',
    'order.handedOver': 'butiken har en order',
    'order.handoverEnded': 'en order lämnades inte till butiken',
    'session.returned': 'en kundvagn gick tillbaka',
    'order.delivered': 'varor har skickats',
    'change.applied': 'en ändring utfördes',
    'change.refused': 'en ändring avvisades',
    'buyer.asked': 'väntar på köparen',
    'buyer.overdue': 'köparen har inte svarat',
    'buyer.agreed': 'köparen går med på det',
    'status.received': 'mottagaren berättar om ett dokument',
    'decision.refused': 'ett beslut kunde inte utföras',
    'answer.written': 'besvarad',
    'answer.overdue': 'svaret är försenat',
    'message.faulty': 'ett meddelande kunde inte skrivas',
    'delivery.refused': 'mottagaren avvisade ett dokument',
    'delivery.gaveUp': 'ett dokument kunde inte levereras',
    'delivery.cancelled': 'en leverans avbröts',
    'delivery.outage': 'en mottagare svarar inte',
    'delivery.outageOver': 'en mottagare svarar igen',
    'document.refused': 'ett dokument avvisades',
    'catalogue.waiting': 'en katalog väntar på ett beslut',
    'catalogue.refused': 'en katalog skrevs inte',
    'catalogue.unanswered': 'en katalog har inte besvarats',
    'quarantine.kept': 'ett dokument ligger i karantän',
    'figures.daily': 'dagens siffror',
    'deviations.weekly': 'prisavvikelser kom igen',
    'books.unbalanced': 'bokföringen går inte ihop',
  },
  subject: {
    one: (about, title) => `${about}: ${title}`,
    several: (shop, events) => `${shop}: ${events} händelser`,
    test: (shop) => `${shop}: provmeddelande`,
    confirmation: (number, code) =>
      ({
        '27': `Order ${number} har avvisats`,
        '29': `Order ${number} är bekräftad`,
        '30': `Order ${number} är bekräftad med ändringar`,
      })[code],
    delivery: (number) => `Order ${number}: varorna är på väg`,
  },
  order: ({ number, external, partner }) => `Order ${number} (${external}, ${partner})`,
  session: (cart, partner) => `Kundvagn ${cart} (${partner})`,
  document: (reference, partner) => `Dokument ${reference} (${partner})`,
  installation: 'Roundtrip',
  opening: {
    events: (count) => (count === 1 ? 'Detta har hänt:' : `${count} saker har hänt:`),
    test: 'Detta är ett prov: meddelanden till den här adressen kommer fram.',
    trial: 'Detta är ett test: inget av det levereras.',
  },
  more: (count) => `och ${count} till`,
  customer: {
    order: ({ number, external }) => `Er order ${external} (vårt nummer ${number})`,
    placed: 'Vi har tagit emot ordern.',
    status: (status) => `Ordern är nu: ${status}.`,
    delivered: (complete) => (complete ? 'Allt har lämnat vårt lager.' : 'En del har lämnat vårt lager.'),
  },
  confirmation: {
    '27': (external, number) => `Vi kan inte godta er order ${external} (vårt nummer ${number}).`,
    '29': (external, number) => `Vi godtar er order ${external} som beställd. Vårt ordernummer är ${number}.`,
    '30': (external, number) => `Vi godtar er order ${external} med ändringarna nedan. Vårt ordernummer är ${number}.`,
  },
  delivery: (external, number, complete) =>
    complete
      ? `Er order ${external} (vårt nummer ${number}) har skickats.`
      : `En del av er order ${external} (vårt nummer ${number}) har skickats.`,
  carrier: (name) => `Transportör: ${name}`,
  tracking: (id) => `Sändningsnummer: ${id}`,
  despatched: (day) => `Skickat ${day}`,
  columns: {
    line: 'Rad',
    item: 'Artikel',
    quantity: 'Antal',
    price: 'Pris',
    delivery: 'Leverans',
    answer: 'Svar',
  },
  outstanding: 'Återstår',
  lineAnswers: {
    '27': 'avvisad',
    '29': 'godtagen',
    '30': 'ändrad',
    added: 'tillagd',
    backordered: 'kommer senare',
    delivered: 'levererad',
  },
  instead: (item) => `${item} i stället`,
  period: (from, to) =>
    from === undefined
      ? `senast ${to ?? ''}`
      : to === undefined
        ? `från ${from}`
        : from === to
          ? from
          : `${from} – ${to}`,
  statuses: {
    New: 'ny',
    Waiting: 'granskas',
    Confirmed: 'bekräftad',
    Processing: 'behandlas',
    Shipped: 'skickad',
    Completed: 'klar',
    Rejected: 'avvisad',
    Cancelled: 'avbruten',
    Tested: 'provad',
    Applied: 'införd',
  },
  closing: {
    administrator: 'Du får det här meddelandet genom en prenumeration i Roundtrip.',
    customer: 'Det här meddelandet skickades automatiskt.',
  },
};
