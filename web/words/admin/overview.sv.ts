import type { Words } from '../../../documents/words.ts';
import type { overviewEnglish } from './overview.en.ts';

const orders = { one: 'order', other: 'ordrar' };
const documents = { one: 'dokument', other: 'dokument' };
const lines = { one: 'rad', other: 'rader' };
const partners = { one: 'partner', other: 'partner' };
const problems = { one: 'problem', other: 'problem' };
const sessions = { one: 'session', other: 'sessioner' };

interface Counted {
  readonly count: number;
}
interface At {
  readonly at: string;
}

export const overviewSwedish: typeof overviewEnglish = {
  overviewNeeds: 'Det här behöver dig nu',
  overviewNothing: 'Inget behöver dig nu.',
  overviewAt: ({ at }: At, w: Words) => `Läget ${w.clock(at)}.`,
  overviewUnbalanced: ({ count, at }: Counted & At, w: Words) =>
    `Bokföringen går inte ihop: ${w.count(count, problems)} vid kontrollen ${w.time(at)}.`,
  overviewUnbalancedDo:
    'Det är ett fel i Roundtrip. Låt databasen vara som den är; roundtrip doctor nämner dokumenten.',
  overviewSeeDocuments: 'Se dokumenten',
  overviewWaitingOrders: ({ count, many }: Counted & { many: boolean }, w: Words) =>
    `${w.count(count, orders)}${many ? ' eller fler' : ''} väntar på beslut`,
  overviewWhy: ({ reasons, more }: { reasons: readonly string[]; more: number }, w: Words) =>
    `Varför: ${w.list([...reasons, ...(more > 0 ? [`${more} andra skäl`] : [])])}.`,
  overviewOldest: ({ at }: At, w: Words) => `Den äldsta sedan ${w.time(at)}.`,
  overviewDeadlinePassed: ({ count }: Counted, w: Words) => `Tiden har gått ut för ${w.count(count, orders)}.`,
  overviewDeadlineNear: ({ count }: Counted, w: Words) => `${w.count(count, orders)} ska beslutas inom ett dygn.`,
  overviewDecide: 'Besluta',
  overviewPickup: ({ partner, name }) => `Dokument från ${partner} kan inte hämtas ur ${name}`,
  overviewPickupFailures: ({ count }) => `${count} försök i rad har misslyckats. Det fortsätter att försöka.`,
  overviewCatalogueWaiting: ({ partner }) => `En katalog till ${partner} väntar på ett beslut`,
  overviewCatalogueRefused: ({ partner }) => `En katalog till ${partner} kunde inte skrivas; inget av den skickades`,
  overviewCatalogueUnanswered: ({ partner }) => `${partner} har inte i tid sagt om en katalog tas emot`,
  overviewSeeCatalogue: 'Se katalogen',
  overviewCatalogueSince: ({ at }, w) => `Den började ${w.time(at)}.`,
  overviewSeeWhy: 'Se varför',
  overviewFailing: (
    { partner, retrying, undelivered }: { partner: string; retrying: number; undelivered: number },
    w: Words,
  ) =>
    `${partner}: ${[
      ...(undelivered > 0 ? [`${w.count(undelivered, documents)} kom inte fram`] : []),
      ...(retrying > 0 ? [`${w.count(retrying, documents)} har misslyckats hittills och försöks igen`] : []),
    ].join(', ')}`,
  overviewFailingMore: ({ count }: Counted, w: Words) => `Leveranser till ${w.count(count, partners)} till misslyckas`,
  overviewLastError: ({ text }: { text: string }) => `Senast: ${text}`,
  overviewSeeDeliveries: 'Se leveranserna',
  overviewAnswersLate: ({ count }: Counted, w: Words) =>
    `${w.count(count, orders)} borde ha ${w.form(count, { one: 'besvarats', other: 'besvarats' })} vid det här laget`,
  overviewAnswersDue: ({ count }: Counted, w: Words) => `${w.count(count, orders)} ska besvaras inom ett dygn`,
  overviewAnswer: 'Se nya ordrar',
  overviewQuarantine: ({ count, many }: Counted & { many: boolean }, w: Words) =>
    `${w.count(count, documents)}${many ? ' eller fler' : ''} i karantän`,
  overviewQuarantineDo:
    'De kunde inte knytas till någon eller var inte avtalade. Rätta uppsättningen och kör dem igen.',
  overviewSeeQuarantine: 'Se karantänen',
  overviewBuyers: ({ count, late }: Counted & { late: number }, w: Words) =>
    `${w.count(count, orders)} besvarade med ändringar: köparen har inte sagt ja än${late > 0 ? `, ${late} för sent` : ''}`,
  overviewBuyersUntil: ({ at }: At, w: Words) => `Den första har tid till ${w.time(at)}.`,
  overviewSeeOrders: 'Se ordrarna',
  overviewChanges: ({ count }: Counted, w: Words) =>
    `${w.count(count, { one: 'ändring', other: 'ändringar' })} före sin order`,
  overviewChangesDo: 'Var och en väntar på sin order, eller på ändringen före, och går vidare av sig själv.',

  overviewHealth: 'Så mår allt',
  overviewDatabase: 'PostgreSQL',
  overviewDatabaseOk: 'Svarar.',
  overviewDatabaseAway: 'Svarar inte: inget kan tas emot. Se DATABASE_URL.',
  overviewEngine: 'Temporal',
  overviewEngineOk: 'Svarar.',
  overviewEngineAway: 'Svarar inte. Dokument tas emot och hanteras när den är tillbaka. Se TEMPORAL_ADDRESS.',
  overviewWorker: 'Worker',
  overviewWorkerOk: 'Arbetar.',
  overviewWorkerAway: 'Ingen ber om arbete: dokument tas emot och hanteras senare. Starta en med roundtrip worker.',
  overviewSweep: 'Senaste genomgång',
  overviewSweepNever: 'Det har inte varit någon än.',
  overviewSweepOk: ({ at }: At, w: Words) => `${w.clock(at)}: inget låg kvar.`,
  overviewSweepLate: ({ at }: At, w: Words) =>
    `${w.time(at)}, vilket är för länge sedan. Titta på workern och dess logg.`,
  overviewBooks: 'Bokföring',
  overviewBooksNever: 'Inte kontrollerad än.',
  overviewBooksOk: ({ at }: At, w: Words) =>
    `Gick ihop ${w.clock(at)}: allt som tagits emot finns någonstans, en gång.`,
  overviewMailbox: 'Brevlåda',
  overviewMailboxNever: 'Ingen har tittat i den än: kör en worker?',
  overviewMailboxOk: ({ at }, w: Words) => `Genomsökt ${w.time(at)}.`,
  overviewMailboxFails: ({ at, text }, w: Words) => `Kunde inte läsas ${w.time(at)}: ${text}`,
  overviewMail: 'E-post',
  overviewMailNone: 'Ingen e-postserver är inställd (SMTP_URL): det som skulle berättas med e-post väntar.',
  overviewMailOk: 'Ingen e-post har misslyckats.',
  overviewMailFails: ({ count, text }: Counted & { text: string }, w: Words) =>
    `${w.count(count, { one: 'brev', other: 'brev' })} har misslyckats hittills och försöks igen. ${text}`,
  overviewDisk: 'Disk',
  overviewDiskFree: ({ free, whole }: { free: string; whole: string }) => `${free} av ${whole} ledigt.`,
  overviewDiskUnreadable: 'Datamappen kan inte läsas. Se DATA_DIR.',

  overviewFirst: 'Inget har kommit in än',
  overviewFirstText: 'Skicka demopartnerns exempelorder, i ett annat terminalfönster på den här maskinen:',
  overviewFirstCopy: 'Kopiera kommandot',
  overviewFirstThen: 'Den syns här inom några sekunder.',
  overviewFirstOwn: 'För en egen kund:',
  overviewFirstPartners: 'anslut en partner',
  overviewFirstShop: 'hämta in dina produkter, kunder och priser',

  overviewFigures: 'Siffror',
  overviewPeriod: 'Tid',
  overviewPeriod24h: '24 timmar',
  overviewPeriod7d: '7 dagar',
  overviewPeriod30d: '30 dagar',
  overviewPeriod90d: '90 dagar',
  overviewMode: 'Dokument',
  overviewProduction: 'produktion',
  overviewTest: 'test',
  overviewPartner: 'Partner',
  overviewAllPartners: 'Alla partner',
  overviewShow: 'Visa',
  overviewTable: 'Siffrorna som tabell',
  overviewTableNone: 'Bara nollor.',
  overviewCsv: 'Ladda ner som CSV',
  overviewAlone: 'Visa för sig',
  overviewAll: 'Alla diagram',
  overviewDay: 'Dag',
  overviewHour: 'Timme',
  overviewHours: 'Dag, timme för timme',

  overviewOrders: 'Ordrar',
  overviewDocuments: 'Dokument',
  overviewOrdersNone: 'Ingen order kom in.',
  overviewOrdersSays: ({ count }: Counted, w: Words) => `${w.count(count, documents)} in`,
  overviewClean: 'lagda direkt',
  overviewDecided: 'lagda efter beslut',
  overviewApplied: 'genomförda ändringar',
  overviewWaiting: 'väntar',
  overviewRefused: 'avvisade',
  overviewOther: 'övriga',

  overviewSessions: 'Punchout-sessioner',
  overviewSessionsUnit: 'Sessioner',
  overviewSessionsNone: 'Ingen köpare kom.',
  overviewSessionsSays: ({ count }: Counted, w: Words) => w.count(count, sessions),
  overviewReturned: 'kundvagn tillbaka',
  overviewOpen: 'handlar',
  overviewCancelled: 'avbrutna',
  overviewExpired: 'utgångna',
  overviewAnswered: 'besvarade utan sidor',

  overviewDeviations: 'Prisavvikelser',
  overviewDeviationsNone: 'Ingen rad kom med ett pris att jämföra.',
  overviewDeviationsSays: ({ count, deviating, outside }: Counted & { deviating: number; outside: number }, w: Words) =>
    `${w.quantity(String(deviating))} av ${w.count(count, lines)} till ett annat pris än dagspriset, ${w.quantity(String(outside))} utanför det avtalet tar.`,
  overviewWithin: 'inom avtalet',
  overviewOutside: 'utanför avtalet',
  overviewDeviation: 'Avvikelse',
  overviewDeviationAxis: 'Begärt över dagspriset (procent)',
  overviewLines: 'Rader',
  overviewBelow: ({ percent }: { percent: string }) => `under ${percent}`,
  overviewFrom: ({ percent }: { percent: string }) => `${percent} och mer`,
  overviewBetween: ({ from, to }: { from: string; to: string }) => `${from} till ${to}`,

  overviewAnswers: 'Tid till ordersvaret',
  overviewAnswersNone: 'Inget ordersvar nådde en köpare.',
  overviewAnswersSays: ({ median, p90 }: { median: string; p90: string }) =>
    `Hälften av köparna hade svaret inom ${median}, nio av tio inom ${p90}.`,
  overviewAnswerTime: 'Från mottagande till leverans',
  overviewAnswerCount: 'Svar',
  overviewMedian: 'hälften',
  overviewP90: '90 av 100',
  overviewP99: '99 av 100',

  overviewDeliveries: 'Leveranser per partner',
  overviewDeliveriesNone: 'Inget skrevs till någon partner.',
  overviewDeliveriesSays: ({ count, undelivered }: Counted & { undelivered: number }, w: Words) =>
    `${w.count(count, documents)} skrivna, ${w.quantity(String(undelivered))} kom inte fram.`,
  overviewDeliveriesTo: ({ partner, count }: Counted & { partner: string }, w: Words) =>
    `${partner}: ${w.count(count, documents)}`,
  overviewDelivered: 'levererade',
  overviewKept: 'sparade att hämtas',
  overviewUnderWay: 'på väg',
  overviewUndelivered: 'kom inte fram',
  overviewDeliveryCancelled: 'avbrutna',
};
