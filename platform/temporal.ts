import {
  Client,
  Connection,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  type WorkflowStartOptions,
} from '@temporalio/client';
import type { SignalDefinition, UpdateDefinition } from '@temporalio/common';
import type { CartAnswer, CartKind, SessionLeft } from '../activities/steps.ts';
import type { ExportStart } from '../documents/catalogueExports.ts';
import { messageAddress } from '../partners/messageAddress.ts';
import {
  deliverDocumentId,
  dryRunWorkflowId,
  exportCatalogueId,
  orderAnswerId,
  punchInOrderId,
  punchOutSessionId,
  TASK_QUEUE,
} from '../workflows/ids.ts';
import {
  cancelDelivery,
  cancelSession,
  catalogueDecided,
  decisionMade,
  extendSession,
  orderMoved,
  retryNow,
  returnCart,
  type OrderAnswerInput,
  type PunchInOrderInput,
  type PunchOutSessionInput,
} from '../workflows/messages.ts';
import { rtCustomer, rtExternal, rtOrder, rtPartner, rtState } from '../workflows/searchAttributes.ts';
import { deliveryTimes, holdTimes } from '../workflows/times.ts';
import {
  deliveryOptions,
  exportOptions,
  handoverOptions,
  late,
  noticeOptions,
  ONCE,
  pullOptions,
  policy,
  punchInWorkflow,
  shown,
  statusOptions,
} from './engineStarts.ts';
import type {
  CartWritten,
  DeliveryRef,
  EngineOptions,
  OrderAnswerStart,
  PunchInStart,
  PunchOutStart,
  Times,
} from './engineStarts.ts';
import { updateOutcome } from './updateOutcome.ts';

export type * from './engineStarts.ts';

/** With Temporal away a call without a deadline waits for 19 s. */
const DEADLINE = 5_000;
/** A buyer who waits longer than that is shown a page that waits. */
const BUYERS_DEADLINE = 3_000;
/** For the server's own word about the deadline, which tells more than ours. */
const GRACE = 200;
/** TaskQueueType of the Temporal API. */
const WORKFLOW_TASKS = 1;

/**
 * The workflows as the rest of the house sees them. Every call is bounded by a deadline, may be repeated without harm, and throws
 * when Temporal is away: callers have stored before they call, and the sweeper repeats what was missed.
 */
export class Engine {
  readonly client: Client;
  readonly #connection: Connection;
  readonly #options: EngineOptions;
  readonly #underWay = new Set<Promise<unknown>>();
  #closing = false;

