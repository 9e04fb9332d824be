/** An earlier cart comes back, to be changed or looked at. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { storable } from '../database/text.ts';
import { addTimeline, timelineRow } from '../documents/timeline.ts';
import type { Cart, CartPrice } from '../formats/document/cart.ts';
import { partId } from '../formats/cxml/partId.ts';
import { Decimal, isDecimal, plain } from '../formats/document/decimal.ts';
import { positive } from '../shop/input/common.ts';
import { unitFactor } from '../shop/units.ts';
import { isAuxiliaryIdOf, parseAuxiliaryId } from './auxiliaryId.ts';
import { requireRoom, setSeenPrices, takeNumbers } from './cart.ts';
import { neutralCart } from './cartMessage.ts';
import { readCart, type CartView } from './cartView.ts';
import type { SessionInHand } from './inHand.ts';
import { PunchOutSession } from './session.entity.ts';

/** Decimals of a price of one unit. */
const PRICE_SCALE = 12;

/** A line of an earlier cart as the purchasing system sends it. */
export interface EarlierLine {
  /** The shop's article number (SupplierPartID). */
  readonly sellersId: string;
  /** As we gave it (SupplierPartAuxiliaryID). */
  readonly auxiliaryId?: string;
  readonly quantity: string;
  /** Absent: the one of the earlier line, or the shop unit. */
  readonly unit?: string;
  /** Net, in the unit; the buyer's system may still have an older one. */
  readonly price?: CartPrice;
}

/** Why a line cannot be rebuilt. */
export interface EarlierProblem {
  /** Position among the lines, from 1. */
  readonly position: number;
  readonly element: 'SupplierPartID' | 'SupplierPartAuxiliaryID' | 'quantity' | 'UnitOfMeasure';
  readonly found: string;
  readonly expected: string;
}

/**
 * Rebuilds an earlier cart in a session that has just been made: all lines or none. Lines are found by article number and auxiliary id;
 * what was written at them comes back too. The cart as it was sent is kept: a cancelled edit gives it back.
 * @returns the problems; none: the cart is there
 * @throws RequestInvalid where there are more lines than the agreement allows
 */
export async function fillCart(
  em: EntityManager,
  session: SessionInHand,
  earlier: readonly EarlierLine[],
  now: Date,
): Promise<EarlierProblem[]> {
  const sent = storable(earlier);
  const found = await findEarlier(em, session, sent);
  const judged = sent.map((line, index) => judge(line, found[index]!, index + 1));
  const problems = judged.flatMap((one) => ('element' in one ? [one] : []));
  if (problems.length > 0) return problems;
  const lines = judged.flatMap((one) => ('productId' in one ? [one] : []));
  await em.transactional(async (tx) => {
    await requireRoom(tx, session, lines.length);
    await insertLines(tx, session, lines, now);
    const view = await readCart(tx, session, now);
    const cart = await neutralCart(tx, session, view, 'return', now);
    session.row.originalCart = asSent(cart, sent);
    await setSeenPrices(tx, session, seenPrices(view, sent));
    await tx.nativeUpdate(PunchOutSession, { id: session.row.id }, { originalCart: session.row.originalCart });
    await addTimeline(tx, [
      timelineRow('session.filled', { lines: lines.length }, { sessionId: session.row.id, at: now }),
    ]);
  });
  return [];
}

interface FoundLine {
  readonly productId: string | null;
  readonly articleNumber: string | null;
  readonly shopUnit: string | null;
  readonly factors: Record<string, string> | null;
  /** Of the line that the auxiliary id names; null where it names none of this customer's. */
  readonly sessionId: string | null;
  readonly cartCode: string | null;
  readonly line: number | null;
  readonly unit: string | null;
  readonly note: string | null;
  readonly reference: string | null;
}

/** One SQL statement whatever the number of lines. Only carts of the same partner and customer are looked at. */
async function findEarlier(
  em: EntityManager,
  { row }: SessionInHand,
  earlier: readonly EarlierLine[],
): Promise<FoundLine[]> {
  const keys = earlier.map(({ auxiliaryId }) => parseAuxiliaryId(auxiliaryId ?? ''));
  const { rows } = await sql<FoundLine>`
    select product.id as "productId", product.article_number as "articleNumber", product.unit as "shopUnit",
      (select json_object_agg(unit, trim_scale(factor)::text) from product_unit where product_id = product.id) as factors,
      session.id as "sessionId", session.cart_code as "cartCode", line.number as line, line.unit, line.note, line.reference
    from unnest(${keys.map((key) => key?.cartCode ?? null)}::text[], ${keys.map((key) => key?.line ?? null)}::int[],
      ${earlier.map(({ sellersId }) => sellersId)}::text[]) with ordinality as wanted(code, number, article, position)
    left join punch_out_session session on session.cart_code = wanted.code and session.partner_id = ${row.partner}
      and session.mode = ${row.mode} and session.customer_id = ${row.customer}
    left join session_cart_line line on line.session_id = session.id and line.number = wanted.number
    left join product on product.id = coalesce(line.product_id, (select id from product where article_number = wanted.article))
    order by wanted.position`.execute(em.getKysely());
  return rows;
}

