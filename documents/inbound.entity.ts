import { defineEntity, p } from '@mikro-orm/core';
import type { FormatId, Identifier } from '../formats/document/order.ts';
import { modes, Partner } from '../partners/partner.entity.ts';
import type { DocumentError } from './inbound.ts';

/** `applied`: a change or cancellation was carried out. `recorded`: what a document says of one of ours is written down. */
export const inboundStates = [
  'received',
  'waiting',
  'placed',
  'applied',
  'recorded',
  'refused',
  'tested',
  'duplicate',
] as const;
export type InboundState = (typeof inboundStates)[number];

/** Who sent the envelope to whom (SBDH), when there is one. */
export interface StoredEnvelope {
  readonly sender: Identifier;
  readonly receiver: Identifier;
  readonly instanceIdentifier: string;
}

const inboundDocument = defineEntity({
  name: 'InboundDocument',
  properties: {
    id: p.uuid().primary(),
    /** Correlation id of the request, as printed in the receipt. */
    reference: p.text(),
    partner: () => p.manyToOne(Partner).mapToPk(),
    /** Code of the partner's address, or of the hub's where the partner has none: part of the workflow id. */
    partnerCode: p.text(),
    hub: () => p.manyToOne(Partner).mapToPk().nullable(),
    mode: p.enum(modes),
    /** Version of the agreement in force at receipt. */
    agreementVersion: p.integer(),
    state: p.enum(inboundStates),
    receivedAt: p.datetime(3),
    /** Bytes that the sender announced or sent. */
    size: p.bigint('number'),
    /** False where the document was too large: only its head is kept. */
    complete: p.boolean(),
    /** Hex, over the bytes as kept. */
    sha256: p.character().length(64),
    contentType: p.text(),
    /** Request headers without secrets. */
    headers: p.json<Record<string, string>>(),
    remoteAddress: p.text(),
    /** What the intake's look at the header found; absent where it could not be read. */
    format: p.text().$type<FormatId>().nullable(),
    customizationId: p.text().nullable(),
    /** The buyer's document number. */
    number: p.text().nullable(),
    buyer: p.json<readonly Identifier[]>(),
    envelope: p.json<StoredEnvelope>().nullable(),
    /** Hex, over the parsed document; set by the deciding step. */
    contentHash: p.character().length(64).nullable(),
    lineCount: p.integer().nullable(),
    /** The first document with the same bytes, message or order. */
    duplicateOf: () => p.manyToOne(InboundDocument).mapToPk().nullable(),
    /** The order in the shop, once held or placed. */
    orderId: p.uuid().nullable(),
    /** Why it was refused. */
    error: p.json<DocumentError>().nullable(),
    /** It waits for its turn among the partner's: the worker begins it, not whoever stored it. */
    queued: p.boolean().default(false),
    workflowStartedAt: p.datetime(3).nullable(),
    /** When the state became final. */
    finishedAt: p.datetime(3).nullable(),
  },
  uniques: [
    {
      name: 'inbound_document_same_bytes_unique',
      properties: ['partner', 'mode', 'sha256'],
      where: "state <> all (array['duplicate'::text, 'refused'::text])",
    },
  ],
  indexes: [
    { name: 'inbound_document_partner_received_index', properties: ['partner', 'receivedAt'] },
    { name: 'inbound_document_reference_index', properties: ['reference'] },
    {
      name: 'inbound_document_turn_index',
      properties: ['partner', 'receivedAt'],
      where: "state = 'received'",
    },
    { name: 'inbound_document_unfinished_index', properties: ['state'], where: 'finished_at is null' },
    { name: 'inbound_document_order_index', properties: ['orderId'], where: 'order_id is not null' },
    { name: 'inbound_document_received_index', properties: ['receivedAt', 'id'] },
    { name: 'inbound_document_other_index', properties: ['state', 'receivedAt'], where: "state <> 'placed'" },
    { name: 'inbound_document_format_index', properties: ['format', 'receivedAt'] },
    { name: 'inbound_document_test_index', properties: ['receivedAt'], where: "mode = 'test'" },
    { name: 'inbound_document_number_index', properties: ['number'], where: 'number is not null' },
    {
      name: 'inbound_document_message_index',
      expression: `create index "inbound_document_message_index" on "inbound_document" ((envelope ->> 'instanceIdentifier')) where (envelope is not null)`,
    },
  ],
});
/** A document as received, stored before anything else happens. Its bytes are chunks. */
export class InboundDocument extends inboundDocument.class {}
inboundDocument.setClass(InboundDocument);
