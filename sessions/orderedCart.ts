/** Which line of a returned cart an ordered line comes from. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import type { CartLine, CartPromise } from '../shop/priceSources.ts';
import { isAuxiliaryIdOf, parseAuxiliaryId } from './auxiliaryId.ts';

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
}

interface CartRow {
  position: number;
  sessionId: string;
  cartCode: string;
  line: number;
  productId: string;
  articleNumber: string;
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
      product.id as "productId", product.article_number as "articleNumber", cart_line.promise
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
    genuine.map(({ position, productId, promise, sessionId, cartCode, line }) => [
      position,
      { sessionId, cartCode, line, productId, ...(promise && { promise }) },
    ]),
  );
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
  const cartCode = CART_NUMBER.exec(header.quotation?.trim() ?? '')?.[1];
  if (cartCode === undefined) return undefined;
  if (quotationLine === undefined) return item.sellersId ? { position, cartCode, article: item.sellersId } : undefined;
  return LINE_NUMBER.test(quotationLine) ? { position, cartCode, line: Number(quotationLine) } : undefined;
}
