import { z } from 'zod';
import { formatIds } from '../../formats/document/order.ts';
import { errorTypes, type ErrorType } from '../../platform/errors.ts';
import { inboundStates, type InboundDocument } from '../../documents/inbound.entity.ts';
import { outboundStates, type DeliveryAttempt, type OutboundDocument } from '../../documents/outbound.entity.ts';
import { present, type Shown } from '../present.ts';
import { instant, listOf, pageQuery, period, uuid } from './common.ts';
import { errorDetail } from './errorDetail.ts';
import { identifier } from './orderDocument.ts';
import { mode } from './partner.ts';

const format = z.enum(formatIds).meta({ id: 'Format', description: 'Document format and version' });
const inboundState = z.enum(inboundStates).meta({
  id: 'InboundState',
  description:
    '`received`: not judged yet. `waiting`: for a person. `placed`, `applied`, `recorded`, `refused`, `tested`, `duplicate`: finished. `applied`: a change or cancellation was carried out. `recorded`: it is about a document of ours',
});
const outboundState = z.enum(outboundStates).meta({
  id: 'OutboundState',
  description: '`ready`: being delivered. `kept`: the agreement names no address, the partner fetches it',
});

const common = {
  partner: uuid.optional().meta({ description: 'Id of the partner' }),
  mode: mode.optional(),
  number: z.string().min(1).max(200).optional().meta({ description: 'Number of the document itself' }),
  order: uuid.optional().meta({ description: 'Id of the order' }),
  ...period,
};

export const inboundQuery = pageQuery.extend({
  ...common,
  state: listOf(inboundStates).optional(),
  reference: z.string().max(40).optional().meta({ description: 'As printed in the receipt' }),
});
export const outboundQuery = pageQuery.extend({ ...common, state: listOf(outboundStates).optional() });

export const documentError = z
  .strictObject({
    type: z.enum(Object.keys(errorTypes) as [ErrorType, ...ErrorType[]]),
    message: z.string(),
    details: z.array(errorDetail),
  })
  .meta({ id: 'DocumentError', description: 'Why a document was refused' });

export const inboundDocument = z
  .strictObject({
    id: uuid,
    reference: z.string().meta({ description: 'As printed in the receipt' }),
    partnerId: uuid,
    partnerCode: z.string().meta({ description: 'Address it came in by' }),
    hubId: uuid.optional(),
    mode,
    agreementVersion: z.int().meta({ description: 'In force when it was received' }),
    state: inboundState,
    receivedAt: instant,
    finishedAt: instant.optional(),
    size: z.int().meta({ description: 'Bytes' }),
    complete: z.boolean().meta({ description: 'False: it was too large, only its head is kept' }),
    sha256: z.string(),
    format: format.optional(),
    number: z.string().optional().meta({ description: "The buyer's document number" }),
    lineCount: z.int().optional(),
    orderId: uuid.optional(),
    duplicateOf: uuid.optional().meta({ description: 'The first document with the same bytes, message or order' }),
    error: documentError.optional(),
  })
  .meta({ id: 'InboundDocument' });

export const outboundDocument = z
  .strictObject({
    id: uuid,
    partnerId: uuid,
    mode,
    agreementVersion: z.int(),
    inboundDocumentId: uuid.optional().meta({ description: 'The document that it answers' }),
    orderId: uuid.optional(),
    format,
    number: z.string(),
    responseCode: z.string().optional().meta({ description: '27 not accepted, 29 accepted, 30 accepted with changes' }),
    messageId: z.string().meta({ description: 'The same on every attempt' }),
    state: outboundState,
    createdAt: instant,
    finishedAt: instant.optional(),
    size: z.int(),
    sha256: z.string(),
    attempts: z.int(),
    nextAttemptAt: instant.optional(),
    heldAt: instant.optional().meta({
      description: 'Since when it waits because deliveries to the partner are paused, or its address does not answer',
    }),
    lastError: z.string().optional().meta({ description: 'Why the last attempt failed' }),
  })
  .meta({ id: 'OutboundDocument' });

export const inboundDetail = inboundDocument
  .extend({
    contentType: z.string(),
    customizationId: z.string().optional(),
    headers: z.record(z.string(), z.string()).meta({ description: 'Of the request, without secrets' }),
    remoteAddress: z.string(),
    buyer: z.array(identifier),
    envelope: z
      .strictObject({ sender: identifier, receiver: identifier, instanceIdentifier: z.string() })
      .optional()
      .meta({ description: 'Of the SBDH, when there was one' }),
    contentHash: z.string().optional().meta({ description: 'SHA-256 over the parsed document: a resend has the same' }),
    workflowId: z.string().meta({ description: 'In the Temporal pages' }),
    answers: z.array(outboundDocument),
  })
  .meta({ id: 'InboundDocumentDetail' });

const attempt = z
  .strictObject({
    number: z.int(),
    startedAt: instant,
    milliseconds: z.int(),
    outcome: z.enum(['delivered', 'failed', 'refused']),
    httpStatus: z.int().optional(),
    error: z.string().optional(),
    answer: z.string().optional().meta({ description: 'The first 4 KiB of what the receiver answered' }),
  })
  .meta({ id: 'DeliveryAttempt' });

export const outboundDetail = outboundDocument
  .extend({ contentType: z.string(), workflowId: z.string(), deliveryAttempts: z.array(attempt) })
  .meta({ id: 'OutboundDocumentDetail' });

export function showInbound(row: InboundDocument): Shown<typeof inboundDocument> {
  const { id, reference, partnerCode, mode, agreementVersion, state, size, complete, sha256 } = row;
  const { format, number, lineCount, orderId, duplicateOf, hub } = row;
  return {
    ...{ id, reference, partnerId: row.partner, partnerCode, mode, agreementVersion, state, size, complete, sha256 },
    receivedAt: row.receivedAt.toISOString(),
    ...present({ format, number, lineCount, orderId, duplicateOf, hubId: hub }),
    ...(row.finishedAt && { finishedAt: row.finishedAt.toISOString() }),
    ...(row.error && { error: row.error }),
  };
}

export function showOutbound(row: OutboundDocument): Shown<typeof outboundDocument> {
  const { id, mode, agreementVersion, format, number, messageId, state, size, sha256, attempts } = row;
  const { inboundDocument: inboundDocumentId, orderId, responseCode, lastError } = row;
  return {
    ...{ id, partnerId: row.partner, mode, agreementVersion, format, number, messageId, state, size, sha256, attempts },
    createdAt: row.createdAt.toISOString(),
    ...present({ inboundDocumentId, orderId, responseCode, lastError }),
    ...(row.finishedAt && { finishedAt: row.finishedAt.toISOString() }),
    ...(row.nextAttemptAt && { nextAttemptAt: row.nextAttemptAt.toISOString() }),
    ...(row.heldAt && { heldAt: row.heldAt.toISOString() }),
  };
}

export function showAttempt(row: DeliveryAttempt): Shown<typeof attempt> {
  const { number, milliseconds, outcome, httpStatus, error, answer } = row;
  return {
    ...{ number, startedAt: row.startedAt.toISOString(), milliseconds, outcome },
    ...present({ httpStatus, error, answer }),
  };
}
