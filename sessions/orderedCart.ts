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
 * line. Only carts that this partner got back count. No statement where no line names a cart, otherwise one.
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
      ${named.map(({ line }) => line)}::int[]) as wanted(position, code, line)
    join punch_out_session session on session.cart_code = wanted.code and session.partner_id = ${partnerId} and session.mode = ${mode}
      and session.returns > 0
    join session_cart_line cart_line on cart_line.session_id = session.id and cart_line.number = wanted.line
    join product on product.id = cart_line.product_id`.execute(em.getKysely());
  const keys = new Map(named.map(({ position, key }) => [position, key]));
  const genuine = rows.filter((row) => {
    const key = keys.get(row.position);
    return key === undefined || isAuxiliaryIdOf(key, row);
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
  readonly line: number;
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
  if (cartCode === undefined || !LINE_NUMBER.test(quotationLine ?? '')) return undefined;
  return { position, cartCode, line: Number(quotationLine) };
}
