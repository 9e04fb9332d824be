/** Which line of a returned cart an ordered line comes from. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import { plain } from '../formats/document/decimal.ts';
import type { LineOfCart } from '../shop/cartDifferences.ts';
import type { CartLine, CartPromise } from '../shop/priceSources.ts';
import { unitFactor, type Units } from '../shop/units.ts';
import { isAuxiliaryIdOf, parseAuxiliaryId } from './auxiliaryId.ts';
import { cartUse, useKey } from './cartUse.ts';

/** Number of a cart as it went back, with or without the count of its return: `7F3K-Q2WD-1`. */
const CART_NUMBER = /^([0-9A-Z]{4}-[0-9A-Z]{4})(?:-\d{1,6})?$/;
const LINE_NUMBER = /^[1-9]\d{0,5}$/;

export interface OrderedFrom {
  readonly partnerId: string;
  readonly mode: 'production' | 'test';
  /** `quotation`: number of the cart (UBL, QuotationDocumentReference; OCI, EXT_QUOTE_ID). */
  readonly header: Pick<OrderHeader, 'quotation'>;
  readonly lines: readonly OrderLine[];
}

/** The line of a returned cart that an ordered line comes from, and where it is. */
export interface OrderedCartLine extends CartLine {
  readonly sessionId: string;
  readonly cartCode: string;
  readonly line: number;
  readonly articleNumber: string;
  /** Absent where the article has lost the unit of the cart. */
  readonly had?: LineOfCart;
}

interface CartRow {
  position: number;
  sessionId: string;
  cartCode: string;
  line: number;
  productId: string;
  articleNumber: string;
  quantity: string;
  unit: string;
  units: Units;
  seenPrice: string | null;
  currency: string | null;
  promise: CartPromise | null;
}

/**
 * The cart lines that ordered lines come from, with what the cart promised, by position of the line in the document. A line names its
 * cart by the key that the cart gave it (cXML, SupplierPartAuxiliaryID), or by the order's quotation and the number of the quotation's
 * line; where the format has no such number (28A, Order 3 before 2026.5), by its article, if it stands once in that cart. Only carts that
 * this partner got back count. No statement where no line names a cart, otherwise one.
 */
export async function cartLines(
  em: EntityManager,
  { partnerId, mode, header, lines }: OrderedFrom,
): Promise<ReadonlyMap<number, OrderedCartLine>> {
  const named = lines.flatMap((line) => cartLineOf(line, header) ?? []);
  if (named.length === 0) return new Map();
  const { rows } = await sql<CartRow>`
    select wanted.position, session.id as "sessionId", session.cart_code as "cartCode", cart_line.number as line,
      product.id as "productId", product.article_number as "articleNumber", cart_line.promise, ${ofCartLine(sql.ref('cart_line'))}
    from unnest(${named.map(({ position }) => position)}::int[], ${named.map(({ cartCode }) => cartCode)}::text[],
      ${named.map(({ line }) => line ?? null)}::int[], ${named.map(({ article }) => article ?? null)}::text[])
      as wanted(position, code, line, article)
    join punch_out_session session on session.cart_code = wanted.code and session.partner_id = ${partnerId} and session.mode = ${mode}
      and session.returns > 0
    left join product ordered on ordered.article_number = wanted.article
    join session_cart_line cart_line on cart_line.session_id = session.id
      and (cart_line.number = wanted.line or (cart_line.product_id = ordered.id and cart_line.removed_at is null))
    join product on product.id = cart_line.product_id`.execute(em.getKysely());
  const asked = new Map(named.map((line) => [line.position, line]));
  const found = Map.groupBy(rows, ({ position }) => position);
  const genuine = [...found.values()].flatMap(([row, ...others]) => {
    const key = asked.get(row!.position)?.key;
    return others.length === 0 && (key === undefined || isAuxiliaryIdOf(key, row!)) ? row! : [];
  });
  return new Map(
    genuine.map((row) => {
      const { position, productId, promise, sessionId, cartCode, line, articleNumber } = row;
      const had = lineOfCart(row);
      const found = { sessionId, cartCode, line, productId, articleNumber };
      return [position, { ...found, ...(promise && { promise }), ...(had && { had }) }];
    }),
  );
}

