import { defineEntity, p } from '@mikro-orm/core';
import { Partner } from '../partners/partner.entity.ts';
import { InboundDocument } from './inbound.entity.ts';

export const quarantineStates = ['kept', 'handled', 'discarded'] as const;
export type QuarantineState = (typeof quarantineStates)[number];

const quarantinedDocument = defineEntity({
  name: 'QuarantinedDocument',
  properties: {
    /** The document as it came, in state refused: why, and its bytes, stand there. */
    document: () => p.manyToOne(InboundDocument).mapToPk().primary(),
    /** The partner or hub whose secret was shown. */
    owner: () => p.manyToOne(Partner).mapToPk(),
    state: p.enum(quarantineStates),
    /** What the sender got. */
    told: p.enum(['refusal', 'receipt']),
    /** Bytes. */
    size: p.bigint('number'),
    keptAt: p.datetime(3),
    /** The ordinary document that it was run again as. */
    handledDocument: () => p.manyToOne(InboundDocument).mapToPk().nullable(),
    discardReason: p.text().nullable(),
    settledBy: p.text().nullable(),
    settledAt: p.datetime(3).nullable(),
  },
  uniques: [{ name: 'quarantined_document_handled_document_id_unique', properties: ['handledDocument'] }],
  indexes: [
    { name: 'quarantined_document_owner_index', properties: ['owner', 'document'] },
    { name: 'quarantined_document_kept_index', properties: ['keptAt'] },
    { name: 'quarantined_document_waiting_index', properties: ['keptAt'], where: "state = 'kept'" },
  ],
});
/** A document of a known sender that could not be attributed or was not agreed: it waits for the set-up to be mended. */
export class QuarantinedDocument extends quarantinedDocument.class {}
quarantinedDocument.setClass(QuarantinedDocument);