/** A line to be put into a cart. */
export interface RebuiltLine {
  readonly productId: string;
  readonly unit: string;
  readonly quantity: string;
  readonly note: string | null;
  readonly reference: string | null;
}

function judge(line: EarlierLine, found: FoundLine, position: number): RebuiltLine | EarlierProblem {
  const { productId, articleNumber, shopUnit, sessionId, cartCode, line: number } = found;
  const problem = (element: EarlierProblem['element'], value: string, expected: string): EarlierProblem => ({
    ...{ position, element, found: value.slice(0, 100).toWellFormed(), expected },
  });
  if (productId === null || articleNumber === null || shopUnit === null) {
    return problem('SupplierPartID', line.sellersId, 'an article number of the shop');
  }
  if (line.auxiliaryId !== undefined && line.auxiliaryId !== '') {
    const isOurs =
      sessionId !== null &&
      cartCode !== null &&
      number !== null &&
      isAuxiliaryIdOf(line.auxiliaryId, { sessionId, cartCode, line: number, articleNumber });
    if (!isOurs)
      return problem('SupplierPartAuxiliaryID', line.auxiliaryId, 'the one of an earlier cart of this customer');
    if (partId(articleNumber) !== partId(line.sellersId))
      return problem('SupplierPartID', line.sellersId, articleNumber);
  }
  const quantity = positive.safeParse(line.quantity.trim());
  if (!quantity.success) return problem('quantity', line.quantity, 'a number above 0');
  const unit = found.unit ?? line.unit ?? shopUnit;
  if (!unitFactor({ shopUnit, factors: found.factors ?? {} }, unit)) {
    return problem('UnitOfMeasure', unit, [shopUnit, ...Object.keys(found.factors ?? {})].join(', '));
  }
  return { productId, unit, quantity: quantity.data, note: found.note, reference: found.reference };
}

/** Puts lines into the cart of a session that has just been made. */
export async function insertLines(
  tx: EntityManager,
  session: SessionInHand,
  lines: readonly RebuiltLine[],
  now: Date,
): Promise<void> {
  const first = await takeNumbers(tx, session, lines.length);
  await sql`
    insert into session_cart_line (session_id, number, product_id, unit, quantity, note, reference, added_at)
    select ${session.row.id}, ${first} - 1 + position, product_id, unit, quantity, note, reference, ${now}
    from unnest(${lines.map(({ productId }) => productId)}::uuid[], ${lines.map(({ unit }) => unit)}::text[],
      ${lines.map(({ quantity }) => quantity)}::numeric[], ${lines.map(({ note }) => note)}::text[],
      ${lines.map(({ reference }) => reference)}::text[]) with ordinality as line(product_id, unit, quantity, note, reference, position)`.execute(
    tx.getKysely(),
  );
}

/** The prices that the purchasing system has: where today's differ, the buyer is told. A rounded one is the same. */
function seenPrices({ lines }: CartView, earlier: readonly EarlierLine[]) {
  return lines.map(({ number, unitPrice }, index) => {
    const sent = sentUnitPrice(earlier[index]);
    const isSame =
      sent === undefined ||
      (unitPrice !== undefined && new Decimal(unitPrice).toDecimalPlaces(sent.decimalPlaces()).eq(sent));
    const seen = isSame ? unitPrice : plain(sent);
    return { number, ...(seen !== undefined && { unitPrice: seen }) };
  });
}

function sentUnitPrice(line: EarlierLine | undefined): Decimal | undefined {
  const { amount, baseQuantity } = line?.price ?? {};
  if (amount === undefined || baseQuantity === undefined || !isDecimal(amount) || !isDecimal(baseQuantity))
    return undefined;
  const base = new Decimal(baseQuantity);
  return base.gt(0) ? new Decimal(amount).div(base).toDecimalPlaces(PRICE_SCALE) : undefined;
}

/** With the prices of the purchasing system; null where a line cannot be told any more: the cart then stays as it is there. */
function asSent({ header, lines }: Cart, earlier: readonly EarlierLine[]): Cart | null {
  if (lines.length !== earlier.length) return null;
  return { header, lines: lines.map((line, index) => ({ ...line, price: earlier[index]?.price ?? line.price })) };
}
