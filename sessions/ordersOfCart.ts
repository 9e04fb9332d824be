import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { OrderStatus } from '../shop/orderStatus.ts';
import type { PunchOutSession } from './session.entity.ts';

/** An order that names a cart. */
export interface OrderOfCart {
  readonly id: string;
  readonly number: string;
  readonly externalNumber: string;
  readonly status: OrderStatus;
  readonly createdAt: Date;
}

const MOST = 50;

/** Orders of the partner that name the cart of a session: by its number as their quotation, or by the key of one of its lines. Newest first. */
export async function ordersOfCart(
  em: EntityManager,
  { partner, mode, cartCode }: Pick<PunchOutSession, 'partner' | 'mode' | 'cartCode'>,
): Promise<OrderOfCart[]> {
  const key = `${cartCode.replace('-', '')}.`;
  const { rows } = await sql<Omit<OrderOfCart, 'createdAt'> & { createdAt: string }>`
    with named as (
      (select id from orders where header ->> 'quotation' is not null and ${begins(sql`header ->> 'quotation'`, cartCode)} limit ${MOST})
      union
      (select order_id from order_line where line -> 'item' ->> 'sellersExtendedId' is not null
        and ${begins(sql`line -> 'item' ->> 'sellersExtendedId'`, key)} limit 1000))
    select orders.id, orders.number, external_number as "externalNumber", status, orders.created_at as "createdAt"
    from named join orders on orders.id = named.id join inbound_document on inbound_document.id = inbound_document_id
    where orders.partner_id = ${partner} and inbound_document.mode = ${mode}
    order by orders.id desc limit ${MOST}`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }));
}

/** Byte by byte, as the index is sorted. */
function begins(text: ReturnType<typeof sql>, start: string) {
  return sql`(${text}) collate "C" >= ${start} and (${text}) collate "C" < ${`${start}~`}`;
}
