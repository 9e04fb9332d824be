/** Changes to a cart. Each is one transaction that holds the session's row, so that changes of one cart never overtake each other. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { storable } from '../database/text.ts';
import { Decimal, plain } from '../formats/document/decimal.ts';
import { RoundtripError } from '../platform/errors.ts';
import { assortmentAllows } from '../shop/assortment.ts';
import { positive } from '../shop/input/common.ts';
import { pricesOfTheDay } from '../shop/pricing.ts';
import { businessDay } from '../shop/profile.ts';
import { unitFactor, type Units } from '../shop/units.ts';
import { isChangeable, readCart, shopOf, shopperOf } from './cartView.ts';
import { findSessionById, type SessionInHand } from './inHand.ts';
import { perUnit, priceIn } from './prices.ts';
import { sessionOver } from './over.ts';

export interface AddedLine {
  readonly articleNumber: string;
  /** Decimal, in `unit`. A quantity that the product's rules do not allow is kept, and told at the line. */
  readonly quantity: string;
  /** Default: the shop unit. */
  readonly unit?: string;
  /** Key of the form, made by the page: a form that comes twice adds once. */
  readonly formKey: string;
}

export interface LineChange {
  readonly quantity?: string;
  readonly unit?: string;
  /** An empty text takes it away. */
  readonly note?: string;
  readonly reference?: string;
}

const LONGEST_KEY = 100;
const LONGEST_NOTE = 1_000;
const LONGEST_REFERENCE = 100;

/**
 * Adds a product. It joins the line of the same product and unit that has neither note nor reference.
 * @returns number of the line
 * @throws NotFound for an unknown or withdrawn article, RequestInvalid, AccessDenied, SessionExpired, SessionClosed
 */
export async function addToCart(
  em: EntityManager,
  session: SessionInHand,
  added: AddedLine,
  now: Date,
): Promise<number> {
  const quantity = readQuantity(added.quantity);
  if (added.formKey.length > LONGEST_KEY) throw invalid('formKey', added.formKey, `at most ${LONGEST_KEY} characters`);
  const product = await readProduct(em, added.articleNumber);
  if (product.status === 'withdrawn') throw noArticle(added.articleNumber);
  const unit = added.unit ?? product.units.shopUnit;
  requireUnit(product, unit);
  await requireAllowed(em, session, product, now);
  return changing(em, session, now, async (tx) => {
    const repeated = await lineOfForm(tx, session, added.formKey);
    if (repeated !== undefined) return repeated;
    const wanted = { productId: product.id, unit, quantity };
    const line = (await joinLine(tx, session, wanted)) ?? (await insertLine(tx, session, wanted, now));
    await sql`insert into session_form (session_id, key, line) values (${session.row.id}, ${storable(added.formKey)}, ${line.number})`.execute(
      tx.getKysely(),
    );
    await notePrice(tx, session, product, line, now);
    return line.number;
  });
}

/** Changes quantity, unit, note or reference. @throws NotFound, RequestInvalid, AccessDenied, SessionExpired, SessionClosed */
export async function changeLine(
  em: EntityManager,
  session: SessionInHand,
  number: number,
  change: LineChange,
  now: Date,
): Promise<void> {
  const quantity = change.quantity === undefined ? null : readQuantity(change.quantity);
  const note = readText('note', change.note, LONGEST_NOTE);
  const reference = readText('reference', change.reference, LONGEST_REFERENCE);
  await changing(em, session, now, async (tx) => {
    const { rows } = await sql<StoredLine & { articleNumber: string }>`
      update session_cart_line line set quantity = coalesce(${quantity}::numeric, quantity), unit = coalesce(${storable(change.unit ?? null)}, line.unit),
        note = case when ${note === undefined} then note else nullif(${note ?? null}, '') end,
        reference = case when ${reference === undefined} then reference else nullif(${reference ?? null}, '') end
      from product where product.id = line.product_id and session_id = ${session.row.id} and number = ${number} and removed_at is null
      returning number, line.unit, quantity, product.article_number as "articleNumber"`.execute(tx.getKysely());
    const [changed] = rows;
    if (!changed) throw noLine(number);
    if (change.quantity === undefined && change.unit === undefined) return;
    const product = await readProduct(tx, changed.articleNumber);
    if (change.unit !== undefined) requireUnit(product, change.unit);
    await notePrice(tx, session, product, changed, now);
  });
}

