import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { receiveDocument, setInboundState, type ArrivedDocument } from '../../documents/inbound.ts';
import { writeOutbound } from '../../documents/outbound.ts';
import type { OrderHeader, OrderLine } from '../../formats/document/order.ts';
import type { agreementSchema } from '../../partners/agreement.ts';
import { createPartner, saveAgreement } from '../../partners/partners.ts';
import { newReference } from '../../platform/reference.ts';
import { cartLinesInUse } from '../../sessions/orderedCart.ts';
import { evaluateLines } from '../../shop/evaluate.ts';
import type { Reason } from '../../shop/evaluation.ts';
import { insertOrder } from '../../shop/orders.ts';
import { orderHeader } from '../shop/fixtures.ts';
import { questionOn } from '../shop/policy.ts';

/** What the workflow leaves behind, made without it: documents, orders and answers in any state. */

export async function partnerWith(
  em: EntityManager,
  code: string,
  settings: z.input<typeof agreementSchema> = {},
): Promise<string> {
  const partnerId = await createPartner(em, { name: `Partner ${code}`, addresses: { production: code } });
  await saveAgreement(em, { partnerId, mode: 'production', settings, by: 'test' });
  return partnerId;
}

export async function received(
  em: EntityManager,
  partnerId: string,
  text = `<Order>${v7()}</Order>`,
  more: Partial<ArrivedDocument> = {},
): Promise<string> {
  const bytes = Buffer.from(text);
  const document = {
    id: v7(),
    reference: newReference(),
    partnerId,
    partnerCode: 'partner',
    partnerName: 'Partner',
    mode: 'production' as const,
    agreementVersion: 1,
    receivedAt: new Date(),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    contentType: 'application/xml',
    headers: { host: 'orders.example.com' },
    remoteAddress: '192.0.2.1',
    format: 'peppol-28a-order' as const,
    buyer: [{ id: '2120002627', scheme: '0007' }],
    ...more,
  };
  return (await receiveDocument(em, document, bytes)).id;
}

export interface PlacedOrder {
  readonly partnerId: string;
  readonly customerId?: string;
  readonly status?: 'Waiting' | 'New';
  readonly header?: Partial<OrderHeader>;
  readonly lines: readonly OrderLine[];
  readonly reasons?: readonly Reason[];
}

/** An order with its document, evaluated by the shop's rules. @returns its id, which is that of the document */
export async function placed(em: EntityManager, given: PlacedOrder): Promise<string> {
  const { partnerId, customerId, status = 'New', lines, reasons = [] } = given;
  const header = orderHeader(given.header);
  const id = await received(em, partnerId, undefined, { number: header.number });
  const fromCarts = await cartLinesInUse(em, { partnerId, mode: 'production', orderId: id, header, lines });
  const question = { ...questionOn('2026-11-24'), customerId: customerId ?? v7(), fromCarts, lines };
  const evaluated = await evaluateLines(em, question);
  const head = { id, status, partnerId, inboundDocumentId: id, agreementVersion: 1, customerId, header, reasons };
  const batch = lines.map((line, index) => ({ line, evaluated: evaluated[index]! }));
  await em.transactional(async (tx) => {
    await insertOrder(tx, head, [batch]);
    await setInboundState(tx, id, ['received'], status === 'New' ? 'placed' : 'waiting', { orderId: id });
  });
  return id;
}

/** An answer to a document. */
export async function answer(em: EntityManager, partnerId: string, inboundDocumentId: string, state: 'ready' | 'kept') {
  const id = v7();
  const format = 'peppol-28a-order-response' as const;
  const about = { partnerId, mode: 'production' as const, agreementVersion: 1, inboundDocumentId };
  const document = {
    id,
    ...about,
    format,
    number: 'SVAR/1',
    responseCode: '29',
    contentType: 'application/xml',
    state,
  };
  await writeOutbound(em, document, () => ['<OrderResponse>', 'åäö', '</OrderResponse>']);
  return id;
}
