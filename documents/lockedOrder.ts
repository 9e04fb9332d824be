import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { instant } from '../database/text.ts';
import type { OrderHeader } from '../formats/document/order.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { OrderStatus } from '../shop/orderStatus.ts';

/** An order with its document, locked till the end of the transaction. */
export interface LockedOrder {
  readonly id: string;
  readonly status: OrderStatus;
  readonly header: OrderHeader;
  readonly currency: string;
  readonly partnerId: string;
  /** Of the agreement that the order was handled with. */
  readonly agreementVersion: number;
  readonly mode: Mode;
  readonly inboundDocumentId: string;
  /** Number. */
  readonly customer: string | null;
  /** UTC instant, ISO 8601. */
  readonly updatedAt: string;
}

/** @throws NotFound */
export async function lockOrder(em: EntityManager, id: string): Promise<LockedOrder> {
  const { rows } = await sql<LockedOrder>`
    select orders.id, orders.status, header, orders.currency, orders.partner_id as "partnerId",
      orders.agreement_version as "agreementVersion", document.mode,
      orders.inbound_document_id as "inboundDocumentId", customer.number as customer, ${instant('orders.updated_at')} as "updatedAt"
    from orders join inbound_document document on document.id = orders.inbound_document_id
    left join customer on customer.id = orders.customer_id
    where orders.id = ${id} for update of orders`.execute(em.getKysely());
  const [order] = rows;
  if (!order) throw new RoundtripError('NotFound', 'There is no such order.');
  return order;
}
