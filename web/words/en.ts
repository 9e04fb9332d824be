import type { Words } from '../../documents/words.ts';
import { accountEnglish } from './admin/account.en.ts';
import { auditEnglish } from './admin/audit.en.ts';
import { cataloguesEnglish } from './admin/catalogues.en.ts';
import { conformanceEnglish } from './admin/conformance.en.ts';
import { deliveriesEnglish } from './admin/deliveries.en.ts';
import { documentsEnglish } from './admin/documents.en.ts';
import { errorsEnglish } from './admin/errors.en.ts';
import { frameEnglish } from './admin/frame.en.ts';
import { mappingEnglish } from './admin/mapping.en.ts';
import { orderEnglish } from './admin/order.en.ts';
import { ordersEnglish } from './admin/orders.en.ts';
import { overviewEnglish } from './admin/overview.en.ts';
import { partnerEnglish } from './admin/partner.en.ts';
import { partnersEnglish } from './admin/partners.en.ts';
import { quarantineEnglish } from './admin/quarantine.en.ts';
import { refusalsEnglish } from './admin/refusals.en.ts';
import { searchEnglish } from './admin/search.en.ts';
import { sessionsEnglish } from './admin/sessions.en.ts';
import { settingsEnglish } from './admin/settings.en.ts';
import { settingsToldEnglish } from './admin/settingsTold.en.ts';
import { shopEnglish } from './admin/shop.en.ts';
import { shopConnectionEnglish } from './admin/shopConnection.en.ts';
import { simulatorEnglish } from './admin/simulator.en.ts';
import { statisticsEnglish } from './admin/statistics.en.ts';

const lines = { one: 'line', other: 'lines' };
const minutes = { one: 'minute', other: 'minutes' };
const days = { one: 'day', other: 'days' };
const hits = { one: 'article', other: 'articles' };

