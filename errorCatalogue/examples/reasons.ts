import type { Reason, ReasonCode, ReasonFacts } from '../../shop/evaluation.ts';

const identities = [
  { scheme: '0007', value: '5560001111' },
  { scheme: 'VAT', value: 'SE556000111101' },
];
const item = { name: 'Pärm A4', sellersId: '10-999', buyersId: '77', gtin: '07350001234566' };
const article = { articleNumber: '10-442' };
const inCart = { cart: '7F3K-Q2WD', ...article };

/** Facts of each reason: a code that is missing here does not compile. */
export const reasonFacts: ReasonFacts = {
  CUSTOMER_UNKNOWN: { identities },
  CUSTOMER_AMBIGUOUS: { identities },
  SELLER_MISMATCH: { identities, ours: [{ scheme: '0088', value: '7350001234566' }] },
  ORDER_NUMBER_REUSED: { reference: '7F3K-Q2WD' },
  ORDER_CHANGE: { operation: 'update' },
  ORDER_REPLACES: { orderId: '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11', number: 'SO-100007', status: 'New' },
  CHANGED_ORDER_UNKNOWN: { operation: 'change' },
  CHANGE_EARLIER_MISSING: { expected: 2 },
  CHANGE_SUPERSEDED: { latest: 3 },
  CHANGE_TOO_LATE: { operation: 'delete', status: 'Shipped' },
  CHANGE_NOT_TAKEN: { operation: 'change' },
  CHANGE_LINE_UNKNOWN: { isAdded: false },
  CHANGE_LEAVES_NOTHING: {},
  CHANGE_LINE_DELIVERED: { delivered: '6', unit: 'C62' },
  RULE_FATAL: { rule: 'BII2-T01-R011', documentLine: 88, text: 'Something is not right.' },
  CURRENCY_UNKNOWN: {},
  DELIVERY_PLACE_UNKNOWN: { place: 'Skolgatan 1, Umeå' },
  DELIVERY_PLACE_AMBIGUOUS: { place: 'Skolgatan 1, Umeå' },
  LINE_NUMBER_REPEATED: { position: 5, first: 2 },
  PRODUCT_UNKNOWN: { item },
  PRODUCT_AMBIGUOUS: { item },
  PRODUCT_WITHDRAWN: { ...article, replacement: '10-443 Pärm A4 blå' },
  UNIT_UNKNOWN: { ...article, unit: 'KRT', known: 'EA, BX (= 10 EA)' },
  UNIT_CONTRADICTION: { ...article, unit: 'BX', theirs: '12 EA', ours: '10 EA' },
  QUANTITY_NOT_ALLOWED: { ...article, limit: { kind: 'multiple', of: '5 EA' } },
  OUTSIDE_ASSORTMENT: article,
  WANTED_DATE_PAST: { wanted: '2026-11-20', earliest: '2026-11-24' },
  WANTED_DATE_TOO_SOON: { wanted: '2026-11-25', earliest: '2026-11-27' },
  PRICE_ZERO: { price: '10.30', currency: 'SEK', unit: 'EA' },
  PRICE_MISSING: { price: '10.30', currency: 'SEK', unit: 'EA' },
  PRICE_UNUSABLE: { wanted: 'decimal' },
  PRICE_OF_THE_DAY_MISSING: { ...article, currency: 'SEK', day: '2026-11-24' },
  LIVE_PRICE_MISSING: { ...article, currency: 'SEK', fault: { code: 'silent' } },
  PRICE_DEVIATION: {
    asked: '9.90',
    ours: '10.30',
    currency: 'SEK',
    deviationPercent: '-3.9',
    tolerancePercent: '0',
    shopUnit: 'EA',
  },
  AMOUNT_DEVIATION: { currency: 'SEK' },
  TOTAL_DEVIATION: { currency: 'SEK' },
  ORDER_SUM_DEVIATION: { asked: '105.00', ours: '100.00', currency: 'SEK', deviationPercent: '5.0', toleranceSum: '2' },
  MINIMUM_ORDER_VALUE: { currency: 'SEK', minimum: '500', value: '120.00' },
  CART_LINES_MISSING: { carts: ['7F3K-Q2WD'], articles: ['10-442'], count: 1 },
  CART_LINES_ADDED: { carts: ['7F3K-Q2WD'], lines: ['3'], count: 1 },
  CART_QUANTITY_EXCEEDED: { ...inCart, inCart: '10 EA', ordered: '12 EA' },
  CART_USED_UP: { ...inCart, inCart: '10 EA', ordered: '10 EA', elsewhere: '10 EA' },
  CART_PRICE_DEVIATION: { ...inCart, asked: '9.90', currency: 'SEK', price: '10.30', cartCurrency: 'SEK' },
  CART_UNIT_DEVIATION: { ...inCart, unit: 'BX', ordered: 'EA' },
  CART_PROMISE_EXPIRED: { ...inCart, until: '2026-11-20', receipt: '2026-11-24' },
  ALLOWANCE_CHARGE_PRESENT: {
    currency: 'SEK',
    items: [{ kind: 'charge', of: 'freight', amount: '50', reason: 'Frakt' }],
  },
  PARTIAL_DELIVERY_FORBIDDEN: { articleNumber: '10-442', ordered: '50 EA', stock: '12 EA' },
  NOTE_PRESENT: { note: 'Levereras före kl. 9' },
  ATTACHMENT_PRESENT: { names: ['ritning.pdf'], count: 1 },
};