/** The same with what other orders than this have of each cart line. One SQL statement more. */
export async function cartLinesInUse(
  em: EntityManager,
  from: OrderedFrom & { readonly orderId: string },
): Promise<ReadonlyMap<number, CartLine>> {
  const { partnerId, mode, orderId } = from;
  const found = await cartLines(em, from);
  const use = await cartUse(em, { partnerId, mode, except: orderId, lines: [...found.values()] });
  const inUse = ({ had, ...line }: OrderedCartLine): CartLine => {
    const { sessionId, cartCode: code, line: number } = line;
    const elsewhere = use.get(useKey(line)) ?? '0';
    return had ? { ...line, inCart: { ...had, sessionId, code, number, elsewhere } } : line;
  };
  return new Map([...found].map(([position, line]) => [position, inUse(line)]));
}

/** What of a cart line it is compared by; `session` and `product` are the tables beside it. */
export const ofCartLine = (
  line: ReturnType<typeof sql.ref>,
) => sql`trim_scale(${line}.quantity)::text as quantity, ${line}.unit,
  json_build_object('shopUnit', product.unit, 'factors', (select coalesce(json_object_agg(unit, factor::text), '{}')
    from product_unit where product_id = product.id)) as units, trim_scale(${line}.seen_price)::text as "seenPrice",
  (select currency from session_document where session_id = session.id and currency is not null order by id desc limit 1) as currency`;

/** A line of a cart as it is compared; undefined where the article has lost its unit. Price and day are those of the promise. */
export function lineOfCart({
  quantity,
  unit,
  units,
  seenPrice,
  currency,
  promise,
}: Pick<CartRow, 'quantity' | 'unit' | 'units' | 'seenPrice' | 'currency' | 'promise'>): LineOfCart | undefined {
  const factor = unitFactor(units, unit);
  if (!factor) return undefined;
  return {
    ...{ quantity, unit, factor: plain(factor) },
    price: promise?.price ?? seenPrice ?? undefined,
    currency: promise?.currency ?? currency ?? undefined,
    until: promise?.until,
  };
}

/** The returned cart that the order names as its quotation, whatever its lines are. No statement where it names none. */
export async function quotedCart(
  em: EntityManager,
  { partnerId, mode, header }: Omit<OrderedFrom, 'lines'>,
): Promise<{ readonly sessionId: string; readonly code: string } | undefined> {
  const code = cartNumberOf(header);
  if (code === undefined) return undefined;
  const { rows } = await sql<{ sessionId: string; code: string }>`
    select id as "sessionId", cart_code as code from punch_out_session
    where cart_code = ${code} and partner_id = ${partnerId} and mode = ${mode} and returns > 0`.execute(em.getKysely());
  return rows[0];
}

function cartNumberOf({ quotation }: OrderedFrom['header']): string | undefined {
  return CART_NUMBER.exec(quotation?.trim() ?? '')?.[1];
}

interface NamedCartLine {
  readonly position: number;
  readonly cartCode: string;
  /** Number of the line in the cart; absent: the line of the article. */
  readonly line?: number;
  readonly article?: string;
  /** As sent, where it has a check of its own. */
  readonly key?: string;
}

function cartLineOf(
  { position, item, quotationLine }: OrderLine,
  header: OrderedFrom['header'],
): NamedCartLine | undefined {
  const key = item.sellersExtendedId;
  const parsed = key === undefined ? undefined : parseAuxiliaryId(key);
  if (parsed && key !== undefined) return { position, ...parsed, key };
  const cartCode = cartNumberOf(header);
  if (cartCode === undefined) return undefined;
  if (quotationLine === undefined) return item.sellersId ? { position, cartCode, article: item.sellersId } : undefined;
  return LINE_NUMBER.test(quotationLine) ? { position, cartCode, line: Number(quotationLine) } : undefined;
}
