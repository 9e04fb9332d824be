import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { CartPrice, CartTax } from '../formats/document/cart.ts';
import { Decimal, plain } from '../formats/document/decimal.ts';
import { assortmentAllows, type Shopper } from '../shop/assortment.ts';
import type { PriceOfTheDay } from '../shop/evaluation.ts';
import { localText } from '../shop/localText.ts';
import type { LocalText, VatRate } from '../shop/product.entity.ts';
import { pricesOfTheDay } from '../shop/pricing.ts';
import { businessDay, shopProfile, type ShopProfile } from '../shop/profile.ts';
import { unitFactor, type Units } from '../shop/units.ts';
import { promisedUntil } from './days.ts';
import type { SessionInHand } from './inHand.ts';
import { lineAmount, perUnit, priceIn, vatAmount } from './prices.ts';
import { inUnit, judgeQuantity, type QuantityProblem, type QuantityRules } from './quantity.ts';
import type { SessionLanguage } from './session.entity.ts';

/** What keeps a line from going back as it is. Prices are net, of one unit of the line. */
export type LineProblem =
  /** `was`: as the buyer saw it last. Gone once the buyer has acknowledged it. */
  | { readonly code: 'priceChanged'; readonly was: string; readonly now: string }
  | { readonly code: 'priceMissing' }
  /** `replacedBy`: article number. */
  | { readonly code: 'withdrawn'; readonly replacedBy?: string }
  /** `known`: units that the article has. */
  | { readonly code: 'unitGone'; readonly known: readonly string[] }
  /** The agreement does not let it be bought (any more). */
  | { readonly code: 'notAllowed' }
  | ({ readonly code: 'quantity' } & QuantityProblem);

/** A line as the cart page shows it, with the price of the day. */
export interface CartViewLine {
  /** Key of the line; never used again in its session. */
  readonly number: number;
  readonly productId: string;
  readonly articleNumber: string;
  readonly name: string;
  readonly picture?: string;
  /** UN/ECE Recommendation 20. */
  readonly unit: string;
  /** Every unit of the product, the shop unit first. */
  readonly units: readonly string[];
  readonly quantity: string;
  /** Limits in the unit of the line. */
  readonly rules: QuantityRules;
  /** Net, in the unit of the line; absent where there is none today. */
  readonly price?: CartPrice;
  /** Net price of one unit. */
  readonly unitPrice?: string;
  /** Net amount of the line. */
  readonly amount?: string;
  /** In the country of delivery. */
  readonly tax?: CartTax;
  /** True where the stock holds the quantity. */
  readonly inStock?: boolean;
  readonly leadTimeDays?: number;
  readonly note?: string;
  readonly reference?: string;
  readonly problems: readonly LineProblem[];
}

export interface VatSum extends CartTax {
  /** Net sum that the rate applies to, and the VAT on it. */
  readonly base: string;
  readonly amount: string;
}

/** A cart as its page shows it: prices of the day, sums, and everything that keeps it from going back. */
export interface CartView {
  readonly lines: readonly CartViewLine[];
  /** Removed lines that can be put back, latest first. */
  readonly removed: readonly { readonly number: number; readonly articleNumber: string; readonly name: string }[];
  readonly currency: string;
  /** Net sum of the lines that have a price. */
  readonly total: string;
  readonly vat: readonly VatSum[];
  readonly totalWithVat: string;
  /** Net; of the agreement. */
  readonly minimumOrderValue?: string;
  readonly belowMinimum: boolean;
  /** Most lines of a cart. */
  readonly maximumLines: number;
  /** Business day of the prices. */
  readonly day: string;
  /** Last day of the price promise, were the cart returned now. */
  readonly validUntil?: string;
  /** False for a session that only looks. */
  readonly isChangeable: boolean;
}

/** Removed lines that are offered back. */
const MOST_REMOVED = 20;

interface LineRow {
  number: number;
  unit: string;
  quantity: string;
  seenPrice: string | null;
  note: string | null;
  reference: string | null;
  removed: boolean;
  productId: string;
  articleNumber: string;
  status: 'active' | 'withdrawn';
  replacedBy: string | null;
  name: LocalText;
  shopUnit: string;
  minimum: string | null;
  maximum: string | null;
  multiple: string | null;
  stock: string | null;
  leadTimeDays: number | null;
  vat: VatRate[];
  picture: string | null;
  factors: Record<string, string> | null;
}