/** What was found and what is right, where it is no price. */
const values: Readonly<Partial<Record<ReasonCode, { readonly found: string; readonly expected?: string }>>> = {
  ORDER_NUMBER_REUSED: { found: '4711' },
  ORDER_CHANGE: { found: '4711' },
  ORDER_REPLACES: { found: '4709' },
  CHANGED_ORDER_UNKNOWN: { found: '4711' },
  CHANGE_EARLIER_MISSING: { found: '3' },
  CHANGE_SUPERSEDED: { found: '2' },
  CHANGE_TOO_LATE: { found: '4711' },
  CHANGE_NOT_TAKEN: { found: '4711' },
  CURRENCY_UNKNOWN: { found: 'EUR', expected: 'SEK' },
  QUANTITY_NOT_ALLOWED: { found: '7 EA' },
  PRICE_UNUSABLE: { found: '12,50' },
};

/** Reasons about the order, not about one of its lines. */
const ofOrder: ReadonlySet<ReasonCode> = new Set([
  'CUSTOMER_UNKNOWN',
  'CUSTOMER_AMBIGUOUS',
  'SELLER_MISMATCH',
  'ORDER_NUMBER_REUSED',
  'ORDER_CHANGE',
  'ORDER_REPLACES',
  'CHANGED_ORDER_UNKNOWN',
  'CHANGE_EARLIER_MISSING',
  'CHANGE_SUPERSEDED',
  'CHANGE_TOO_LATE',
  'CHANGE_NOT_TAKEN',
  'CHANGE_LEAVES_NOTHING',
  'DELIVERY_PLACE_UNKNOWN',
  'DELIVERY_PLACE_AMBIGUOUS',
  'TOTAL_DEVIATION',
  'ORDER_SUM_DEVIATION',
  'MINIMUM_ORDER_VALUE',
  'CART_LINES_MISSING',
  'CART_LINES_ADDED',
  'NOTE_PRESENT',
  'ATTACHMENT_PRESENT',
]);

/** A reason as an order of the shop could have it. */
export function exampleReason(code: ReasonCode): Reason {
  const { line, ...reason } = { ...reasonOf(code), ...values[code] };
  return (ofOrder.has(code) ? reason : { ...reason, line }) as Reason;
}

/** A reason about line 3 of an order. */
export function reasonOf<C extends ReasonCode>(code: C, facts: Partial<ReasonFacts[C]> = {}): Reason {
  const candidates = [{ id: '1', number: '10-442', name: 'Pärm A4', by: 'GTIN' }];
  // code and facts are taken from the same entry of the table
  return {
    code,
    line: '3',
    field: 'Price/PriceAmount',
    found: '12.50',
    expected: '13.00',
    facts: { ...reasonFacts[code], ...facts },
    candidates,
  } as Reason;
}
