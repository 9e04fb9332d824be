import { defineEntity, p } from '@mikro-orm/core';
import { credentialFaults } from '../partners/credentialFault.ts';
import { modes } from '../partners/partner.entity.ts';
import type { ErrorDetail, ErrorType } from '../platform/errors.ts';

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
    /** Known when the address exists; of a hub's document its partner, once that is known. */
    partnerId: p.uuid().nullable(),
    /** The refused document, where the request got as far as sending one. */
    inboundDocumentId: p.uuid().nullable(),
    /** Test or production: of the address; absent where there is none. */
    mode: p.enum(modes).nullable(),
    failedCheck: p.enum(intakeChecks),
    /** As it was answered; absent in rows of earlier releases. */
    error: p.text().$type<ErrorType>().nullable(),
    /** Which part of a log-in was wrong: for the shop's administrator alone. */
    credentialFault: p.enum(credentialFaults).nullable(),
    status: p.integer(),
    message: p.text(),
    /** Where, what was found and what was expected, without secrets. */
    details: p.json<readonly ErrorDetail[]>(),
    /** Without secrets. */
    headers: p.json<Record<string, string>>(),
    /** The first 4 KiB as text, secrets masked. */
    body: p.text(),
  },
  indexes: [
    { name: 'refused_request_at_index', properties: ['at'] },
    { name: 'refused_request_partner_index', properties: ['partnerId', 'id'] },
  ],
});
/** A request that was turned away: the partner's connection test, kept for 30 days. */
export class RefusedRequest extends refusedRequest.class {}
refusedRequest.setClass(RefusedRequest);