/** The cart with the prices of the day. A constant number of SQL statements. */
export async function readCart(em: EntityManager, session: SessionInHand, now: Date): Promise<CartView> {
  const { row, settings } = session;
  const [shop, country, rows] = [await shopOf(em), await vatCountry(em, session), await readRows(em, row.id)];
  const day = businessDay(shop, now);
  const kept = rows.filter(({ removed }) => !removed);
  const prices = await linePrices(em, session, day, kept);
  const productIds = kept.map(({ productId }) => productId);
  const allowed = await assortmentAllows(em, shopperOf(session, day), productIds);
  const lines = kept.map((line, index) => {
    const isAllowed = allowed.has(line.productId);
    return viewLine(line, { language: row.language, country, priceOfTheDay: prices[index], isAllowed });
  });
  const total = sum(lines.map(({ amount = '0' }) => amount));
  const vat = vatSums(lines);
  const { minimumOrderValue } = settings;
  const validUntil = promisedUntil(day, settings.promiseDays, shop.workingDays);
  return {
    lines,
    removed: rows
      .filter(({ removed }) => removed)
      .toSorted((a, b) => b.number - a.number)
      .slice(0, MOST_REMOVED)
      .map(({ number, articleNumber, name }) => ({ number, articleNumber, name: localText(name, row.language) })),
    currency: settings.currency,
    total: plain(total),
    vat,
    totalWithVat: plain(total.plus(sum(vat.map(({ amount }) => amount)))),
    ...(minimumOrderValue !== undefined && { minimumOrderValue }),
    belowMinimum: minimumOrderValue !== undefined && total.lt(minimumOrderValue),
    maximumLines: settings.maximumLines,
    day,
    ...(validUntil !== undefined && { validUntil }),
    isChangeable: isChangeable(session),
  };
}

/** Who shops, as search and product pages ask. @param day business day */
export function shopperOf({ row, customer, settings }: SessionInHand, day: string): Shopper {
  const { currency, assortment } = settings;
  return { customerId: customer.id, day, currency, language: row.language, assortment };
}

/** Do the pages of a session change its cart? An inspecting or a looking one only shows. */
export function isChangeable({ row }: SessionInHand): boolean {
  return row.operation === 'create' || row.operation === 'edit' || row.operation === 'sourcing';
}

/** @throws Error before the shop was set up: nobody has an agreement then */
export async function shopOf(em: EntityManager): Promise<ShopProfile> {
  const shop = await shopProfile(em);
  if (!shop) throw new Error('the shop was not set up');
  return shop;
}

/** Country whose VAT counts: that of the delivery place, or of the agreement. */
async function vatCountry(em: EntityManager, { row, settings }: SessionInHand): Promise<string> {
  if (!row.deliveryAddress) return settings.country;
  const { rows } = await sql<{ country: string | null }>`
    select country from customer_address where id = ${row.deliveryAddress}`.execute(em.getKysely());
  return rows[0]?.country ?? settings.country;
}

