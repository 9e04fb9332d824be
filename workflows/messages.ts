import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CartAnswer, CatalogueStep, SessionLeft } from '../activities/steps.ts';
import type { SessionState } from '../sessions/states.ts';

/** Durations in milliseconds; configuration, so that tests pass small ones. */
export interface HoldTimes {
  readonly remindAfter: number;
  readonly deadline: number;
}

export interface DeliveryTimes {
  readonly firstRetry: number;
  readonly longestRetry: number;
  /** Bound of all attempts together. */
  readonly giveUpAfter: number;
  /** Bound of one attempt. */
  readonly attempt: number;
}

/** Which message level responses are sent, and how. */
export interface MlrPlan {
  readonly negative: boolean;
  readonly positive: boolean;
  readonly delivery: DeliveryTimes;
}

/** Input of punchInOrder. Ids, hashes and small settings only: documents, lines, secrets and personal data stay in PostgreSQL. */
export interface PunchInOrderInput {
  readonly inboundDocumentId: string;
  readonly partnerId: string;
  readonly hold: HoldTimes;
  readonly delivery: DeliveryTimes;
  /** Absent: none is sent. */
  readonly mlr?: MlrPlan;
}

/** How a document ended; also the state of the inbound document. */
export type PunchInOutcome = 'placed' | 'applied' | 'refused' | 'duplicate' | 'tested';

export interface PunchInOrderResult {
  readonly outcome: PunchInOutcome;
  readonly orderId?: string;
  readonly outboundDocumentId?: string;
}

/** Input of punchInStatus. */
export interface PunchInStatusInput {
  readonly inboundDocumentId: string;
}

/** A person's decision is a row in PostgreSQL; the signal only says that it is there. */
export const decisionMade = defineSignal<[{ readonly decisionId: string }]>('decision made');

/** The order that a document changes has moved: the change may be weighed again. */
export const orderMoved = defineSignal('order moved');

/** What the workflow does now, in words. */
export const currentStage = defineQuery<string>('current stage');

/** Input of orderAnswer: one later answer about an order. */
export interface OrderAnswerInput {
  readonly orderId: string;
  readonly answerNumber: number;
  /** `message`: a confirmation, delivery or status is due. Absent: a person decided about an order in status New. */
  readonly about?: 'message';
  readonly delivery: DeliveryTimes;
}

export interface DeliverDocumentInput {
  readonly outboundDocumentId: string;
  readonly times: DeliveryTimes;
}

/** Input of sendNotices. */
export interface SendNoticesInput {
  readonly noticeId: string;
  readonly times: DeliveryTimes;
}

/** Input of handOverOrder. */
export interface HandOverOrderInput {
  readonly orderId: string;
  readonly times: DeliveryTimes;
}

export interface DeliverDocumentResult {
  readonly outcome: 'delivered' | 'gaveUp' | 'cancelled' | 'refusedByReceiver';
}

export const retryNow = defineSignal('retry now');
export const cancelDelivery = defineSignal<[{ readonly by: string }]>('cancel delivery');

/** Input of exportCatalogue. */
export interface ExportCatalogueInput {
  readonly exportId: string;
  readonly delivery: DeliveryTimes;
}

export interface ExportCatalogueResult {
  /** How it ended. */
  readonly state: CatalogueStep['state'];
}

/** A person has decided about a catalogue; the row says how. */
export const catalogueDecided = defineSignal('catalogue decided');

/** Input of dryRun. */
export interface DryRunInput {
  readonly dryRunId: string;
}

/** Input of punchOutSession. `start`: milliseconds that the start link is good for; the rest of its times stand in its row. */
export interface PunchOutSessionInput {
  readonly sessionId: string;
  readonly start: number;
}

export interface PunchOutSessionResult {
  /** The state that the session ended in. */
  readonly outcome: SessionState;
  /** How often a cart went back. */
  readonly returns: number;
}

/** The cart goes back, or explicitly nothing does. The update's id is the attempt: asked twice, it is done once. */
export const returnCart = defineUpdate<CartAnswer, [{ readonly attempt: string; readonly kind: 'return' | 'empty' }]>(
  'return cart',
);
/** The buyer leaves, or an administrator ends the visit. */
export const cancelSession = defineUpdate<CartAnswer, [{ readonly attempt: string; readonly by?: string }]>(
  'cancel session',
);
export const extendSession = defineUpdate<SessionLeft>('extend session');
