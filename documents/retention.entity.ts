import { defineEntity, p } from '@mikro-orm/core';

/**
 * What is kept for a time of its own: texts of documents that were received, sent, of punch-out visits, and of test agreements; people in
 * orders; messages to people and systems.
 */
export const retentionKinds = ['received', 'sent', 'visits', 'tests', 'orderPeople', 'notices'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

const retentionMark = defineEntity({
  name: 'RetentionMark',
  properties: {
    kind: p.enum(retentionKinds).primary(),
    /** Everything with a lower id was looked at. */
    upTo: p.uuid(),
  },
});
/** How far the purge has come: what it has seen is not read again. */
export class RetentionMark extends retentionMark.class {}
retentionMark.setClass(RetentionMark);

const retentionLeft = defineEntity({
  name: 'RetentionLeft',
  properties: {
    /** Of a document, an order or a message; an order may have the id of its document. */
    documentId: p.uuid().primary(),
    kind: p.enum(retentionKinds).primary(),
  },
});
/** What was not finished when its time came: it is looked at again. */
export class RetentionLeft extends retentionLeft.class {}
retentionLeft.setClass(RetentionLeft);

const purgedDocument = defineEntity({
  name: 'PurgedDocument',
  properties: {
    /** An inbound, outbound or session document: ids are unique over all. */
    documentId: p.uuid().primary(),
    at: p.datetime(3),
  },
});
/** Says that a document's bytes were removed. Its row, keys and hashes stay. */
export class PurgedDocument extends purgedDocument.class {}
purgedDocument.setClass(PurgedDocument);