  /** Connects lazily: the API starts while Temporal is down. */
  constructor(options: EngineOptions) {
    this.#options = options;
    const { address, tls, apiKey } = options;
    this.#connection = Connection.lazy({ address, ...(tls && { tls }), ...(apiKey !== undefined && { apiKey }) });
    this.client = new Client({ connection: this.#connection, namespace: options.namespace });
  }

  /** Starts the workflow of an inbound document, by what it is; without effect when it was started before, or, `again`, is under way. */
  async startPunchIn(start: PunchInStart, times: Times = 'once'): Promise<void> {
    const workflow = punchInWorkflow(start.format);
    const given = workflow === 'punchInOrder' ? this.#punchIn(start) : this.#punchInStatus(start);
    await this.#once(() => this.client.workflow.start(workflow, { ...given, ...policy(times) }));
  }

  /** Tells the workflow of a held document that a decision row is there; a workflow that was lost is started anew for it. */
  async tellDecision(start: PunchInStart, decisionId: string): Promise<void> {
    await this.#bounded(() =>
      this.client.workflow.signalWithStart('punchInOrder', {
        ...this.#punchIn(start),
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        signal: decisionMade,
        signalArgs: [{ decisionId }],
      }),
    );
  }

  /** Tells the workflow of a change that its order has moved. One that is gone needs it no more. */
  async tellOrderMoved(change: { readonly partnerCode: string; readonly inboundDocumentId: string }): Promise<void> {
    await this.#tell(punchInOrderId(change.partnerCode, change.inboundDocumentId), orderMoved);
  }

  /** Starts the workflow that carries out a decision about an order in status New, or writes a message that is due. */
  async startOrderAnswer(start: OrderAnswerStart): Promise<void> {
    const { agreement, message } = start;
    const address = message ? messageAddress(agreement, message.format) : agreement.orderResponses;
    const input: OrderAnswerInput = {
      orderId: start.orderId,
      answerNumber: start.answerNumber,
      ...(message && { about: 'message' as const }),
      delivery: deliveryTimes(address, this.#options.pauses),
    };
    await this.#once(() =>
      this.client.workflow.start('orderAnswer', {
        ...this.#common(orderAnswerId(start.orderId, start.answerNumber), start.partnerCode),
        args: [input],
        staticSummary: `Answer ${start.answerNumber} to order ${shown(start.number)} of ${start.partnerCode}`,
        typedSearchAttributes: [
          { key: rtPartner, value: start.partnerCode },
          { key: rtExternal, value: shown(start.number) },
          { key: rtOrder, value: start.orderId },
        ],
      }),
    );
  }

  /** Starts a delivery whose workflow is not there; without effect when it was started before. */
  async startDelivery(delivery: DeliveryRef): Promise<void> {
    await this.#once(() =>
      this.client.workflow.start('deliverDocument', {
        ...deliveryOptions(delivery, this.#options),
        workflowIdReusePolicy: ONCE,
      }),
    );
  }

  /** Sends now: the next attempt of a delivery under way, or a new series of attempts for one that ended. */
  async retryDelivery(delivery: DeliveryRef): Promise<void> {
    await this.#bounded(() =>
      this.client.workflow.signalWithStart('deliverDocument', {
        ...deliveryOptions(delivery, this.#options),
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        signal: retryNow,
        signalArgs: [],
      }),
    );
  }

  /** Ends a delivery under way. An attempt that is being made is finished first. */
  async cancelDelivery(outboundDocumentId: string, by: string): Promise<void> {
    const handle = this.client.workflow.getHandle(deliverDocumentId(outboundDocumentId));
    await this.#bounded(() => handle.signal(cancelDelivery, { by }));
  }

  /** Sends a message to a person or a system; without effect when it was started before. */
  async startNotice(noticeId: string): Promise<void> {
    await this.#once(() =>
      this.client.workflow.start('sendNotices', {
        ...noticeOptions(noticeId, this.#options),
        workflowIdReusePolicy: ONCE,
      }),
    );
  }

  /** Sends it now: the next attempt of one under way, or a new series of attempts for one that ended. */
  async retryNotice(noticeId: string): Promise<void> {
    await this.#bounded(() =>
      this.client.workflow.signalWithStart('sendNotices', {
        ...noticeOptions(noticeId, this.#options),
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        signal: retryNow,
        signalArgs: [],
      }),
    );
  }

  /** Hands an order over to the shop behind us: the next attempt of one under way now, or a new series of attempts. */
  async handOverOrder(orderId: string): Promise<void> {
    const options = { ...handoverOptions(orderId, this.#options), signal: retryNow, signalArgs: [] };
    await this.#bounded(() => this.client.workflow.signalWithStart('handOverOrder', options));
  }

  /** Reads what is due of the shop behind us; without effect while that is being done. */
  async pullShop(): Promise<void> {
    await this.#once(() => this.client.workflow.start('pullShop', pullOptions(this.#options)));
  }

  /** Stored documents go through a draft; without effect when it was started before. */
  async startDryRun(dryRunId: string): Promise<void> {
    const start = this.#common(dryRunWorkflowId(dryRunId), dryRunId);
    await this.#once(() => this.client.workflow.start('dryRun', { ...start, args: [{ dryRunId }] }));
  }

  /** A catalogue goes out; without effect when it was started before. */
  async startExport(start: ExportStart): Promise<void> {
    const common = this.#common(exportCatalogueId(start.partnerCode, start.exportId), start.partnerCode);
    const options = { ...common, ...exportOptions(start, this.#options.pauses) };
    await this.#once(() => this.client.workflow.start('exportCatalogue', options));
  }

  /** A person has decided about a catalogue: its workflow looks. One that is gone needs it no more. */
  async tellExportDecided({ id, code }: { readonly id: string; readonly code: string }): Promise<void> {
    await this.#tell(exportCatalogueId(code, id), catalogueDecided);
  }

  /** Starts the workflow of a session; without effect when it was started before, or, `again`, is under way. */
  async startPunchOutSession(session: PunchOutStart, times: Times = 'once'): Promise<void> {
    const options = { ...this.#punchOut(session), ...policy(times) };
    await this.#once(() => this.client.workflow.start('punchOutSession', options));
  }

  /**
   * The cart goes back, or explicitly nothing does. Asked again with the same attempt, the first answer is given.
   * @returns the stored message, or how many problems kept the cart back
   * @throws SessionExpired, SessionClosed; EngineUnavailable when there is no answer within three seconds: ask again
   */
  async returnCart(
    session: PunchOutStart,
    asked: { readonly attempt: string; readonly kind: Exclude<CartKind, 'cancel'> },
  ): Promise<CartWritten> {
    return this.#update(session, { update: returnCart, updateId: asked.attempt, args: [asked] });
  }

  /** The visit ends without a cart. @param asked `by`: who ended it, where it was not the buyer. @throws as returnCart */
  async cancelSession(
    session: PunchOutStart,
    asked: { readonly attempt: string; readonly by?: string },
  ): Promise<CartWritten> {
    return this.#update(session, { update: cancelSession, updateId: asked.attempt, args: [asked] });
  }

  /** More time for the buyer. @throws as returnCart */
  async extendSession(session: PunchOutStart): Promise<void> {
    await this.#update(session, { update: extendSession, args: [] });
  }

  /** True when Temporal answers within the deadline, in milliseconds. */
  async answers(deadline = 1_000): Promise<boolean> {
    try {
      await this.#bounded(() => this.#connection.workflowService.getSystemInfo({}), deadline);
      return true;
    } catch {
      return false;
    }
  }

  /** Workers that asked for work within the last minute and a half (a poll lasts a minute). @throws when Temporal is away */
  async workersSeen(): Promise<number> {
    const { namespace } = this.client.options;
    const { pollers } = await this.#bounded(() =>
      this.#connection.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: this.#options.taskQueue ?? TASK_QUEUE },
        taskQueueType: WORKFLOW_TASKS,
      }),
    );
    const recently = Date.now() / 1_000 - 90;
    return pollers.filter(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) > recently).length;
  }

  /**
   * Takes no more calls and waits for those under way, which their deadlines bound: the next attempt of a call is made by a timer of the
   * SDK, and on a closed connection it would end the process.
   */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.allSettled(this.#underWay);
    await this.#connection.close();
  }

  #punchIn(start: PunchInStart) {
    const { mlr, orderResponses, addresses } = start.agreement;
    const { pauses } = this.#options;
    const input: PunchInOrderInput = {
      inboundDocumentId: start.inboundDocumentId,
      partnerId: start.partnerId,
      hold: holdTimes(start.agreement),
      delivery: deliveryTimes(orderResponses, pauses),
      ...((mlr.negative || mlr.positive) && {
        mlr: { ...mlr, delivery: deliveryTimes(addresses.mlr ?? orderResponses, pauses) },
      }),
    };
    return {
      ...this.#common(punchInOrderId(start.partnerCode, start.inboundDocumentId), start.partnerCode),
      args: [input],
      staticSummary: `Order ${start.number ? shown(start.number) : 'without a readable number'} from ${start.partnerCode}`,
      typedSearchAttributes: [
        { key: rtPartner, value: start.partnerCode },
        { key: rtState, value: 'received' },
        ...(start.number ? [{ key: rtExternal, value: shown(start.number) }] : []),
      ],
    } satisfies WorkflowStartOptions;
  }

  #punchInStatus(start: PunchInStart) {
    const { inboundDocumentId, partnerCode } = start;
    return { ...this.#common(punchInOrderId(partnerCode, inboundDocumentId), partnerCode), ...statusOptions(start) };
  }

  #punchOut({ row, customer }: PunchOutStart) {
    const left = (row.startTokenExpiresAt?.getTime() ?? 0) - Date.now();
    const input: PunchOutSessionInput = { sessionId: row.id, start: Math.max(left, 1) };
    return {
      ...this.#common(punchOutSessionId(row.partnerCode, row.id), row.partnerCode),
      args: [input],
      staticSummary: `PunchOut from ${row.partnerCode} by ${row.protocol}`,
      typedSearchAttributes: [
        { key: rtPartner, value: row.partnerCode },
        { key: rtCustomer, value: shown(customer.number) },
        { key: rtState, value: 'open' },
      ],
    } satisfies WorkflowStartOptions;
  }

