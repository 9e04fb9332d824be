import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { violatedConstraint } from '../database/errors.ts';
import type { FormatId } from '../formats/document/order.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import { contentTypeOf } from './contentTypes.ts';
import type { DocumentInHand } from './orderInHand.ts';
import type { AnswerRef } from './steps.ts';

/** A document of ours about one that came in. */
interface Outgoing {
  readonly id: string;
  readonly format: FormatId;
  readonly number: string;
  /** Of the shop. */
  readonly orderId?: string | undefined;
  readonly code?: ResponseCode | undefined;
  /** False where it is kept: the agreement names no address, or it breaks rules. */
  readonly deliver: boolean;
}

/** Its row, before the bytes are written. */
export function outboundRow(
  { document, agreement }: DocumentInHand,
  { id, format, number, orderId, code, deliver }: Outgoing,
) {
  return {
    partnerId: document.partner,
    mode: document.mode,
    agreementVersion: agreement.version,
    inboundDocumentId: document.id,
    ...(orderId !== undefined && { orderId }),
    ...{ id, format, number, contentType: contentTypeOf(format) },
    ...(code && { responseCode: code }),
    state: deliver ? ('ready' as const) : ('kept' as const),
  };
}

/** The same for every attempt to write the same answer: a uuid v7 of the document's time, then the answer's number. */
export function outboundId({ inboundDocumentId, answerNumber }: AnswerRef): string {
  const msecs = Number.parseInt(inboundDocumentId.replaceAll('-', '').slice(0, 12), 16);
  const random = createHash('sha256').update(inboundDocumentId).digest().subarray(0, 16);
  return v7({ msecs, seq: answerNumber, random });
}

/** Unless an earlier attempt has written it. */
export async function once(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violatedConstraint(error) !== 'outbound_document_pkey' && violatedConstraint(error) !== 'document_chunk_pkey')
      throw error;
  }
}
