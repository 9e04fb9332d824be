import { defineEntity, p } from '@mikro-orm/core';

const auditEntry = defineEntity({
  name: 'AuditEntry',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(3),
    /** Who: the name of an account or of an API key. */
    actor: p.text(),
    /** What, as `agreement.saved`. */
    action: p.text(),
    /** Of what: `partner`, `order`, `account` ... and its id or number. */
    subjectKind: p.text(),
    subjectId: p.text(),
    /** As people call it: `Lindströms Verkstad`. */
    subjectName: p.text(),
    /** What changed, as it was and as it is; without secrets. */
    before: p.json<AuditValue>().nullable(),
    after: p.json<AuditValue>().nullable(),
  },
  indexes: [
    { properties: ['subjectKind', 'subjectId', 'id'] },
    { properties: ['actor', 'id'] },
    { properties: ['subjectKind', 'id'] },
    { properties: ['subjectId', 'id'] },
    { properties: ['subjectName', 'id'] },
  ],
});
/** One change that a person or a system of the shop made. Rows are only ever inserted. */
export class AuditEntry extends auditEntry.class {}
auditEntry.setClass(AuditEntry);

/** What changed of a subject, by the names of its fields. */
export type AuditValue = Readonly<Record<string, unknown>>;