/** Takes a line away; it can be put back. @throws NotFound, AccessDenied, SessionExpired, SessionClosed */
export async function removeLine(em: EntityManager, session: SessionInHand, number: number, now: Date): Promise<void> {
  await changing(em, session, now, async (tx) => {
    const { numAffectedRows } = await sql`update session_cart_line set removed_at = coalesce(removed_at, ${now})
      where session_id = ${session.row.id} and number = ${number}`.execute(tx.getKysely());
    if (numAffectedRows === 0n) throw noLine(number);
  });
}

/** Puts a removed line back. @throws NotFound, RequestInvalid, AccessDenied, SessionExpired, SessionClosed */
export async function restoreLine(em: EntityManager, session: SessionInHand, number: number, now: Date): Promise<void> {
  await changing(em, session, now, async (tx) => {
    const { numAffectedRows } = await sql`update session_cart_line set removed_at = null
      where session_id = ${session.row.id} and number = ${number}`.execute(tx.getKysely());
    if (numAffectedRows === 0n) throw noLine(number);
    await requireRoom(tx, session, 0);
  });
}

/** The buyer has seen the prices of the day and takes them. */
export async function acknowledgePrices(em: EntityManager, session: SessionInHand, now: Date): Promise<void> {
  const { lines } = await readCart(em, session, now);
  const priced = lines.filter(({ unitPrice }) => unitPrice !== undefined);
  await changing(em, session, now, (tx) => setSeenPrices(tx, session, priced));
}

/**
 * Runs a change while nobody else changes this cart.
 * @throws AccessDenied where the session only looks, SessionExpired, SessionClosed
 */
export async function changing<T>(
  em: EntityManager,
  session: SessionInHand,
  now: Date,
  change: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  if (!isChangeable(session))
    throw new RoundtripError('AccessDenied', 'This visit only shows the cart; it cannot be changed.');
  return em.transactional(async (tx) => {
    const { numAffectedRows } = await sql`update punch_out_session set cart_changed_at = ${now}
      where id = ${session.row.id} and finished_at is null and expires_at > ${now}`.execute(tx.getKysely());
    if (numAffectedRows === 0n) throw sessionOver((await findSessionById(tx, session.row.id))!.row.state);
    return change(tx);
  });
}

/** Room for so many further lines. @throws RequestInvalid */
export async function requireRoom(tx: EntityManager, { row, settings }: SessionInHand, further: number): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from session_cart_line where session_id = ${row.id} and removed_at is null`.execute(
    tx.getKysely(),
  );
  if (rows[0]!.count + further <= settings.maximumLines) return;
  throw invalid('lines', String(rows[0]!.count + further), `at most ${settings.maximumLines} lines in a cart`);
}

/** Numbers for so many new lines of a session: the first of them. */
export async function takeNumbers(tx: EntityManager, { row }: SessionInHand, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    update punch_out_session set last_line = last_line + ${count} where id = ${row.id} returning last_line as last`.execute(
    tx.getKysely(),
  );
  return rows[0]!.last - count + 1;
}

interface ProductInCart {
  readonly id: string;
  readonly articleNumber: string;
  readonly status: 'active' | 'withdrawn';
  readonly units: Units;
}

async function readProduct(em: EntityManager, articleNumber: string): Promise<ProductInCart> {
  const { rows } = await sql<Omit<ProductInCart, 'units'> & { unit: string; factors: Record<string, string> | null }>`
    select id, article_number as "articleNumber", status, unit,
      (select json_object_agg(unit, trim_scale(factor)::text) from product_unit where product_id = product.id) as factors
    from product where article_number = ${storable(articleNumber)}`.execute(em.getKysely());
  const [found] = rows;
  if (!found) throw noArticle(articleNumber);
  const { unit, factors, ...product } = found;
  return { ...product, units: { shopUnit: unit, factors: factors ?? {} } };
}

function requireUnit({ articleNumber, units }: ProductInCart, unit: string): void {
  if (unitFactor(units, unit)) return;
  throw invalid(
    'unit',
    unit,
    `a unit of ${articleNumber}: ${[units.shopUnit, ...Object.keys(units.factors)].join(', ')}`,
  );
}

async function requireAllowed(
  em: EntityManager,
  session: SessionInHand,
  product: ProductInCart,
  now: Date,
): Promise<void> {
  const { assortment } = session.settings;
  if (assortment.categories.length === 0 && !assortment.contractOnly) return;
  const shopper = shopperOf(session, businessDay(await shopOf(em), now));
  if ((await assortmentAllows(em, shopper, [product.id])).has(product.id)) return;
  throw new RoundtripError(
    'AccessDenied',
    `Article ${product.articleNumber} is not part of this customer's assortment.`,
  );
}