/** English. The pattern for the other languages: one key a sentence. */
export const english = {
  ...frameEnglish,
  ...overviewEnglish,
  ...orderEnglish,
  ...ordersEnglish,
  ...searchEnglish,
  ...sessionsEnglish,
  ...documentsEnglish,
  ...deliveriesEnglish,
  ...quarantineEnglish,
  ...partnersEnglish,
  ...statisticsEnglish,
  ...shopEnglish,
  ...shopConnectionEnglish,
  ...settingsEnglish,
  ...settingsToldEnglish,
  ...accountEnglish,
  ...mappingEnglish,
  ...refusalsEnglish,
  ...auditEnglish,
  ...simulatorEnglish,
  ...errorsEnglish,
  ...cataloguesEnglish,
  ...conformanceEnglish,
  ...partnerEnglish,

  // Frame
  skip: 'Skip to the content',
  searchLabel: 'Search articles',
  searchButton: 'Search',
  searchPlaceholder: 'Name, article number, GTIN',
  cartLink: 'Cart',
  cartLinkSum: ({ count, sum, currency }: { count: number; sum: string; currency: string }, w: Words) =>
    `${w.count(count, lines)}, ${w.money(sum, currency)}`,
  cartLinkEmpty: 'Empty',
  stripCustomer: ({ customer }: { customer: string }) => `You shop for ${customer}.`,
  stripPartner: ({ partner }: { partner: string }) => `Your cart goes back to ${partner}.`,
  stripPartnerInspect: ({ partner }: { partner: string }) =>
    `You look at a cart of ${partner}; nothing can be changed.`,
  stripPartnerLook: ({ partner }: { partner: string }) => `You look at articles for ${partner}.`,
  stripUser: ({ user }: { user: string }) => `Shopper: ${user}.`,
  stripUntil: ({ until, left }: { until: string; left: number }, w: Words) =>
    `Session open until ${w.clock(until)}, ${w.count(left, minutes)} left.`,
  stripUntilHours: ({ until }: { until: string }, w: Words) => `Session open until ${w.clock(until)}.`,
  stripSoon: ({ until }: { until: string }, w: Words) => `Your session ends at ${w.clock(until)}. The cart is kept.`,
  extend: 'Extend the session',
  extended: ({ until }: { until: string }, w: Words) => `The session is open until ${w.clock(until)}.`,
  otherLanguage: 'På svenska',
  aboutLink: 'About this browser',
  footShop: ({ shop }: { shop: string }) => `${shop} – nothing is ordered here: your purchasing system orders.`,

  // Home
  homeTitle: 'Start',
  homeHeading: ({ shop }: { shop: string }) => `Welcome to ${shop}`,
  categories: 'Categories',
  categoriesNone: 'There is nothing here that your agreement lets you buy. Ask whoever looks after it.',
  unsentHeading: 'You have a cart that was not sent',
  unsentCart: ({ code, at, count }: { code: string; at: string; count: number }, w: Words) =>
    `${code}: ${w.count(count, lines)}, last changed ${w.time(at)}.`,
  unsentAdopt: 'Go on with this cart',
  adoptHeading: 'Go on with an earlier cart',
  adoptLabel: 'Cart code',
  adoptHint: 'The code stands on the cart page, such as 7F3K-Q2WD.',
  adoptButton: 'Fetch the cart',
  adoptUnknown: ({ code }: { code: string }) => `There is no unsent cart with the code ${code}.`,
  adopted: ({ count }: { count: number }, w: Words) => `The earlier cart was fetched: ${w.count(count, lines)}.`,
  returnedNotice: ({ at, partner }: { at: string; partner: string }, w: Words) =>
    `Your cart was handed to ${partner} at ${w.clock(at)}.`,
  returnedAgain: ({ until }: { until: string }, w: Words) =>
    `You may change it and hand it over again until ${w.clock(until)}; the purchasing system decides what it does with the first.`,

  // Search, category
  searchTitle: ({ q }: { q: string }) => `${q} – search`,
  searchHeading: ({ q }: { q: string }) => `Search: ${q}`,
  searchEmptyTitle: 'Search',
  searchCount: ({ count }: { count: number }, w: Words) => w.count(count, hits),
  searchAbout: ({ count }: { count: number }, w: Words) => `more than ${w.count(count, hits)}`,
  searchNone: ({ q }: { q: string }) => `Nothing was found for “${q}”.`,
  searchNoneAdvice: 'Try another word, part of the name, or the article number.',
  searchNothingAsked: 'Write what you look for: a name, an article number, a GTIN or your own number.',
  searchDidYouMean: 'Did you mean',
  searchCorrected: ({ typed, used }: { typed: string; used: string }) => `Read “${typed}” as ${used}.`,
  searchNarrow: 'Narrow by category',
  searchAll: 'All categories',
  nextPage: 'Next page',
  firstPage: 'Back to the first page',
  categoryEmpty: 'There is nothing in this category that your agreement lets you buy.',

  // Product
  articleNumber: 'Article number',
  buyersNumber: 'Your number',
  manufacturer: 'Manufacturer',
  manufacturerNumber: "Manufacturer's number",
  category: 'Category',
  classification: 'Classification',
  gtin: 'GTIN',
  contract: 'Contract',
  labels: 'Labels',
  vat: 'VAT',
  vatRate: ({ rate }: { rate: string }, w: Words) => w.percent(rate),
  descriptionHeading: 'Description',
  factsHeading: 'Facts',
  unitsHeading: 'Units',
  unitFactor: ({ unit, factor, shopUnit }: { unit: string; factor: string; shopUnit: string }, w: Words) =>
    `1 ${unit} = ${w.quantity(factor)} ${shopUnit}`,
  pricesHeading: 'Your prices',
  priceFrom: 'From quantity',
  priceColumn: 'Price, without VAT',
  price: ({ amount, currency }: { amount: string; currency: string }, w: Words) => w.money(amount, currency),
  pricePer: ({ quantity, unit }: { quantity: string; unit: string }, w: Words) =>
    quantity === '1' ? `per ${unit}, without VAT` : `per ${w.quantity(quantity)} ${unit}, without VAT`,
  pricePerShort: (
    { amount, currency, quantity, unit }: { amount: string; currency: string; quantity: string; unit: string },
    w: Words,
  ) => `${w.money(amount, currency)} per ${quantity === '1' ? '' : `${w.quantity(quantity)} `}${unit}`,
  priceNone: 'No price in your agreement',
  priceNoneAdvice: 'It can be bought when the shop has set a price for you.',
  priceOwn: 'Your own price',
  priceGroup: 'Price of your group',
  priceBase: 'List price',
  inStock: ({ quantity, unit }: { quantity: string; unit: string }, w: Words) =>
    `In stock: ${w.quantity(quantity)} ${unit}`,
  outOfStock: 'Not in stock',
  leadTime: ({ count }: { count: number }, w: Words) => `Leaves us within ${w.count(count, days)}`,
  onOrder: 'On order',
  inStockLine: 'In stock',
  notAllowedText: 'Your agreement does not let you buy this article.',
  withdrawn: 'Withdrawn',
  withdrawnText: 'This article can no longer be bought.',
  replacedBy: 'It is replaced by',
  ruleMinimum: ({ quantity, unit }: { quantity: string; unit: string }, w: Words) =>
    `At least ${w.quantity(quantity)} ${unit}.`,
  ruleMaximum: ({ quantity, unit }: { quantity: string; unit: string }, w: Words) =>
    `At most ${w.quantity(quantity)} ${unit}.`,
  ruleMultiple: ({ quantity, unit }: { quantity: string; unit: string }, w: Words) =>
    `In steps of ${w.quantity(quantity)} ${unit}.`,
  quantity: 'Quantity',
  quantityOf: ({ name }: { name: string }) => `Quantity of ${name}`,
  unitOf: ({ name }: { name: string }) => `Unit of ${name}`,
  add: 'Add to cart',
  addOf: ({ name }: { name: string }) => `Add to cart: ${name}`,
  added: ({ quantity, unit, name }: { quantity: string; unit: string; name: string }, w: Words) =>
    `Added: ${w.quantity(quantity)} ${unit} ${name}.`,
  goToCart: 'Go to the cart',
  pictureOf: ({ name }: { name: string }) => `Picture of ${name}`,

  // Cart
  cartTitle: 'Cart',
  cartEmpty: 'The cart is empty',
  cartEmptyAdvice: 'Search for an article or choose a category; what you add is kept here.',
  cartEmptyGoOn: 'Look for articles',
  cartLines: ({ from, to, count }: { from: number; to: number; count: number }, w: Words) =>
    from === 1 && to === count ? w.count(count, lines) : `Lines ${from}–${to} of ${w.count(count, lines)}`,
  cartCode: ({ code }: { code: string }) => `Cart code ${code}`,
  cartCodeHint: 'With this code the cart can be fetched in another session, until it is sent.',
  lineSum: 'Sum',
  lineMore: 'Note and reference',
  lineNote: 'Note to the supplier',
  lineReference: 'Your reference',
  lineRemove: 'Remove',
  lineRemoveOf: ({ name }: { name: string }) => `Remove ${name}`,
  lineRemoved: ({ name }: { name: string }) => `Removed: ${name}.`,
  undo: 'Undo',
  update: 'Update the cart',
  updated: 'The cart was updated.',
  net: 'Sum without VAT',
  promise: ({ day }: { day: string }, w: Words) => `The prices are promised until ${w.day(day)}.`,
  livePricesStored:
    'The shop does not tell all its prices at the moment. You see those that it told last, or those of its price list.',
  livePricesHeld:
    'The shop does not tell all its prices at the moment, and the cart cannot go back without them. Try again in a minute: your cart is kept.',
  promiseNone: 'The prices are those of today.',
  previousPage: 'Previous page',
  summary: 'Sums and what to do next',
  vatSum: ({ percent }: { percent: string }, w: Words) => `VAT ${w.percent(percent)}`,
  gross: 'Sum with VAT',
  continueDefault: 'Continue',
  continueHint: ({ partner }: { partner: string }) =>
    `Hands the cart to ${partner}. Nothing is ordered before it is approved there.`,
  save: 'Save for later',
  saved: 'The cart is saved. You find it here at your next visit.',
  savedCode: ({ code }: { code: string }) =>
    `The cart is saved. At your next visit you fetch it with the code ${code}.`,
  empty: 'Send an empty cart',
  emptyHint: ({ partner }: { partner: string }) => `Tells ${partner} that nothing is wanted.`,
  cancel: 'Go back without a cart',
  cancelHint: ({ partner }: { partner: string }) => `Nothing changes in ${partner}.`,
  cancelEditHint: ({ partner }: { partner: string }) => `${partner} keeps the cart as it was.`,
  changePrice: ({ before, now, unit }: { before: string; now: string; unit: string }) =>
    `The price has changed from ${before} to ${now} per ${unit}.`,
  changePriceGone: 'It has no price any more. Remove the line, or ask the shop.',
  changeWithdrawn: 'The article was withdrawn and cannot be sent. Remove the line.',
  changeUnit: ({ unit }: { unit: string }) => `The article is no longer sold by ${unit}. Choose another unit.`,
  changeAssortment: 'Your agreement does not let you buy this article. Remove the line.',
  acknowledge: 'I have seen the changes',
  acknowledgeAll: ({ count }: { count: number }, w: Words) =>
    `${w.count(count, lines)} changed in price while in the cart. Look at the changes before the cart is sent.`,
  quantityInvalid: ({ found }: { found: string }) => `“${found}” is no quantity. Write a number such as 10 or 2.5.`,
  quantityBelow: ({ quantity, unit }: { quantity: string; unit: string }, w: Words) =>
    `At least ${w.quantity(quantity)} ${unit} can be ordered.`,
  quantityAbove: ({ quantity, unit }: { quantity: string; unit: string }, w: Words) =>
    `At most ${w.quantity(quantity)} ${unit} can be ordered.`,
  quantityStep: ({ quantity, unit }: { quantity: string; unit: string }, w: Words) =>
    `It is sold in steps of ${w.quantity(quantity)} ${unit}.`,
  quantitySuggestion: ({ quantity, unit }: { quantity: string; unit: string }, w: Words) =>
    `Nearest: ${w.quantity(quantity)} ${unit}.`,
  problemsHeading: 'The cart was not sent.',
  problemsAdvice: 'Mend what stands at the lines, and press again. Nothing was lost.',
  problemsElsewhere:
    'It is nothing that you could mend: show this page to whoever looks after the connection. The shop sees it too, and the cart is kept.',
  inspectNotice: 'This cart is shown as it was sent. It cannot be changed here.',
  detailNotice: 'The article is shown for your purchasing system. Close the window to go back.',
  originalNotice: ({ partner }: { partner: string }) => `This is the cart that ${partner} sent to be changed.`,

  // Leaving
  returnHeading: ({ partner }: { partner: string }) => `Your cart goes back to ${partner}`,
  returnEmptyHeading: ({ partner }: { partner: string }) => `An empty cart goes back to ${partner}`,
  returnCancelHeading: ({ partner }: { partner: string }) => `Back to ${partner} without a cart`,
  returnAnswerHeading: ({ partner }: { partner: string }) => `The answer for ${partner}`,
  returnText: 'If nothing happens, press the button.',
  returnAgainText: 'It was handed over already. Press the button to hand it over once more.',
  returnButton: ({ partner }: { partner: string }) => `On to ${partner}`,
  returnList: 'What is handed over',
  backToCart: 'Back to the cart',
  waitTitle: 'One moment',
  waitHeading: 'Your cart is being written',
  waitText: 'This takes a little longer than usual. The cart is kept, and this page goes on by itself.',
  waitNow: 'Look again now',
  leftHeading: 'You have left the shop',
  leftText: ({ partner }: { partner: string }) =>
    `No cart was sent, and nothing changes in ${partner}. Close this window or go back there.`,
  emptyConfirmHeading: 'Send an empty cart?',
  emptyConfirmText: ({ partner, count }: { partner: string; count: number }, w: Words) =>
    count === 0
      ? `${partner} is told that nothing is wanted.`
      : `${partner} is told that nothing is wanted. Your cart with ${w.count(count, lines)} is not sent.`,
  emptyConfirm: 'Yes, send an empty cart',

  // The end of a session
  endExpiredTitle: 'Your session has ended',
  endExpiredText: 'It was open for as long as your agreement allows, or nothing happened for a while.',
  endClosedTitle: 'You have left the shop',
  endClosedText: 'The session was ended without a cart.',
  endUsedTitle: 'This link was used already',
  endUsedText: 'A link into the shop works once, so that nobody else can use it.',
  endAdvice:
    'Start the catalogue again in your purchasing system. A cart that was not sent is kept: you are offered it, or fetch it by its code.',

  // Errors
  errorSignInTitle: 'You could not be logged in to the shop',
  errorSignInAdvice:
    'Show this page to whoever looks after the catalogue in your purchasing system; with the reference the shop finds what happened.',
  errorCallTitle: 'The shop could not use what was sent',
  errorCallAdvice:
    'Go back and try again. If it happens again, show this page to whoever looks after the catalogue in your purchasing system.',
  errorNothingTitle: 'There is no such page',
  errorNothingAdvice: 'The address may be mistyped or old. Start the catalogue again in your purchasing system.',
  errorChangedTitle: 'Something else was sooner',
  errorChangedAdvice: 'It was changed meanwhile. Go back, load the page anew and look.',
  errorMaintenanceTitle: 'The shop is being maintained',
  errorMaintenanceAdvice: 'Come back when it is over. Your cart is kept.',
  errorBusyTitle: 'The shop cannot answer just now',
  errorBusyAdvice: 'Wait a minute and load the page again. Your cart is kept.',
  errorBugTitle: 'Something went wrong on our side',
  errorBugAdvice:
    'Your cart is kept. Go back and try again; if it happens again, quote the reference when you ask for help.',
  errorReference: ({ reference }: { reference: string }) => `Reference ${reference}`,
  errorDetails: 'In detail, for whoever looks after the connection',

  // About this browser
  aboutTitle: 'About this browser',
  aboutHeading: 'What applies in this browser',
  aboutIntro:
    'For whoever connects a purchasing system: how the shop is shown here, and how the cart goes back. Nothing of it needs cookies.',
  aboutBrowser: 'The browser',
  aboutConnection: 'The connection',
  aboutFrame: 'Shown in',
  aboutFrameWindow: 'a window of its own',
  aboutFramePopup: 'a popup that the purchasing system opened',
  aboutFrameOne: 'a frame',
  aboutFrameNested: 'a frame within a frame',
  aboutSandbox: 'Sandboxed frame',
  aboutCookies: 'Cookies allowed',
  aboutCookiesNote: 'The shop sets none: the session stands in the address.',
  aboutStorage: 'Storage allowed',
  aboutScript: 'JavaScript',
  aboutPageCharset: 'Charset of this page',
  aboutLanguages: 'Languages wished',
  aboutYes: 'yes',
  aboutNo: 'no',
  aboutNotTold: 'not told without JavaScript',
  aboutProtocol: 'Protocol',
  aboutOperation: 'Operation',
  aboutReturn: 'The cart returns to',
  aboutReturnNone: 'nowhere: the call named no address',
  aboutTarget: 'Frame of the return',
  aboutCharset: 'Charset of the return page',
  aboutAncestors: 'May be framed by',
  aboutOurselves: 'this shop',
  aboutEnds: 'Session ends',
  aboutMode: 'Mode',
  aboutLife: ({ idle, life }: { idle: number; life: number }, w: Words) =>
    `after ${w.count(idle, minutes)} without a page, at the latest ${w.count(life, minutes)} after the login`,
};
