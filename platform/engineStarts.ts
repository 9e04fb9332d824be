import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError, type WorkflowStartOptions } from '@temporalio/client';
import type { CartAnswer } from '../activities/steps.ts';
import type { FormatId } from '../formats/document/order.ts';
import type { ExportStart } from '../documents/catalogueExports.ts';
import type { Agreement } from '../partners/agreement.ts';
import { isStatusFormat } from '../partners/intake.ts';
import { messageAddress } from '../partners/messageAddress.ts';
import type { PunchOutSession } from '../sessions/session.entity.ts';
import type { CustomerRef } from '../shop/customers.ts';
import { deliverDocumentId, handOverOrderId, PULL_SHOP_ID, sendNoticesId, TASK_QUEUE } from '../workflows/ids.ts';
import {
  type DeliverDocumentInput,
  type ExportCatalogueInput,
  type HandOverOrderInput,
  type PunchInStatusInput,
  type SendNoticesInput,
} from '../workflows/messages.ts';
import { rtPartner, rtState } from '../workflows/searchAttributes.ts';
import { deliveryTimes, noticeTimes, type RetryPauses } from '../workflows/times.ts';
import type { TemporalAccess } from './temporalAccess.ts';

export interface EngineOptions extends TemporalAccess {
  readonly namespace: string;
  readonly pauses: RetryPauses;
  /** Tests use a queue of their own. */
  readonly taskQueue?: string;
}

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
  /** Partners take turns: see `fairnessKey`. */
  readonly partnerId: string;
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

/** Temporal refuses a summary of more than 400 bytes and a Keyword of more than 255 characters: a number may be longer. */
const SHOWN_NUMBER = 80;

export function shown(number: string): string {
  return number.slice(0, SHOWN_NUMBER).toWellFormed();
}

/** What punchInStatus is started with. */
export function statusOptions({ inboundDocumentId, partnerCode, number }: PunchInStart) {
  return {
    args: [{ inboundDocumentId } satisfies PunchInStatusInput],
    staticSummary: `Status ${number ? shown(number) : 'of a document'} from ${partnerCode}`,
    typedSearchAttributes: [
      { key: rtPartner, value: partnerCode },
      { key: rtState, value: 'received' },
    ],
  } satisfies Partial<WorkflowStartOptions>;
}

/** What exportCatalogue is started with. */
export function exportOptions({ exportId, partnerCode, format, agreement }: ExportStart, pauses: RetryPauses) {
  const delivery = deliveryTimes(messageAddress(agreement, format), pauses);
  return {
    args: [{ exportId, delivery } satisfies ExportCatalogueInput],
    staticSummary: `Catalogue to ${partnerCode}`,
    typedSearchAttributes: [{ key: rtPartner, value: partnerCode }],
  } satisfies Partial<WorkflowStartOptions>;
}

/** What sendNotices is started with. */
export function noticeOptions(noticeId: string, { pauses, taskQueue = TASK_QUEUE }: EngineOptions) {
  const input: SendNoticesInput = { noticeId, times: noticeTimes(pauses) };
  return {
    workflowId: sendNoticesId(noticeId),
    taskQueue,
    workflowIdConflictPolicy: 'USE_EXISTING',
    args: [input],
  } satisfies Partial<WorkflowStartOptions>;
}

/** What deliverDocument is started with. */
export function deliveryOptions(
  { outboundDocumentId, partnerId, format, agreement }: DeliveryRef,
  { pauses, taskQueue = TASK_QUEUE }: EngineOptions,
) {
  const input: DeliverDocumentInput = {
    outboundDocumentId,
    times: deliveryTimes(messageAddress(agreement, format), pauses),
  };
  return {
    workflowId: deliverDocumentId(outboundDocumentId),
    taskQueue,
    workflowIdConflictPolicy: 'USE_EXISTING',
    args: [input],
    priority: { fairnessKey: partnerId },
  } satisfies Partial<WorkflowStartOptions>;
}

/** A shop with many orders takes long to look one up. Milliseconds. */
const HANDOVER_ATTEMPT = 300_000;

/** What handOverOrder is started with. */
export function handoverOptions(orderId: string, { pauses, taskQueue = TASK_QUEUE }: EngineOptions) {
  const input: HandOverOrderInput = { orderId, times: { ...noticeTimes(pauses), attempt: HANDOVER_ATTEMPT } };
  return {
    workflowId: handOverOrderId(orderId),
    taskQueue,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    args: [input],
  } satisfies Partial<WorkflowStartOptions>;
}

/** What pullShop is started with. */
export function pullOptions({ taskQueue = TASK_QUEUE }: EngineOptions) {
  return {
    workflowId: PULL_SHOP_ID,
    taskQueue,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    args: [],
  } as const;
}

/** @param deadline milliseconds @throws ServiceError then */
export async function late(deadline: number, answered: AbortSignal): Promise<never> {
  await sleep(deadline, undefined, { signal: answered });
  throw new ServiceError('Temporal did not answer in time');
}
