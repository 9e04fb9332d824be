import { defineEntity, p } from '@mikro-orm/core';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import { Account } from '../accounts/account.entity.ts';
import { Customer, CustomerAddress } from './customer.entity.ts';
import type { ConfirmedPart } from './confirmation.ts';
import type { LineDecision } from './decision.ts';
import type { FromCart, MatchedProduct, PriceComparison, PriceOfTheDay, Reason } from './evaluation.ts';
import { orderStatuses } from './orderStatus.ts';
import { Product } from './product.entity.ts';

export const orderSources = ['punchin'] as const;

/** The number of an order is made from a sequence: SO-100001, SO-100002, ... with gaps where a transaction was undone. */
const OrderSchema = defineEntity({
  name: 'Order',
  tableName: 'orders',
  properties: {
    id: p.uuid().primary(),
    serial: p.integer().autoincrement(),
    number: p.text().generated("('SO-' || (100000 + serial)::text) stored").unique(),
    status: p.enum(orderStatuses),
    source: p.enum(orderSources),
    partnerId: p.uuid(),
    /** One document makes one order at most. */
    inboundDocumentId: p.uuid().unique(),
    agreementVersion: p.integer(),
    customer: () => p.manyToOne(Customer).mapToPk().nullable().deleteRule('no action'),
    /** The customer's delivery address that was recognised; absent for a one-off place. */
    deliveryAddress: () => p.manyToOne(CustomerAddress).mapToPk().nullable().deleteRule('set null').index(),
    /** Everything of the order as the buyer sent it, but its lines. */
    header: p.json<OrderHeader>(),
    externalNumber: p.text().index(),
    currency: p.text(),
    issueDate: p.date().nullable(),
    buyersReference: p.text().nullable(),
    requisition: p.text().nullable(),
    costCentre: p.text().nullable(),
    project: p.text().nullable(),
    contract: p.text().nullable(),
    goodsMark: p.text().nullable(),
    deliveryPlace: p.text().nullable(),
    wantedFrom: p.date().nullable(),
    wantedTo: p.date().nullable(),
    /** Payable amount as sent; absent when the order has none. */
    amount: p.decimal().precision(30).scale(8).nullable(),
    lineCount: p.integer(),
    /** Lines that wait for a decision. */
    openLines: p.integer(),
    /** Reasons about the order as a whole. */
    reasons: p.json<Reason[]>(),
    /** What we answer or have answered: 27, 29 or 30. */
    responseCode: p.text().nullable(),
    /** A word to the buyer in the answer. */
    responseNote: p.text().nullable(),
    /** When the buyer should have an answer at the latest; absent: nobody said so. */
    answerDue: p.datetime(3).nullable(),
    answerRemindedAt: p.datetime(3).nullable(),
    /** What a search by text looks through. */
    searchText: p
      .type('tsvector')
      .$type<string>()
      .columnType('tsvector')
      .generated(
        "(to_tsvector('simple', external_number || ' ' || coalesce(buyers_reference, '') || ' ' || coalesce(requisition, '') || ' ' || coalesce(cost_centre, '') || ' ' || coalesce(project, '') || ' ' || coalesce(contract, '') || ' ' || coalesce(goods_mark, '') || ' ' || coalesce(delivery_place, ''))) stored",
      )
      .lazy(),
    /** The buyer was answered with changes: until when it should agree, change or cancel. */
    buyerDue: p.datetime(3).nullable(),
    buyerRemindedAt: p.datetime(3).nullable(),
    /** Who of the shop looks after it. */
    assignedTo: () => p.manyToOne(Account).mapToPk().nullable().deleteRule('no action'),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  indexes: [
    { properties: ['status', 'id'] },
    { properties: ['customer', 'id'] },
    { properties: ['partnerId', 'id'] },
    { properties: ['searchText'], type: 'gin' },
    {
      name: 'orders_buyer_due_index',
      properties: ['buyerDue'],
      where: 'buyer_due is not null and buyer_reminded_at is null',
    },
    {
      name: 'orders_assigned_index',
      properties: ['assignedTo', 'id'],
      where: 'assigned_to_id is not null',
    },
    {
      name: 'orders_sum_index',
      expression: 'create index "orders_sum_index" on "orders" (coalesce(amount, 0), id)',
    },
    {
      name: 'orders_quotation_index',
      expression: `create index "orders_quotation_index" on "orders" ((header ->> 'quotation') collate "C") where header ->> 'quotation' is not null`,
    },
    {
      name: 'orders_answer_due_index',
      properties: ['answerDue'],
      where: 'answer_due is not null and answer_reminded_at is null',
    },
    { name: 'orders_buyer_asked_index', properties: ['buyerDue'], where: 'buyer_due is not null' },
    {
      name: 'orders_answer_late_index',
      properties: ['id'],
      where: "answer_reminded_at is not null and status = 'New'",
    },
  ],
});
export class Order extends OrderSchema.class {}
OrderSchema.setClass(Order);

const OrderLineSchema = defineEntity({
  name: 'OrderLine',
  tableName: 'order_line',
  properties: {
    order: () => p.manyToOne(Order).mapToPk().primary().deleteRule('cascade'),
    /** 1-based position in the document. */
    position: p.integer().primary(),
    /** The buyer's line number. */
    lineId: p.text(),
    /** Everything ordered, as sent. */
    line: p.json<OrderLine>(),
    product: () => p.manyToOne(Product).mapToPk().nullable().deleteRule('no action'),
    /** Ordered quantity in shop units. */
    shopQuantity: p.decimal().precision(30).scale(12).nullable(),
    match: p.json<MatchedProduct>().nullable(),
    priceOfTheDay: p.json<PriceOfTheDay>().nullable(),
    comparison: p.json<PriceComparison>().nullable(),
    /** The line of a returned cart that it comes from; absent: from none. */
    cart: p.json<FromCart>().nullable(),
    reasons: p.json<Reason[]>(),
    /** No product of ours: it is delivered in the buyer's words, at the buyer's price. */
    freeText: p.boolean().default(false),
    decision: p.json<LineDecision>().nullable(),
    /** Answer about this line: 27, 29 or 30. */
    responseStatus: p.text().nullable(),
    /** What becomes of the line part by part, as it was confirmed last. */
    confirmed: p.json<ConfirmedPart[]>().nullable(),
    /** What has left, in the unit of the line. */
    delivered: p.decimal().precision(30).scale(8).default('0'),
    /** What is missing never comes. */
    restCancelled: p.boolean().default(false),
  },
  indexes: [
    { name: 'order_line_product_index', properties: ['product', 'order'] },
    {
      name: 'order_line_cart_index',
      expression: `create index "order_line_cart_index" on "order_line" ((line -> 'item' ->> 'sellersExtendedId') collate "C") where line -> 'item' ->> 'sellersExtendedId' is not null`,
    },
    {
      name: 'order_line_from_cart_index',
      expression: `create index "order_line_from_cart_index" on "order_line" (((cart ->> 'sessionId')::uuid)) where cart is not null`,
    },
    {
      name: 'order_line_deviating_index',
      properties: ['order'],
      where: "(comparison -> 'band'::text) is not null",
    },
  ],
});
export class StoredOrderLine extends OrderLineSchema.class {}
OrderLineSchema.setClass(StoredOrderLine);
