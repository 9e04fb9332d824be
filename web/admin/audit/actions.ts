import type { PageText } from '../../words/words.ts';
import type { PlainKey } from '../../templates.ts';

/** What kinds of things are called whose changes are recorded: the first part of an action. */
export const kindKeys = {
  account: 'auditOfAccount',
  agreement: 'auditOfAgreement',
  apiKey: 'auditOfApiKey',
  agreedPrice: 'auditOfAgreedPrice',
  catalogue: 'auditOfCatalogue',
  credential: 'auditOfCredential',
  customer: 'auditOfCustomer',
  deliveries: 'auditOfDeliveries',
  delivery: 'auditOfDelivery',
  document: 'auditOfDocument',
  exchangeRate: 'auditOfExchangeRate',
  maintenance: 'auditOfMaintenance',
  notice: 'auditOfNotice',
  order: 'auditOfOrder',
  partner: 'auditOfPartner',
  partnerLink: 'auditOfPartnerLink',
  person: 'auditOfPerson',
  price: 'auditOfPrice',
  priceList: 'auditOfPriceList',
  product: 'auditOfProduct',
  quarantine: 'auditOfQuarantine',
  rememberedAnswer: 'auditOfRememberedAnswer',
  retryRun: 'auditOfRetryRun',
  savedView: 'auditOfSavedView',
  session: 'auditOfSession',
  shop: 'auditOfShop',
  simulation: 'auditOfSimulation',
  subscription: 'auditOfSubscription',
} as const satisfies Readonly<Record<string, PlainKey>>;

/** The kinds of subjects that one can look for; what happens to an agreement or a credential happens to its partner. */
export const subjectKeys = {
  account: 'auditOfAccount',
  apiKey: 'auditOfApiKey',
  customer: 'auditOfCustomer',
  exchangeRate: 'auditOfExchangeRate',
  import: 'auditOfImport',
  inboundDocument: 'auditOfInbound',
  maintenance: 'auditOfMaintenance',
  order: 'auditOfOrder',
  outboundDocument: 'auditOfOutbound',
  partner: 'auditOfPartner',
  person: 'auditOfPerson',
  priceList: 'auditOfPriceList',
  product: 'auditOfProduct',
  retryRun: 'auditOfRetryRun',
  savedView: 'auditOfSavedView',
  session: 'auditOfSession',
  shop: 'auditOfShop',
  subscription: 'auditOfSubscription',
} as const satisfies Readonly<Record<string, PlainKey>>;

/** What is done to them: the second part of an action. */
export const verbKeys = {
  activated: 'auditWasActivated',
  added: 'auditWasAdded',
  addressChanged: 'auditWasAddressChanged',
  assigned: 'auditWasAssigned',
  begun: 'auditWasBegun',
  cancelled: 'auditWasCancelled',
  changed: 'auditWasChanged',
  created: 'auditWasCreated',
  disabled: 'auditWasDisabled',
  discarded: 'auditWasDiscarded',
  draftChanged: 'auditWasDraftChanged',
  drafted: 'auditWasDrafted',
  enabled: 'auditWasEnabled',
  ended: 'auditWasEnded',
  handedOver: 'auditWasHandedOver',
  imported: 'auditWasImported',
  noteRemoved: 'auditWasNoteRemoved',
  noteWritten: 'auditWasNoteWritten',
  opened: 'auditWasOpened',
  passwordSet: 'auditWasPasswordSet',
  linkMade: 'auditWasLinkMade',
  paused: 'auditWasPaused',
  tried: 'auditWasTried',
  promoted: 'auditWasPromoted',
  rebased: 'auditWasRebased',
  rehearsed: 'auditWasRehearsed',
  removed: 'auditWasRemoved',
  renamed: 'auditWasRenamed',
  restored: 'auditWasRestored',
  resumed: 'auditWasResumed',
  revoked: 'auditWasRevoked',
  roleChanged: 'auditWasRoleChanged',
  rolledBack: 'auditWasRolledBack',
  runAgain: 'auditWasRunAgain',
  saved: 'auditWasSaved',
  sent: 'auditWasSent',
  sentAgain: 'auditWasSentAgain',
  set: 'auditWasSet',
  started: 'auditWasStarted',
  stopped: 'auditWasStopped',
  secretAdded: 'auditWasSecretAdded',
  secretRevoked: 'auditWasSecretRevoked',
} as const satisfies Readonly<Record<string, PlainKey>>;

/** An action as `partner.paused` in words: `Partner: paused`; a part that has no words as it is. */
export function actionText(t: PageText, action: string): string {
  const [kind = '', verb = ''] = action.split('.');
  const [ofWhat, what] = [
    has(kindKeys, kind) ? t[kindKeys[kind]] : kind,
    has(verbKeys, verb) ? t[verbKeys[verb]] : verb,
  ];
  return what === '' ? ofWhat : `${ofWhat}: ${what}`;
}

function has<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}
