import { defineEntity, p } from '@mikro-orm/core';
import type { FormatId } from '../formats/document/order.ts';
import type { AddressName } from '../partners/messageAddress.ts';
import { modes, Partner } from '../partners/partner.entity.ts';
import type { KnownBreaker } from './deliveryBreaker.entity.ts';
import { InboundDocument } from './inbound.entity.ts';

/** `kept`: the agreement names no address, the partner fetches it. */
export const outboundStates = ['ready', 'kept', 'delivered', 'gaveUp', 'refusedByReceiver', 'cancelled'] as const;
export type OutboundState = (typeof outboundStates)[number];

const outboundDocument = defineEntity({
  name: 'OutboundDocument',
  properties: {
    id: p.uuid().primary(),
    partner: () => p.manyToOne(Partner).mapToPk(),
    mode: p.enum(modes),
    agreementVersion: p.integer(),
    /** The document that it answers. */
    inboundDocument: () => p.manyToOne(InboundDocument).mapToPk().nullable(),
    orderId: p.uuid().nullable(),
    format: p.text().$type<FormatId>(),
    /** Number of the document itself, for example of the order response. */
    number: p.text(),
    /** UNCL1225 code of an order response: 27, 29, 30. */
    responseCode: p.text().nullable(),
    /** The same on every attempt: the receiver recognises a repeat by it. */
    messageId: p.text().unique(),
    contentType: p.text(),
    /** Bytes. */
    size: p.integer(),
    sha256: p.character().length(64),
    state: p.enum(outboundStates),
    createdAt: p.datetime(3),
    attempts: p.integer(),
    /** When the next attempt is due; null when none is. */
    nextAttemptAt: p.datetime(3).nullable(),
    /** Why the last attempt failed, one sentence. */
    lastError: p.text().nullable(),
    /** Since when it waits, for deliveries to the partner to be opened or for its address to answer; null where it does not. */
    heldAt: p.datetime(3).nullable(),
    /** Of the agreement, where it waits for that one to answer. */
    heldAddress: p.text().$type<AddressName>().nullable(),
    /** When it was told to go on, having waited for its address. */
    releasedAt: p.datetime(3).nullable(),
    /** Until when it is attempted, where it has waited for its address. */
    giveUpAt: p.datetime(3).nullable(),
    finishedAt: p.datetime(3).nullable(),
    /** Are deliveries to the partner paused? Read where it is asked for. */
    isPaused: p
      .boolean()
      .formula(({ partner }) => `exists (select 1 from delivery_pause where partner_id = ${partner})`)
      .lazy(),
    /** Breakers of the partner's addresses; null where all goes well. Read where it is asked for. */
    breakers: p
      .json<readonly KnownBreaker[]>()
      .formula(
        ({ partner, mode }) => `(select json_agg(json_build_object('address', address, 'state', state,
          'agreementVersion', agreement_version)) from delivery_breaker where partner_id = ${partner} and mode = ${mode})`,
      )
      .nullable()
      .lazy(),
  },
  indexes: [
    { name: 'outbound_document_inbound_index', properties: ['inboundDocument'] },
    { name: 'outbound_document_order_index', properties: ['orderId'], where: 'order_id is not null' },
    { name: 'outbound_document_partner_created_index', properties: ['partner', 'createdAt'] },
    { name: 'outbound_document_unfinished_index', properties: ['createdAt'], where: "state = 'ready'" },
    { name: 'outbound_document_held_index', properties: ['partner', 'id'], where: 'held_at is not null' },
    { name: 'outbound_document_created_index', properties: ['createdAt', 'id'] },
    { name: 'outbound_document_undelivered_index', properties: ['state', 'createdAt'], where: "state <> 'delivered'" },
    { name: 'outbound_document_format_index', properties: ['format', 'createdAt'] },
    { name: 'outbound_document_test_index', properties: ['createdAt'], where: "mode = 'test'" },
    { name: 'outbound_document_number_index', properties: ['number'] },
  ],
});
/** A document to be sent. Its bytes are chunks, written before the first attempt. */
export class OutboundDocument extends outboundDocument.class {}
outboundDocument.setClass(OutboundDocument);

const deliveryAttempt = defineEntity({
  name: 'DeliveryAttempt',
  properties: {
    document: () => p.manyToOne(OutboundDocument).mapToPk().primary(),
    /** 1, 2, 3 ... */
    number: p.integer().primary(),
    startedAt: p.datetime(3),
    milliseconds: p.integer(),
    outcome: p.enum(['delivered', 'failed', 'refused']),
    httpStatus: p.integer().nullable(),
    /** One sentence, without secrets. */
    error: p.text().nullable(),
    /** Head of what the receiver answered, at most 4 KiB. */
    answer: p.text().nullable(),
  },
});
export class DeliveryAttempt extends deliveryAttempt.class {}
deliveryAttempt.setClass(DeliveryAttempt);
