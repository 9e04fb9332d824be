import { defineEntity, p } from '@mikro-orm/core';
import { orderOperations, type OrderHeader, type OrderLine } from '../formats/document/order.ts';
import { Order } from './order.entity.ts';

export const versionKinds = ['order', ...orderOperations] as const;
export type VersionKind = (typeof versionKinds)[number];
/** `waiting`: a person decides about it. */
export const versionStates = ['waiting', 'applied', 'refused'] as const;
export type VersionState = (typeof versionStates)[number];

const OrderVersionSchema = defineEntity({
  name: 'OrderVersion',
  properties: {
    order: () => p.manyToOne(Order).mapToPk().primary().deleteRule('cascade'),
    /** 1 is the order as it was placed; written with the first change. */
    number: p.integer().primary(),
    kind: p.enum(versionKinds),
    inboundDocumentId: p.uuid().unique(),
    /** As the buyer counts: of a change its sequence number, in cXML the version of the order. */
    sequence: p.integer().nullable(),
    /** The message that carried it (cXML, payloadID). */
    messageId: p.text().nullable(),
    state: p.enum(versionStates),
    /** Buyer's numbers of the lines that it removes. */
    removed: p.json<readonly string[]>(),
    /** The order's header as the version leaves it; until it is applied, that of the document. */
    header: p.json<OrderHeader>(),
    actor: p.text(),
    madeAt: p.datetime(3),
  },
});
/** A state of an order, or a change of it that is not carried out. */
export class OrderVersion extends OrderVersionSchema.class {}
OrderVersionSchema.setClass(OrderVersion);

const OrderVersionLineSchema = defineEntity({
  name: 'OrderVersionLine',
  properties: {
    orderId: p.uuid().primary(),
    number: p.integer().primary(),
    position: p.integer().primary(),
    line: p.json<OrderLine>(),
  },
});
/** The lines of an order as an applied version left them. */
export class OrderVersionLine extends OrderVersionLineSchema.class {}
OrderVersionLineSchema.setClass(OrderVersionLine);
