import { defineEntity, p } from '@mikro-orm/core';

/** The checks of the intake and of the punch-out, in their order. */
export const intakeChecks = [
  'method',
  'partner',
  'address',
  'credentials',
  'rate',
  'enabled',
  'paused',
  'contentType',
  'contentEncoding',
  'size',
  'time',
  'body',
  'sender',
  'protocol',
  'customer',
  'returnAddress',
] as const;
export type IntakeCheck = (typeof intakeChecks)[number];

const refusedRequest = defineEntity({
  name: 'RefusedRequest',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(3),
    reference: p.text(),
    /** Path of the request, without the query. */
    path: p.text(),
    remoteAddress: p.text(),
    /** User name of the Authorization header, as claimed. */
    claimedUser: p.text().nullable(),
    /** Known when the address exists. */
    partnerId: p.uuid().nullable(),
    /** The refused document, where the request got as far as sending one. */
    inboundDocumentId: p.uuid().nullable(),
    failedCheck: p.enum(intakeChecks),
    status: p.integer(),
    message: p.text(),
    /** Without secrets. */
    headers: p.json<Record<string, string>>(),
    /** The first 4 KiB as text, secrets masked. */
    body: p.text(),
  },
  indexes: [
    { name: 'refused_request_at_index', properties: ['at'] },
    { name: 'refused_request_partner_index', properties: ['partnerId', 'at'] },
  ],
});
/** A request that was turned away: the partner's connection test, kept for 30 days. */
export class RefusedRequest extends refusedRequest.class {}
refusedRequest.setClass(RefusedRequest);
