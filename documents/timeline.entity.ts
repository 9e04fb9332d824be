import { defineEntity, p } from '@mikro-orm/core';
import type { TimelineCode, TimelineRowFacts } from './timeline.ts';

const timelineEntry = defineEntity({
  name: 'TimelineEntry',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(3),
    /** Which sentence: a key of the catalogues in documents/sentences. */
    code: p.text().$type<TimelineCode>(),
    facts: p.json<TimelineRowFacts>(),
    /** `roundtrip`, `partner`, or who decided, for example `operator: Anna`. */
    actor: p.text(),
    inboundDocumentId: p.uuid().nullable(),
    outboundDocumentId: p.uuid().nullable(),
    orderId: p.uuid().nullable(),
    sessionId: p.uuid().nullable(),
  },
  indexes: [
    {
      name: 'timeline_entry_inbound_index',
      properties: ['inboundDocumentId'],
      where: 'inbound_document_id is not null',
    },
    {
      name: 'timeline_entry_outbound_index',
      properties: ['outboundDocumentId'],
      where: 'outbound_document_id is not null',
    },
    { name: 'timeline_entry_order_index', properties: ['orderId'], where: 'order_id is not null' },
    { name: 'timeline_entry_session_index', properties: ['sessionId'], where: 'session_id is not null' },
  ],
});
/** What happened, when, to which document, and who did it. Rows are only ever inserted. */
export class TimelineEntry extends timelineEntry.class {}
timelineEntry.setClass(TimelineEntry);
