import type { CartAnswer } from '../activities/steps.ts';
import type { FormatId } from '../formats/document/order.ts';
import type { Agreement } from '../partners/agreement.ts';
import { isStatusFormat } from '../partners/intake.ts';
import type { PunchOutSession } from '../sessions/session.entity.ts';
import type { CustomerRef } from '../shop/customers.ts';

/** What starting punchInOrder takes. Everything of it is readable in the Temporal pages, the agreement's durations alone of it. */
export interface PunchInStart {
  readonly inboundDocumentId: string;
  readonly partnerId: string;
  /** Code of the partner's address, part of the workflow id. */
  readonly partnerCode: string;
  /** The buyer's order number, where the intake could read it. */
  readonly number?: string | null | undefined;
  /** As the intake has seen it: the kind of the document chooses the workflow. */
  readonly format?: FormatId | null | undefined;
  readonly agreement: Agreement;
}

export interface OrderAnswerStart {
  readonly orderId: string;
  readonly answerNumber: number;
  readonly partnerCode: string;
  readonly number: string;
  readonly agreement: Agreement;
  /** Of a message that is due its document's format; absent: a decision is carried out. */
  readonly message?: { readonly format: FormatId };
}

export interface DeliveryRef {
  readonly outboundDocumentId: string;
  /** Says where it goes. */
  readonly format: FormatId;
  readonly agreement: Agreement;
}

/** A message to the purchasing system is stored, or so many problems keep the cart back. */
export type CartWritten = Exclude<CartAnswer, { readonly over: unknown }>;

/** What a session's workflow is started with: a session in hand has it all. */
export interface PunchOutStart {
  readonly row: Pick<PunchOutSession, 'id' | 'partnerCode' | 'protocol' | 'startTokenExpiresAt'>;
  readonly customer: Pick<CustomerRef, 'number'>;
}

/** Which workflow handles a document of that format. What cannot be told is handled, and refused, as an order. */
export function punchInWorkflow(format: FormatId | null | undefined): 'punchInOrder' | 'punchInStatus' {
  return isStatusFormat(format) ? 'punchInStatus' : 'punchInOrder';
}

/** Started once; again only where the run before was terminated or failed, which settles nothing. */
export const ONCE = 'ALLOW_DUPLICATE_FAILED_ONLY';

/** `again`: also where a run before has come to its end, of which the database knows nothing (platform/reconcile.ts). */
export type Times = 'once' | 'again';

export function policy(times: Times) {
  return { workflowIdReusePolicy: times === 'once' ? ONCE : 'ALLOW_DUPLICATE' } as const;
}
