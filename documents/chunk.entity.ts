import { defineEntity, p } from '@mikro-orm/core';

const documentChunk = defineEntity({
  name: 'DocumentChunk',
  properties: {
    /** An inbound or an outbound document: ids are unique over both. */
    documentId: p.uuid().primary(),
    /** 0, 1, 2 ... */
    seq: p.integer().primary(),
    bytes: p.blob(),
  },
});
/** A piece of at most 256 KiB of a document's bytes. */
export class DocumentChunk extends documentChunk.class {}
documentChunk.setClass(DocumentChunk);