async function readRows(em: EntityManager, sessionId: string): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select line.number, line.unit, trim_scale(line.quantity)::text as quantity, trim_scale(line.seen_price)::text as "seenPrice",
      line.note, line.reference, line.removed_at is not null as removed, product.id as "productId",
      product.article_number as "articleNumber", product.status, product.replaced_by as "replacedBy", product.name,
      product.unit as "shopUnit", trim_scale(product.minimum_quantity)::text as minimum,
      trim_scale(product.maximum_quantity)::text as maximum, trim_scale(product.multiple_quantity)::text as multiple,
      product.stock, product.lead_time_days as "leadTimeDays", product.vat, product.pictures[1] as picture,
      (select json_object_agg(unit, trim_scale(factor)::text) from product_unit where product_id = product.id) as factors
    from session_cart_line line join product on product.id = line.product_id
    where line.session_id = ${sessionId} order by line.number`.execute(em.getKysely());
  return rows;
}

/** Of each line, for its quantity. */
async function linePrices(
  em: EntityManager,
  { customer, settings }: SessionInHand,
  day: string,
  lines: readonly LineRow[],
): Promise<(PriceOfTheDay | undefined)[]> {
  const items = lines.map((line) => {
    const factor = unitFactor(unitsOf(line), line.unit);
    return { productId: line.productId, shopQuantity: plain(new Decimal(line.quantity).times(factor ?? 1)) };
  });
  return pricesOfTheDay(em, { customerId: customer.id, day, currency: settings.currency, items });
}

function unitsOf({ shopUnit, factors }: LineRow): Units {
  return { shopUnit, factors: factors ?? {} };
}

interface LineContext {
  readonly language: SessionLanguage;
  readonly country: string;
  readonly priceOfTheDay: PriceOfTheDay | undefined;
  readonly isAllowed: boolean;
}

function viewLine(line: LineRow, { language, country, priceOfTheDay, isAllowed }: LineContext): CartViewLine {
  const units = unitsOf(line);
  const factor = unitFactor(units, line.unit);
  const price = priceOfTheDay && priceIn(priceOfTheDay, units, line.unit);
  const rate = line.vat.find((vat) => vat.country === country);
  const { number, productId, articleNumber, unit, quantity, picture, leadTimeDays, note, reference } = line;
  return {
    ...{ number, productId, articleNumber, unit, quantity },
    name: localText(line.name, language),
    units: [line.shopUnit, ...Object.keys(units.factors)],
    rules: factor ? rulesIn(line, factor) : {},
    ...(picture !== null && { picture }),
    ...(price && { price, unitPrice: perUnit(price), amount: plain(lineAmount(price, quantity)) }),
    ...(rate && { tax: { category: rate.category, percent: rate.rate } }),
    ...(line.stock !== null && factor && { inStock: factor.times(quantity).lte(line.stock) }),
    ...(leadTimeDays !== null && { leadTimeDays }),
    ...(note !== null && { note }),
    ...(reference !== null && { reference }),
    problems: problemsOf(line, { isAllowed, price, factor }),
  };
}

function rulesOf({ minimum, maximum, multiple }: LineRow): QuantityRules {
  return {
    ...(minimum !== null && { minimum }),
    ...(maximum !== null && { maximum }),
    ...(multiple !== null && { multiple }),
  };
}

function rulesIn(line: LineRow, factor: Decimal): QuantityRules {
  const rules = Object.entries(rulesOf(line)).map(([limit, value]) => [limit, inUnit(value as string, factor)]);
  return Object.fromEntries(rules) as QuantityRules;
}

interface JudgedLine {
  readonly isAllowed: boolean;
  readonly price: CartPrice | undefined;
  readonly factor: Decimal | undefined;
}

function problemsOf(line: LineRow, { isAllowed, price, factor }: JudgedLine): LineProblem[] {
  if (line.status === 'withdrawn') {
    return [{ code: 'withdrawn', ...(line.replacedBy !== null && { replacedBy: line.replacedBy }) }];
  }
  if (!factor) return [{ code: 'unitGone', known: [line.shopUnit, ...Object.keys(line.factors ?? {})] }];
  if (!isAllowed) return [{ code: 'notAllowed' }];
  const quantity = judgeQuantity(rulesOf(line), new Decimal(line.quantity), factor);
  const problems: LineProblem[] = quantity ? [{ code: 'quantity', ...quantity }] : [];
  if (!price) return [...problems, { code: 'priceMissing' }];
  const now = perUnit(price);
  if (line.seenPrice === null || new Decimal(line.seenPrice).eq(now)) return problems;
  return [...problems, { code: 'priceChanged', was: line.seenPrice, now }];
}

function vatSums(lines: readonly CartViewLine[]): VatSum[] {
  const taxed = lines.filter(({ tax, amount }) => tax !== undefined && amount !== undefined);
  const groups = Map.groupBy(taxed, ({ tax }) => `${tax!.category} ${tax!.percent}`);
  return [...groups.values()].map((group) => {
    const { category, percent } = group[0]!.tax!;
    const base = sum(group.map(({ amount }) => amount!));
    return { category, percent, base: plain(base), amount: plain(vatAmount(base, percent)) };
  });
}

function sum(amounts: readonly string[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));
}