  /** Asks the workflow of a session, which is started where it is not there: its row decides what may still happen. */
  async #update<Answer extends CartAnswer | SessionLeft, Args extends unknown[]>(
    session: PunchOutStart,
    {
      update,
      updateId,
      args,
    }: { readonly update: UpdateDefinition<Answer, Args>; readonly updateId?: string; readonly args: Args },
  ): Promise<Exclude<Answer, { over: unknown }>> {
    const start = { ...this.#punchOut(session), workflowIdReusePolicy: 'ALLOW_DUPLICATE' } as const;
    return updateOutcome(() =>
      this.#bounded(
        () =>
          this.client.workflow.executeUpdateWithStart(update, {
            ...(updateId !== undefined && { updateId }),
            args,
            startWorkflowOperation: new WithStartWorkflowOperation('punchOutSession', start),
          }),
        BUYERS_DEADLINE,
      ),
    );
  }

  /** Fairness: a partner that sends thousands does not make the others wait, where the server has it switched on. */
  #common(workflowId: string, partnerCode: string) {
    return {
      workflowId,
      taskQueue: this.#options.taskQueue ?? TASK_QUEUE,
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: ONCE,
      priority: { fairnessKey: partnerCode },
    } as const;
  }

  /**
   * The one way to the server. Between two attempts the SDK rests for seconds without a look at the deadline, which nobody is to wait for:
   * such a call goes on under way, unheard.
   * @throws ServiceError where nobody answered in time, and for a call that comes after `close`
   */
  async #bounded<T>(call: () => Promise<T>, deadline = DEADLINE): Promise<T> {
    if (this.#closing) throw new ServiceError('The connection to Temporal is closed');
    const promise = this.#connection.withDeadline(Date.now() + deadline, call);
    const forget = (): void => void this.#underWay.delete(promise);
    this.#underWay.add(promise);
    void promise.then(forget, forget);
    const answered = new AbortController();
    try {
      return await Promise.race([promise, late(deadline + GRACE, answered.signal)]);
    } finally {
      answered.abort();
    }
  }

  /** Without effect where the workflow is gone. */
  async #tell(workflowId: string, signal: SignalDefinition): Promise<void> {
    try {
      await this.#bounded(() => this.client.workflow.getHandle(workflowId).signal(signal));
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  async #once(call: () => Promise<unknown>): Promise<void> {
    try {
      await this.#bounded(call);
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }
}