/** The line that an earlier form of the same key added to. */
async function lineOfForm(tx: EntityManager, { row }: SessionInHand, key: string): Promise<number | undefined> {
  const { rows } = await sql<{ line: number }>`
    select line from session_form where session_id = ${row.id} and key = ${storable(key)}`.execute(tx.getKysely());
  return rows[0]?.line;
}

interface NewLine {
  readonly productId: string;
  readonly unit: string;
  readonly quantity: string;
}

interface StoredLine {
  readonly number: number;
  readonly unit: string;
  readonly quantity: string;
}

/** @returns the line that the quantity joined */
async function joinLine(tx: EntityManager, { row }: SessionInHand, line: NewLine): Promise<StoredLine | undefined> {
  const { rows } = await sql<StoredLine>`
    update session_cart_line set quantity = quantity + ${line.quantity}::numeric
    where session_id = ${row.id} and number = (
      select number from session_cart_line where session_id = ${row.id} and product_id = ${line.productId} and unit = ${line.unit}
        and removed_at is null and note is null and reference is null order by number limit 1)
    returning number, unit, quantity`.execute(tx.getKysely());
  if (rows[0]) readQuantity(plain(new Decimal(rows[0].quantity)));
  return rows[0];
}

async function insertLine(tx: EntityManager, session: SessionInHand, line: NewLine, now: Date): Promise<StoredLine> {
  await requireRoom(tx, session, 1);
  const number = await takeNumbers(tx, session, 1);
  const { productId, unit, quantity } = line;
  await sql`insert into session_cart_line (session_id, number, product_id, unit, quantity, added_at)
    values (${session.row.id}, ${number}, ${productId}, ${unit}, ${quantity}, ${now})`.execute(tx.getKysely());
  return { number, unit, quantity };
}

/** Remembers the price that the buyer is shown for the new quantity: from now on a change of it is told. */
async function notePrice(
  tx: EntityManager,
  session: SessionInHand,
  { id: productId, units }: ProductInCart,
  { number, unit, quantity }: StoredLine,
  now: Date,
): Promise<void> {
  const shopQuantity = plain(new Decimal(quantity).times(unitFactor(units, unit) ?? 1));
  const [price] = await pricesOfTheDay(tx, {
    customerId: session.customer.id,
    day: businessDay(await shopOf(tx), now),
    currency: session.settings.currency,
    items: [{ productId, shopQuantity }],
  });
  const inUnit = price && priceIn(price, units, unit);
  await setSeenPrices(tx, session, [{ number, ...(inUnit && { unitPrice: perUnit(inUnit) }) }]);
}

/** Net prices of one unit as the buyer sees them. */
export async function setSeenPrices(
  em: EntityManager,
  { row }: SessionInHand,
  lines: readonly { readonly number: number; readonly unitPrice?: string }[],
): Promise<void> {
  await sql`update session_cart_line line set seen_price = seen.price
    from unnest(${lines.map(({ number }) => number)}::int[], ${lines.map(({ unitPrice }) => unitPrice ?? null)}::numeric[]) as seen(number, price)
    where line.session_id = ${row.id} and line.number = seen.number`.execute(em.getKysely());
}

function readQuantity(text: string): string {
  const result = positive.safeParse(text.trim());
  if (result.success) return result.data;
  throw invalid('quantity', text, 'a number above 0, such as 2 or 2.5');
}

function readText(element: string, text: string | undefined, longest: number): string | undefined {
  if (text === undefined) return undefined;
  const trimmed = storable(text).trim();
  if (trimmed.length > longest) throw invalid(element, trimmed, `at most ${longest} characters`);
  return trimmed;
}

function invalid(element: string, found: string, expected: string): RoundtripError {
  const details = [{ element, found: found.slice(0, 100).toWellFormed(), expected }];
  return new RoundtripError('RequestInvalid', 'The cart cannot be changed like that.', { details });
}

function noArticle(articleNumber: string): RoundtripError {
  return new RoundtripError('NotFound', `There is no article ${articleNumber.slice(0, 100)} to buy.`);
}

function noLine(number: number): RoundtripError {
  return new RoundtripError('NotFound', `The cart has no line ${number}.`);
}
